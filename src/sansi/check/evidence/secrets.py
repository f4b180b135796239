"""密钥规则 · What a rule for one issuer's keys is made of.

An issuer is told by how its keys begin (`Prefixed`), by the label before them (`Labelled`), or by
the key that stands next to them (`Pair`: an access key id and its secret are two findings). A new
issuer is a module with these and its words; everything else is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sansi.check.evidence.context import line_of, lowered
from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_values import cut_short, documented, genuine, is_hex, scattered
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

# Not `\b`: Han characters are word characters. A letter before does not count where it ends an
# escape (\n in a JSON string, %3D in an address).
BEFORE = r"(?:(?<![0-9A-Za-z_])|(?<=\\[nrt])|(?<=%[0-9A-F]{2}))"
AFTER = r"(?![0-9A-Za-z_])"
# What stands between the word that names a secret and the secret: the rest of the name, quotes,
# a remark in brackets, a sign or a copula, quotes again.
JOINT = (
    r"[0-9A-Za-z_.\-]{0,24}?[\"'`*\])】」”]{0,3}(?:[ \t]?[(（][^()（）\n]{1,24}[)）])?[ \t\u3000]{0,8}"
    r"(?:(?::=|=>|->|[:=：＝|,，>→]|是|为|is|to|改成|改为|换成|如下|\s{0,40}[\"']?value[\"']?){1,2}[\s\u3000]{0,8}){0,3}"
    r"[\"'`*“‘「【<(（\[\\]{0,3}"
)
# Of all Han characters only these may come right after a label that leads to a key: JOINT has no others.
LEADING_HAN = frozenset("是为改换如")
# How far a word that names the issuer may stand from its key, in characters.
REACH = 160

_SHORTEST_PARTNER = 28

ISSUER_FORMAT = 4
ISSUER_LABEL = 3
STRUCTURE = 2
LABEL = 1
"""Evidence of secrets: an issuer's format beats an address with a password, that beats a label."""


@dataclass(frozen=True)
class Pair:
    """The secret that goes with an access key id: `value` alone within reach of it."""

    value: str


@dataclass(frozen=True)
class Prefixed:
    """Keys that can be told by a word in them, matched by `pattern` from where the word begins.

    `back`: what stands before the word and belongs to the key. `near`: what must stand within
    reach. `check`: whether the key's own checksum holds; where it does, the hit is certain.
    What follows the word must look drawn at random.
    """

    words: tuple[str, ...]
    pattern: str
    back: str = ""
    near: str = ""
    check: Callable[[str], bool] | None = None
    pair: Pair | None = None
    accepts: Callable[[str], bool] | None = None
    any_case: bool = False


@dataclass(frozen=True)
class Labelled:
    """Keys without a mark of their own, told by the label before them and perhaps by `near`."""

    words: tuple[str, ...]
    value: str
    near: str = ""
    accepts: Callable[[str], bool] | None = None


@dataclass(frozen=True)
class Following:
    """Keys that stand some way behind the issuer's name or address; group 1 of `value` is the key."""

    words: tuple[str, ...]
    value: str
    accepts: Callable[[str], bool] | None = None


Form = Prefixed | Labelled | Following


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return quick(pattern)


@cache
def _lowered(words: str) -> re.Pattern[str]:
    # Lower case on both sides: with IGNORECASE `re` cannot skip to where a word may begin.
    return quick(lowered(words))


def nearby(text: str, start: int, end: int, words: str) -> bool:
    """Whether one of `words` (a regex, any case) stands within reach of the place."""
    window = f"{text[start - REACH if start > REACH else 0 : start]}\n{text[end : end + REACH]}"
    return _lowered(words).search(window.lower()) is not None


def on_its_line(text: str, start: int, end: int, words: str) -> bool:
    """Whether one of `words` stands on the same line: of two issuers nearby, this is the one."""
    left, right = line_of(text, start, REACH)
    window = f"{text[left:start]}\n{text[end : max(end, right)]}"
    return _lowered(words).search(window.lower()) is not None


