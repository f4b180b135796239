"""预筛计划 · All triggers of all rules, each written once, numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, Protocol

from sansi.check.model import Rule, Shape, Sized, Trigger, Words


class Mark(NamedTuple):
    """An occurrence, in bytes: pattern `number` ends at `end`."""

    end: int
    number: int


class Engine(Protocol):
    """Finds the patterns of a plan in UTF-8 bytes. Every call is safe from any thread."""

    name: str

    def marks(self, data: bytes) -> list[tuple[int, int]]:
        """(end, number) of every word, and of at least one match in every run of a shape.

        Words that are `barred` are left out.
        """
        ...


@dataclass(frozen=True, slots=True)
class Literal:
    """A word to find, as bytes; `any_case` concerns ASCII letters."""

    raw: bytes
    any_case: bool


ANY_SIZE = -1
"""Asks for a run whatever its size: has every bit, and so the one that every run has."""


class Asker(NamedTuple):
    """A rule that asked for a pattern: the sizes it wants of a shape, what may follow a word."""

    rule: Rule
    wanted: int
    before_han: frozenset[str] | None = None


@dataclass(frozen=True)
class Plan:
    """Patterns by number: first the literals, then the shapes, each with the rules that asked."""

    literals: tuple[Literal, ...]
    shapes: tuple[Shape, ...]
    askers: tuple[tuple[Asker, ...], ...]

    @cached_property
    def before_han(self) -> tuple[frozenset[bytes] | None, ...]:
        """The Han characters that may follow each literal; None where a rule takes any."""
        # Hundreds of words share a few sets: each is made once, for together they are megabytes.
        united = cache(_united)
        words = self.askers[: len(self.literals)]
        return tuple(united(frozenset(a.before_han for a in askers)) for askers in words)

    @property
    def lengths(self) -> tuple[int, ...]:
        """Characters of each literal, to find its start from its end."""
        return tuple(len(w.raw.decode()) for w in self.literals)


def _united(sets: frozenset[frozenset[str] | None]) -> frozenset[bytes] | None:
    known = [one for one in sets if one is not None]
    return frozenset(c.encode() for one in known for c in one) if len(known) == len(sets) else None


FIRST_HAN, LAST_HAN = "一".encode(), "鿿".encode()


def barred(data: bytes, end: int, before_han: frozenset[bytes] | None) -> bool:
    """Whether the Han character behind a word says that it is prose: a call of `find` is dearer."""
    if before_han is None:
        return False
    following = data[end : end + 3]
    return FIRST_HAN <= following <= LAST_HAN and following not in before_han


def plan(rules: Iterable[Rule]) -> Plan:
    """Gather the triggers of `rules`; the same word or shape asked for twice is looked for once."""
    wanted: dict[Literal | Shape, dict[str, Asker]] = {}
    for rule in rules:
        for trigger in rule.triggers:
            sizes = trigger.wanted if isinstance(trigger, Sized) else ANY_SIZE
            for pattern in _patterns(trigger):
                askers = wanted.setdefault(pattern, {})
                earlier = askers[rule.id].wanted if rule.id in askers else 0
                follow = trigger.before_han if isinstance(trigger, Words) else None
                askers[rule.id] = Asker(rule, earlier | sizes, follow)
    literals = tuple(p for p in wanted if isinstance(p, Literal))
    shapes = tuple(p for p in wanted if isinstance(p, Shape))
    numbered: list[Literal | Shape] = [*literals, *shapes]
    return Plan(literals, shapes, tuple(tuple(wanted[p].values()) for p in numbered))


def _patterns(trigger: Trigger) -> Sequence[Literal | Shape]:
    if isinstance(trigger, Sized):
        return (trigger.shape,)
    if isinstance(trigger, Shape):
        return (trigger,)
    if not trigger.any_case:
        return tuple(Literal(w.encode(), any_case=False) for w in trigger.words)
    return tuple(Literal(_lower(w).encode(), any_case=_has_case(w)) for w in trigger.words)


def _lower(word: str) -> str:
    """`word` with ASCII letters lowered, and only those: the engines fold no others."""
    return "".join(c.lower() if c.isascii() else c for c in word)


def _has_case(word: str) -> bool:
    return any(c.isascii() and c.isalpha() for c in word)
