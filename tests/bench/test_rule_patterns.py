"""The patterns that ripgrep is given are those of our rules, and find what our rules find."""

from __future__ import annotations

import re

import pytest

from bench.speed.rule_patterns import EVERY_FORM, of_rule
from sansi.check.model import Rule
from sansi.check.rules import shipped

RULES = [rule for rule in shipped() if list(of_rule(rule))]


def test_every_issuer_and_every_country_has_a_pattern() -> None:
    assert len(RULES) > 120
    assert len(EVERY_FORM) > 250


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_pattern_finds_most_of_what_its_rule_finds(rule: Rule) -> None:
    patterns = [re.compile(p) for p in of_rule(rule)]
    plain = [hit.replace("«", "").replace("»", "") for hit in rule.hits]

    found = [text for text in plain if any(p.search(text) for p in patterns)]

    # A table or a wrapped line is beyond one regex.
    assert found
