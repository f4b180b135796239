"""纯文本 · Plain text, tables, data and source code: read as they are, in any encoding people use."""

from __future__ import annotations

from bisect import bisect_right

from sansi.check.extract import encodings
from sansi.check.extract.document import Document, Segment, Unreadable
from sansi.check.extract.reader import Asked, Reader
from sansi.check.model import Both
from sansi.check.place import Place, TextPlace

_NO_TEXT = Both(
    "不是文本，也不是认识的格式；请另存为常见格式再查",
    "is neither text nor a format that is known: save it as a common one and check again",
)


def decoded(data: bytes, declared: str = "") -> tuple[str, str, int]:
    """The text of `data`, its encoding, and how many places are not valid in it.

    `declared` is what the file itself says, believed where it holds: GB2312 and GBK are read as GB18030.
    Raises Unreadable when it is no text.
    """
    encoding = encodings.marked(data) or _held(data, declared)
    if not encoding:
        encoding = encodings.guessed(data, whole=True, utf8=_holds(data, "utf-8"))
    if not encoding:
        raise Unreadable(_NO_TEXT)
    text = data.decode(encoding, "replace")
    broken = 0 if "\ufffd" not in text or _holds(data, encoding) else text.count("\ufffd")
    return text, encoding.removesuffix("-sig"), broken


def _held(data: bytes, declared: str) -> str:
    name = declared.strip().lower().replace("_", "-")
    if name in {"gb2312", "gbk", "gb-2312", "x-gbk", "cp936"}:
        name = "gb18030"
    # UTF-8 holds for nothing else by accident, whatever a wrong declaration says.
    return next((n for n in ("utf-8", name) if n and _holds(data, n)), "")


def _holds(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def lines_of(text: str) -> Segment:
    """`text` as a segment whose places are lines and columns."""
    starts: list[int] = []

    def locate(start: int, _end: int) -> Place:
        if not starts:
            starts.append(0)
            at = text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = text.find("\n", at + 1)
        line = bisect_right(starts, start)
        return TextPlace(line, start - starts[line - 1] + 1)

    return Segment(text, locate)


def broken_places(count: int, encoding: str) -> Both:
    """The gap where `count` places are not valid in `encoding`."""
    name = encoding.upper()
    return Both(
        f"有 {count} 处不是合法的 {name}，那里没有检查；请另存为 UTF-8 再查",
        f"{count} places are not valid {name} and were not checked: save it as UTF-8 and check again",
    )


def _read(data: bytes, asked: Asked) -> Document:
    text, encoding, broken = decoded(data)
    document = Document(asked.kind, encoding=encoding)
    if text:
        document.segments.append(lines_of(text))
    if broken:
        document.gaps.append(broken_places(broken, encoding))
    return document


READER = Reader(("text",), Both("纯文本", "Plain text"), _read)
