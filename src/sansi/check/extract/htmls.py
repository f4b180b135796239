"""网页源码 · What a page says, shows on asking and hides, each with its line and column (WHATWG HTML, 13.2.5).

A page is read tag after tag, without a tree: nesting of any depth costs nothing, and every stretch of text keeps
its place in the source, which a tree forgets. Blocks become lines, cells of a row are parted by tabs.
"""

from __future__ import annotations

import base64
import binascii
import re
from html import unescape
from urllib.parse import unquote_to_bytes

from sansi.check.extract.document import Document, Embedded, Fact, Unreadable
from sansi.check.extract.html_hiding import VOID, Hiding
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked
from sansi.check.extract.sources import Lines, Quotes
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})"
_TEXT = re.compile(rf"[ \t\r\n\f]+|{_ENTITY};?")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Of the text what is shorter when it is read: a single blank is not, and most are.
_SHORTER = re.compile(rf"[ \t\r\n\f]{{2,}}|{_ENTITY};?")
_CODE = re.compile(
    rf"{_ENTITY};|\\u(?:d[89ab][0-9a-f]{{2}}\\ud[c-f][0-9a-f]{{2}}|[0-9a-f]{{4}})", re.IGNORECASE
)
_URL = re.compile(rf"{_ENTITY};|(?:%[0-9a-fA-F]{{2}})+")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)((?:[^>=]++|=\s*+(?:\"[^\"]*\"|'[^']*')?+)*+)>")
_NEXT = re.compile(r"[^<]*+" + _TAG.pattern)
_LOOSE_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)([^>]*)>")
_ATTRIBUTE = re.compile(
    r"(?<![^\s=/\"'<>])([^\s=/\"'<>]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>][^\s>]*))"
)
_DATA = re.compile(
    r"data:([\w.+-]{1,60}/[\w.+-]{1,60})?(?:;[\w.-]{1,40}=[\w.-]{1,60}){0,4};base64,([A-Za-z0-9+/=%_-]+)"
)
_WORDS = re.compile(r"[\u3400-\u9fff]{3}|[A-Za-z]{3,} [A-Za-z]{2,} [A-Za-z]{2,}|\d{6}")
_MARKUP = re.compile(r"<[^>]{0,500}>|\[(?:end)?if[^\]]{0,80}\]")

_BLOCKS = frozenset(
    """address article aside blockquote body br button canvas caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li
    main menu nav noframes noscript ol optgroup option p pre search section select summary table tbody template
    textarea tfoot thead title tr ul video audio object""".split()
)
_BLOCK, _ROW, _CELL = 1, 2, 3
_INLINE = "a abbr b cite code em font i img input kbd label mark meta s script small span strong style sub sup u".split()
_KINDS = (
    dict.fromkeys(_INLINE, 0)
    | dict.fromkeys(_BLOCKS, _BLOCK)
    | {"tr": _ROW, "table": _ROW, "td": _CELL, "th": _CELL}
)
_RAW = frozenset({"script", "style"})
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in (*_RAW, "title", "textarea")}
_LINKS = frozenset(
    "href src action formaction cite background poster data srcset longdesc ping manifest xlink:href data-src data-href"
    " data-original data-url".split()
)
# Measures, names of styles and settings: nobody is disclosed by them.
_DULL = frozenset(
    """class style width height type rel lang xml:lang charset media target method enctype colspan rowspan align
    valign border cellpadding cellspacing bgcolor color face size role tabindex dir hidden viewbox d points
    transform fill stroke xmlns xmlns:xlink version preserveaspectratio http-equiv async defer crossorigin
    integrity for headers scope loading decoding sizes autocomplete maxlength rows cols language nonce
    stroke-width x y x1 x2 y1 y2 cx cy r rx ry offset frameborder scrolling""".split()
)
_PERSONS = frozenset(
    {"author", "creator", "dc.creator", "dcterms.creator", "article:author", "last-modified-by"}
)
_AUTHOR = Both("网页的属性里写着作者的名字", "the page's properties name the author")
_COMMENT = Both("网页源码里有看不见的注释", "the source holds a comment that the page does not show")
_SHORT_CELL = 300
_MOST_FACTS = 50
_MOST_FAILURES = 8


def page(text: str, asked: Asked) -> Document:
    """What is in the page whose decoded source is `text`."""
    return _Page(text, asked).read()


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    return unescape(found) if found[0] == "&" else " "


