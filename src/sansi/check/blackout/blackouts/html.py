"""网页 · HTML edited where its source stands: values split by tags and written as entities too (WHATWG HTML 13.2).

What is not taken out stays as it was, byte for byte; comments, scripts and attributes are looked through as well.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from sansi.check.blackout.task import Blackout, Task
from sansi.check.blackout.values import Stretch, replaced
from sansi.check.extract import encodings
from sansi.check.extract.document import Unreadable
from sansi.check.extract.readers.text import broken_places, decoded
from sansi.check.model import Both

_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noscript)\b(?P<given>[^>]*)>(?P<inside>.*?)(?=</(?P=raw)\b|\Z)"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>?"
    r"|<[!?/][^>]*>?",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_CODED = re.compile(
    r"&(?:\#[xX][0-9A-Fa-f]{1,6}|\#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,30});?"
    r"|(?:%[0-9A-Fa-f]{2})+"
    r"|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}"
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_LINES = frozenset(
    """address article aside blockquote br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr legend li main nav ol optgroup option p pre section select summary table tbody tfoot thead tr ul""".split()
)
_CELLS = frozenset(("td", "th"))
_MOST = 30 << 20
_TOO_BIG = Both("网页太大，请拆开再遮盖", "is too big to redact: split it first")


class _Line:
    """Text as a person reads it, and the stretch of the source behind each character."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.sources: list[tuple[int, int]] = []

    def add(self, source: str, start: int, end: int, *, escapes: bool) -> None:
        """Append what the source says from `start` to `end`; with `escapes`, those of addresses and scripts too."""
        at = start
        for code in _CODED.finditer(source, start, end):
            if not escapes and not code[0].startswith("&"):
                continue
            self._plain(source, at, code.start())
            self._coded(code[0], code.start(), code.end())
            at = code.end()
        self._plain(source, at, end)

    def _plain(self, source: str, start: int, end: int) -> None:
        self.characters += source[start:end]
        self.sources += [(i, i + 1) for i in range(start, end)]

    def _coded(self, code: str, start: int, end: int) -> None:
        for c in _meaning(code):
            self.characters.append(c)
            self.sources.append((start, end))

    def border(self, mark: str, at: int) -> None:
        """A border between words that stands nowhere as a character."""
        self.characters.append(mark)
        self.sources.append((at, at))

    def cuts(self, task: Task) -> Iterator[Stretch]:
        """What has to go, as stretches of the source: tags that stand within a value stay."""
        for cut in task.cuts("".join(self.characters)):
            instead = html.escape(cut.instead)
            for start, end in _joined(self.sources[cut.start : cut.end]):
                yield Stretch(start, end, instead)
                instead = ""


def _meaning(code: str) -> str:
    if code[0] == "&":
        return html.unescape(code)
    if code[0] == "%":
        return bytes.fromhex(code.replace("%", "")).decode("utf-8", "replace")
    number = int(code[2:].strip("{}"), 16)
    return chr(number) if number < 0x110000 else code


def _joined(sources: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches that follow each other as one."""
    begin = last = -1
    for start, end in sources:
        if start == end or end <= last:
            continue
        if start != last:
            if begin >= 0:
                yield begin, last
            begin = start
        last = end
    if begin >= 0:
        yield begin, last


def _lines(source: str) -> Iterator[_Line]:
    """The words of the page as one line, and every comment, script and attribute as one of its own."""
    page = _Line()
    at = 0
    for token in _TOKEN.finditer(source):
        page.add(source, at, token.start(), escapes=False)
        at = token.end()
        if token["comment"] is not None:
            yield _single(source, *token.span("comment"))
        elif token["raw"]:
            yield from _attributes(source, *token.span("given"))
            yield _single(source, *token.span("inside"))
            page.border("\t", token.start())
        elif token["tag"]:
            yield from _attributes(source, *token.span("attributes"))
            name = token["tag"].lower()
            if name in _CELLS or name in _LINES:
                page.border("\t" if name in _CELLS else "\n", token.start())
        else:
            yield _single(source, *token.span())
    page.add(source, at, len(source), escapes=False)
    yield page


def _single(source: str, start: int, end: int) -> _Line:
    line = _Line()
    line.add(source, start, end, escapes=True)
    return line


def _attributes(source: str, start: int, end: int) -> Iterator[_Line]:
    for found in _ATTRIBUTE.finditer(source, start, end):
        yield _single(source, *found.span(2))


def _black_out(data: bytes, task: Task) -> bytes:
    declared = _CHARSET.search(data[:4096])
    text, encoding, broken = decoded(data, declared[1].decode() if declared else "")
    if broken:
        raise Unreadable(broken_places(broken, encoding))
    if len(text) > _MOST:
        raise Unreadable(_TOO_BIG)
    cuts = sorted(cut for line in _lines(text) for cut in line.cuts(task))
    apart: list[Stretch] = []
    for cut in cuts:
        if not apart or cut.start >= apart[-1].end:
            apart.append(cut)
    return replaced(text, apart).encode(encodings.marked(data) or encoding, "xmlcharrefreplace")


BLACKOUT = Blackout(("html",), _black_out)
