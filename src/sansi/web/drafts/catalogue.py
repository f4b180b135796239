"""规则目录 · All rules in force as a page lists them: by what they are about, with where each comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sansi.check.model import Category, Rule
from sansi.check.report.explain import CATEGORIES, SEVERITIES


class Entry(NamedTuple):
    """One rule, in the language of the page. `origin` is "" for those that ship."""

    id: str
    title: str
    severity: str
    severity_said: str
    why: str
    origin: str


class Chapter(NamedTuple):
    """All rules about one sort of thing."""

    title: str
    entries: list[Entry]


def catalogue(rules: Mapping[str, Rule], lang: str) -> list[Chapter]:
    """`rules` by category, in the order of the categories, then of their titles."""
    chapters = []
    for category in Category:
        here = [rule for rule in rules.values() if rule.category is category]
        if here:
            entries = [_entry(rule, lang) for rule in sorted(here, key=lambda r: r.id)]
            chapters.append(Chapter(CATEGORIES[category].in_(lang), entries))
    return chapters


def _entry(rule: Rule, lang: str) -> Entry:
    origin = "" if rule.origin == "sansi" else rule.origin
    said = SEVERITIES[rule.severity].in_(lang)
    return Entry(rule.id, rule.title.in_(lang), str(rule.severity), said, rule.why.in_(lang), origin)
