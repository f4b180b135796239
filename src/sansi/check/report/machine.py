"""JSON 与 JSON lines · The findings for other programs. The shapes are a contract: see the docs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sansi.check.report.result import FileResult, Item, Outcome, View


def as_dict(item: Item, view: View) -> dict[str, Any]:
    """One finding as the contract spells it."""
    return {
        "rule": item.rule,
        "start": item.start,
        "end": item.end,
        "where": item.where,
        "severity": item.severity,
        "confidence": item.confidence,
        "reason": item.reason._asdict(),
        "title": view.rules[item.rule].title._asdict(),
        "text": item.text,
    }


def file_as_dict(result: FileResult, view: View) -> dict[str, Any]:
    """One file as the contract spells it. The encoding is said where it is not UTF-8."""
    file: dict[str, Any] = {
        "path": result.path,
        "findings": [as_dict(i, view) for i in result.items],
        "outcome": result.outcome,
    }
    if result.problem:
        file["problem"] = result.problem.in_(view.lang)
    if result.encoding not in ("", "utf-8"):
        file["encoding"] = result.encoding
    return file


def as_json(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """One object with all files, written file by file."""
    yield '{"version": 1, "files": ['
    separator = "\n"
    for result in results:
        yield separator + json.dumps(file_as_dict(result, view), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def as_jsonl(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """One finding a line; after those of a file that was not fully checked, a line that says so."""
    for result in results:
        for item in result.items:
            yield json.dumps({"path": result.path, **as_dict(item, view)}, ensure_ascii=False) + "\n"
        if result.outcome in (Outcome.PARTIAL, Outcome.UNREADABLE):
            problem = result.problem.in_(view.lang) if result.problem else ""
            told = {"path": result.path, "outcome": result.outcome, "problem": problem}
            yield json.dumps(told, ensure_ascii=False) + "\n"
