"""逐行问答 · Texts as JSON lines on standard input, and an answer line for each: for other programs."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sansi.check.model import Both
from sansi.check.report.machine import as_dict
from sansi.check.report.result import FileResult, Outcome, View
from sansi.cli.inspector import Inspector

_EXPECTED = Both('应当是一行 {"id": …, "text": "…"}', 'must be a line {"id": …, "text": "…"}')


class Questions:
    """The lines of one stream, in step with their answers."""

    def __init__(self, inspector: Inspector, stream: BinaryIO) -> None:
        """Answer the lines of `stream` with `inspector`."""
        self._inspector = inspector
        self._stream = stream
        self._ids: deque[Any] = deque()

    def results(self) -> Iterator[FileResult]:
        """What was found in each line; a line that is no question gets a result as well."""
        # Not `for line in stream`: that would read ahead and keep the asking program waiting.
        for number, line in enumerate(iter(self._stream.readline, b""), 1):
            if line.strip():
                yield self._result(line, number)

    def _result(self, line: bytes, number: int) -> FileResult:
        ident, text = _question(line)
        self._ids.append(ident)
        name = ident if isinstance(ident, str) else f"<stdin>:{number}"
        if text is None:
            return FileResult(f"<stdin>:{number}", Outcome.UNREADABLE, problem=_EXPECTED)
        return self._inspector.words(name, text)

    def answers(self, results: Iterable[FileResult], view: View) -> Iterator[str]:
        """One line for each question, in the same order; the id is given back as it came."""
        for result in results:
            answer = {"id": self._ids.popleft(), "findings": [as_dict(i, view) for i in result.items]}
            if result.problem:
                answer["problem"] = result.problem.in_(view.lang)
            yield json.dumps(answer, ensure_ascii=False) + "\n"


def _question(line: bytes) -> tuple[Any, str | None]:
    """(id, text) of a line; text is None when it is no question."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None, None
    if not isinstance(asked, dict):
        return None, None
    text = asked.get("text")
    return asked.get("id"), text if isinstance(text, str) and "id" in asked else None
