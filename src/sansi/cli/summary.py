"""小结 · What is said on stderr when a check is over: how it went, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sansi.check.model import Both, Confidence, Severity
from sansi.check.report.explain import SEVERITIES
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Item, Outcome

_RANK = {Confidence.POSSIBLE: 0, Confidence.LIKELY: 1, Confidence.CERTAIN: 2}
_FAILED = (Outcome.PARTIAL, Outcome.UNREADABLE)
_MOST_NAMED = 5


class Tally:
    """Counts results as they pass by."""

    def __init__(self, fail_on: Confidence) -> None:
        """Findings less sure than `fail_on` are hints."""
        self._fail_on = _RANK[fail_on]
        self.outcomes: Counter[Outcome] = Counter()
        self.severities: Counter[Severity] = Counter()
        self.hints = 0
        self.suppressed = self.allowed = self.baselined = 0
        self.skipped: list[str] = []
        self._first: Item | None = None
        self._where = ""

    def counting(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """`results` unchanged, each counted."""
        for result in results:
            self._count(result)
            yield result

    def _count(self, result: FileResult) -> None:
        self.outcomes[result.outcome] += 1
        self.suppressed += result.suppressed
        self.allowed += result.allowed
        self.baselined += result.baselined
        if result.outcome is Outcome.SKIPPED:
            self.skipped.append(result.path)
        for item in result.items:
            if _RANK[item.confidence] < self._fail_on:
                self.hints += 1
                continue
            self.severities[item.severity] += 1
            if self._first is None:
                self._first, self._where = item, result.path

    @property
    def found(self) -> int:
        """How many findings count."""
        return sum(self.severities.values())

    @property
    def exit_code(self) -> int:
        """2 beats 1: an answer that is not complete must not look like one."""
        if any(self.outcomes[o] for o in _FAILED):
            return 2
        return 1 if self.found else 0

    def lines(self, lang: str) -> Iterator[str]:
        """The summary, and what to do next."""
        checked = sum(self.outcomes.values()) - self.outcomes[Outcome.SKIPPED]
        yield self._verdict(checked).in_(lang)
        if aside := list(self._aside()):
            yield Both("；", "; ").in_(lang).join(a.in_(lang) for a in aside)
        if self.skipped:
            yield self._skipped().in_(lang)
        if self._first:
            rule, where = self._first.rule, clean(self._where)
            where = where if where[:1] != "<" else "FILE"
            yield Both(
                f"看说明：sansi explain {rule}　遮盖：sansi redact {where} -o OUT",
                f"next: sansi explain {rule}, or sansi redact {where} -o OUT",
            ).in_(lang)

    def _verdict(self, checked: int) -> Both:
        files = Both(f"{checked} 份文件", f"{checked} file{'s' * (checked != 1)}")
        hints = (
            Both(f"，另有 {self.hints} 处提示", f", and {self.hints} hint{'s' * (self.hints != 1)}")
            if self.hints
            else Both("", "")
        )
        if self.found:
            zh = "、".join(f"{SEVERITIES[s].zh} {self.severities[s]}" for s in Severity if self.severities[s])
            en = ", ".join(f"{self.severities[s]} {SEVERITIES[s].en}" for s in Severity if self.severities[s])
            return Both(
                f"检查了 {files.zh}：{self.found} 处不该公开（{zh}）{hints.zh}。",
                f"{files.en} checked: {self.found} that must not go out ({en}){hints.en}.",
            )
        if any(self.outcomes[o] for o in _FAILED):
            return Both(
                f"{files.zh}没能全部查完，查完的部分没有发现{hints.zh}。",
                f"{files.en}, not all of it checked; nothing found in what was{hints.en}.",
            )
        return Both(
            f"检查了 {files.zh}，没有发现不该公开的内容{hints.zh}。",
            f"{files.en} checked, nothing found that must not go out{hints.en}.",
        )

    def _aside(self) -> Iterator[Both]:
        for count, zh, en in (
            (self.suppressed, "行内忽略", "ignored in the text"),
            (self.allowed, "在允许名单", "on the allow-list"),
            (self.baselined, "在基线", "in the baseline"),
        ):
            if count:
                yield Both(f"{zh} {count} 处", f"{count} {en}")

    def _skipped(self) -> Both:
        names = [clean(p) for p in self.skipped[:_MOST_NAMED]]
        more = len(self.skipped) - len(names)
        return Both(
            f"跳过 {len(self.skipped)} 份（不支持的类型，或设置里排除）：{'、'.join(names)}"
            + (f" 等，还有 {more} 份" if more else ""),
            f"{len(self.skipped)} skipped (of a kind that is not checked, or excluded): {', '.join(names)}"
            + (f" and {more} more" if more else ""),
        )