def _code(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "&":
        return unescape(found)
    units = [int(u, 16) for u in found[2:].lower().split("\\u")]
    return b"".join(u.to_bytes(2, "big") for u in units).decode("utf-16-be", "replace")


def _url(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "&":
        return unescape(found)
    raw = unquote_to_bytes(found)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return found


class _Page:
    def __init__(self, source: str, asked: Asked) -> None:
        self.document = Document(asked.kind)
        self.asked = asked
        if "base64," in source:
            source = _DATA.sub(self._embed, source)
        self.source = source
        self.lines = Lines(source)
        self.body = Quotes(self.lines, _TEXT, _blank, _SHORTER)
        self.shown = Quotes(self.lines, _CODE, _code)
        self.links = Quotes(self.lines, _URL, _url)
        self.asides = Quotes(self.lines, _CODE, _code)
        self.code = Quotes(self.lines, _CODE, _code)
        self.hiding = Hiding()
        # What stands in tags that say and hide nothing: the rows and paragraphs of a page are styled alike.
        self.dull: set[str] = set()
        self.loose = False
        self.failures = 0
        # The last character of the body, and where in its pieces a cell began and has breaks.
        self.last = "\n"
        self.cell: int | None = None
        self.breaks: list[int] = []
        self.pre = 0

    def read(self) -> Document:
        at, source, end = 0, self.source, len(self.source)
        following = _NEXT.match
        while at < end:
            match = None if self.loose else following(source, at)
            if match is None:
                at = self._rare(at)
                continue
            slash, name = match.group(1, 2)
            tag = match.start(1) - 1
            if tag > at:
                self._words(at, tag)
            at = self._tagged(slash, name, match)
        self._end_cell()
        document = self.document
        for quotes in (self.body, self.shown, self.links, self.asides, self.code):
            document.segments += quotes.segments()
        document.facts += self.hiding.facts(self.body)
        return document

    def _embed(self, match: re.Match[str]) -> str:
        """Set a file in a data: address aside; blanks take its place, so that all else keeps its own."""
        try:
            coded = unquote_to_bytes(match[2]) if "%" in match[2] else match[2].encode()
            data = base64.b64decode(coded + b"=" * (-len(coded) % 4))
            self.asked.budget.unpack(len(data))
        except (binascii.Error, ValueError):
            return match[0]
        except Unreadable as error:
            self.document.gaps.append(error.reason)
        else:
            kind = match[1] or "data"
            self.document.embedded.append(Embedded(f"data:{kind}", data, optional="font" in kind))
        return "data:" + " " * (len(match[0]) - 5)

    def _rare(self, at: int) -> int:
        """Read from `at` where no sound tag follows the text: comments, a sign, the end; gives the place behind."""
        source = self.source
        tag = source.find("<", at)
        if tag != at:
            end = tag if tag >= 0 else len(source)
            self._words(at, end)
            return end
        after = source[at + 1 : at + 2]
        if after in ("!", "?"):
            return self._declaration(at)
        match = self._loose_tag(at)
        if match is None:
            # Where it looks like a tag, no `>` follows anywhere: to look again at each `<` would square.
            # Else it is a sign in the text, `a < b`.
            end = len(source) if after.isalpha() or source[at + 1 : at + 3].lstrip("/").isalpha() else at + 1
            self._words(at, end)
            return end
        return self._tagged(match[1], match[2], match)

    def _loose_tag(self, at: int) -> re.Match[str] | None:
        match = _LOOSE_TAG.match(self.source, at)
        if match and not self.loose:
            # A quote is never closed. Looking for its end again and again would square.
            self.failures += 1
            self.loose = self.failures > _MOST_FAILURES
        return match

    def _tagged(self, slash: str, name: str, match: re.Match[str]) -> int:
        """A start or end tag; gives the place behind it, or behind what it holds where there are no tags."""
        end = match.end()
        kind = _KINDS.get(name)
        if kind is None:
            name = name.lower()
            kind = _KINDS.get(name, 0)
        if slash:
            if self.hiding.open:
                self.hiding.end(name, self.body.length)
            if kind:
                self._closed(name, kind)
            return end
        if kind:
            self._opened(name, kind)
        begin = match.start(3)
        if end - begin > 4:
            self._start(name, begin, end - 1)
        elif self.hiding.open or name == "template":
            self.hiding.start(name, self.body.length)
        return self._raw(name, end) if name in _RAW_ENDS else end

    def _start(self, name: str, begin: int, end: int) -> None:
        """A start tag with attributes, from `begin` to `end`."""
        raw = self.source[begin:end]
        hiding = self.hiding
        if raw in self.dull and name != "template" and not hiding.open:
            return
        attributes, dull = self._attributes(name, begin, end)
        if hiding.open or hiding.hides(name, attributes, raw):
            hiding.start(name, self.body.length)
        elif dull and name not in VOID:
            self.dull.add(raw)

    def _declaration(self, at: int) -> int:
        """A comment, a DOCTYPE, CDATA, an instruction."""
        source = self.source
        if source.startswith("<![CDATA[", at):
            return at + 9
        if source.startswith("<!--", at):
            end = source.find("-->", at + 2)
            begin, stop, after = at + 4, max(at + 4, end), end + 3
        else:
            end = source.find(">", at)
            begin, stop, after = at + 2, end, end + 1
            if source[at + 2 : at + 9].lower() == "doctype":
                begin = stop
        if end < 0:
            stop = after = len(source)
        if stop > begin:
            self._aside(begin, stop)
        return after

    def _aside(self, begin: int, end: int) -> None:
        raw = self.source[begin:end]
        if raw.isspace():
            return
        self._quoted(self.asides, raw, begin, end)
        if len(self.document.facts) < _MOST_FACTS:
            words = _MARKUP.sub(" ", raw[:2000])
            if _WORDS.search(words):
                where = self.lines.at(begin)
                value = " ".join(words.split())[:200]
                self.document.facts.append(Fact("meta-comment", where, _COMMENT, value, Confidence.POSSIBLE))

    def _quoted(self, quotes: Quotes, raw: str, begin: int, end: int) -> None:
        turned = quotes.turned(raw) if "&" in raw or "\\u" in raw or "%" in raw else raw
        quotes.quote(turned + "\n", begin, end)

    def _words(self, begin: int, end: int) -> None:
        raw = self.source[begin:end]
        if self.pre:
            self._kept(raw, begin)
            return
        if self.last in " \n\t":
            short = raw.lstrip(" \t\r\n\f")
            begin += len(raw) - len(short)
            raw = short
        if raw:
            text = self.body.turned(raw) if "&" in raw else _BLANKS.sub(" ", raw)
            self.last = text[-1:] or self.last
            self.body.quote(text, begin, end)

    def _kept(self, raw: str, begin: int) -> None:
        """Text whose line breaks count."""
        for line in raw.splitlines(keepends=True):
            bare = line.rstrip("\r\n")
            if bare:
                self.body.quote(self.body.turned(bare), begin, begin + len(bare))
                self.last = bare[-1]
            if bare != line:
                self._break()
            begin += len(line)

    def _raw(self, name: str, at: int) -> int:
        """What stands in an element without tags inside, from `at`; gives the place of its end tag."""
        found = _RAW_ENDS[name].search(self.source, at)
        end = found.start() if found else len(self.source)
        if name not in _RAW:
            self.pre += 1
            self._words(at, end)
            self.pre -= 1
        elif end > at:
            raw = self.source[at:end]
            if not raw.isspace():
                self._quoted(self.code, raw, at, end)
            if name == "style":
                self.hiding.sheet(raw)
                self.dull.clear()
        return end

    def _opened(self, name: str, kind: int) -> None:
        if kind == _CELL:
            if self.cell is not None:
                self._end_cell()
            if self.last != "\n":
                self.body.add("\t")
                self.last = "\t"
            self.cell = len(self.body.pieces)
            return
        if kind == _ROW:
            self._end_cell()
        if self.last != "\n":
            self._break()
        if name == "pre":
            self.pre += 1

    def _closed(self, name: str, kind: int) -> None:
        if kind >= _ROW:
            self._end_cell()
        if kind != _CELL:
            if self.last != "\n":
                self._break()
            if name == "pre" and self.pre:
                self.pre -= 1

    def _break(self) -> None:
        """A line ends, unless a new one has just begun, or a cell."""
        if self.last != "\n" and self.cell != len(self.body.pieces):
            if self.cell is not None:
                self.breaks.append(len(self.body.pieces))
            self.body.add("\n")
            self.last = "\n"

    def _end_cell(self) -> None:
        """The lines of a short cell become one: a row is a line."""
        if self.cell is None:
            return
        pieces = self.body.pieces
        if self.breaks and sum(map(len, pieces[self.cell :])) <= _SHORT_CELL:
            for index in self.breaks:
                pieces[index] = " "
            self.last = " " if self.last == "\n" else self.last
        self.cell = None
        self.breaks.clear()

    def _attributes(self, name: str, begin: int, end: int) -> tuple[dict[str, str], bool]:
        """The attributes of a tag, and whether they say nothing; what they say goes where it belongs."""
        found: dict[str, str] = {}
        said: list[tuple[str, int, int]] = []
        for match in _ATTRIBUTE.finditer(self.source, begin, end):
            index = match.lastindex or 2
            key = match[1].lower()
            value = match[index]
            found.setdefault(key, value)
            if len(value) > 1 and key not in _DULL:
                said.append((key, *match.span(index)))
        for key, first, last in said:
            raw = self.source[first:last]
            if key in _LINKS:
                if last - first > 4:
                    self._quoted(self.links, raw, first, last)
            elif not (key in ("id", "name", "property") and name != "a"):
                self._say(_label(name, key, found), raw, first, last)
        if name == "meta":
            self._meta(found)
        return found, not said

    def _say(self, label: str, raw: str, first: int, last: int) -> None:
        if label:
            self.shown.add(label + ": ")
        self._quoted(self.shown, raw, first, last)

    def _meta(self, found: dict[str, str]) -> None:
        name = (found.get("name") or found.get("property") or "").lower()
        value = unescape(found.get("content", ""))
        if name in _PERSONS and is_somebody(value):
            self.document.facts.append(Fact("meta-author", FieldPlace(name), _AUTHOR, value))


def _label(name: str, key: str, found: dict[str, str]) -> str:
    """What an attribute is called where its value alone would say too little."""
    if name in ("meta", "input", "param", "button"):
        called = found.get("name") or found.get("property") or found.get("id") or ""
        return called if key in ("content", "value") else ""
    return key.removeprefix("data-") if key.startswith("data-") else ""
