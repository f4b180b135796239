"""读 PDF · How a PDF file is read: first the words of every page, then what only drawing it shows.

Drawing is dear and done last, so that a file that takes too long has had its words checked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sansi.check.extract import (
    pdf_actions,
    pdf_gaps,
    pdf_hidden,
    pdf_opening,
    pdf_outline,
    pdf_properties,
    pdf_revisions,
    pdf_scan,
    pdfium,
)
from sansi.check.extract.budget import PAGES
from sansi.check.extract.document import Document
from sansi.check.extract.pdf_file import Broken, Frame, Page, PdfFile
from sansi.check.extract.pdf_gaps import PageGaps
from sansi.check.extract.pdf_inside import Inside
from sansi.check.extract.pdf_notes import Notes, PageNotes, TooMany
from sansi.check.extract.pdf_objects import Drawn, drawn
from sansi.check.extract.pdf_pictures import Pictures
from sansi.check.extract.pdf_streams import Health, Streams
from sansi.check.extract.pdf_text import PageText
from sansi.check.extract.reader import Asked
from sansi.check.model import Both
from sansi.check.place import Box

_SECONDS = 15.0
"""For everything but OCR, where nobody says until when: ten times what two thousand pages of text take."""
_UNSURE = Health(modes=True)
_FEW_UNKNOWN = 10

_ALT = re.compile(rb"/Alt[\s(<]|/ActualText|/ObjStm")


@dataclass
class _Suspicious:
    """A page to be drawn: its words and what was known of it."""

    words: PageText
    modes: bool
    notes: PageNotes


class Reading:
    """One file being read."""

    def __init__(self, data: bytes, asked: Asked) -> None:
        """Open the file; raises Locked or Broken."""
        self._pdf = pdf_opening.structure(data)
        self.file = PdfFile(pdf_opening.without_bomb(data, self._pdf))
        self.data = data
        self.asked = asked
        self.document = Document(asked.kind)
        self.gaps = PageGaps()
        self.texts: list[str] = []
        self.pages: list[Any] = []
        self._until = min(asked.budget.until, time.monotonic() + _SECONDS)
        self._letters = 0
        self._streams = Streams()
        self._notes = Notes(self.document)
        self._inside = Inside(self.document, asked.budget)
        self._properties = pdf_properties.Properties(self.document)
        self._pictures = Pictures(asked.budget.unpacked)
        self._suspicious: list[_Suspicious] = []
        self._scans: list[tuple[int, Both]] = []
        self._stamps: list[Any] = []
        self._layers = False
        self._media = False
        self._noted = True

    def whole(self) -> Document:
        """Everything of the file."""
        if self._pdf is None:
            self.document.gaps.append(pdf_gaps.NO_FACTS)
            self._all_pages()
        else:
            with self._pdf as pdf:
                self._with_structure(pdf)
        pdf_revisions.read(self.data, self.texts, self.document, self._in_time)
        pdf_revisions.after_the_end(self.data, self.document)
        self._look()
        self._read_pictures()
        self.document.gaps += self.gaps.said()
        return self.document

    def _with_structure(self, pdf: Any) -> None:
        root = pdf.Root
        try:
            self.pages = [page.obj for page, _ in zip(pdf.pages, range(PAGES), strict=False)]
            if len(pdf.pages) != self.file.pages:
                self.document.gaps.append(pdf_gaps.PAGES_DIFFER)
            layers = pdf_outline.layers_off(root)
        except Exception:  # noqa: BLE001 - whatever a damaged structure makes the library raise
            self.document.gaps.append(pdf_gaps.PAGES_DIFFER)
            layers = []
        if layers:
            self._layers = True
            self.document.facts.append(pdf_outline.layer_fact(layers))
        self._all_pages()
        self._around(pdf, root)
        if pdf.get_warnings() or b"%%EOF" not in self.data[-2048:]:
            self.document.gaps.append(pdf_gaps.BROKEN)

    def _around(self, pdf: Any, root: Any) -> None:
        """What is beside the pages; a part that is damaged does not keep the others from being read."""
        numbers = {page.objgen: index for index, page in enumerate(self.pages)}
        parts: tuple[Callable[[], object], ...] = (
            lambda: self._properties.of_file(pdf),
            lambda: pdf_actions.of_file(root, self.document),
            lambda: self._notes.of_form(root.get("/AcroForm")),
            lambda: self._add(pdf_outline.bookmarks(root, numbers, self.texts)),
            lambda: self._add(pdf_outline.alternatives(root, numbers)) if _ALT.search(self.data) else None,
            self._stamped,
            lambda: self._inside.of_file(root),
        )
        for part in parts:
            try:
                part()
            except Exception:  # noqa: BLE001 - whatever a damaged structure makes the library raise
                self.document.gaps.append(pdf_gaps.NO_FACTS)

    def _add(self, weave: Any) -> None:
        self.document.segments += weave.segments()

    def _stamped(self) -> None:
        if self._media:
            self.document.gaps.append(pdf_gaps.MEDIA)
        if self._stamps:
            from sansi.check.extract import pdf_stamps  # noqa: PLC0415 - few files have any

            weave, left_out = pdf_stamps.words_of(self._stamps)
            self._add(weave)
            if left_out:
                self.document.gaps.append(pdf_gaps.NO_STAMPS)

    def _in_time(self) -> bool:
        return time.monotonic() < self._until

    def _all_pages(self) -> None:
        """The words of every page, in order."""
        for index in range(min(self.file.pages, PAGES)):
            if not self._in_time() or self._letters > self.asked.budget.text:
                for left in range(index, self.file.pages):
                    self.gaps.add(pdf_gaps.TOO_LATE, left + 1)
                return
            self.texts.append("")
            self._page(index)
        if self.file.pages > PAGES:
            self.document.gaps.append(
                Both(
                    f"共 {self.file.pages} 页，只检查了前 {PAGES} 页；请拆成几份再查",
                    f"only the first {PAGES} of {self.file.pages} pages were checked: split the file and check the parts",
                )
            )

    def _page(self, index: int) -> None:
        health = self._health(index)
        if health.too_big:
            self.gaps.add(pdf_gaps.BOMB, index + 1)
            return
        if health.damaged:
            self.gaps.add(pdf_gaps.DAMAGED, index + 1)
        try:
            with self.file.page(index) as page:
                self._opened(page, index, health)
        except Broken:
            self.gaps.add(pdf_gaps.UNREADABLE, index + 1)

    def _health(self, index: int) -> Health:
        if index >= len(self.pages):
            return _UNSURE
        try:
            return self._streams.of_page(self.pages[index])
        except Exception:  # noqa: BLE001 - whatever a damaged structure makes the library raise
            return _UNSURE._replace(damaged=True)

    def _opened(self, page: Page, index: int, health: Health) -> None:
        words = PageText(self.file, page)
        unknown = not health.letters and _unknown(page, words.text)
        if words.text.strip() and not unknown:
            self.document.segments.append(words.segment(page))
            self.texts[index] = words.text
            self._letters += len(words.text)
        notes = self._annotations(index, page.frame, words.text)
        found = drawn(page, modes=health.modes)
        suspected = pdf_hidden.suspects(found, page.frame, notes.covers, layers=self._layers)
        if found.cut:
            self.gaps.add(pdf_gaps.NOT_SEEN, index + 1)
        if suspected or (notes.redactions and words.text):
            self._suspicious.append(_Suspicious(words, health.modes, notes))
        if unknown:
            self._scans.append((index, pdf_gaps.NO_LETTERS))
        elif found.images or found.paths:
            self._shown(page, words.text, found, suspected)

    def _shown(self, page: Page, text: str, found: Drawn, suspected: dict[int, Any]) -> None:
        """The pictures of a page: the page is one itself, or has some, which are handed on as files."""
        images = found.images
        if pdf_scan.is_picture(text, found, page.frame):
            self._scans.append((page.number, pdf_gaps.NO_OCR))
            images = pdf_scan.with_facts(images)
        elif pdf_hidden.Cause.UNDRAWN in suspected.values() or pdf_hidden.Cause.PICTURE in suspected.values():
            # A scan whose words are in its own layer: reading its picture again would only cost.
            images = [i for i in images if not pdf_scan.fills(i, page.frame)] + pdf_scan.with_facts(
                [i for i in images if pdf_scan.fills(i, page.frame)]
            )
        embedded, cut = self._pictures.of_page(page.number + 1, images)
        self.document.embedded += embedded
        if cut:
            self.gaps.add(pdf_gaps.PICTURES, page.number + 1)

    def _annotations(self, index: int, frame: Frame, text: str) -> PageNotes:
        """What is noted on a page, and what the page itself brings beside its words."""
        if index >= len(self.pages) or not self._noted:
            return PageNotes()
        page = self.pages[index]
        try:
            for step in pdf_actions.automatic(page):
                pdf_actions.report(step, pdf_actions.page_place(index), self.document, by_itself=True)
            self._properties.of_page(page, index)
            notes = self._notes.of_page(page, index, frame, text)
            self._inside.of_page(page, index, notes.files)
        except TooMany:
            self.document.gaps.append(pdf_gaps.TOO_MANY_NOTES)
            self._noted = False
            return PageNotes()
        except Exception:  # noqa: BLE001 - whatever a damaged structure makes the library raise
            self.gaps.add(pdf_gaps.NO_NOTES, index + 1)
            return PageNotes()
        self._stamps += notes.stamps
        self._media = self._media or notes.media
        return notes

    def _look(self) -> None:
        """Draw the pages on which something may be hidden, and see."""
        for one in self._suspicious:
            if not self._in_time():
                self.gaps.add(pdf_gaps.NOT_COMPARED, one.words.number + 1)
                continue
            try:
                with self.file.page(one.words.number) as page:
                    self._confirm(page, one)
            except Broken:
                self.gaps.add(pdf_gaps.UNREADABLE, one.words.number + 1)

    def _confirm(self, page: Page, one: _Suspicious) -> None:
        found = drawn(page, modes=one.modes)
        suspected = pdf_hidden.suspects(found, page.frame, one.notes.covers, layers=self._layers)
        images: list[Box] = [image.box for image in found.images]
        look = pdf_hidden.look_at(page, suspected)
        self.document.facts += pdf_hidden.hidden(page, one.words, suspected, images, look)
        self.document.facts += pdf_hidden.marked(page, one.words, one.notes.redactions)
        if look and any(pdf_scan.fills(image, page.frame) for image in found.images):
            # Its picture is not handed on where its words are in a layer: see `_shown`.
            self.document.segments += pdf_scan.codes(look.picture, page.number)

    def _read_pictures(self) -> None:
        """The pages that are pictures: their codes, and their words where there is OCR."""
        for index, reason in self._scans:
            if not self._in_time():
                self.gaps.add(pdf_gaps.TOO_LATE, index + 1)
                continue
            try:
                with self.file.page(index) as page:
                    picture = pdf_scan.drawn_for_reading(page)
            except Broken:
                self.gaps.add(pdf_gaps.UNREADABLE, index + 1)
                continue
            self.document.segments += pdf_scan.codes(picture, index)
            if self.asked.ocr is None:
                self.gaps.add(reason, index + 1)
                continue
            started = time.monotonic()
            try:
                self.document.segments += pdf_scan.read(picture, index, self.asked.ocr)
            except Exception:  # noqa: BLE001 - whatever a model makes of a strange picture
                self.document.gaps.append(pdf_gaps.FAILED_OCR)
            # What OCR takes is its owner's affair, who says until when in the budget.
            self._until = min(self.asked.budget.until, self._until + time.monotonic() - started)


def _unknown(page: Page, text: str) -> bool:
    """Whether the letters of a page are not known, so that its text is only codes of its fonts."""
    letters = [i for i, letter in enumerate(text) if not letter.isspace()]
    wrong = sum(map(bool, (pdfium.unknown_character(page.text, i) for i in letters)))
    return wrong >= _FEW_UNKNOWN or wrong * 3 > len(letters) > 0
