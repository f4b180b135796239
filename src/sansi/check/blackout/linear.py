"""铺平的文字 · The words of an XML tree in a row, each knowing its node, so that a value across runs is seen whole.

What is taken out of the row is taken out of the nodes; everything else of them stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from sansi.check.blackout.task import Task
from sansi.check.blackout.values import Stretch, replaced
from sansi.check.extract.xmls import Element, local

# Elements of a line of words: their borders part nothing. `f` and the like are not among them.
_INLINE = frozenset(
    """r t rPr ins del moveFrom moveTo hyperlink smartTag sdt sdtContent sdtPr fldSimple fld bdo dir proofErr bookmarkStart
    bookmarkEnd delText instrText delInstrText noBreakHyphen softHyphen lastRenderedPageBreak customXml ruby rubyBase
    commentRangeStart commentRangeEnd commentReference annotationRef footnoteReference endnoteReference fldChar tab
    span a s bookmark bookmark-start bookmark-end soft-page-break change change-start change-end reference-mark
    text-input placeholder meta meta-field drawing pict object AlternateContent Choice Fallback endParaRPr
    ruby-base reference-mark-start reference-mark-end rFonts sz lang b i u color highlight vanish""".split()
)
_LINE_ENDS = frozenset("p h br cr line-break tr row table-row".split())
# What stands beside a line of words, though the file has it within the line.
_ASIDE = frozenset(
    "txbxContent txBody note annotation rPh rt ruby-text footnote endnote frame custom-shape".split()
)
_OTHER_STORIES = frozenset("delText instrText delInstrText".split())


class Row:
    """Words in a row, and where each piece of them comes from."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._pieces: list[tuple[int, str, Element, bool]] = []
        self._length = 0

    def add(self, text: str, node: Element, *, tail: bool) -> None:
        """Append the text, or the tail, of `node`."""
        self._pieces.append((self._length, text, node, tail))
        self.part(text)

    def part(self, text: str) -> None:
        """Append what comes from nowhere."""
        self._parts.append(text)
        self._length += len(text)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def edit(self, cuts: list[Stretch]) -> None:
        """Make `cuts`: what stands instead goes where the first character stood."""
        todo = iter(cuts)
        cut = next(todo, None)
        placed: Stretch | None = None
        for start, text, node, tail in self._pieces:
            end = start + len(text)
            here = []
            while cut and cut.start < end:
                if cut.end > start:
                    instead = "" if placed is cut else cut.instead
                    here.append(Stretch(max(cut.start, start) - start, min(cut.end, end) - start, instead))
                    placed = cut
                if cut.end > end:
                    break
                cut = next(todo, None)
            if here:
                _put(node, replaced(text, here), tail=tail)


def _put(node: Element, text: str, *, tail: bool) -> None:
    if tail:
        node.tail = text
    else:
        node.text = text
        if text != text.strip() and ("wordprocessingml" in node.tag or "spreadsheetml" in node.tag):
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def rows(root: Element, without: frozenset[str] = frozenset()) -> Iterator[Row]:
    """The rows of a tree: the main one, and one for each thing that stands beside it."""
    whole: list[Row] = []
    _walk(root, without, whole)
    yield from whole


def _walk(root: Element, without: frozenset[str], done: list[Row]) -> None:
    open_rows = [Row()]
    # Not by recursion, however deep the tree.
    waiting: list[tuple[Element, bool]] = [(root, False)]
    while waiting:
        element, leaving = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        name = local(element)
        if leaving:
            if name in _ASIDE:
                done.append(open_rows.pop())
            open_rows[-1].part(_border(name))
            if element.tail and element is not root:
                open_rows[-1].add(element.tail, element, tail=True)
            continue
        if name in _ASIDE:
            open_rows.append(Row())
        waiting.append((element, True))
        if name in without:
            continue
        if name in ("tab", "s", "noBreakHyphen"):
            open_rows[-1].part(" ")
        if element.text:
            open_rows[-1].add(element.text, element, tail=False)
        waiting.extend((child, False) for child in reversed(element))
    done.extend(open_rows)


def _border(name: str) -> str:
    if name in _INLINE or name in _ASIDE:
        return ""
    return "\n" if name in _LINE_ENDS else "\t"


def edit_words(root: Element, task: Task) -> bool:
    """Take out of the words of a tree what has to go; whether there was anything."""
    changed = False
    stories = {local(e) for e in root.iter() if isinstance(e.tag, str)} & _OTHER_STORIES
    passes: list[frozenset[str]] = [frozenset()]
    if stories:
        # A sentence with what was deleted from it, without, and what was deleted by itself.
        passes += [_OTHER_STORIES, *(_OTHER_STORIES - {one} | {"t"} for one in sorted(stories))]
    for left_out in passes:
        for row in rows(root, left_out):
            if cuts := task.cuts(row.text):
                row.edit(cuts)
                changed = True
    for element in root.iter():
        if element.text and "%" in element.text and (clean := without(element.text, task)) != element.text:
            # The address of a link in a field code.
            element.text = clean
            changed = True
    return changed


def edit_attributes(
    elements: Iterable[Element], task: Task, put: Callable[[Element, str, str], None]
) -> bool:
    """Take out of every attribute what has to go, each by itself; `put` sets it anew."""
    changed = False
    for element in elements:
        if not isinstance(element.tag, str):
            continue
        for key, value in element.items():
            if len(value) < 2:
                continue
            clean = without(value, task)
            if clean != value:
                put(element, key, clean)
                changed = True
    return changed


def without(value: str, task: Task) -> str:
    """An attribute without what has to go, also where an address has it in %-escapes."""
    plain = unquote(value) if "%" in value else value
    cuts = task.known(plain)
    return replaced(plain, cuts) if cuts else value
