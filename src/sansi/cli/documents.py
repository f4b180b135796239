"""查文档 · What is no plain text: read in the children of the sandbox, as many at a time as processes were asked for."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import click

from sansi.check.report.result import FileResult, Outcome
from sansi.cli.inspector import STDIN, Inspector
from sansi.cli.reading import NoText, text_of
from sansi.cli.walking import Target
from sansi.sandbox.limits import LIMITED
from sansi.sandbox.pool import Pool
from sansi.sandbox.reasons import NO_LIMITS

# Kinds that are written as text: where no reader knows their markup, their words can still be checked.
_WRITTEN_AS_TEXT = frozenset(("html", "eml", "mbox", "rtf", "warc", "text"))


class Documents:
    """The sandbox as the command line uses it: started at the first document, ended with the run."""

    def __init__(self, inspector: Inspector, jobs: int, lang: str) -> None:
        """Read up to `jobs` documents at a time."""
        self._inspector = inspector
        self._jobs = jobs
        self._pool = Pool(inspector.job, jobs)
        self._threads: ThreadPoolExecutor | None = None
        if not LIMITED:
            click.echo(NO_LIMITS.in_(lang), err=True)

    def file(self, target: Target) -> FileResult:
        """What was found in the document of `target`."""
        result = self._pool.check_file(target.path)
        return self._settled(result, target.named, lambda: self._inspector.file(target, plain=False))

    def later(self, target: Target) -> Future[FileResult]:
        """The same, while we go on."""
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._jobs)
        return self._threads.submit(self.file, target)

    def stdin(self, head: bytes) -> FileResult:
        """What was found on standard input, of which `head` has been taken."""
        most = self._pool.limits.input_bytes
        # One byte more than is allowed tells that it is too big.
        data = head + sys.stdin.buffer.read(most + 1 - len(head))
        return self._settled(self._pool.check_bytes(data, STDIN), True, lambda: self._text(data))

    def _text(self, data: bytes) -> FileResult | None:
        result = FileResult(STDIN, Outcome.CLEAN)
        try:
            self._inspector.take(text_of(io.BytesIO(data), b""), result)
        except NoText:
            return None
        return result

    def _settled(
        self,
        result: FileResult,
        named: bool,
        as_text: Callable[[], FileResult | None],
    ) -> FileResult:
        """A kind that nothing reads is checked as text, or skipped in a folder, or unreadable by its name."""
        if result.outcome is not Outcome.SKIPPED:
            return result
        text = as_text() if result.kind in _WRITTEN_AS_TEXT else None
        if text:
            return text
        if named:
            result.outcome = Outcome.UNREADABLE
        return result

    def close(self) -> None:
        """End the children; who waits for them hears so."""
        self._pool.close()
        if self._threads:
            self._threads.shutdown(cancel_futures=True)
