"""记分 · What was found, against what had to be found: typed, by place.

A finding meets a label if the two have the same type and each covers at least half of the other.
Hints (confidence `possible`) don't count. What is found where the policy is in doubt counts neither way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bench.accuracy.doc import Doc, Gold

RULES = {
    "cn-resident-id": "cn_id",
    "cn-mobile": "cn_mobile",
    "cn-landline": "cn_landline",
    "payment-card": "bank_card",
    "cn-passport": "cn_passport",
    "cn-hkmo-permit": "cn_permit",
    "cn-uscc": "cn_uscc",
    "cn-plate": "cn_plate",
    "email": "email",
    "qq-id": "qq",
    "wechat-id": "wechat",
    "cn-address": "cn_address",
    "cn-name": "cn_name",
    "phone": "phone_intl",
    "iban": "iban",
    "us-ssn": "us_ssn",
    "uk-nino": "uk_nino",
    "passport": "passport",
    "ip-address": "ip",
    "mac-address": "mac",
    "crypto-wallet": "wallet",
    "doc-secrecy-marking": "secrecy_marking",
    "doc-internal-marking": "internal_marking",
    "key-aws": "aws_key",
    "key-github": "github_token",
    "key-private": "private_key",
    "key-jwt": "jwt",
    "key-slack": "slack_token",
    "key-password": "password",
    "key-connection-string": "connection_string",
    "key-aliyun": "cn_cloud_key",
    "key-tencent-cloud": "cn_cloud_key",
}
"""The type that a rule's findings have; every other `key-` rule finds tokens, and the rest has no type."""

_CARDS = frozenset({"bank_card", "credit_card"})


class Found(Protocol):
    """What the engine returns, as far as it concerns us."""

    @property
    def rule(self) -> str: ...  # noqa: D102 - named as in Finding
    @property
    def start(self) -> int: ...  # noqa: D102 - named as in Finding
    @property
    def end(self) -> int: ...  # noqa: D102 - named as in Finding
    @property
    def confidence(self) -> str: ...  # noqa: D102 - named as in Finding


def type_of(rule: str) -> str | None:
    """The measured type of what a rule finds; None for those that are not measured."""
    return RULES.get(rule) or ("other_token" if rule.startswith("key-") else None)


@dataclass(slots=True)
class Tally:
    """Hits, false alarms and misses of one kind."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float:
        """The share of findings that were right."""
        return self.hits / (self.hits + self.alarms) if self.hits else 0.0

    @property
    def recall(self) -> float:
        """The share of labels that were found."""
        return self.hits / (self.hits + self.misses) if self.hits else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.hits / (2 * self.hits + self.alarms + self.misses) if self.hits else 0.0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.hits += other.hits
        self.alarms += other.alarms
        self.misses += other.misses


@dataclass(frozen=True, slots=True)
class Fault:
    """A miss or a false alarm, for whoever works on the detectors."""

    kind: str
    what: str
    doc: Doc
    number: int
    start: int
    end: int

    def line(self, around: int = 36) -> str:
        """The fault with its surroundings, on one line."""
        text = self.doc.text
        before, after = text[max(0, self.start - around) : self.start], text[self.end : self.end + around]
        shown = f"{before}«{text[self.start : self.end]}»{after}"
        return f"{self.kind:6} {self.what:28} {self.doc.genre}#{self.number}: {shown!r}"


@dataclass(slots=True)
class Score:
    """Everything that was counted over a corpus."""

    docs: int = 0
    negatives: int = 0
    flagged: int = 0
    negative_alarms: int = 0
    untyped_alarms: Counter[str] = field(default_factory=Counter)
    types: dict[str, Tally] = field(default_factory=dict)
    ways: dict[tuple[str, str], Tally] = field(default_factory=dict)
    genres: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def over(self, kinds: Iterable[str]) -> Tally:
        """The tally of several types together."""
        total = Tally()
        for kind in kinds:
            total.add(self.types.get(kind, Tally()))
        return total

    @property
    def micro(self) -> Tally:
        """The tally of all types together."""
        return self.over(self.types)

    @property
    def macro_f1(self) -> float:
        """The mean of F1 over the types that occur as labels."""
        present = [t.f1 for t in self.types.values() if t.hits + t.misses]
        return sum(present) / len(present) if present else 0.0

    @property
    def alarms_per_100_negatives(self) -> float:
        """False positives, those of rules without a type not counted."""
        return 100 * self.negative_alarms / self.negatives if self.negatives else 0.0


def score(docs: Iterable[Doc], check: Callable[[str], Sequence[Found]]) -> Score:
    """Check every document and count."""
    result = Score()
    for number, doc in enumerate(docs):
        _count(result, doc, number, [f for f in check(doc.text) if f.confidence != "possible"])
    return result


def _count(result: Score, doc: Doc, number: int, found: list[Found]) -> None:
    result.docs += 1
    result.negatives += doc.negative
    left = [f for f in found if not _doubtful(f, doc)]
    genre = result.genres.setdefault(doc.genre, Tally())
    for gold in doc.gold:
        met = next((f for f in left if _meets(f, gold)), None)
        tallies = (
            result.types.setdefault(gold.type, Tally()),
            result.ways.setdefault((gold.type, gold.disguise), Tally()),
            genre,
        )
        for tally in tallies:
            tally.hits += met is not None
            tally.misses += met is None
        if met is None:
            result.faults.append(Fault("miss", gold.type, doc, number, gold.start, gold.end))
        else:
            left.remove(met)
    _alarms(result, doc, number, left, genre)


def _alarms(result: Score, doc: Doc, number: int, left: list[Found], genre: Tally) -> None:
    for alarm in left:
        kind = type_of(alarm.rule)
        if kind is None:
            if not any(alarm.start < g.end and g.start < alarm.end for g in doc.gold):
                result.untyped_alarms[alarm.rule] += 1
            continue
        result.types.setdefault(_card_type(kind, doc, alarm), Tally()).alarms += 1
        genre.alarms += 1
        result.negative_alarms += doc.negative
        result.faults.append(Fault("alarm", alarm.rule, doc, number, alarm.start, alarm.end))
    result.flagged += doc.negative and any(type_of(f.rule) for f in left)


def _card_type(kind: str, doc: Doc, alarm: Found) -> str:
    return "credit_card" if kind == "bank_card" and doc.text[alarm.start] in "345" else kind


def _meets(found: Found, gold: Gold) -> bool:
    kind = type_of(found.rule)
    if kind != gold.type and not (kind in _CARDS and gold.type in _CARDS):
        return False
    common = min(found.end, gold.end) - max(found.start, gold.start)
    return 2 * common >= max(gold.end - gold.start, found.end - found.start)


def _doubtful(found: Found, doc: Doc) -> bool:
    return any(
        2 * (min(found.end, end) - max(found.start, start)) >= min(end - start, found.end - found.start) > 0
        for start, end in doc.doubt
    )
