"""查一份文件 · Checking one plain text after the other: what a worker process does."""

from __future__ import annotations

from sansi.check import inspector
from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Job
from sansi.check.report.result import FileResult, Outcome
from sansi.cli.reading import NoText, Text, opened, standard_input
from sansi.cli.walking import Target

STDIN = "<stdin>"


class Inspector(inspector.Inspector):
    """Checks sources one after the other."""

    def file(self, target: Target, *, plain: bool = True) -> FileResult | None:
        """Check the file of `target`, or None: it is no text, and for the sandbox.

        Without `plain`, what is written as text counts as text, such as HTML. Whatever goes wrong is in the result.
        """
        result = FileResult(target.path, Outcome.CLEAN)
        try:
            with opened(target.path, plain=plain) as text:
                self.take(text, result)
        except NoText:
            return None
        except Unreadable as error:
            result.problem, result.outcome = error.reason, Outcome.UNREADABLE
        return result

    def stdin(self) -> FileResult:
        """Check what comes in on standard input. Raises NoText when it is for the sandbox."""
        result = FileResult(STDIN, Outcome.CLEAN)
        self.take(standard_input(plain=True), result)
        return result

    def take(self, text: Text, result: FileResult) -> None:
        """Check `text` into `result`."""
        result.encoding = text.encoding.removesuffix("-sig")
        self.read(text.pieces(), result)
        if result.outcome is not Outcome.PARTIAL and (problem := text.problem):
            result.problem, result.outcome = problem, Outcome.PARTIAL


__all__ = ["STDIN", "Inspector", "Job"]
