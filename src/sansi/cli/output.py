"""输出 · The report that was asked for, and where it goes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from sansi.check.report.result import FileResult, View
from sansi.cli.app import Failure, installed_version
from sansi.cli.lines import Questions
from sansi.cli.settings import Settings

Report = Callable[[Iterable[FileResult]], Iterator[str]]
# What a file or another program gets: wide enough for a line of a form and what stands around.
_UNBOUND_COLUMNS = 160


def report(given: dict[str, Any], lang: str, chosen: Settings, questions: Questions | None) -> Report:
    """The report that was asked for; each is a module of its own, loaded only now."""
    view = View(
        chosen.by_id,
        lang,
        colour=_colour(given),
        columns=_columns(given),
        show_values=given["show_values"],
    )
    if given["format_"] == "text":
        from sansi.check.report.text import as_text  # noqa: PLC0415 - see above

        return lambda results: as_text(results, view)
    if given["format_"] in ("json", "jsonl"):
        from sansi.check.report import machine  # noqa: PLC0415 - see above

        one_a_line = questions.answers if questions else machine.as_jsonl
        shape = machine.as_json if given["format_"] == "json" else one_a_line
        return lambda results: shape(results, view)
    view = replace(view, version=installed_version())
    if given["format_"] == "sarif":
        from sansi.check.report.sarif import as_sarif  # noqa: PLC0415 - see above

        return lambda results: as_sarif(results, view)
    from sansi.check.report.html import as_html  # noqa: PLC0415 - see above

    return lambda results: as_html(results, view)


def _columns(given: dict[str, Any]) -> int:
    if given["output"] or not sys.stdout.isatty():
        return _UNBOUND_COLUMNS
    return shutil.get_terminal_size().columns


def _colour(given: dict[str, Any]) -> bool:
    if given["color"] != "auto":
        return bool(given["color"] == "always")
    return not given["output"] and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write(shape: Report, results: Iterator[FileResult], given: dict[str, Any]) -> None:
    """Write the report of `results`, as they come, or whole to the file of `--output`."""
    if given["output"]:
        _to_file("".join(shape(results)), given["output"])
        return
    if given["format_"] != "text" and hasattr(sys.stdout, "reconfigure"):
        # What other programs read is UTF-8, whatever the terminal speaks.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for piece in shape(results):
        sys.stdout.write(piece)
        if given["input_format"] == "jsonl":
            # Whoever asks line by line waits for the answer before the next question.
            sys.stdout.flush()
    sys.stdout.flush()


def _to_file(text: str, name: str) -> None:
    from pathlib import Path  # noqa: PLC0415 - see report()

    from sansi.cli.writing import replace_file  # noqa: PLC0415 - same

    try:
        replace_file(Path(name), text.encode("utf-8", "replace"))
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(f"写不了 {name}：{said}", f"cannot write {name}: {said}") from None
