"""查一份 · Checking one source after the other: what a worker process does.

An `Inspector` is made from a `Job`, which is plain data and can be sent to another process.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sansi.check import rules as rulebook
from sansi.check.config import Config, parse
from sansi.check.engine import Checker
from sansi.check.model import Both, Confidence, Finding, Rule, Severity
from sansi.check.report.preview import item
from sansi.check.report.result import FileResult, Note, Outcome
from sansi.check.stream import Window, windows
from sansi.check.suppress import Suppressions
from sansi.cli.reading import Text, Unreadable, opened, standard_input
from sansi.cli.walking import Target

STDIN = "<stdin>"
_SEVERITIES = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)
_CONFIDENCES = (Confidence.POSSIBLE, Confidence.LIKELY, Confidence.CERTAIN)


@dataclass(frozen=True)
class Job:
    """What is to be looked for and how it is to be shown.

    `select` and `ignore` choose what is shown; they never change what is found at a place, so that
    a finding is the same whatever else was asked for.
    """

    config_text: str = ""
    config_name: str = "sansi.toml"
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    min_severity: Severity = Severity.LOW
    min_confidence: Confidence = Confidence.POSSIBLE
    show_values: bool = False
    key: bytes = b""
    most: int = 10_000
    database: bytes | None = None


class Inspector:
    """Checks sources one after the other."""

    def __init__(self, job: Job) -> None:
        """Make the rules of `job` ready."""
        self.job = job
        self.config: Config = parse(job.config_text, job.config_name) if job.config_text else Config()
        self.rules: tuple[Rule, ...] = self.config.applied_to(rulebook.shipped())
        self.checker = Checker(self.rules, database=job.database)
        self.ids = frozenset(r.id for r in self.rules)

    def wants(self, finding: Finding) -> bool:
        """Whether the person asked to be shown findings of this kind."""
        job = self.job
        return (
            finding.rule not in job.ignore
            and (not job.select or finding.rule in job.select)
            and _SEVERITIES.index(finding.severity) >= _SEVERITIES.index(job.min_severity)
            and _CONFIDENCES.index(finding.confidence) >= _CONFIDENCES.index(job.min_confidence)
        )

    def file(self, target: Target) -> FileResult:
        """Check the file of `target`; whatever goes wrong is in the result."""
        result = FileResult(target.path, Outcome.CLEAN)
        try:
            with opened(target.path) as text:
                self._take(text, result)
        except Unreadable as error:
            result.problem = error.reason
            result.outcome = Outcome.SKIPPED if error.binary and not target.named else Outcome.UNREADABLE
        return result

    def stdin(self) -> FileResult:
        """Check what comes in on standard input."""
        result = FileResult(STDIN, Outcome.CLEAN)
        try:
            self._take(standard_input(), result)
        except Unreadable as error:
            result.problem, result.outcome = error.reason, Outcome.UNREADABLE
        return result

    def words(self, name: str, text: str) -> FileResult:
        """Check a text that is already at hand."""
        result = FileResult(name, Outcome.CLEAN, encoding="utf-8")
        self._read([text], result)
        return result

    def _take(self, text: Text, result: FileResult) -> None:
        result.encoding = text.encoding.removesuffix("-sig")
        self._read(text.pieces(), result)
        if result.outcome is not Outcome.PARTIAL and (problem := text.problem):
            result.problem, result.outcome = problem, Outcome.PARTIAL

    def _read(self, pieces: Iterable[str], result: FileResult) -> None:
        for window in windows(self.checker, pieces):
            self._add(window, result)
            if len(result.items) > self.job.most:
                del result.items[self.job.most :]
                result.outcome, result.problem = Outcome.PARTIAL, _too_many(self.job.most)
                return
        if result.items:
            result.outcome = Outcome.FINDINGS

    def _add(self, window: Window, result: FileResult) -> None:
        result.characters = window.last
        here = Suppressions(window.text, self.ids) if "sansi:" in window.text else None
        if here:
            result.notes += (
                Note(window.place.line + window.text.count("\n", 0, w.at), w.reason)
                for w in here.warnings
                if window.first <= window.offset + w.at < window.last
            )
        for finding in filter(self.wants, window.findings):
            if self.config.allows(finding):
                result.allowed += 1
            elif here and here.covers(finding, window.offset):
                result.suppressed += 1
            else:
                result.items.append(
                    item(
                        finding,
                        window.text,
                        window.found,
                        shift=window.offset,
                        key=self.job.key,
                        show_values=self.job.show_values,
                    )
                )


def _too_many(most: int) -> Both:
    return Both(
        f"发现超过 {most} 处，其余没有列出；先处理这些，或用 --max-findings 调高",
        f"more than {most} findings, the rest are not listed: deal with these first, or raise --max-findings",
    )
