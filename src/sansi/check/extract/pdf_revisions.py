"""以前的版本 · Earlier versions of a PDF file: each time it is saved, some programs only add to its end.

What stood there before is then still in the file, and cutting it off at the end of the earlier version brings it
back (ISO 32000-2 7.5.6). That is done here, to see what was taken away.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sansi.check.extract.document import Document, Embedded, Fact, Segment
from sansi.check.extract.pdf_file import Broken, Locked, PdfFile
from sansi.check.extract.pdf_text import PageText
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, PagePlace

_END = re.compile(rb"startxref\s{1,9}(\d{1,12})\s{1,9}%%EOF[\r\n]{0,2}")
_LINEAR = re.compile(rb"/Linearized\s{0,9}[\d.]")
_MOST = 20
_STRAY = 16
"""Bytes: what mail programs and transfers leave behind is shorter than anything hidden."""
_MOST_PAGES = 500
_UNREAD = Both(
    "以前的版本太多或太长，只读了一部分；请另存为新文件再查",
    "not all of the earlier versions were read, too many or too long: save it as a new file and check again",
)


def ends(data: bytes) -> list[int]:
    """Where the earlier versions of a file end."""
    found = [m.end() for m in _END.finditer(data) if m[1] != b"0"]
    if _LINEAR.search(data[:1024]) and found:
        # The first of two ends in a file made for the web belongs to its first page.
        first = _END.search(data)
        if first and first[1] != b"0":
            found = found[1:]
    return found[:-1]


def read(data: bytes, texts: list[str], document: Document, in_time: Callable[[], bool]) -> None:
    """Report the earlier versions of `data`, whose pages now say `texts`, and read what only they say."""
    versions = ends(data)
    if not versions:
        return
    now = {line for text in texts for line in _lines(text)}
    gone: list[str] = []
    pages = 0
    for end in versions[-_MOST:]:
        try:
            file = PdfFile(data[:end])
        except (Broken, Locked):
            continue
        for index in range(file.pages):
            pages += 1
            if pages > _MOST_PAGES or not in_time():
                document.gaps.append(_UNREAD)
                break
            _page(file, index, now, gone, document)
    if len(versions) > _MOST:
        document.gaps.append(_UNREAD)
    document.facts.append(_fact(len(versions), gone))


def after_the_end(data: bytes, document: Document) -> None:
    """Hand on what follows the end of the file, where readers of PDF do not look."""
    rest = data[data.rfind(b"%%EOF") + 5 :]
    if len(rest) == len(data) - 4 or len(rest.strip(b"\0 \t\r\n")) < _STRAY:
        return
    said = Both(f"PDF 结束之后还有 {len(rest)} 字节", f"{len(rest)} bytes follow the end of the PDF")
    document.facts.append(Fact("meta-trailing-data", FieldPlace("%%EOF"), said))
    document.embedded.append(Embedded("after %%EOF", rest.lstrip(b"\0 \t\r\n")))


def _page(file: PdfFile, index: int, now: set[str], gone: list[str], document: Document) -> None:
    """Add the lines of an earlier page that are not there any more, as a segment of their own."""
    try:
        with file.page(index) as page:
            words = PageText(file, page)
    except Broken:
        return
    lines = [line for line in _lines(words.text) if line not in now]
    now.update(lines)
    gone += lines
    if lines:
        place = PagePlace(index + 1, None, "revision")
        document.segments.append(Segment("\n".join(lines), lambda _start, _end: place))


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def _fact(count: int, gone: list[str]) -> Fact:
    where = FieldPlace("startxref")
    if gone:
        said = Both(
            f"还留着 {count} 个以前的版本，有 {len(gone)} 行已删去的字可以还原",
            f"{count} earlier versions are still there, with {len(gone)} lines that were taken away since",
        )
        return Fact("meta-revision", where, said, "\n".join(gone))
    said = Both(
        f"还留着 {count} 个以前的版本，页面上的字没有变",
        f"{count} earlier versions are still there, with the same words",
    )
    return Fact("meta-revision", where, said, "", Confidence.POSSIBLE)
