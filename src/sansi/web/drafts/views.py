"""查稿页 · The page where a draft is checked, with a script and without. It shows, and forgets."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sansi.check.report.result import FileResult
from sansi.web.drafts import naming
from sansi.web.drafts.asking import text_of_json
from sansi.web.drafts.desk import How
from sansi.web.drafts.door import desk, entered, may_come_in
from sansi.web.drafts.groups import cost_of
from sansi.web.drafts.marks import in_utf16
from sansi.web.drafts.refusals import BROKEN, REFUSABLE, Refused, refusal_of
from sansi.web.drafts.results import MOST_SHOWN, as_html, results

SHOWN_AGAIN_MOST = 1_000_000
"""Characters of a draft that a page without a script brings back."""
_BEAT_S = 10.0
_View = Callable[..., HttpResponseBase]
# Who forges a request to these learns nothing and changes nothing: there is nothing here that could be changed.
_forgettable = csrf_exempt


def lang() -> str:
    """The language of this page, as rules and reasons have it."""
    return "zh" if (get_language() or "en").startswith("zh") else "en"


def _answers_json(view: _View) -> _View:
    """Turn a refusal into JSON for the script."""

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponseBase:
        try:
            return view(request)
        except REFUSABLE as error:
            return refused(refusal_of(error))

    return wrapped


def refused(refusal: Refused) -> JsonResponse:
    """`refusal` for a script."""
    response = JsonResponse({"detail": refusal.said.in_(lang())}, status=refusal.status)
    if refusal.retry_s:
        response["Retry-After"] = str(refusal.retry_s)
    return response


@never_cache
@_forgettable
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponseBase:
    """The page; with what was typed or chosen, what was found in it, or the file without it."""
    if not may_come_in(request):
        return redirect_to_login(request.path)
    if request.method != "POST":
        return _page(request)
    try:
        with entered(request):
            return _answer(request)
    except REFUSABLE as error:
        refusal = refusal_of(error)
        if "application/json" in request.headers.get("Accept", ""):
            return refused(refusal)
        return _refused_page(request, refusal)


def _page(request: HttpRequest, status: int = 200, **shown: Any) -> HttpResponse:
    return render(
        request,
        "drafts/check.html",
        {"most_mb": settings.SANSI["SANSI_CHECK_FILE_MB"], **shown},
        status=status,
    )


def _refused_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    # Nothing more is read of a body that was refused.
    text = _plain(request.POST.get("text", "")) if hasattr(request, "_post") else ""
    response = _page(request, refusal.status, refused=refusal.said.in_(lang()), text=text[:SHOWN_AGAIN_MOST])
    if refusal.retry_s:
        response["Retry-After"] = str(refusal.retry_s)
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    text = _plain(request.POST.get("text", ""))
    file = request.FILES.get("file")
    act = request.POST.get("act", "check")
    if act == "language" and not text:
        return _page(request)
    if isinstance(file, UploadedFile) and act != "language":
        return _answer_file(request, file, act, text)
    if act in {"redact", "clean"}:
        redacted, _count = desk().redact_text(text, How(lang=lang()))
        return attachment(redacted.encode("utf-8", "replace"), naming.redacted("", lang()))
    if asked := request.POST.get("redact"):
        text = _redacted(text, asked)
    return _checked_page(request, text)


def _plain(text: str) -> str:
    """What was typed: browsers send every line break as two characters."""
    return text.replace("\r\n", "\n")


def _redacted(text: str, asked: str) -> str:
    """`text` without the place that was `asked`, as "start-end", or without all."""
    if asked == "all":
        return desk().redact_text(text, How(lang=lang()))[0]
    found = desk().check_text(text, most=MOST_SHOWN)
    shown = results(found, desk().rules, lang(), text)
    for group in shown["groups"]:
        for kind in group.kinds:
            for place in kind.places:
                start, end = place.item.start, place.item.end
                if asked == f"{start}-{end}":
                    return f"{text[:start]}{place.instead}{text[end:]}"
    # It has been changed since; the page shows what is found now.
    return text


def _checked_page(request: HttpRequest, text: str) -> HttpResponse:
    found = desk().check_text(text, most=MOST_SHOWN)
    shown = results(found, desk().rules, lang(), text)
    again = text if len(text) <= SHOWN_AGAIN_MOST else ""
    return _page(request, **shown, text=again, too_long_to_show=not again and bool(text))


def _answer_file(request: HttpRequest, file: UploadedFile[bytes], act: str, text: str) -> HttpResponse:
    data, name = file.read(), file.name or ""
    if act == "redact":
        changed = desk().redact_file(data, name, How(lang=lang()))
        return attachment(changed.data, naming.redacted(name, lang()), _sentence(changed.said))
    if act == "clean":
        changed = desk().clean_file(data, name)
        return attachment(changed.data, naming.cleaned(name, lang()), _sentence(changed.said))
    found = desk().check_file(data, name, most=MOST_SHOWN)
    return _page(request, **results(found, desk().rules, lang()), text=text)


def _sentence(said: list[Any]) -> str:
    joint = "；" if lang() == "zh" else "; "
    return joint.join(one.in_(lang()) for one in said[:6])


def attachment(data: bytes, name: str, said: str = "") -> HttpResponse:
    """A file to be saved; `said` is what was done, for a script to show."""
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    if said:
        response["X-Sansi-Said"] = quote(said[:1_000], safe="")
    return response


@never_cache
@_forgettable
@require_POST
@_answers_json
def live(request: HttpRequest) -> HttpResponseBase:
    """What was found in the text so far, for the script; with `redact`, in the text without what was found."""
    with entered(request):
        text, redact = text_of_json(request, settings.SANSI["SANSI_CHECK_TEXT_MB"] << 20)
        if redact:
            text = desk().redact_text(text, How(lang=lang()))[0]
        found = desk().check_text(text, most=MOST_SHOWN)
    shown = results(found, desk().rules, lang(), text)
    shown.pop("segments", None)
    places = in_utf16(text, ((i.start, i.end) for i in found.items))
    marks = [
        (start, end, cost_of(item), number)
        for number, ((start, end), item) in enumerate(zip(places, found.items, strict=True), 1)
    ]
    answer = {"html": as_html({**shown, "live": True}), "said": shown["said"], "marks": marks}
    return JsonResponse({**answer, "text": text} if redact else answer)


@never_cache
@_forgettable
@require_POST
@_answers_json
def stream(request: HttpRequest) -> HttpResponseBase:
    """What was found in a file, for the script: a line of JSON for each picture that is read, then the findings."""
    with entered(request) as inside:
        file = request.FILES.get("file")
        if not isinstance(file, UploadedFile):
            raise Refused(422, BROKEN)
        # The place at the desk is given up when the file has been read, not when the answer begins.
        lines = _lines(inside.pop_all(), file.read(), file.name or "")
    response = StreamingHttpResponse(lines, content_type="application/x-ndjson")
    # A proxy that collects the lines first would make progress invisible.
    response["X-Accel-Buffering"] = "no"
    response.is_live = True  # type: ignore[attr-defined]
    return response


def _lines(inside: ExitStack, data: bytes, name: str) -> Iterator[bytes]:
    """The lines of `stream`. The work begins at once: a generator that nobody asks would hold its place for ever."""
    told: queue.SimpleQueue[int | FileResult | BaseException] = queue.SimpleQueue()

    def work() -> None:
        with inside:
            try:
                told.put(desk().check_file(data, name, told.put, most=MOST_SHOWN))
            except Exception as error:  # noqa: BLE001 - the other thread raises it
                told.put(error)

    threading.Thread(target=work, name="sansi-draft", daemon=True).start()
    return _told_lines(told, get_language() or "en")


def _told_lines(told: queue.SimpleQueue[int | FileResult | BaseException], language: str) -> Iterator[bytes]:
    while True:
        try:
            news = told.get(timeout=_BEAT_S)
        except queue.Empty:
            # So that nobody in between takes the connection for dead.
            yield b"\n"
            continue
        if isinstance(news, int):
            yield _line({"picture": news})
        elif isinstance(news, BaseException):
            raise news
        else:
            # By now the request has been left, and with it its language.
            with override(language):
                shown = results(news, desk().rules, lang())
                line = _line({"html": as_html({**shown, "live": True}), "said": shown["said"]})
            yield line
            return


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """All rules in force and where they come from: whoever is checked may know by what."""
    from sansi.web.drafts.catalogue import catalogue  # noqa: PLC0415 - only this page needs it

    return render(request, "drafts/rules.html", {"groups": catalogue(desk().rules, lang())})


@require_GET
def about_api(request: HttpRequest) -> HttpResponse:
    """The page about the API, from the same declarations as its OpenAPI document."""
    from sansi.web.drafts.manual import manual  # noqa: PLC0415 - only this page needs it

    return render(request, "drafts/api.html", manual(settings.SANSI["SANSI_URL"]))
