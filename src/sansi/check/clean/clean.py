"""清理一个文件 · Clean a file, look at it again, and say what became of everything that was hidden in it.

The readers tell what was hidden before and what still is: so nothing is called removed that is still there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sansi.check.clean.cleaner import Cleaned, Order, cleaner_of
from sansi.check.extract.budget import Budget
from sansi.check.extract.document import Document, Fact, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.reader import Line
from sansi.check.model import Both
from sansi.check.verify import leaks
from sansi.check.verify.needles import Needles

_MOST = 50
_SPLIT = ": "
# A comment that says 正文, an author called Office: such words are names of styles and programs too, and prove nothing.
_WORD = re.compile(r"[A-Za-z]*")
_SHORTEST, _SHORTEST_NAME = 6, 2


def clean(data: bytes, name: str = "", *, hidden: bool = False, budget: Budget | None = None) -> Cleaned:
    """`data` without what is hidden in it, verified. Raises Unreadable, with what to do, when that can't be done.

    With `hidden`, what is there but not shown goes too: hidden text, sheets, rows, slides, speaker notes.
    """
    cleaner = cleaner_of(data)
    before = extract(data, name, ocr=_NO_WORDS, budget=_fresh(budget))
    done = cleaner.clean(data, Order(_fresh(budget), hidden))
    after = extract(done.data, name, ocr=_NO_WORDS, budget=_fresh(budget))
    gone = _gone(before.facts, after.facts)
    if found := leaks(done.data, _values(gone, after), name=name):
        raise Unreadable(_not_gone(found))
    return Cleaned(
        done.data,
        list(dict.fromkeys([*_said(gone), *done.removed]))[:_MOST],
        list(dict.fromkeys([*_said_with_place(after.facts), *done.left, *_gaps(after)]))[:_MOST],
    )


class _Blind:
    """Cleaning leaves what pictures show as it is: nobody need read the words in them."""

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:  # noqa: ARG002 - see `Ocr`
        """No words."""
        return ()


_NO_WORDS = _Blind()


def _fresh(budget: Budget | None) -> Budget:
    """Each reading has the whole of the limits, and all have the same time."""
    return Budget(until=budget.until) if budget else Budget()


def _key(fact: Fact) -> tuple[str, str, str]:
    return fact.rule, fact.said.en, fact.value


def _gone(before: Iterable[Fact], after: Iterable[Fact]) -> list[Fact]:
    still = {_key(fact) for fact in after}
    return [fact for fact in before if _key(fact) not in still]


def _values(gone: list[Fact], after: Document) -> Iterator[str]:
    """What must be nowhere any more: the values of the facts, unless what is left shows them as well."""
    kept = "\n".join([s.text for s in after.segments] + [f.value for f in after.facts])
    for fact in gone:
        shortest = _SHORTEST_NAME if fact.rule == "meta-author" else _SHORTEST
        for value in {fact.value, *fact.value.split(_SPLIT, 1)}:
            if len(value) < shortest or _WORD.fullmatch(value) or value.endswith(" bytes"):
                continue
            if not Needles([value]).in_text(kept):
                yield value


def _said(facts: Iterable[Fact]) -> Iterator[Both]:
    for said, count in Counter(fact.said for fact in facts).items():
        yield said if count == 1 else Both(f"{said.zh}（{count} 处）", f"{said.en} ({count} ×)")


def _said_with_place(facts: Iterable[Fact]) -> Iterator[Both]:
    for fact in facts:
        yield Both(f"{fact.where.said('zh')}：{fact.said.zh}", f"{fact.where.said('en')}: {fact.said.en}")


def _gaps(document: Document) -> Iterator[Both]:
    for gap in document.gaps:
        yield Both(
            f"没能检查，可能还有隐藏的信息：{gap.zh}", f"not looked into, where more may be hidden: {gap.en}"
        )


def _not_gone(found: list[Both]) -> Both:
    return Both(
        f"清理后复核，仍有残留（{found[0].zh}），因此没有写出；请用原来的软件另存一份再清理",
        f"after cleaning something was still there ({found[0].en}), so nothing was written: "
        "save it anew in its own program and clean that",
    )
