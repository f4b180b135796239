"""Every rule finds its own hits, spares its own misses, and says what it must in both languages."""

from __future__ import annotations

import pytest

from sansi.check import Checker, Confidence, Rule
from sansi.check.rules import shipped

RULES = shipped()
HITS = [pytest.param(rule, hit, id=f"{rule.id}-{i}") for rule in RULES for i, hit in enumerate(rule.hits)]
MISSES = [
    pytest.param(rule, miss, id=f"{rule.id}-{i}") for rule in RULES for i, miss in enumerate(rule.misses)
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(RULES)


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without «», and the places that stood between them."""
    plain, spans, start = "", [], 0
    for c in text:
        if c == "«":
            start = len(plain)
        elif c == "»":
            spans.append((start, len(plain)))
        else:
            plain += c
    return plain, spans


def found(checker: Checker, rule: Rule, text: str) -> list[tuple[int, int]]:
    return [
        (f.start, f.end)
        for f in checker.check(text)
        if f.rule == rule.id and f.confidence is not Confidence.POSSIBLE
    ]


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_a_rule_finds_its_hits_exactly(checker: Checker, rule: Rule, hit: str) -> None:
    text, spans = marked(hit)

    assert spans, "mark what must be found with «»"
    assert found(checker, rule, text) == spans


@pytest.mark.parametrize(("rule", "miss"), MISSES)
def test_a_rule_spares_its_misses(checker: Checker, rule: Rule, miss: str) -> None:
    assert found(checker, rule, miss) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    for words in (rule.title, rule.why, rule.advice):
        assert words.zh
        assert words.en
        assert words.zh != words.en
    assert rule.source
    # What readers find has no examples in text: its plants are in tests/check/extract.
    assert bool(rule.hits) is bool(rule.misses) is bool(rule.triggers)


def test_ids_are_unique_and_name_their_module() -> None:
    ids = [rule.id for rule in RULES]

    assert len(ids) == len(set(ids))
    for rule in RULES:
        assert rule.find.__module__.split(".")[1] == "check"
