"""PDF · Glyphs taken out of the pages, not covered: exactly where that can be proven, else the page as a picture.

What it says beside the pages goes as well, and the file is written anew as a whole (ISO 32000-1 9, 12, 14).
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from sansi.check.blackout import pdf_raster, pdf_strings
from sansi.check.blackout.pdf_match import PageMatch, Streams, Unproven, loose
from sansi.check.blackout.pdf_shown import silent
from sansi.check.blackout.task import Blackout, Task
from sansi.check.blackout.values import Stretch
from sansi.check.extract import pdf_opening, pdfium
from sansi.check.extract.budget import PAGES
from sansi.check.extract.document import Unreadable
from sansi.check.extract.pdf_file import Broken, Locked, Page, PdfFile
from sansi.check.extract.pdf_objects import drawn
from sansi.check.extract.pdf_text import PageText
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both
from sansi.check.place import Box, InnerPlace, PagePlace

_AROUND = 200
"""Code points on either side of a page break in which a value over it is looked for."""
_PICTURE = re.compile(r"p(\d+)-\d+\.")
_SIGNED = Both("数字签名随之失效", "digital signatures no longer hold")
_TOO_MANY = Both("页数太多；请拆成几份再遮盖", "has too many pages: split it and redact the parts")


@dataclass
class _Cut:
    """What goes from one page: characters of PDFium, boxes to draw in the page's own points, and as shown."""

    characters: list[int] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    shown: list[Box] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


def _black_out(data: bytes, task: Task) -> bytes:
    try:
        return _done(data, task)
    except Unreadable:
        raise
    except MemoryError:
        raise
    except Exception as error:
        raise Unreadable(DAMAGED) from error


def _done(data: bytes, task: Task) -> bytes:
    with _opened(data) as pdf:
        if len(pdf.pages) > PAGES:
            raise Unreadable(_TOO_MANY)
        # Of a damaged file the libraries mend different things, and what one of them lost nobody would miss.
        if not len(pdf.pages) or PdfFile(data).pages != len(pdf.pages):
            raise Unreadable(DAMAGED)
        if b"/ByteRange" in data:
            task.say(_SIGNED)
        pdf_strings.without_facts(pdf, task)
        _quieten(pdf)
        base = _saved(pdf)
    return _Black(base, task).whole()


def _opened(data: bytes) -> Any:
    try:
        return pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        raise pdf_opening.unreadable(Locked(unknown=False)) from None
    except pikepdf.PdfError:
        raise Unreadable(DAMAGED) from None


