"""修订 · Tracked changes of a story: what was deleted, moved, inserted, and by whom (ISO/IEC 29500-1 17.13.5)."""

from __future__ import annotations

import re
from typing import NamedTuple, Protocol

from sansi.check.extract.document import Document, Fact
from sansi.check.extract.wordml_asides import Line
from sansi.check.extract.wordml_names import DELETED, P, T, W
from sansi.check.extract.xmls import Element
from sansi.check.model import Both, Confidence
from sansi.check.place import ParagraphPlace

_GONE = {f"{W}del": "deleted", f"{W}moveFrom": "moved"}
_NEW = {f"{W}ins": "inserted", f"{W}moveTo": "moved here"}
_FORMAT = {
    W + n: "format"
    for n in (
        "rPrChange pPrChange tblPrChange tblGridChange trPrChange tcPrChange sectPrChange numberingChange"
        " tblPrExChange cellIns cellDel cellMerge"
    ).split()
}
_CHANGES = {**_GONE, **_NEW, **_FORMAT}
_SAID = {
    "deleted": Both(
        "删掉的文字还在文件里，写着删除人", "deleted text is still in the file, with who deleted it"
    ),
    "moved": Both(
        "移走的文字还留着原处的一份", "text that was moved is still where it was, with who moved it"
    ),
    "inserted": Both("插入的文字记着是谁写的", "an insertion that tells who wrote it"),
    "moved here": Both("移来的文字记着是谁移的", "text moved here, with who moved it"),
    "format": Both("格式修订记着是谁改的", "a change of format that tells who made it"),
}
_TEXTS = (T, DELETED, f"{W}tab", f"{W}br")
_WORD = re.compile(r"[0-9A-Za-z@.\-_]*")
# As much of what stands around a deletion as a label needs.
_AROUND = 40
_MOST = 200


class Changed(Protocol):
    """What is needed of a story."""

    root: Element
    part: str
    aside: set[Element]

    def number_of(self, element: Element) -> int:
        """The number of the paragraph of `element`."""
        ...


class _Key(NamedTuple):
    sort: str
    author: str
    number: int


def read(story: Changed, document: Document) -> list[Line]:
    """Report the changes of `story`; its paragraphs as they were before, where something was taken out of them."""
    texts: dict[_Key, str] = {}
    inserted: set[Element] = set()
    before: dict[Element, int] = {}
    for change in story.root.iter(*_CHANGES):
        sort = _CHANGES[change.tag]
        number = story.number_of(change)
        held = list(change.iter(T, DELETED))
        if change.tag in _GONE:
            story.aside.update(held)
            before |= dict.fromkeys(_paragraphs(change), number) if held else {}
        elif change.tag in _NEW:
            inserted.update(t for t in held if t.tag == T)
        key = _Key(sort, change.get(f"{W}author") or "", 0 if sort == "format" else number)
        texts[key] = texts.get(key, "") + "".join(t.text or "" for t in held)
    document.facts += _facts(texts, story.part)
    inserted -= story.aside
    return [_as_it_was(p, n, inserted, story) for p, n in before.items()]


def _paragraphs(change: Element) -> list[Element]:
    """The paragraph a change stands in, or those it holds."""
    above = next(change.iterancestors(P), None)
    return [above] if above is not None else list(change.iter(P))


def _facts(texts: dict[_Key, str], part: str) -> list[Fact]:
    facts = []
    for key, text in list(texts.items())[:_MOST]:
        sure = Confidence.POSSIBLE if key.sort == "format" else Confidence.LIKELY
        place = ParagraphPlace("deleted" if key.sort in {"deleted", "moved"} else part, key.number or 1)
        value = f"{key.author}: {text[:200]}" if text else key.author
        facts.append(Fact("meta-tracked-change", place, _SAID[key.sort], value, sure))
    more = len(texts) - _MOST
    if more > 0:
        said = Both(f"另有 {more} 处修订", f"{more} more changes")
        facts.append(Fact("meta-tracked-change", ParagraphPlace(part, 1), said))
    return facts


def _as_it_was(paragraph: Element, number: int, inserted: set[Element], story: Changed) -> Line:
    """A paragraph before the changes: an identifier of which only the end was deleted is whole in it.

    What was kept is cut down to a few words around the deletions, for it is in the body already.
    """
    pieces: list[tuple[str, str]] = []
    for element in paragraph.iter(*_TEXTS):
        if element.tag in (T, DELETED):
            if element not in inserted:
                gone = element.tag == DELETED or element in story.aside
                pieces.append((element.text or "", "deleted" if gone else story.part))
        else:
            pieces.append(("\t" if element.tag == _TEXTS[2] else "\n", story.part))
    return Line("deleted", number, tuple(_cut(pieces)))


def _cut(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """`pieces` with every stretch that was kept shortened; a word or number at a cut is left out whole."""
    joined: list[tuple[str, str]] = []
    for text, part in pieces:
        if joined and joined[-1][1] == part:
            joined[-1] = (joined[-1][0] + text, part)
        else:
            joined.append((text, part))
    cut = []
    for at, (text, part) in enumerate(joined):
        if part != "deleted" and len(text) > 2 * _AROUND:
            head = "" if at == 0 else _WORD.sub("", text[:_AROUND][::-1], count=1)[::-1]
            tail = "" if at == len(joined) - 1 else _WORD.sub("", text[-_AROUND:], count=1)
            text = f"{head} … {tail}"  # noqa: PLW2901 - the shortened stretch takes its place
        cut.append((text, part))
    return cut
