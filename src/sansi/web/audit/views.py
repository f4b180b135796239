"""日头公布 · The public page of day heads: whoever saves it holds the record to account."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sansi.web.audit import verifier
from sansi.web.audit.models import Head
from sansi.web.keys import signing


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """The heads, newest first, and the keys they are signed with."""
    page = Paginator(Head.objects.order_by("-day"), 31).get_page(request.GET.get("page"))
    rows = [(head, json.loads(head.statement)["hash"]) for head in page]
    return render(request, "audit/heads.html", {"page": page, "rows": rows, "keys": public_keys()})


def public_keys() -> list[str]:
    """The public keys, in hex, the one in use first."""
    return [key.hex() for key in signing.public_keys()]


@require_safe
def heads_file(_request: HttpRequest) -> HttpResponse:
    """All heads, one a line, as the verifier reads them."""
    lines = [json.dumps(head.as_dict(), ensure_ascii=False) + "\n" for head in Head.objects.order_by("day")]
    return HttpResponse("".join(lines), content_type="application/jsonl; charset=utf-8")


@require_safe
def verifier_file(_request: HttpRequest) -> HttpResponse:
    """The verifier: one file that needs nothing but Python."""
    text = Path(verifier.__file__).read_text(encoding="utf-8")
    return HttpResponse(text, content_type="text/x-python; charset=utf-8")