def _saved(pdf: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def _quieten(pdf: Any) -> None:
    """Texts that stand for glyphs: read instead of them, so that glyphs could not be counted."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and isinstance(thing.get("/Properties"), pikepdf.Dictionary):
            for properties in thing.Properties.values():
                if isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties:
                    del properties["/ActualText"]
    for page in pdf.pages:
        if any(b"/ActualText" in stream for stream in _contents(page.obj)):
            read: list[Any] = list(pikepdf.parse_content_stream(page))
            operations = [
                ([o[0], silent(o[1])], name) if str(name) in ("BDC", "DP") and len(o) == 2 else (o, name)
                for o, name in read
            ]
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operations))


def _contents(page: Any) -> Iterator[bytes]:
    contents = page.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(stream, pikepdf.Stream):
            yield stream.read_bytes()


class _Black:
    """One file of which the facts are gone already."""

    def __init__(self, base: bytes, task: Task) -> None:
        self.base, self.task = base, task
        try:
            self.file = PdfFile(base)
        except (Locked, Broken) as error:
            raise pdf_opening.unreadable(error) from None
        self.texts = [self._text(number) for number in range(self.file.pages)]
        self._learn_breaks()
        self.cuts: dict[int, _Cut] = {}
        self.raster: dict[int, list[Box]] = {}

    def _text(self, number: int) -> str:
        try:
            with self.file.page(number) as page:
                return PageText(self.file, page).text
        except Broken:
            raise Unreadable(DAMAGED) from None

    def _learn_breaks(self) -> None:
        """Values over a page break, which no page by itself shows."""
        for one, other in zip(self.texts, self.texts[1:], strict=False):
            top = one[-_AROUND:].rstrip()
            both = f"{top}\n{other[:_AROUND].lstrip()}"
            for start, end, instead in self.task.find(both).stretches:
                if start < len(top) < end:
                    self.task.values.add(both[start:end], instead)

    def whole(self) -> bytes:
        """The file without what has to go."""
        with _opened(self.base) as pdf:
            streams = Streams(pdf)
            for number, cuts in self._on_pages():
                with self.file.page(number) as page:
                    self._page(page, cuts, streams)
            self._pictures()
            if self.task.coarse:
                self.raster = {n: self._shown(n) for n in range(self.file.pages)}
            self._write(pdf, streams)
            out = _saved(pdf)
        bad = self._disturbed(out)
        if not bad:
            return out
        self.raster |= {n: self._shown(n) for n in bad}
        return self._again()

    def _again(self) -> bytes:
        """The same with more pages as pictures."""
        with _opened(self.base) as pdf:
            streams = Streams(pdf)
            for number in set(self.cuts) - set(self.raster):
                with self.file.page(number) as page:
                    PageMatch(streams, page).take_out(self.cuts[number].characters)
            self._write(pdf, streams)
            return _saved(pdf)

    def _shown(self, number: int) -> list[Box]:
        known = self.cuts.get(number)
        return self.raster.get(number) or (known.shown if known else [])

    def _on_pages(self) -> Iterator[tuple[int, list[Stretch]]]:
        """What goes from the text of each page; a stretch over a page break is part of two."""
        whole = "\n".join(self.texts)
        todo = self.task.cuts(whole)
        start = 0
        for number, text in enumerate(self.texts):
            end = start + len(text)
            here = [
                Stretch(max(c.start, start) - start, min(c.end, end) - start, c.instead)
                for c in todo
                if c.start < end and c.end > start
            ]
            if here:
                yield number, here
            start = end + 1

    def _page(self, page: Page, cuts: list[Stretch], streams: Streams) -> None:
        text = self.texts[page.number]
        cut = _Cut(left=Counter(_left(text, cuts)))
        self.cuts[page.number] = cut
        for one in cuts:
            cut.characters += _characters(page, text, one)
        try:
            match = PageMatch(streams, page)
            match.take_out(cut.characters)
            cut.boxes = match.boxes(cut.characters)
        except Unproven:
            cut.boxes = [box for c in cut.characters if (box := loose(page, c))]
            self.raster[page.number] = []
        cut.shown = [page.frame.shown(*box) for box in cut.boxes]
        if any(_meet(box, image.box) for image in drawn(page, modes=False).images for box in cut.boxes):
            # A scan with its words beneath: they are in its pixels too.
            self.raster[page.number] = []
        if page.number in self.raster:
            self.raster[page.number] = cut.shown

    def _pictures(self) -> None:
        """Pages on which something was found that is not in their text: scans, pictures, codes."""
        for place, _ in self.task.places:
            number, box = _where(place)
            if not 0 <= number < self.file.pages:
                continue
            known = self.cuts.get(number)
            if box and known and any(_meet(box, shown) for shown in known.shown):
                continue
            self.raster.setdefault(number, list(known.shown) if known else [])
            if box:
                self.raster[number].append(box)

    def _write(self, pdf: Any, streams: Streams) -> None:
        for number, cut in self.cuts.items():
            if number not in self.raster:
                _draw(pdf, pdf.pages[number].obj, streams, number, cut.boxes)
        for stream in streams.changed():
            if isinstance(stream.owner, pikepdf.Stream):
                stream.owner.write(stream.edited(streams.width))
        for number, boxes in sorted(self.raster.items()):
            with self.file.page(number) as page:
                pdf_raster.replace(pdf, pdf.pages[number].obj, page, boxes, self.task)
        if self.raster:
            self.task.pictured = True
            pages = "、".join(str(n + 1) for n in sorted(self.raster)[:20])
            self.task.say(
                Both(
                    f"第 {pages} 页无法证明能逐字删净，已整页转成图片，涂黑在图里",
                    f"page {pages.replace('、', ', ')}: could not be proven to be taken out letter by letter, so the "
                    "page became a picture with boxes burnt in",
                )
            )
        if self.task.coarse:
            _forget_words(pdf)
        pdf_strings.without_notes(pdf, self.task)
        pdf_strings.without_strings(pdf, self.task)

    def _disturbed(self, out: bytes) -> list[int]:
        """The pages whose other words are not what they were: then the wrong glyphs went."""
        after = PdfFile(out)
        bad = []
        for number, cut in self.cuts.items():
            if number in self.raster:
                continue
            with after.page(number) as page:
                if Counter(_left(page.words().replace("\ufffe", "-"), [])) != cut.left:
                    bad.append(number)
        return bad


def _left(text: str, cuts: list[Stretch]) -> str:
    gone = {at for cut in cuts for at in range(cut.start, cut.end)}
    return "".join(c for at, c in enumerate(text) if at not in gone and not c.isspace() and c != "-")


def _characters(page: Page, text: str, cut: Stretch) -> Iterator[int]:
    """The characters of PDFium that a stretch of the text is made of."""
    unit = len(text[: cut.start].encode("utf-16-le", "surrogatepass")) // 2
    for c in text[cut.start : cut.end]:
        if not c.isspace():
            index = pdfium.character_index(page.text, unit)
            if index >= 0:
                yield index
        unit += 1 + (c > "\uffff")


def _where(place: object) -> tuple[int, Box | None]:
    """The page, from 0, that a place is on, and its box there; -1 for what is on none."""
    if isinstance(place, PagePlace):
        return (place.page - 1, place.box) if place.part in ("body", "hidden", "code") else (-1, None)
    if isinstance(place, InnerPlace) and (found := _PICTURE.match(place.inside[0])):
        return int(found[1]) - 1, None
    return -1, None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _draw(pdf: Any, page: Any, streams: Streams, number: int, boxes: list[Box]) -> None:
    """The page's stream without what went, in a state of its own, and the boxes on top."""
    body = streams.page(number).edited(streams.width)
    rectangles = "".join(f"{a:.2f} {b:.2f} {c - a:.2f} {d - b:.2f} re\n" for a, b, c, d in boxes)
    page.Contents = pdf.make_stream(b"q\n" + body + f"\nQ\nq 0 g\n{rectangles}f Q\n".encode())


def _forget_words(pdf: Any) -> None:
    """Nothing but pictures is left: no structure, bookmarks or fields that would still say what they showed."""
    for key in (
        "/StructTreeRoot",
        "/MarkInfo",
        "/Outlines",
        "/AcroForm",
        "/Names",
        "/Dests",
        "/OCProperties",
        "/Lang",
    ):
        if key in pdf.Root:
            del pdf.Root[key]


BLACKOUT = Blackout(("pdf",), _black_out)
