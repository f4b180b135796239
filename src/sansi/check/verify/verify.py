"""复核 · Look for values in a file that must no longer hold them: deeply, and by other code than removed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sansi.check.extract.budget import Budget
from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import all_readers, extract
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.reader import Ocr
from sansi.check.model import Both
from sansi.check.verify.needles import Needles
from sansi.check.verify.pieces import pieces

_MOST = 20


def leaks(
    data: bytes,
    values: Iterable[str],
    *,
    name: str = "",
    ocr: Ocr | None = None,
    budget: Budget | None = None,
) -> list[Both]:
    """Where in `data` one of `values` can still be found, in words that do not repeat it; empty is good.

    Every member, stream and encoded stretch is searched in every encoding, then the text and the hidden facts
    that the reader of the kind gets out of it, with `ocr` those in pictures, then, of a PDF, the words as its
    fonts' own maps spell them. What cannot be searched through counts as a leak.
    """
    needles = Needles(list(values))
    found: dict[Both, None] = {}
    if not needles.any:
        return []
    for leak in _leaks(data, needles, name, ocr, budget):
        found[leak] = None
        if len(found) >= _MOST:
            break
    return list(found)


def _leaks(
    data: bytes, needles: Needles, name: str, ocr: Ocr | None, budget: Budget | None
) -> Iterator[Both]:
    try:
        yield from _packed(data, needles)
        kind = kind_of(data)
        if kind in all_readers():
            yield from _read(extract(data, name, ocr=ocr, budget=budget), needles)
        if kind == "pdf":
            from sansi.check.verify import pdf_words  # noqa: PLC0415 - loads its library for PDF only

            if any(needles.in_text(text) for text in pdf_words.words(data)):
                yield Both(
                    "按字体自带的编码表读，页面里还有", "read by the maps of its fonts, a page still holds it"
                )
    except Unreadable as error:
        yield Both(f"复核不了：{error.reason.zh}", f"cannot be verified: {error.reason.en}")


def _packed(data: bytes, needles: Needles) -> Iterator[Both]:
    for way, piece in pieces(data):
        if needles.in_bytes(piece):
            inside = " › ".join(way)
            yield (
                Both(f"“{inside}”里还有", f"“{inside}” still holds it")
                if inside
                else Both("文件的字节里还有", "the bytes of the file still hold it")
            )


def _read(document: Document, needles: Needles) -> Iterator[Both]:
    for segment in document.segments:
        if needles.in_text(segment.text):
            yield Both("文字里还有", "the text still holds it")
    for fact in document.facts:
        if needles.in_text(fact.value):
            where = fact.where
            yield Both(f"{where.said('zh')}里还有", f"{where.said('en')} still holds it")
