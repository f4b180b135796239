"""文字处理的正文 · The stories of a word processor: body, headers, notes, comments (ISO/IEC 29500-1 17).

One pass gathers the text that is seen. What is rare (deletions, hidden runs, fields, alternative texts …) is
looked for only where its name occurs in the bytes at all: that is what makes a plain document cheap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from sansi.check.extract import wordml_asides as asides
from sansi.check.extract import wordml_changes as changes
from sansi.check.extract import wordml_hidden as hiding
from sansi.check.extract.document import Document, Segment, Weave
from sansi.check.extract.opc import Relation
from sansi.check.extract.wordml_names import MC, RT, P, T, W
from sansi.check.extract.xmls import Element
from sansi.check.place import ParagraphPlace, Place

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TAB, _PTAB, _BR, _CR = f"{W}tab", f"{W}ptab", f"{W}br", f"{W}cr"
_ROW, _CELL, _SPAN = f"{W}tr", f"{W}tc", f"{W}gridSpan"
_HYPHEN, _SYMBOL, _RUN = f"{W}noBreakHyphen", f"{W}sym", f"{W}r"
_FLOW = (T, P, _TAB, _BR, _CELL, _ROW, _SPAN, _CR, _PTAB, _HYPHEN, _SYMBOL, _MATH)
_MARKS = {_BR: "\n", _CR: "\n", _PTAB: "\t", _HYPHEN: "-", _ROW: "\n"}
_BOX = f"{W}txbxContent"
_WIDEST = 64


Relations = Callable[[], dict[str, Relation]]
"""The relationships of the part a story stands in."""
Styles = Callable[[frozenset[str]], dict[str, hiding.Way]]
"""The ids of the styles that hide text, if any of those given does."""


class Story:
    """One story and its text; `part` is the word for its places, `number` counts its paragraphs from 1."""

    def __init__(self, root: Element, has: frozenset[str], part: str) -> None:
        """Take `root`, in the bytes of which the rare names `has` occur, for the story `part`."""
        self.root = root
        # While they are held here, asking a paragraph what it stands in makes no new object each time.
        # None of them is a cell: those stand two levels further down.
        self._held = list(root)
        self.has = has
        self.part = part
        self.aside: set[Element] = set()
        """Texts that are not part of what is seen: deleted, moved away, readings above a word."""
        self.hidden: dict[Element, hiding.Way] = {}
        self.boxes: list[Element] = []
        self._pieces: list[str] = []
        # Which piece each stretch begins with; the offsets are reckoned when somebody asks for a place.
        self._starts: list[int] = []
        self._offsets: list[int] = []
        # Negative: the hidden text of that paragraph.
        self._numbers: list[int] = []
        self._of: dict[Element, int] = {}
        self._span = 0

    def number_of(self, element: Element) -> int:
        """The number of the paragraph that `element` is, or is in."""
        if not self._of:
            self._of = {p: n for n, p in enumerate(self.root.iter(P), 1)}
        while element is not None and element.tag != P:
            element = element.getparent()
        return self._of.get(element, 1)

    def read(self, document: Document, relations: Relations, styles: Styles) -> list[str]:
        """Put text and facts into `document`; the addresses of links that have found their place."""
        has = self.has
        self._separate()
        lines: list[asides.Line] = []
        if "author=" in has:
            lines += changes.read(self, document)
        used = hiding.used_styles(self.root) if "Style " in has else frozenset[str]()
        # Styles are big: they are unpacked only where one is used.
        self.hidden = hiding.runs(self.root, has, styles(used) if used else {})
        self._flow()
        document.segments += self._segments()
        if self.hidden:
            document.facts += hiding.facts(self)
        links = asides.links(self, relations)
        lines += links
        lines += asides.read(self, document)
        document.segments += _segments_of(lines)
        return [line.text for line in links] + self._boxed(document, relations, styles)

    def _separate(self) -> None:
        """Take out what stands in the tree beside the flow: text boxes, their copies, readings of words."""
        if "drawn" in self.has:
            for alternate in list(self.root.iter(f"{MC}AlternateContent")):
                _drop_copy(alternate)
        if "drawn" in self.has and self.part != "textbox":
            self.boxes = list(self.root.iter(_BOX))
            for box in self.boxes:
                box.getparent().remove(box)
        if ":rt>" in self.has:
            self.aside.update(t for rt in self.root.iter(RT) for t in rt.iter(T))

    def _boxed(self, document: Document, relations: Relations, styles: Styles) -> list[str]:
        """The text boxes of this story, as a story of their own."""
        if not self.boxes:
            return []
        together = self.root.makeelement("boxes")
        together.extend(self.boxes)
        return Story(together, self.has, "textbox").read(document, relations, styles)

    def _flow(self) -> None:
        """The text that is seen, and the hidden text where it stands in it."""
        pieces, starts, numbers = self._pieces, self._starts, self._numbers
        aside, hidden = self.aside, self.hidden
        homes = {self.root, *self._held}
        number = 0
        last = ""
        for element in self.root.iter(*_FLOW):
            tag = element.tag
            if tag == T:
                text = element.text
                if not text or (aside and element in aside):
                    continue
                if hidden and element.getparent() in hidden:
                    starts += (len(pieces), len(pieces) + 1)
                    numbers += (-number, number)
                last = tag
            elif tag == P:
                number += 1
                above = element.getparent()
                text = ("\n" if above in homes else _before(above, last)) if pieces else ""
                starts.append(len(pieces) + 1)
                numbers.append(number)
                last = tag
            else:
                text = self._mark(element, tag, last)
                if tag != _SPAN:
                    last = tag
            pieces.append(text)

    def _mark(self, element: Element, tag: str, last: str) -> str:
        """The characters that a mark other than text and paragraph stands for."""
        if tag == _TAB:
            # Elsewhere it is a stop on the ruler.
            return "\t" if element.getparent().tag == _RUN else ""
        if tag == _CELL:
            tabs, self._span = (0 if last == _ROW else 1 + self._span), 0
            return "\t" * tabs
        if tag == _ROW:
            self._span = 0
        elif tag == _SPAN:
            self._span = min(_WIDEST, _whole(element.get(f"{W}val"))) - 1
        elif tag == _SYMBOL:
            return _symbol(element.get(f"{W}char") or "")
        elif tag == _MATH:
            return str(element.text or "")
        return _MARKS.get(tag, "")

    def _segments(self) -> list[Segment]:
        text = "".join(self._pieces)
        return [Segment(text, self._locate)] if text.strip() else []

    def _locate(self, start: int, _end: int) -> Place:
        if not self._offsets:
            ends = list(accumulate(map(len, self._pieces), initial=0))
            self._offsets = [ends[piece] for piece in self._starts]
        number = self._numbers[bisect_right(self._offsets, start) - 1] if self._starts else 1
        return ParagraphPlace("hidden", -number) if number < 0 else ParagraphPlace(self.part, number or 1)


def _before(above: Element, last: str) -> str:
    """What parts a paragraph below `above` from what is before it: those of one cell stay in one line."""
    while above is not None and above.tag in _TRANSPARENT:
        above = above.getparent()
    if above is not None and above.tag == _CELL:
        return "" if last == _CELL else " "
    return "\n"


_TRANSPARENT = frozenset({f"{W}sdtContent", f"{W}sdt", f"{W}customXml", f"{W}smartTag"})


def _whole(number: str | None) -> int:
    return int(number) if number and number.isascii() and number.isdigit() and len(number) < 6 else 1


def _symbol(code: str) -> str:
    """The character of a symbol; fonts of pictures have theirs in the private area, which says nothing."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 else ""


def _drop_copy(alternate: Element) -> None:
    """Take away the copy for old programs where it says the same; a different one is read too."""
    choices = [c for c in alternate if c.tag == f"{MC}Choice"]
    said = {_said(c) for c in choices}
    for other in list(alternate):
        if other.tag == f"{MC}Fallback" and (not _said(other) or _said(other) in said):
            alternate.remove(other)


def _said(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(T))


def _segments_of(lines: list[asides.Line]) -> list[Segment]:
    """One segment for each part that has lines of its own."""
    segments = []
    for part in dict.fromkeys(line.part for line in lines):
        weave = Weave()
        for line in lines:
            if line.part == part:
                for text, there in line.pieces:
                    weave.add(text, ParagraphPlace(there, line.number))
                weave.add("\n")
        segments += weave.segments()
    return segments
