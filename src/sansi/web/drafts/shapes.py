"""接口的形状 · What the API takes and gives, declared once: for the OpenAPI document and for the page about it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from sansi.check.rules import shipped


class Sentences(BaseModel):
    """The same sentence in Chinese and in English."""

    zh: str
    en: str


class Found(BaseModel):
    """One finding. `text` is masked: the answer may be logged where the draft must not be."""

    rule: str = Field(description="The id of the rule, stable for ever.")
    start: int = Field(description="Where it begins in the text, from 0; 0 for a hidden fact of a file.")
    end: int = Field(description="Where it ends.")
    where: dict[str, Any] = Field(
        description="The place: `kind` and a line, page, cell, paragraph, slide or field."
    )
    severity: Literal["high", "medium", "low"]
    confidence: Literal["certain", "likely", "possible"] = Field(description="`possible` is a hint.")
    reason: Sentences
    title: Sentences
    text: str


class Checked(BaseModel):
    """What was found, as `sansi check --format json` tells it of one file."""

    version: Literal[1]
    path: str = Field(description="The name of the file, or nothing for a text.")
    findings: list[Found]
    outcome: Literal["clean", "findings", "partial", "unreadable"]
    problem: str | None = Field(default=None, description="Why not all of it was checked, and what to do.")
    encoding: str | None = Field(default=None, description="The encoding of a text file that is not UTF-8.")


class Redacted(BaseModel):
    """A text without what was found in it."""

    version: Literal[1]
    text: str
    count: int = Field(description="How many places were blacked out.")


class Problem(BaseModel):
    """Why a request was not answered, and what to do, in the language of Accept-Language."""

    detail: str


ERRORS = {
    400: "The body cannot be read.",
    401: "The token is unknown or was withdrawn, or one is needed here.",
    408: "The upload was too slow.",
    411: "The request does not say how long it is.",
    413: "The text or the file is too big.",
    415: "The body is neither JSON nor a form.",
    422: "An option is wrong, or the file cannot be read or changed.",
    429: "Too many requests from one place: see Retry-After.",
    503: "Everybody's turn to wait: see Retry-After.",
}
"""Status -> when."""


RULE_ID = "RuleId"


def components() -> dict[str, Any]:
    """What the declarations refer to: the ids of the rules that ship. An organisation may have more of its own."""
    ids = {"type": "string", "enum": [rule.id for rule in shipped()], "description": "The id of a rule."}
    token = {"type": "http", "scheme": "bearer", "description": "The token of a program."}
    return {"schemas": {RULE_ID: ids}, "securitySchemes": {"token": token}}


def answers(given: type[BaseModel] | None) -> dict[int, Any]:
    """The answers of an operation, for the declaration."""
    return {200: given, **dict.fromkeys(ERRORS, Problem)}


def takes(options: type[BaseModel], *, text: bool, gives_file: bool = False) -> dict[str, Any]:
    """The rest of the declaration of an operation: its body, its query, and the file that it may give."""
    fields = _fields(options)
    file = {"type": "string", "format": "binary", "description": "A file of any kind that is read."}
    content: dict[str, Any] = {
        "multipart/form-data": {
            "schema": {"type": "object", "properties": {"file": file, **fields}, "required": ["file"]}
        }
    }
    if text:
        body = {
            "type": "object",
            "properties": {"text": {"type": "string", "description": "The text of a draft."}, **fields},
            "required": ["text"],
            "additionalProperties": False,
        }
        content = {"application/json": {"schema": body}, **content}
    extra: dict[str, Any] = {
        "requestBody": {"required": True, "content": content},
        "security": [{"token": []}, {}],
        "responses": {status: {"description": when} for status, when in ERRORS.items()},
    }
    if gives_file:
        octets = {"schema": {"type": "string", "format": "binary"}}
        extra["responses"][200] = {"description": "OK", "content": {"application/octet-stream": octets}}
    return extra


def _fields(options: type[BaseModel]) -> dict[str, Any]:
    """The options as properties of a body. Enumerations are written out: a body has no place for definitions."""
    schema = options.model_json_schema()
    fields = {name: _spelt(field, schema.get("$defs", {})) for name, field in schema["properties"].items()}
    for name in {"select", "ignore"} & fields.keys():
        fields[name]["items"] = {"$ref": f"#/components/schemas/{RULE_ID}"}
    return fields


def _spelt(part: Any, defs: dict[str, Any]) -> Any:
    if isinstance(part, list):
        return [_spelt(one, defs) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return {"type": "string", "enum": defs[part["$ref"].rsplit("/", 1)[1]]["enum"]}
    if "anyOf" in part:
        # Whoever wants nothing of it leaves it out: a form could not say null.
        wanted = next(one for one in part["anyOf"] if one != {"type": "null"})
        rest = {name: value for name, value in part.items() if name not in {"anyOf", "default"}}
        return _spelt({**rest, **wanted}, defs) | {n: v for n, v in rest.items() if n != "title"}
    return {name: _spelt(value, defs) for name, value in part.items() if name != "title"}
