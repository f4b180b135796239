"""所求 · What somebody asks of the API, however they spell it: in the query, in JSON or in the fields of a form."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sansi.check.model import Both, Confidence, Severity
from sansi.web.drafts.refusals import Refused
from sansi.web.drafts.uploads import body_of

MOST_FINDINGS = 10_000
_LONGEST_KEY = 1_024


class Options(BaseModel):
    """What is to be looked for, and how it is to be told."""

    model_config = ConfigDict(extra="forbid")

    select: list[str] = Field(default=[], description="Only these rules (ids, separated by commas).")
    ignore: list[str] = Field(default=[], description="All but these rules.")
    min_severity: Severity | None = Field(default=None, description="Only what costs at least this much.")
    min_confidence: Confidence | None = Field(default=None, description="Only what is at least this sure.")
    lang: Literal["zh", "en"] | None = Field(
        default=None, description="Language of `problem`; without it, that of Accept-Language."
    )

    def shown(self, known: Collection[str]) -> dict[str, Any]:
        """The fields of a job that this asks for. Raises Refused for a rule that nobody has."""
        if unknown := sorted({*self.select, *self.ignore} - set(known)):
            names = ", ".join(unknown)[:200]
            raise Refused(422, Both(f"没有名为 {names} 的规则", f"there is no rule {names}"))
        asked = {
            "select": frozenset(self.select),
            "ignore": frozenset(self.ignore),
            "min_severity": self.min_severity,
            "min_confidence": self.min_confidence,
        }
        return {name: value for name, value in asked.items() if value}


class CheckOptions(Options):
    """Options of a check."""

    offsets: Literal["codepoint", "utf16"] = Field(
        default="codepoint",
        description="What `start` and `end` count: code points, or UTF-16 code units as JavaScript does. Text only.",
    )


class RedactOptions(Options):
    """Options of redacting."""

    style: Literal["mask", "label", "remove", "hash"] = Field(
        default="mask",
        description="What stands instead: a mask, the name of what it was, nothing, or a keyed pseudonym.",
    )
    key: str = Field(default="", max_length=_LONGEST_KEY, description="The key of the style `hash`.")
    min_confidence: Confidence | None = Field(
        default=Confidence.LIKELY, description="Only what is at least this sure."
    )


class CleanOptions(BaseModel):
    """Options of taking out what is hidden in a file."""

    model_config = ConfigDict(extra="forbid")

    hidden: bool = Field(
        default=False, description="Take out text, sheets, slides and notes that are not shown, too."
    )
    lang: Literal["zh", "en"] | None = Field(default=None, description="Language of what is said.")


Kind = TypeVar("Kind", bound=BaseModel)


class Asked(NamedTuple, Generic[Kind]):
    """A request that has been understood: a text or a file."""

    options: Kind
    text: str | None = None
    file: UploadedFile[bytes] | None = None


_NEITHER = Both(
    "请给出 text（JSON）或 file（multipart/form-data）", "give a text (JSON) or a file (multipart/form-data)"
)
_NO_JSON = Both("请求体不是合法的 JSON", "the body is not valid JSON")
_NO_OBJECT = Both(
    '请求体应当是 JSON 对象，例如 {"text": "…"}', 'the body must be a JSON object, such as {"text": "…"}'
)
_OTHER_TYPE = Both(
    "Content-Type 请用 application/json 或 multipart/form-data",
    "Content-Type must be application/json or multipart/form-data",
)
_NO_TEXT = Both("text 必须是字符串", "text must be a string")


def asked(request: HttpRequest, kind: type[Kind], most_bytes: int) -> Asked[Kind]:
    """What `request` asks. Raises Refused, and what `uploads` raises."""
    query = _plain(request.GET)
    match request.content_type:
        case "application/json":
            return _from_json(body_of(request, most_bytes), query, kind)
        case "multipart/form-data":
            return _from_form(request, query, kind)
        case _:
            raise Refused(415, _OTHER_TYPE)


def _from_json(body: bytes, query: dict[str, Any], kind: type[Kind]) -> Asked[Kind]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, _NO_JSON) from None
    if not isinstance(given, dict):
        raise Refused(422, _NO_OBJECT)
    if "text" not in given:
        raise Refused(422, _NEITHER)
    text = given.pop("text")
    if not isinstance(text, str):
        raise Refused(422, _NO_TEXT)
    return Asked(_options({**query, **given}, kind), text=text)


def _from_form(request: HttpRequest, query: dict[str, Any], kind: type[Kind]) -> Asked[Kind]:
    given = {**query, **_plain(request.POST)}
    file = request.FILES.get("file")
    text = given.pop("text", None)
    if isinstance(text, list) or (file is None) == (text is None):
        raise Refused(422, _NEITHER)
    return Asked(_options(given, kind), text=text, file=file if isinstance(file, UploadedFile) else None)


# What may stand more than once, or with commas between, where there is no JSON.
_LISTS = frozenset(("select", "ignore"))


def _plain(given: MultiValueDict[str, str]) -> dict[str, Any]:
    """Fields that stand once as they are, others as lists; `select=a,b` is a list too."""
    return {
        name: [rule for value in values for rule in value.removesuffix(",").split(",")]
        if name in _LISTS
        else values[0]
        if len(values) == 1
        else values
        for name, values in given.lists()
    }


def _options(given: Mapping[str, Any], kind: type[Kind]) -> Kind:
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise Refused(422, _said(error, kind)) from None


def _said(error: ValidationError, kind: type[BaseModel]) -> Both:
    """Which field is wrong and what is allowed. Never what was given: that may be a part of the draft."""
    first = error.errors(include_input=False, include_url=False, include_context=True)[0]
    name = str(first["loc"][0])[:80] if first["loc"] else ""
    if first["type"] == "extra_forbidden":
        known = ", ".join(kind.model_fields)
        return Both(
            f"没有这个选项；可用的有：text, file, {known}",
            f"there is no such option; there are: text, file, {known}",
        )
    expected = str(first.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    if expected:
        return Both(f"{name} 只能是 {expected}", f"{name} must be one of {expected}")
    return Both(f"{name} 的值不合要求", f"{name} is not what is expected there")


class _Typed(BaseModel):
    """What the script of the page sends."""

    model_config = ConfigDict(extra="forbid")

    text: str
    redact: Literal["", "all"] = ""


def text_of_json(request: HttpRequest, most_bytes: int) -> tuple[str, bool]:
    """The text that the script of the page sends, and whether it wants it without what is found in it."""
    try:
        typed = _Typed.model_validate_json(body_of(request, most_bytes))
    except ValidationError:
        raise Refused(400, _NO_JSON) from None
    return typed.text, bool(typed.redact)
