"""查一份文件 · Checking one file after the other: what a worker process does."""

from __future__ import annotations

from sansi.check import inspector
from sansi.check.inspector import Job
from sansi.check.report.result import FileResult, Outcome
from sansi.cli.reading import Text, Unreadable, opened, standard_input
from sansi.cli.walking import Target

STDIN = "<stdin>"


class Inspector(inspector.Inspector):
    """Checks sources one after the other."""

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

    def _take(self, text: Text, result: FileResult) -> None:
        result.encoding = text.encoding.removesuffix("-sig")
        self.read(text.pieces(), result)
        if result.outcome is not Outcome.PARTIAL and (problem := text.problem):
            result.problem, result.outcome = problem, Outcome.PARTIAL


__all__ = ["STDIN", "Inspector", "Job"]