def disclaimed(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands right before the label at `start`, or with one sign between."""
    left = text[start - 16 if start > 16 else 0 : start].lower().removesuffix("\n")
    return left[: -1 if left.endswith(("_", "-", " ")) else None].endswith(words)


def strewn(value: str) -> bool:
    """Accepts values whose letters and digits are mixed; digests and names are not.

    The length and the label speak for a key already, so that fewer changes of kind will do.
    """
    return scattered(value, few=0.28) and not is_hex(value)


def _prefixed(form: Prefixed, spot: Spot) -> Iterator[Hit]:
    text, start = spot.text, spot.start
    if form.back:
        # The window is short, so that a search in it costs nothing to speak of.
        head = _compiled(f"(?:{form.back})$").search(text[max(0, start - 80) : start])
        if not head:
            return
        start -= len(head[0])
    match = _compiled(f"{BEFORE}(?:{form.pattern}){AFTER}").match(text, start)
    if not match or cut_short(text, match.end()):
        return
    value, end = match[0], match.end()
    if (
        not genuine(value[spot.end - start :] or value)
        or documented(value)
        or (form.accepts and not form.accepts(value))
    ):
        return
    weight = ISSUER_FORMAT
    if form.near:
        if not nearby(text, start, end, form.near):
            return
        weight += on_its_line(text, start, end, form.near)
    yield _hit(start, end, text[spot.start : spot.end], form.check is not None and form.check(value), weight)
    if form.pair:
        yield from _partners(form.pair, spot, start, end)


def _hit(start: int, end: int, word: str, checked: bool, weight: int) -> Hit:
    zh, en = f"格式符合（含“{word}”）", f"has the issuer's format (“{word}”)"
    if checked:
        zh, en = f"{zh}，校验和正确", f"{en}, checksum right"
    return Hit(start, end, Confidence.CERTAIN if checked else Confidence.LIKELY, Both(zh, en), weight)


def _partners(pair: Pair, spot: Spot, start: int, end: int) -> Iterator[Hit]:
    text = spot.text
    pattern = _compiled(rf"(?:(?<![0-9A-Za-z+_\-])|(?<=\\[nrt]))(?:{pair.value})(?![0-9A-Za-z/+_\-])")
    for left, right in ((end, end + REACH), (max(0, start - REACH), start)):
        # Prose has no word as long as that, and is not looked at character by character.
        if max(map(len, text[left:right].split()), default=0) < _SHORTEST_PARTNER:
            continue
        for match in pattern.finditer(text, left, min(right, len(text))):
            if genuine(match[0]) and strewn(match[0]):
                reason = Both("紧邻其访问密钥标识", "stands beside its access key id")
                yield Hit(match.start(), match.end(), Confidence.LIKELY, reason, ISSUER_LABEL)
                return


# All that a `Labelled` or a key of no known issuer can begin with, as far as the shortest of them goes.
_LEADS_TO = quick(JOINT + r"(?<![0-9A-Za-z_])(?=[0-9A-Za-z_\-+/.~=%:]{16})", re.IGNORECASE)
# How prose goes on behind such a word, which is told ten times faster: a word too short for a key (of words,
# JOINT has only is, to and value), or Han characters that are none of JOINT's.
_PROSE = quick(
    r"[A-Za-z]{0,12}+(?:[,.]? (?![Ii][Ss]|[Tt][Oo]|[Vv][Aa])[A-Za-z]{1,15}+(?![0-9_\-+/.~=%:])"
    r"|[，、”」】]{0,2}+[\u4e00-\u9fff](?<![是为改换如])|[。；！？])"
)


def leads(spot: Spot) -> int:
    """Where what is as long as a key begins to which the label at `spot` leads, or 0; asked once for all its rules."""
    key = ("leads", spot.end)
    known: int | None = spot.memo.get(key)
    if known is None:
        text, end = spot.text, spot.end
        found = None if _PROSE.match(text, end) else _LEADS_TO.match(text, end)
        known = spot.memo[key] = found.end() if found else 0
    return known


def genuine_at(spot: Spot, start: int, end: int) -> bool:
    """Whether the value can be drawn at random; asked once for all rules."""
    key = ("genuine", start, end)
    known: bool | None = spot.memo.get(key)
    if known is None:
        known = spot.memo[key] = genuine(spot.text[start:end])
    return known


# JOINT may end elsewhere too when one of these is in it.
_MORE_THAN_ONE_WAY = frozenset(".-(（")


@cache
def _alone(value: str) -> re.Pattern[str]:
    return quick(f"(?<![0-9A-Za-z_])({value}){AFTER}")


@cache
def _behind_joint(value: str) -> re.Pattern[str]:
    return quick(f"{JOINT}(?<![0-9A-Za-z_])(?-i:({value})){AFTER}", re.IGNORECASE)


def _labelled(form: Labelled, spot: Spot) -> Iterator[Hit]:
    text, at = spot.text, leads(spot)
    if _MORE_THAN_ONE_WAY.isdisjoint(text[spot.end : at]):
        match = _alone(form.value).match(text, at)
    else:
        match = _behind_joint(form.value).match(text, spot.end)
    if not match:
        return
    start, end = match.span(1)
    if not genuine_at(spot, start, end) or (form.accepts and not form.accepts(match[1])):
        return
    if form.near and not nearby(text, spot.start, end, form.near):
        return
    label = text[spot.start : spot.end]
    reason = Both(f"前有“{label}”，长度与字符集符合", f"after “{label}”, length and characters fit")
    # A label that names the issuer (AWS_SECRET…) is better than one beside the issuer's name.
    yield Hit(start, end, Confidence.LIKELY, reason, ISSUER_LABEL + (not form.near))


def _following(form: Following, spot: Spot) -> Iterator[Hit]:
    text = spot.text
    for match in _compiled(form.value).finditer(text, spot.end, min(len(text), spot.end + REACH)):
        start, end = match.span(1)
        if genuine(match[1]) and (not form.accepts or form.accepts(match[1])):
            name = text[spot.start : spot.end]
            reason = Both(f"“{name}”之后，长度与字符集符合", f"follows “{name}”, length and characters fit")
            yield Hit(start, end, Confidence.LIKELY, reason, ISSUER_LABEL)


def _look(form: Form, spot: Spot) -> Iterable[Hit]:
    if isinstance(form, Prefixed):
        return _prefixed(form, spot)
    if isinstance(form, Following):
        return _following(form, spot)
    return _labelled(form, spot) if leads(spot) else ()


def _any_case_words(form: Form) -> bool:
    return not isinstance(form, Prefixed) or form.any_case


_NO_FORMS: list[Form] = []


def finder(forms: Sequence[Form]) -> Callable[[Spot], Sequence[Hit]]:
    """The `find` of a rule made of `forms`."""
    exact: dict[str, list[Form]] = {}
    folded: dict[str, list[Form]] = {}
    for form in forms:
        loose = _any_case_words(form)
        for word in form.words:
            (folded if loose else exact).setdefault(word.lower() if loose else word, []).append(form)
    all_labelled = all(isinstance(form, Labelled) for forms in folded.values() for form in forms)

    def find(spot: Spot) -> Sequence[Hit]:
        asked = exact.get(spot.text[spot.start : spot.end], _NO_FORMS) if exact else _NO_FORMS
        # The usual label stands in prose: that is told before anything is built.
        if all_labelled and not (asked or leads(spot)):
            return ()
        loose = folded.get(spot.text[spot.start : spot.end].lower(), _NO_FORMS)
        return [hit for form in (*asked, *loose) for hit in _look(form, spot)]

    return find


def triggers(forms: Sequence[Form]) -> tuple[Words, ...]:
    """The words that bring a rule made of `forms` to look."""
    exact: dict[str, None] = {}
    folded: dict[str, None] = {}
    labels: dict[str, None] = {}
    for form in forms:
        loose = folded if _any_case_words(form) else exact
        (labels if isinstance(form, Labelled) else loose).update(dict.fromkeys(form.words))
    all_three = (
        Words(tuple(exact)),
        Words(tuple(folded), any_case=True),
        Words(tuple(w for w in labels if w not in folded), any_case=True, before_han=LEADING_HAN),
    )
    return tuple(words for words in all_three if words.words)


def issuer(  # noqa: PLR0913 - the fields of a rule, all named by the caller
    rule_id: str,
    *,
    title: Both,
    why: Both,
    advice: Both,
    source: str,
    forms: tuple[Form, ...],
    hits: tuple[str, ...],
    misses: tuple[str, ...],
    severity: Severity = Severity.HIGH,
) -> Rule:
    """The rule for the keys of one issuer."""
    return Rule(
        id=rule_id,
        category=Category.CREDENTIAL,
        severity=severity,
        title=title,
        why=why,
        advice=advice,
        source=source,
        triggers=triggers(forms),
        find=finder(forms),
        hits=hits,
        misses=misses,
    )
