"""分组 · Findings as a page lists them: by what they cost, then by what they are, each explained once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sansi.check.model import Rule, Severity
from sansi.check.redact import masked
from sansi.check.report.explain import CATEGORIES, CONFIDENCES
from sansi.check.report.result import Item

COSTS = (*(str(s) for s in Severity), "hint")
"""How the groups are called, the dearest first; a hint is what by itself does not have to change."""


class Place(NamedTuple):
    """One finding in the list. `instead` is what one click puts in its place, where it stands in a text."""

    number: int
    item: Item
    shown: str
    instead: str
    said: str
    sure: str
    reason: str
    before: str
    after: str


class Kind(NamedTuple):
    """All findings of one rule that cost the same."""

    rule: Rule
    title: str
    category: str
    why: str
    advice: str
    places: list[Place]


class Group(NamedTuple):
    """All findings that cost the same."""

    cost: str
    size: int
    kinds: list[Kind]


def cost_of(item: Item) -> str:
    """The group that `item` is in."""
    return "hint" if item.hint else str(item.severity)


def groups(
    items: Sequence[Item], rules: Mapping[str, Rule], lang: str, text: str | None = None
) -> list[Group]:
    """`items`, numbered from 1 in their order, in groups. With the `text` they stand in, as it stands there."""
    found: dict[str, dict[str, list[Place]]] = {cost: defaultdict(list) for cost in COSTS}
    for number, item in enumerate(items, 1):
        found[cost_of(item)][item.rule].append(_place(number, item, rules[item.rule], lang, text))
    return [
        Group(cost, sum(map(len, kinds.values())), [_kind(rules[r], lang, p) for r, p in kinds.items()])
        for cost, kinds in found.items()
        if kinds
    ]


def _kind(rule: Rule, lang: str, places: list[Place]) -> Kind:
    category = CATEGORIES[rule.category].in_(lang)
    return Kind(rule, rule.title.in_(lang), category, rule.why.in_(lang), rule.advice.in_(lang), places)


def _place(number: int, item: Item, rule: Rule, lang: str, text: str | None) -> Place:
    value = "" if text is None else text[item.start : item.end]
    end = item.at + len(item.text)
    return Place(
        number=number,
        item=item,
        shown=value or item.text,
        instead=masked(value, rule.keep) if value else "",
        said=item.place.in_(lang),
        sure=CONFIDENCES[item.confidence].in_(lang),
        reason=item.reason.in_(lang),
        before=item.line[: item.at],
        after=item.line[end:],
    )
