"""查一份 · What was found in one source after the other, ready to be shown.

An `Inspector` is made from a `Job`, which is plain data and can be sent to another process.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Self

from sansi.check import rules as rulebook
from sansi.check.config import Config, parse
from sansi.check.engine import Checker
from sansi.check.extract.document import Document, Fact, Segment
from sansi.check.model import Both, Confidence, Finding, Rule, Severity
from sansi.check.redact import redact
from sansi.check.report.preview import Stretch
from sansi.check.report.result import FileResult, Note, Outcome
from sansi.check.stream import Window, windows
from sansi.check.suppress import Suppressions, unsuppressed

_SEVERITIES = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)
_MOST_GAPS = 5
_CHOICES = frozenset(("select", "ignore", "min_severity", "min_confidence"))
_RAISE_IT = Both("，或用 --max-findings 调高", ", or raise --max-findings")
_CONFIDENCES = (Confidence.POSSIBLE, Confidence.LIKELY, Confidence.CERTAIN)


@dataclass(frozen=True)
class Job:
    """What is to be looked for and how it is to be shown; with `glimpses`, also small pictures of pictures.

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
    glimpses: bool = False
    more: Both = _RAISE_IT
    """How to see more than `most`, as far as whoever asks can; the end of a sentence."""
    database: bytes | None = None


class Inspector:
    """Checks sources one after the other."""

    def __init__(self, job: Job) -> None:
        """Make the rules of `job` ready."""
        self.job = job
        self.config: Config = parse(job.config_text, job.config_name) if job.config_text else Config()
        self.rules: tuple[Rule, ...] = self.config.applied_to(rulebook.shipped())
        self.checker = Checker(self.rules, database=job.database)
        self.by_id = {r.id: r for r in self.rules}
        self.ids = frozenset(self.by_id)
        self._choose()

    def _choose(self) -> None:
        """Make ready what `wants` asks of each finding."""
        self._wanted = frozenset(r.id for r in self.rules if self._asked_for(r))
        self._sure = frozenset(_CONFIDENCES[_CONFIDENCES.index(self.job.min_confidence) :])

    def showing(self, **options: Any) -> Self:
        """The same rules, made ready once, for somebody who wants to be shown something else of `Job`."""
        other = copy(self)
        other.job = replace(self.job, **options)
        if _CHOICES & options.keys():
            other._choose()
        return other

    def wants(self, finding: Finding) -> bool:
        """Whether the person asked to be shown findings of this kind."""
        return finding.about.id in self._wanted and finding.confidence in self._sure

    def _asked_for(self, rule: Rule) -> bool:
        job = self.job
        return (
            rule.id not in job.ignore
            and (not job.select or rule.id in job.select)
            and _SEVERITIES.index(rule.severity) >= _SEVERITIES.index(job.min_severity)
        )

    def words(self, name: str, text: str) -> FileResult:
        """Check a text that is already at hand."""
        result = FileResult(name, Outcome.CLEAN, encoding="utf-8")
        self.read([text], result)
        return result

    def redacted(self, text: str, style: str, key: bytes, lang: str) -> tuple[str, int]:
        """`text` without what this job wants to show of it, and how many places that were; see `redact`."""

        def found(candidate: str) -> list[Finding]:
            """What has to go from `candidate`: neither allowed, nor ignored in the text, nor unasked."""
            wanted = [f for f in self.checker.check(candidate) if self.wants(f) and not self.config.allows(f)]
            return unsuppressed(candidate, wanted, self.ids)

        findings = found(text)
        return redact(text, findings, style, key or None, lang=lang, recheck=found), len(findings)

    def document(self, name: str, document: Document) -> FileResult:
        """Check what a reader made of the file `name`: its text, and the facts hidden in it."""
        result = FileResult(name, Outcome.CLEAN, encoding=document.encoding, kind=document.kind)
        for segment in document.segments:
            self._segment(segment, result)
        for fact in document.facts:
            self._fact(fact, result)
        if len(result.items) > self.job.most:
            del result.items[self.job.most :]
            document.gaps.append(_too_many(self.job))
        if document.gaps:
            result.outcome, result.problem = Outcome.PARTIAL, _joined(document.gaps)
        elif result.items:
            result.outcome = Outcome.FINDINGS
        return result

    def _segment(self, segment: Segment, result: FileResult) -> None:
        before = result.characters
        for window in windows(self.checker, [segment.text]):
            stretch = self._stretch(window.text, window.found, before + window.offset)
            for finding in filter(self.wants, window.findings):
                if self.config.allows(finding):
                    result.allowed += 1
                    continue
                start, end = finding.start, finding.end
                there = finding._replace(start=before + start, end=before + end) if before else finding
                result.items.append(stretch.item(there, segment.locate(start, end)))
        result.characters += len(segment.text)

    def _stretch(self, text: str, found: Sequence[Finding], shift: int) -> Stretch:
        return Stretch(text, found, shift=shift, key=self.job.key, show_values=self.job.show_values)

    def _fact(self, fact: Fact, result: FileResult) -> None:
        """A hidden fact as a finding: of no place in the text, so that it starts and ends at 0."""
        rule = self.by_id[fact.rule]
        finding = Finding(rule, 0, len(fact.value), fact.confidence, fact.value, fact.said, fact.where)
        if not self.wants(finding):
            return
        if self.config.allows(finding):
            result.allowed += 1
            return
        shown = self._stretch(fact.value, [finding], 0).item(finding, fact.where)
        # A row of asterisks tells nobody anything: what it is and where is in the words.
        line = shown.line if self.job.show_values else ""
        result.items.append(shown._replace(start=0, end=0, line=line))

    def read(self, pieces: Iterable[str], result: FileResult) -> None:
        """Check the text that `pieces` make together, into `result`."""
        for window in windows(self.checker, pieces):
            self._add(window, result)
            if len(result.items) > self.job.most:
                del result.items[self.job.most :]
                result.outcome, result.problem = Outcome.PARTIAL, _too_many(self.job)
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
        stretch = self._stretch(window.text, window.found, window.offset)
        for finding in filter(self.wants, window.findings):
            if self.config.allows(finding):
                result.allowed += 1
            elif here and here.covers(finding, window.offset):
                result.suppressed += 1
            else:
                result.items.append(stretch.item(finding, finding.where))


def _too_many(job: Job) -> Both:
    return Both(
        f"发现超过 {job.most} 处，其余没有列出；先处理这些{job.more.zh}",
        f"more than {job.most} findings, the rest are not listed: deal with these first{job.more.en}",
    )


def _joined(gaps: list[Both]) -> Both:
    """What could not be read, said once each; of very many, the first."""
    once = list(dict.fromkeys(gaps))
    more = len(once) - _MOST_GAPS
    zh, en = "；".join(g.zh for g in once[:_MOST_GAPS]), "; ".join(g.en for g in once[:_MOST_GAPS])
    return Both(f"{zh}；另有 {more} 处", f"{en}; and {more} more") if more > 0 else Both(zh, en)
