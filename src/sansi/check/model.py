"""检查引擎的词汇 · The words the whole engine speaks: rules, spots, hits and findings.

Everything here is plain and frozen: no function in this module reads a text, opens a file or
knows a standard. Offsets are code points of the text that was given, never bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sansi.check.place import Place

new = tuple.__new__
"""Makes a named tuple in a third of the time that its own name takes: for those made at every mark."""


class Severity(StrEnum):
    """What it costs if the thing gets out, however sure we are that it is there."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Confidence(StrEnum):
    """How sure we are that the thing is there, whatever it would cost."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Category(StrEnum):
    """The closed list of what a rule may be about.

    There is none for opinion, belief, origin or company, and none may be added (ARCHITECTURE.md,
    invariant 2). An organisation's own rules take one of these too, except `habit`.
    """

    PERSONAL_DATA = "personal-data"
    CREDENTIAL = "credential"
    MARKING = "marking"
    HIDDEN_FACT = "hidden-fact"
    LINK = "link"
    CODE_NAME = "code-name"
    HABIT = "habit"


class Both(NamedTuple):
    """The same sentence in Chinese and in English."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """The sentence in `lang`: Chinese for any tag that begins with `zh`, else English."""
        return self.zh if lang.lower().startswith("zh") else self.en


@dataclass(frozen=True)
class Words:
    """Look wherever one of these words stands; the spot is the word itself.

    `any_case` concerns ASCII letters only. `before_han`, where a rule gives it, are the Han characters
    that may follow the word at once; before any other character the word always counts.
    """

    words: tuple[str, ...]
    any_case: bool = False
    before_han: frozenset[str] | None = None


@dataclass(frozen=True)
class Shape:
    """Look wherever these bytes occur; the spot is the whole run of `joins` around them.

    `pattern` is a UTF-8 bytes regex in the syntax that RE2, Hyperscan and `re` share: no
    look-around, no back-reference, bounded repeats. Every character it can match must be in
    `joins`: that is what makes the run the same whichever engine found its first match.
    """

    pattern: bytes
    joins: frozenset[str]
    measure: Callable[[Spot], int] | None = None
    """The sizes that a run can be read at, as a bit mask; asked once per run, for all `Sized`."""


@dataclass(frozen=True)
class Sized:
    """Look only at those runs of a shape that can be read at one of the sizes in `wanted`, a bit mask.

    Twenty rules want numbers, each of its own lengths: calling all for each number is what costs.
    """

    shape: Shape
    wanted: int


Trigger = Words | Shape | Sized


class Spot(NamedTuple):
    """A place worth a closer look: `text[start:end]` is the word or the run that called us.

    `memo` belongs to the text, not to the spot: detectors that need the same view of a text
    (its digit runs, its tables) keep it there, so that it is computed once.
    """

    text: str
    start: int
    end: int
    memo: dict[Any, Any]


class Hit(NamedTuple):
    """What a detector says: here it is, this sure, and because of that.

    `evidence` breaks ties between rules that claim the same place; see `evidence.weight`.
    """

    start: int
    end: int
    confidence: Confidence
    reason: Both
    evidence: int = 0


class Located(NamedTuple):
    """A hit together with the rule that made it, as shown to `Rule.beside`."""

    rule: str
    hit: Hit


@dataclass(frozen=True)
class Rule:
    """One kind of thing that must not go out, and how to find it.

    `find` is called with each spot of `triggers`. `beside`, where a rule has it, is called once
    per text with what all rules found, in order of place, and may add hits that only make sense
    next to others (a name beside an identity number). `sweep` is called once per text with the
    whole of it as the spot: for the patterns of an organisation, which no prefilter knows.

    In `hits`, «…» marks exactly what must be found; each of `misses` differs from a hit in one
    thing, and nothing of this rule may be found in it. One test runs them all.
    """

    id: str
    category: Category
    severity: Severity
    title: Both
    why: Both
    advice: Both
    source: str
    triggers: tuple[Trigger, ...]
    find: Callable[[Spot], Iterable[Hit]]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    beside: Callable[[Spot, Sequence[Located]], Iterable[Hit]] | None = None
    sweep: Callable[[Spot], Iterable[Hit]] | None = None
    keep: tuple[int, int] = (0, 0)
    origin: str = "sansi"


class Finding(NamedTuple):
    """One thing found, for its author alone.

    `start` and `end` are code points of the text that was given, and `text` is what stands there.
    """

    about: Rule
    start: int
    end: int
    confidence: Confidence
    text: str
    reason: Both
    where: Place

    def __repr__(self) -> str:
        """Everything but what was found: a log or a traceback must not hold it."""
        return f"<{self.rule} {self.confidence} at {self.start}-{self.end}>"

    @property
    def rule(self) -> str:
        """The id of the rule, stable for ever."""
        return self.about.id

    @property
    def severity(self) -> Severity:
        """What it would cost, by the rule."""
        return self.about.severity

    @property
    def title(self) -> Both:
        """What it is."""
        return self.about.title

    @property
    def why(self) -> Both:
        """Why it matters."""
        return self.about.why

    @property
    def advice(self) -> Both:
        """What to do about it."""
        return self.about.advice
