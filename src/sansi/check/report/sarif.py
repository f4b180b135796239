"""SARIF 2.1.0 · The findings for code scanning services. No value and no line of text is ever in it.

OASIS Static Analysis Results Interchange Format, version 2.1.0 (errata 01).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from sansi.check.model import Confidence, Rule, Severity
from sansi.check.report.explain import page
from sansi.check.report.result import FileResult, Item, Outcome, View

_LEVEL = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
# How the services that read this property sort results; 0 to 10.
_SCORE = {Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "2.5"}
_PRECISION = {Confidence.CERTAIN: "very-high", Confidence.LIKELY: "high", Confidence.POSSIBLE: "low"}


def as_sarif(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """One log with one run, in which only the rules that found something are described."""
    files = list(results)
    used = sorted({i.rule for f in files for i in f.items})
    index = {rule: n for n, rule in enumerate(used)}
    failed = [f for f in files if f.outcome in (Outcome.PARTIAL, Outcome.UNREADABLE)]
    run = {
        "tool": {
            "driver": {
                "name": "sansi",
                "version": view.version,
                "rules": [_rule(view.rules[r], view.lang) for r in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [_notification(f, view.lang) for f in failed],
            }
        ],
        "results": [r for f in files for r in _results(f, index, view)],
    }
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    yield json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.in_(lang)},
        "fullDescription": {"text": rule.why.in_(lang)},
        "help": {"text": rule.advice.in_(lang), "markdown": page(rule, lang, examples=False)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"security-severity": _SCORE[rule.severity], "tags": [rule.category, "sansi"]},
    }


def _results(file: FileResult, index: dict[str, int], view: View) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for item in file.items:
        seen[item.fingerprint] += 1
        title = view.rules[item.rule].title.in_(view.lang)
        joint = "：" if view.lang.startswith("zh") else ": "
        yield {
            "ruleId": item.rule,
            "ruleIndex": index[item.rule],
            "level": "note" if item.hint else _LEVEL[item.severity],
            "message": {"text": f"{title}{joint}{item.reason.in_(view.lang)}"},
            "locations": [_location(file, item, view.lang)],
            "partialFingerprints": {"sansi/v1": f"{item.fingerprint}:{seen[item.fingerprint]}"},
            "properties": {"confidence": item.confidence, "precision": _PRECISION[item.confidence]},
        }


def _location(file: FileResult, item: Item, lang: str) -> dict[str, Any]:
    """A region where the file has lines; elsewhere the place in words, for SARIF knows no pages or cells."""
    if item.line_number:
        return {"physicalLocation": {"artifactLocation": _uri(file.path), "region": _region(item)}}
    return {
        "physicalLocation": {"artifactLocation": _uri(file.path)},
        "logicalLocations": [{"fullyQualifiedName": item.there.said(lang), "kind": item.where["kind"]}],
    }


def _region(item: Item) -> dict[str, int | str]:
    return {
        "startLine": item.where["line"],
        "startColumn": item.where["column"],
        "endLine": item.end_line,
        "endColumn": item.end_column,
        "charOffset": item.start,
        "charLength": item.end - item.start,
    }


def _uri(path: str) -> dict[str, str]:
    posix = path.replace("\\", "/")
    if posix.startswith("/"):
        return {"uri": "file://" + quote(posix, errors="replace")}
    return {"uri": quote(posix.removeprefix("./"), errors="replace")}


def _notification(file: FileResult, lang: str) -> dict[str, Any]:
    said = file.problem.in_(lang) if file.problem else str(file.outcome)
    level = "warning" if file.outcome is Outcome.PARTIAL else "error"
    return {
        "level": level,
        "message": {"text": f"{file.path}: {said}"},
        "locations": [{"physicalLocation": {"artifactLocation": _uri(file.path)}}],
    }
