"""读 sansi.toml · Reading a `sansi.toml`: every fault is reported at once, with its line.

An unknown key is a fault: a misspelt `ingore` that is silently passed over would be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from sansi.check.config.finders import PatternError, Sweep, compiled
from sansi.check.config.lines import Lines, Path
from sansi.check.config.settings import Config, ConfigError, Problem
from sansi.check.model import Both, Confidence, Severity

TABLES = ("check", "severity", "allow", "rule")
CHECK = ("select", "ignore", "min_severity", "min_confidence", "fail_on", "exclude", "lang")
ALLOW = ("values", "patterns")

Kind = TypeVar("Kind", bound=StrEnum)


def parse(toml_text: str, name: str = "sansi.toml", *, known: Iterable[str] = ()) -> Config:
    """Read the text of a `sansi.toml`.

    `known` are the ids that ship; with them, a rule id that nobody has is refused as well. Raises
    ConfigError with every fault found.
    """
    import tomllib  # noqa: PLC0415 - 5 ms that a start without a sansi.toml need not pay

    from sansi.check.config.rule import read_rules  # noqa: PLC0415 - it builds on Reader

    try:
        table = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([_broken(error, name)]) from None
    reader = Reader(name, Lines(toml_text))
    reader.keys(table, TABLES, ())
    rules = read_rules(reader, table.get("rule", []))
    ids = {*known, *(r.id for r in rules)} if known else set()
    check, allow = reader.table(table, "check", CHECK), reader.table(table, "allow", ALLOW)
    severity = reader.table(table, "severity", None)
    reader.exist(severity, ids, ("severity",))
    config = Config(
        name=name,
        rules=rules,
        select=reader.ids(check, "select", ids),
        ignore=reader.ids(check, "ignore", ids),
        min_severity=reader.one_of(check, "min_severity", Severity, ("check",)),
        min_confidence=reader.one_of(check, "min_confidence", Confidence, ("check",)),
        fail_on=reader.one_of(check, "fail_on", Confidence, ("check",)),
        exclude=reader.strings(check, "exclude", ("check",)),
        lang=reader.lang(check),
        severities={i: s for i in severity if (s := reader.one_of(severity, i, Severity, ("severity",)))},
        allowed=frozenset(reader.strings(allow, "values", ("allow",))),
        allowed_shapes=tuple(reader.shapes(allow)),
    )
    if reader.problems:
        raise ConfigError(sorted(reader.problems, key=lambda p: p.line))
    return config


def _broken(error: ValueError, name: str) -> Problem:
    said = str(error)
    where = re.search(r"\(at line (\d+)", said)
    detail = re.sub(r" \(at .*\)$", "", said)
    line = int(where[1]) if where else 1
    return Problem(name, line, Both(f"不是合法的 TOML：{detail}", f"not valid TOML: {detail}"))


class Reader:
    """Takes values out of a table, gathering problems instead of stopping at the first."""

    def __init__(self, name: str, lines: Lines) -> None:
        """Read a file called `name`, whose keys stand on `lines`."""
        self.name = name
        self.lines = lines
        self.problems: list[Problem] = []

    def refuse(self, at: Path, zh: str, en: str) -> None:
        """Note that what stands at `at` will not do."""
        self.problems.append(Problem(self.name, self.lines.of(at), Both(zh, en)))

    def keys(self, table: dict[str, Any], allowed: Sequence[str], at: Path) -> None:
        """Refuse every key of `table` that is not one of `allowed`."""
        for key in table:
            if key not in allowed:
                self._unknown((*at, key), "键", "key", key, allowed)

    def exist(self, wanted: Iterable[str], ids: set[str], at: Path) -> None:
        """Refuse every rule id that nobody has; `ids` empty means that they are not known here."""
        for one in wanted:
            if ids and one not in ids:
                self._unknown((*at, one), "规则", "rule", one, ())

    def _unknown(self, at: Path, zh: str, en: str, seen: str, allowed: Sequence[str]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

        near = get_close_matches(seen, allowed, 1)
        zh, en = f"不认识的{zh} {seen!r}", f"unknown {en} {seen!r}"
        if near:
            zh, en = f"{zh}，是不是 {near[0]!r}？", f"{en}, did you mean {near[0]!r}?"
        elif allowed:
            zh, en = f"{zh}；可用：{'、'.join(allowed)}", f"{en}; allowed: {', '.join(allowed)}"
        self.refuse(at, zh, en)

    def table(self, outer: dict[str, Any], key: str, allowed: Sequence[str] | None) -> dict[str, Any]:
        """The table at `key`, {} when there is none; None for `allowed` allows any key."""
        inner = outer.get(key, {})
        if not isinstance(inner, dict):
            self.refuse((key,), f"{key} 应当是一个表，写作 [{key}]", f"{key} must be a table: [{key}]")
            return {}
        if allowed is not None:
            self.keys(inner, allowed, (key,))
        return inner

    def strings(self, table: dict[str, Any], key: str, at: Path) -> tuple[str, ...]:
        """The list of strings at `key`, () when there is none."""
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(v, str) and v for v in value):
            return tuple(value)
        self.refuse((*at, key), f"{key} 应当是非空字符串的列表", f"{key} must be a list of non-empty strings")
        return ()

    def ids(self, table: dict[str, Any], key: str, ids: set[str]) -> tuple[str, ...]:
        """The list of rule ids at `key` of [check]."""
        chosen = self.strings(table, key, ("check",))
        for one in chosen:
            if ids and one not in ids:
                self._unknown(("check", key), "规则", "rule", one, ())
        return chosen

    def one_of(self, table: dict[str, Any], key: str, kind: type[Kind], at: Path) -> Kind | None:
        """The member of `kind` at `key`, None when there is none."""
        value = table.get(key)
        if value is None:
            return None
        allowed = [str(m) for m in kind]
        if value in allowed:
            return kind(value)
        zh, en = f"{key} 不能是 {value!r}", f"{key} cannot be {value!r}"
        self.refuse((*at, key), f"{zh}；可用：{'、'.join(allowed)}", f"{en}; allowed: {', '.join(allowed)}")
        return None

    def lang(self, table: dict[str, Any]) -> str | None:
        """`zh` or `en` at `lang` of [check]."""
        value = table.get("lang")
        if value in (None, "zh", "en"):
            return value
        self.refuse(
            ("check", "lang"),
            f"lang 不能是 {value!r}；可用：zh、en",
            f"lang cannot be {value!r}; allowed: zh, en",
        )
        return None

    def pattern(self, source: str, at: Path, *, ignore_case: bool) -> Sweep | None:
        """`source` compiled, None when it is refused."""
        try:
            return compiled(source, ignore_case=ignore_case)
        except PatternError as error:
            zh, en = error.reason
            self.refuse(at, f"{at[-1]}：{zh}", f"{at[-1]}: {en}")
            return None

    def shapes(self, allow: dict[str, Any]) -> Iterator[Sweep]:
        """The patterns of [allow], compiled."""
        for source in self.strings(allow, "patterns", ("allow",)):
            if shape := self.pattern(source, ("allow", "patterns"), ignore_case=False):
                yield shape
