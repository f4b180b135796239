"""单位自有规则 · One `[[rule]]` of a `sansi.toml`, made into a rule like those that ship.

It takes a category from the closed list, is shown to everybody with where it comes from, and can
neither block nor report: it finds, and the author decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sansi.check.config.finders import Sweep, words_finder
from sansi.check.config.lines import Path
from sansi.check.config.reader import Reader
from sansi.check.engine import Checker
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot

KEYS = (
    "id", "category", "severity", "title", "why", "advice", "source", "pattern", "words",
    "allow", "ignore_case", "keep", "hits", "misses",
)  # fmt: skip
CATEGORIES = tuple(c.value for c in Category if c is not Category.HABIT)
_ID = re.compile(r"own-[a-z0-9]+(?:-[a-z0-9]+)*")
_WHY = Both("单位规定这一内容不得公开。", "The organisation has decided that this must not go out.")
_ADVICE = Both(
    "删除或改写；拿不准就问定这条规则的人。", "Remove or reword it; if in doubt, ask whoever set the rule."
)


def read_rules(reader: Reader, tables: object) -> tuple[Rule, ...]:
    """The rules of every `[[rule]]`; those that are refused are left out and noted."""
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        reader.refuse(("rule",), "规则写作 [[rule]]", "rules are written as [[rule]]")
        return ()
    rules: dict[str, Rule] = {}
    for number, table in enumerate(tables):
        at: Path = ("rule", number)
        before = len(reader.problems)
        rule = _rule(reader, table, at)
        if rule.id in rules:
            reader.refuse((*at, "id"), f"id {rule.id!r} 用了两次", f"the id {rule.id!r} is used twice")
        elif len(reader.problems) == before and _keeps_its_word(reader, rule, at):
            rules[rule.id] = rule
    return tuple(rules.values())


def _rule(reader: Reader, table: dict[str, Any], at: Path) -> Rule:
    reader.keys(table, KEYS, at)
    for key in ("id", "category", "severity", "title"):
        if key not in table:
            reader.refuse(at, f"规则缺少 {key}", f"the rule has no {key}")
    title = _both(reader, table, "title", at) or Both("", "")
    category = reader.one_of(table, "category", Category, at)
    if category is Category.HABIT:
        reader.refuse(
            (*at, "category"),
            f"category 不能是 'habit'；可用：{'、'.join(CATEGORIES)}",
            f"category cannot be 'habit'; allowed: {', '.join(CATEGORIES)}",
        )
    triggers, find, sweep = _finders(reader, table, at)
    return Rule(
        id=_id(reader, table, at),
        category=category or Category.CODE_NAME,
        severity=reader.one_of(table, "severity", Severity, at) or Severity.MEDIUM,
        title=title,
        why=_both(reader, table, "why", at) or _WHY,
        advice=_both(reader, table, "advice", at) or _ADVICE,
        source=_text(reader, table, "source", at) or reader.name,
        triggers=triggers,
        find=find,
        sweep=sweep,
        keep=_keep(reader, table, at),
        hits=reader.strings(table, "hits", at),
        misses=reader.strings(table, "misses", at),
        origin=reader.name,
    )


def _id(reader: Reader, table: dict[str, Any], at: Path) -> str:
    value = table.get("id", "")
    if isinstance(value, str) and (not value or _ID.fullmatch(value)):
        return value
    reader.refuse(
        (*at, "id"),
        f"id {value!r} 应当以 own- 开头，只用小写字母、数字和连字符，例如 own-project-name",
        f"the id {value!r} must begin with own- and have only small letters, digits and dashes: own-project-name",
    )
    return ""


def _text(reader: Reader, table: dict[str, Any], key: str, at: Path) -> str:
    value = table.get(key, "")
    if isinstance(value, str):
        return value
    reader.refuse((*at, key), f"{key} 应当是字符串", f"{key} must be a string")
    return ""


def _both(reader: Reader, table: dict[str, Any], key: str, at: Path) -> Both | None:
    """`key = "…"` for both languages, or `key = { zh = "…", en = "…" }`."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, str) and value:
        return Both(value, value)
    if isinstance(value, dict) and set(value) == {"zh", "en"}:
        zh, en = value["zh"], value["en"]
        if isinstance(zh, str) and isinstance(en, str) and zh and en:
            return Both(zh, en)
    reader.refuse(
        (*at, key),
        f'{key} 应当是字符串，或 {{ zh = "…", en = "…" }}',
        f'{key} must be a string, or {{ zh = "…", en = "…" }}',
    )
    return None


def _keep(reader: Reader, table: dict[str, Any], at: Path) -> tuple[int, int]:
    value = table.get("keep", [0, 0])
    if isinstance(value, list) and len(value) == 2 and all(type(v) is int and 0 <= v <= 20 for v in value):
        return value[0], value[1]
    reader.refuse(
        (*at, "keep"),
        "keep 应当是两个 0 到 20 的整数：遮盖时保留的头几位与末几位",
        "keep must be two whole numbers from 0 to 20: how many characters a mask leaves at either end",
    )
    return 0, 0


def _finders(reader: Reader, table: dict[str, Any], at: Path) -> tuple[Any, Any, Any]:
    """(triggers, find, sweep) from `words` and `pattern`, sparing what `allow` says."""
    ignore_case = table.get("ignore_case", False)
    if not isinstance(ignore_case, bool):
        reader.refuse(
            (*at, "ignore_case"), "ignore_case 应当是 true 或 false", "ignore_case must be true or false"
        )
    words = reader.strings(table, "words", at)
    source = _text(reader, table, "pattern", at)
    if not words and not source:
        reader.refuse(at, "规则要有 words 或 pattern", "a rule needs words or a pattern")
    spared = frozenset(w.casefold() if ignore_case else w for w in reader.strings(table, "allow", at))
    trigger, find = words_finder(words, ignore_case=bool(ignore_case))
    sweep = reader.pattern(source, (*at, "pattern"), ignore_case=bool(ignore_case)) if source else None
    return (
        (trigger,) if words else (),
        _Sparing(find, spared, bool(ignore_case)),
        _Sparing(sweep, spared, bool(ignore_case)) if sweep else None,
    )


class _Sparing:
    """A finder without the hits that the rule's own `allow` list spares."""

    def __init__(self, find: Any, spared: frozenset[str], ignore_case: bool) -> None:
        self.find: Sweep = find
        self.spared = spared
        self.ignore_case = ignore_case

    def __call__(self, spot: Spot) -> Iterator[Hit]:
        for hit in self.find(spot):
            value = spot.text[hit.start : hit.end]
            if (value.casefold() if self.ignore_case else value) not in self.spared:
                yield hit


def _keeps_its_word(reader: Reader, rule: Rule, at: Path) -> bool:
    """Whether the rule finds its own hits and spares its own misses."""
    checker = Checker([rule], engine="re")
    before = len(reader.problems)
    for hit in rule.hits:
        text = hit.replace("«", "").replace("»", "")
        if not any(f.confidence is not Confidence.POSSIBLE for f in checker.check(text)):
            reader.refuse(
                (*at, "hits"), f"没有找到 hits 里的 {text!r}", f"does not find its own hit {text!r}"
            )
    for text in rule.misses:
        if checker.check(text):
            reader.refuse((*at, "misses"), f"误报了 misses 里的 {text!r}", f"finds its own miss {text!r}")
    return len(reader.problems) == before
