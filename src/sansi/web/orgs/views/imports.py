"""导入页 · Pages for importing tables: upload, read the report, take over or drop."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sansi.web.audit.refused import Refused
from sansi.web.orgs import access, forms
from sansi.web.orgs.actions import imports as acts
from sansi.web.orgs.reading import Unreadable, table
from sansi.web.orgs.tables import csv_lines
from sansi.web.orgs.views.page import Question, ask, filled, signed_in

OUTCOMES = (acts.WRONG, acts.NEW, acts.CHANGED, acts.SAME)
EXAMPLES = {
    "units": [["code", "name", "name_en", "parent"], ["B001", "示例科", "Example Section", ""]],
    "people": [
        ["email", "name", "unit", "post", "language"],
        ["li@example.org", "李示例", "B001", "", "zh-hans"],
    ],
}


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file. It is read and tried at once; nothing is changed."""
    user = signed_in(request)
    unit = access.unit_for(user, pk, to="manage")
    made: list[int] = []

    def do(told: dict[str, Any]) -> None:
        try:
            rows = table(told["file"].read(), told["what"])
        except Unreadable as why:
            raise Refused(str(why)) from None
        made.append(
            acts.upload_table(what=told["what"], rows=rows, name=told["file"].name, unit=unit, by=user).pk
        )

    question = Question(
        title=f"{_('Import a table')} · {unit}",
        button=_("Try it"),
        back=reverse("orgs:unit", args=[unit.pk]),
        intro=_("First you see what each row would do. Nothing is changed until you say so."),
    )
    answer = ask(
        request, question, filled(request, forms.UploadForm), do, template="orgs/upload_form.html", unit=unit
    )
    return redirect("orgs:upload", pk=made[0]) if made else answer


@login_required
@require_safe
def example(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """A table to fill in, with the headings that are needed."""
    unit = access.unit_for(request.user, pk, to="manage")
    if what not in EXAMPLES:
        raise Http404
    lines = [list(line) for line in EXAMPLES[what]]
    if what == "units":
        lines[1][3] = unit.code
    answer = HttpResponse(b"".join(csv_lines(lines)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="sansi-{what}.csv"'
    return answer


@login_required
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """What each row would do, the wrong ones first."""
    row = access.upload_for(request.user, pk)
    rows = sorted(row.rows, key=lambda r: OUTCOMES.index(r["outcome"]))
    fields = [name for name in (rows[0] if rows else {}) if name not in {"line", "outcome", "said"}]
    page = Paginator(rows, 100).get_page(request.GET.get("page"))
    shown = [(r["line"], [r[name] for name in fields], r["outcome"], r["said"]) for r in page]
    counts = [(outcome, row.counts.get(outcome, 0)) for outcome in OUTCOMES]
    doing = row.counts.get(acts.NEW, 0) + row.counts.get(acts.CHANGED, 0)
    said = {"upload": row, "rows": shown, "fields": fields, "page": page, "counts": counts, "doing": doing}
    return render(request, "orgs/upload.html", said)


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the table over, or drop it."""
    user = signed_in(request)
    row = access.upload_for(user, pk)
    try:
        if request.POST.get("decision") == "take":
            counts = acts.take_over(row, by=user)
            done = counts.get(acts.NEW, 0) + counts.get(acts.CHANGED, 0)
            messages.success(
                request,
                ngettext("One row is taken over.", "%(number)d rows are taken over.", done)
                % {"number": done},
            )
        else:
            acts.drop_upload(row, by=user)
    except Refused as why:
        messages.error(request, str(why))
        return redirect("orgs:upload", pk=pk)
    return redirect("orgs:unit", pk=row.unit_id)
