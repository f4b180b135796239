"""消息内容 · Jobs and results as JSON. What comes from a child is checked field by field before it is believed."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Collection, Mapping
from typing import Any

from sansi.check.inspector import Inspector, Job
from sansi.check.model import Both, Confidence, Severity
from sansi.check.place import ToldPlace
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Glimpse, Item, Outcome
from sansi.sandbox.wire import Garbled, Head


def _same(value: Any) -> Any:
    return value


# The fields of a job that are no JSON.
_FIELDS: dict[str, Callable[[Any], Any]] = {
    "select": frozenset,
    "ignore": frozenset,
    "min_severity": Severity,
    "min_confidence": Confidence,
    "key": bytes.fromhex,
    "more": Both._make,
}


def job_as_dict(job: Job) -> Head:
    """`job` without its database, which travels as bytes."""
    told = {name: value for name, value in vars(job).items() if name != "database"}
    return {**told, "select": sorted(job.select), "ignore": sorted(job.ignore), "key": job.key.hex()}


def job_from(told: Head, database: bytes) -> Job:
    """The job that a parent sent."""
    return Job(**_fields(told), database=database or None)


def _fields(told: Head) -> dict[str, Any]:
    return {name: _FIELDS.get(name, _same)(value) for name, value in told.items()}


def shown_as_dict(shown: Mapping[str, Any]) -> Head:
    """Some of the fields of a job, for one request that wants to be shown something else than the others."""
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in shown.items()}


def inspector_for(told: Head, inspector: Inspector) -> Inspector:
    """`inspector` as the request `told` wants it: see `shown_as_dict`."""
    shown: Head = told.get("shown", {})
    return inspector.showing(**_fields(shown)) if shown else inspector


def result_as_dict(result: FileResult) -> Head:
    """`result` as a child tells it; its path is known to whoever asked."""
    return {
        "outcome": result.outcome,
        "items": [_told(i) for i in result.items],
        "problem": result.problem,
        "encoding": result.encoding,
        "kind": result.kind,
        "allowed": result.allowed,
        "characters": result.characters,
        "glimpses": [
            {**g._asdict(), "jpeg": base64.b64encode(g.jpeg).decode("ascii")} for g in result.glimpses
        ],
    }


def _told(item: Item) -> Head:
    told = item._asdict()
    del told["there"]
    return {**told, "where": item.where, "place": item.place}


def result_from(told: Any, path: str, rules: Collection[str]) -> FileResult:
    """What a child says of the file at `path`. Raises Garbled where it is not what a result looks like."""
    try:
        return FileResult(
            path=path,
            outcome=Outcome(told["outcome"]),
            items=[_item(one, rules) for one in told["items"]],
            problem=_both(told["problem"]) if told["problem"] is not None else None,
            encoding=_line(told["encoding"]),
            kind=_line(told["kind"]),
            allowed=_count(told["allowed"]),
            characters=_count(told["characters"]),
            glimpses=[_glimpse(one) for one in told["glimpses"]],
        )
    except (KeyError, TypeError, ValueError):
        raise Garbled from None


def _item(told: Any, rules: Collection[str]) -> Item:
    if told["rule"] not in rules:
        raise Garbled
    return Item(
        rule=told["rule"],
        start=_count(told["start"]),
        end=_count(told["end"]),
        there=ToldPlace(_where(told["where"]), _both(told["place"])),
        end_line=_count(told["end_line"]),
        end_column=_count(told["end_column"]),
        severity=Severity(told["severity"]),
        confidence=Confidence(told["confidence"]),
        reason=_both(told["reason"]),
        text=_line(told["text"]),
        line=_line(told["line"]),
        at=_count(told["at"]),
        fingerprint=_line(told["fingerprint"]),
    )


def _glimpse(told: Any) -> Glimpse:
    jpeg = base64.b64decode(told["jpeg"], validate=True)
    if not jpeg.startswith(b"\xff\xd8\xff"):
        raise Garbled
    return Glimpse(_both(told["said"]), jpeg, _count(told["width"]), _count(told["height"]))


def _count(told: Any) -> int:
    if type(told) is not int or told < 0:
        raise Garbled
    return told


def _line(told: Any) -> str:
    """Text that may be shown: names of sheets and of files inside come from the file as they are."""
    if type(told) is not str:
        raise Garbled
    return clean(told)


def _both(told: Any) -> Both:
    zh, en = told
    return Both(_line(zh), _line(en))


def _where(told: Any) -> dict[str, Any]:
    if type(told) is not dict or type(told.get("kind")) is not str:
        raise Garbled
    where = {name: _plain(value) for name, value in told.items()}
    if "line" in where:
        _count(where["line"])
        _count(where["column"])
    return where


def _plain(value: Any) -> Any:
    """A scalar, or a list of scalars; a box with a coordinate that is no number is no box."""
    if type(value) is list:
        plain = [_plain(v) for v in value]
        if any(type(v) is list for v in plain):
            raise Garbled
        return None if any(v is None for v in plain) else plain
    if type(value) is float and not math.isfinite(value):
        return None
    if value is None or type(value) in (str, int, float, bool):
        return value
    raise Garbled
