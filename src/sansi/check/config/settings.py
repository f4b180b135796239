"""设置的样子 · What a `sansi.toml` says once it is read, and what is said when it is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sansi.check.config.finders import Sweep
from sansi.check.model import Both, Confidence, Finding, Rule, Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, with the line it stands on."""

    name: str
    line: int
    reason: Both

    def in_(self, lang: str) -> str:
        """`sansi.toml:12: …` in `lang`."""
        return f"{self.name}:{self.line}: {self.reason.in_(lang)}"


class ConfigError(ValueError):
    """A `sansi.toml` that is refused; `problems` has every fault of it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every problem."""
        super().__init__("\n".join(p.in_("en") for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Config:
    """What a `sansi.toml` says. The empty one changes nothing.

    `exclude` are globs as in a .gitignore; `allowed` and `allowed_shapes` are values that may go
    out although a rule knows them.
    """

    name: str = ""
    rules: tuple[Rule, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity | None = None
    min_confidence: Confidence | None = None
    fail_on: Confidence | None = None
    exclude: tuple[str, ...] = ()
    lang: str | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()
    allowed_shapes: tuple[Sweep, ...] = ()

    def applied_to(self, shipped: Iterable[Rule]) -> tuple[Rule, ...]:
        """The rules in force: those that ship, with this severity, and the organisation's own."""
        changed = self.severities
        return tuple(
            replace(r, severity=changed[r.id]) if r.id in changed else r for r in (*shipped, *self.rules)
        )

    def allows(self, finding: Finding) -> bool:
        """Whether the organisation has said that this very value may go out."""
        if not self.allowed and not self.allowed_shapes:
            return False
        return finding.text in self.allowed or any(s.is_all_of(finding.text) for s in self.allowed_shapes)
