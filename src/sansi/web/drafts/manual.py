"""接口说明 · What the page about the API says, taken from the declarations: it cannot fall behind them."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel

from sansi.web.drafts.asking import CheckOptions, CleanOptions, RedactOptions
from sansi.web.drafts.shapes import ERRORS, Checked, Found, Redacted


class Field(NamedTuple):
    """One field of a request or an answer."""

    name: str
    values: str
    said: str | Promise


class Door(NamedTuple):
    """One operation."""

    path: str
    about: str | Promise
    takes: list[Field]
    gives: list[Field]
    gives_file: bool


_SAID: dict[str, str | Promise] = {
    "text": _("The text of a draft, in JSON."),
    "file": _("Instead of a text: a file, as a form (multipart/form-data)."),
    "select": _("Only these rules: their ids, separated by commas."),
    "ignore": _("All but these rules."),
    "min_severity": _("Only what costs at least this much."),
    "min_confidence": _("Only what is at least this sure."),
    "lang": _("Language of sentences in the answer; without it, that of Accept-Language."),
    "offsets": _("What start and end count in a text: code points, or UTF-16 code units as JavaScript does."),
    "style": _("What stands instead: a mask, the name of what it was, nothing, or a keyed pseudonym."),
    "key": _("The key of the style hash."),
    "hidden": _("Take out text, sheets, slides and notes that are not shown, too."),
    "version": _("1. It changes when a program that reads the answer would have to."),
    "path": _("The name of the file; empty for a text."),
    "findings": _("What was found, in order of place; see below."),
    "outcome": _(
        "partial and unreadable say that not everything was checked: do not take the answer for a clean one."
    ),
    "problem": _("Why not everything was checked, and what to do."),
    "encoding": _("The encoding of a text file that is not UTF-8."),
    "count": _("How many places were blacked out."),
    "rule": _("The id of the rule: it stays the same for ever."),
    "start": _("Where it begins in the text, from 0; 0 for a hidden fact of a file."),
    "end": _("Where it ends."),
    "where": _("The place for people: kind, and a line, page, paragraph, cell, slide or field."),
    "severity": _("What it costs if it gets out."),
    "confidence": _("How sure it is; possible is a hint."),
    "reason": _("Why it is taken for that, in both languages."),
    "title": _("What it is, in both languages."),
}
_REDACTED_TEXT = _("The text without what was found in it.")
_MASKED = _("What was found, masked: the answer may be logged where the draft must not be.")
_WHEN: dict[int, str | Promise] = {
    400: _("The body cannot be read."),
    401: _("The token is unknown or was withdrawn, or one is needed here."),
    408: _("The upload was too slow."),
    411: _("The request does not say how long it is."),
    413: _("The text or the file is too big."),
    415: _("The body is neither JSON nor a form."),
    422: _("An option is wrong, or the file cannot be read or changed."),
    429: _("Too many requests from one place: Retry-After says when to come again."),
    503: _("Too much work at the moment: Retry-After says when to come again."),
}


def manual(url: str) -> dict[str, Any]:
    """What the template needs; `url` is where this site is."""
    text, file = _field("text", {}), _field("file", {})
    return {
        "url": url,
        "doors": [
            Door(
                "/api/v1/check",
                _("What in a text or a file must not go out."),
                [text, file, *_options(CheckOptions)],
                _fields(Checked),
                False,
            ),
            Door(
                "/api/v1/redact",
                _("A text or a file without it."),
                [text, file, *_options(RedactOptions)],
                _told(),
                True,
            ),
            Door(
                "/api/v1/clean",
                _("A file without what is hidden in it."),
                [file, *_options(CleanOptions)],
                [],
                True,
            ),
        ],
        "finding": [*_fields(Found)[:-1], Field("text", "", _MASKED)],
        "errors": [(status, _WHEN[status]) for status in ERRORS],
    }


def _told() -> list[Field]:
    return [
        field._replace(said=_REDACTED_TEXT) if field.name == "text" else field for field in _fields(Redacted)
    ]


def _options(model: type[BaseModel]) -> list[Field]:
    return _fields(model)


def _fields(model: type[BaseModel]) -> list[Field]:
    schema = model.model_json_schema()
    defs = schema.get("$defs", {})
    return [_field(name, part, defs) for name, part in schema["properties"].items()]


def _field(name: str, part: dict[str, Any], defs: dict[str, Any] | None = None) -> Field:
    return Field(name, ", ".join(_values(part, defs or {})), _SAID[name])


def _values(part: dict[str, Any], defs: dict[str, Any]) -> list[str]:
    """The words that may stand there, where there are only some."""
    if "$ref" in part:
        part = defs[part["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in part:
        return [value for one in part["anyOf"] for value in _values(one, defs)]
    if part.get("type") == "boolean":
        return ["true", "false"]
    return [str(value) for value in part.get("enum", [])]
