"""规则自己的正则 · One complete regex for every form that our rules know, drawn from the rules themselves.

What a search with "the same patterns" would have to look for: label, sign, value, for each issuer and
country; and by hand, in `patterns.py`, what rules know that are programs. As everywhere here, no check
digit, no context, no look-around: those no such search has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bench.speed.patterns import PATTERNS, WRITTEN_APART
from sansi.check.evidence.national import Scheme
from sansi.check.evidence.secrets import Following, Form, Labelled, Prefixed
from sansi.check.model import Rule
from sansi.check.rules import shipped

_LOOK_AROUND = re.compile(r"\(\?<?[!=](?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)")
_SIGN = "[\"'`]?[ \\t]{0,3}(?:[:=：＝]|=>|是|为|is)[ \\t]{0,3}[\"'`]?"


def _plain(pattern: str) -> str:
    """`pattern` in the syntax that automata share: without look-around and possessive repeats."""
    shared = _LOOK_AROUND.sub("", pattern).replace("(?>", "(?:")
    return re.sub(r"(?<!\\)([*+?}])\+", r"\1", shared)


def _any_of(words: tuple[str, ...]) -> str:
    return "(?i:" + "|".join(map(re.escape, words)) + ")"


def _forms(rule: Rule) -> list[Form]:
    """The forms that `secrets.finder` was given."""
    held: Any = [cell.cell_contents for cell in getattr(rule.find, "__closure__", None) or ()]
    tables = [table for table in held if isinstance(table, dict)]
    return list(dict.fromkeys(form for table in tables for forms in table.values() for form in forms))


def _of_form(form: Form) -> str:
    if isinstance(form, Prefixed):
        return ("(?i)" if form.any_case else "") + f"(?:{_plain(form.pattern)})"
    if isinstance(form, Labelled):
        return f"{_any_of(form.words)}[0-9A-Za-z_.-]{{0,24}}{_SIGN}(?:{_plain(form.value)})"
    assert isinstance(form, Following)
    return f"{_any_of(form.words)}[^\\n]{{0,40}}(?:{_plain(form.value)})"


def of_rule(rule: Rule) -> Iterator[str]:
    """What a regex can say of `rule`: nothing for a rule that is a program of its own."""
    scheme = getattr(rule.find, "__self__", None)
    if isinstance(scheme, Scheme):
        yield f"{_any_of(scheme.labels)}{_SIGN}(?:{_plain(scheme.written)})"
        if scheme.shape:
            yield _plain(scheme.bare or scheme.written)
    for form in _forms(rule):
        yield _of_form(form)


EVERY_FORM: tuple[str, ...] = tuple(
    dict.fromkeys([*PATTERNS, *WRITTEN_APART, *(p for rule in shipped() for p in of_rule(rule))])
)
"""Every form of every rule, and the numbers also written apart."""
