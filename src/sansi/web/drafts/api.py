"""查稿接口 · `POST /api/v1/check`, `/redact` and `/clean`: the same check for a CMS, a mail gateway, a script.

The bodies are read and the answers written by hand: a text or a file, as JSON or as a form, and 4 KB checked in well
under a millisecond. What each takes and gives is declared for the OpenAPI document all the same, from the same models.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language_from_request
from django.views.decorators.debug import sensitive_post_parameters
from ninja import Router

from sansi.check.model import Both
from sansi.check.report.machine import file_as_dict
from sansi.check.report.result import FileResult, View
from sansi.web.drafts import naming, shapes
from sansi.web.drafts.asking import (
    MOST_FINDINGS,
    Asked,
    CheckOptions,
    CleanOptions,
    Options,
    RedactOptions,
    asked,
)
from sansi.web.drafts.desk import Changed, How
from sansi.web.drafts.door import caller, desk, entered
from sansi.web.drafts.marks import items_in_utf16
from sansi.web.drafts.refusals import REFUSABLE, Refused, refusal_of
from sansi.web.drafts.views import attachment
from sansi.web.integrations.counting import collector

router = Router(tags=["check"])
_View = Callable[..., HttpResponseBase]
# An answer, and the rules that found something: for the counters.
_Told = tuple[HttpResponse, Iterable[str]]


def _answered(operation: Callable[..., _Told]) -> _View:
    """Let the caller in, and tell it in its language why not, or why its request cannot be answered."""

    @wraps(operation)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            who = caller(request)
            with entered(request, who):
                answer, rules = operation(request, *args, **kwargs)
            if who:
                collector.count(who, rules)
        except REFUSABLE as error:
            return _refused(request, refusal_of(error))
        return answer

    return sensitive_post_parameters()(wrapped)


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    response = _json({"detail": refusal.said.in_(_lang(request, None))}, refusal.status)
    if refusal.retry_s:
        response["Retry-After"] = str(refusal.retry_s)
    if refusal.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def _json(told: dict[str, Any], status: int = 200) -> HttpResponse:
    response = HttpResponse(
        json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass" if status == 200 else "replace"),
        content_type="application/json",
        status=status,
    )
    return _sealed(response)


def _sealed(response: HttpResponse) -> HttpResponse:
    """Nobody in between keeps it, and no browser takes it for a page; see also `wsgi`."""
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    response["X-Frame-Options"] = "DENY"
    return response


def _lang(request: HttpRequest, asked_for: str | None) -> str:
    """The language of sentences in the answer."""
    return asked_for or ("zh" if get_language_from_request(request).startswith("zh") else "en")


def _understood(request: HttpRequest, kind: Any) -> Asked[Any]:
    return asked(request, kind, settings.SANSI["SANSI_CHECK_TEXT_MB"] << 20)


@router.post(
    "/check",
    response=shapes.answers(shapes.Checked),
    openapi_extra=shapes.takes(CheckOptions, text=True),
    operation_id="check",
    summary="Check a text or a file",
)
@_answered
def check(request: HttpRequest) -> _Told:
    """What in the text or the file must not go out, in the same shape as `sansi check --format json` gives a file."""
    wanted = _understood(request, CheckOptions)
    options: CheckOptions = wanted.options
    shown = {**options.shown(desk().rules), "most": MOST_FINDINGS}
    if wanted.file is None:
        text = wanted.text or ""
        result = desk().check_text(text, **shown)
        if options.offsets == "utf16":
            result.items = items_in_utf16(text, result.items)
    else:
        if options.offsets == "utf16":
            raise Refused(422, _ONLY_TEXT)
        result = desk().check_file(wanted.file.read(), wanted.file.name or "", **shown)
    return _json(_told(request, result, options)), {item.rule for item in result.items}


_ONLY_TEXT = Both(
    "offsets=utf16 只用于 text；文件里的位置在 where",
    "offsets=utf16 is for a text; in a file, see where",
)


def _told(request: HttpRequest, result: FileResult, options: Options) -> dict[str, Any]:
    lang = _lang(request, options.lang) if result.problem else "en"
    return {"version": 1, **file_as_dict(result, View(desk().rules, lang))}


@router.post(
    "/redact",
    response=shapes.answers(shapes.Redacted),
    openapi_extra=shapes.takes(RedactOptions, text=True, gives_file=True),
    operation_id="redact",
    summary="Black out a text or a file",
)
@_answered
def redact(request: HttpRequest) -> _Told:
    """The text, or the file itself, without what was found in it; searched again before it is given back."""
    wanted = _understood(request, RedactOptions)
    options: RedactOptions = wanted.options
    if options.style == "hash" and not options.key:
        raise Refused(422, _NEEDS_KEY)
    how = How(options.style, options.key, _lang(request, options.lang))
    shown = options.shown(desk().rules)
    if wanted.file is None:
        text, count = desk().redact_text(wanted.text or "", how, **shown)
        return _json({"version": 1, "text": text, "count": count}), ()
    name = wanted.file.name or ""
    changed = desk().redact_file(wanted.file.read(), name, how, **shown)
    return _file(changed, naming.redacted(name, how.lang), how.lang), ()


_NEEDS_KEY = Both(
    "hash 需要 key：没有密钥，任何人都能把号码逐个试出来",
    "hash needs a key: without one, anybody could try all numbers",
)


@router.post(
    "/clean",
    response=shapes.answers(None),
    openapi_extra=shapes.takes(CleanOptions, text=False, gives_file=True),
    operation_id="clean",
    summary="Take out what is hidden in a file",
)
@_answered
def clean(request: HttpRequest) -> _Told:
    """The file without its hidden facts: place and device of a photo, author, comments, tracked changes …"""
    wanted = _understood(request, CleanOptions)
    if not isinstance(wanted.file, UploadedFile):
        raise Refused(422, _FILE_ONLY)
    options: CleanOptions = wanted.options
    lang, name = _lang(request, options.lang), wanted.file.name or ""
    changed = desk().clean_file(wanted.file.read(), name, hidden=options.hidden)
    return _file(changed, naming.cleaned(name, lang), lang), ()


_FILE_ONLY = Both("文字里没有隐藏的信息；请用 file 传文件", "nothing is hidden in a text: send a file")


def _file(changed: Changed, name: str, lang: str) -> HttpResponse:
    return _sealed(attachment(changed.data, name, "; ".join(said.in_(lang) for said in changed.said)))
