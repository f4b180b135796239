"""行内忽略 · `sansi: ignore[rule-id] reason`, written in the text itself by whoever answers for it.

It holds for its own line, and for the next one where it stands alone in a comment. It must name
rules: a bare `sansi: ignore` would also hide what nobody has looked at, so it is refused aloud.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sansi.check.model import Both, Finding

_DIRECTIVE = re.compile(r"sansi:[ \t]{0,4}ignore(?:\[([^\]\n]{0,500})\])?")
# What opens a comment in the languages people write: nothing else may stand before a directive
# that is meant for the next line.
_COMMENT = re.compile(r"[ \t]{0,200}(?:#+|//+|--+|/\*+|<!--|;+|%+|\*|'|[Rr][Ee][Mm])[ \t]{0,20}$")
_LONGEST_LINE = 4_000


class Warning(NamedTuple):  # noqa: A001 - it is what the person sees it as
    """Something wrong with a directive, at this place of the text."""

    at: int
    reason: Both


@dataclass(frozen=True, slots=True)
class _Directive:
    start: int
    end: int
    rules: frozenset[str]


class Suppressions:
    """The directives of one text."""

    def __init__(self, text: str, known: Collection[str]) -> None:
        """Read the directives of `text`; `known` are the ids there are."""
        self.warnings: list[Warning] = []
        self._directives: list[_Directive] = []
        for match in _DIRECTIVE.finditer(text):
            if ids := self._ids(match, known):
                start, end = _reach(text, match.start())
                self._directives.append(_Directive(start, end, ids))

    def _ids(self, match: re.Match[str], known: Collection[str]) -> frozenset[str]:
        ids = frozenset(filter(None, re.split(r"[,，\s]+", match[1] or "")))
        if not ids:
            zh = "sansi: ignore 要写明规则，例如 sansi: ignore[cn-mobile]；未写明的不起作用"
            en = "sansi: ignore must name rules, as in sansi: ignore[cn-mobile]; a bare one has no effect"
            self.warnings.append(Warning(match.start(), Both(zh, en)))
        for unknown in sorted(ids - set(known)):
            self.warnings.append(
                Warning(match.start(), Both(f"没有名为 {unknown!r} 的规则", f"there is no rule {unknown!r}"))
            )
        return ids

    def covers(self, finding: Finding, shift: int = 0) -> bool:
        """Whether a directive holds for `finding`, whose offsets are `shift` past this text's."""
        start, end = finding.start - shift, finding.end - shift
        return any(d.start < end and start < d.end and finding.rule in d.rules for d in self._directives)


def _reach(text: str, at: int) -> tuple[int, int]:
    """The line of the directive at `at`, and the next one where it stands alone in a comment."""
    start = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1 or max(0, at - _LONGEST_LINE)
    end = _line_end(text, at)
    if _COMMENT.match(text[start:at]):
        end = _line_end(text, end + 1)
    return start, end


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at, at + _LONGEST_LINE)
    return end if end >= 0 else min(len(text), at + _LONGEST_LINE)


def unsuppressed(text: str, findings: Iterable[Finding], known: Collection[str]) -> list[Finding]:
    """The findings of `text` that no directive in it covers."""
    here = Suppressions(text, known)
    return [f for f in findings if not here.covers(f)]
