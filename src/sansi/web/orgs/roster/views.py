"""花名册页 · Pages on tables of units and people: bring one, read what it would do, take it over; or save one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.orgs import access
from sansi.web.orgs.models import Upload
from sansi.web.orgs.roster import actions, writing
from sansi.web.orgs.roster.columns import COLUMNS, What
from sansi.web.orgs.roster.judging import Judged, Verdict
from sansi.web.orgs.roster.reading import MOST_BYTES
from sansi.web.orgs.views.page import Question, ask, filled, signed_in
from sansi.web.tables.answer import answer, download
from sansi.web.tables.columns import Choice, Column
from sansi.web.tables.table import FORMATS, Table


class UploadForm(forms.Form):
    """A table to bring."""

    what = forms.ChoiceField(label=gettext_lazy("The rows are"), choices=Upload.What.choices)
    file = forms.FileField(
        label=gettext_lazy("File"),
        max_length=500,
        help_text=gettext_lazy("CSV (UTF-8 or GB18030) or XLSX, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(limit)s MB: split it.") % {"limit": MOST_BYTES >> 20}
            )
        return file


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file. It is read and tried at once; nothing is changed."""
    user = signed_in(request)
    unit = access.unit_for(user, pk, to="manage")
    made: list[Upload] = []

    def do(told: dict[str, Any]) -> None:
        file = told["file"]
        made.append(
            actions.try_table(file.read(), name=file.name, what=What(told["what"]), below=unit, by=user)
        )

    question = Question(
        title=_("Import a table into %(unit)s") % {"unit": unit},
        button=_("Try it"),
        back=reverse("orgs:unit", args=[unit.pk]),
        intro=_("First you see what would become of each row. Nothing is changed until you say so."),
    )
    page = ask(
        request, question, filled(request, UploadForm), do, template="orgs/roster/upload.html", unit=unit
    )
    return redirect("orgs:upload", pk=made[0].pk) if made else page


@login_required
@require_safe
def example(request: HttpRequest, pk: int, what: str, kind: str) -> HttpResponse:
    """A table to fill in, with the names of its columns and a row that shows how."""
    access.unit_for(request.user, pk, to="manage")
    rows = _what(what, kind)
    examples: Sequence[Sequence[str]] = writing.EXAMPLES[rows]
    return download(kind, f"sansi-{what}-example", writing.head_of(rows), examples, str(rows.label))


def _what(what: str, kind: str) -> What:
    if what not in What.values or kind not in FORMATS:
        raise Http404
    return What(what)


@login_required
@require_safe
def export(request: HttpRequest, pk: int, what: str, kind: str) -> HttpResponse:
    """The units or people at and below a unit, as they are now."""
    user = signed_in(request)
    unit = access.unit_for(user, pk, to="manage")
    asked = _what(what, kind)
    rows = list(writing.rows_below(unit, asked))
    if asked == What.PEOPLE:
        with transaction.atomic():
            record("person.exported", unit, by=user, unit=unit.pk, rows=len(rows))
    return download(kind, f"sansi-{what}", writing.head_of(asked), rows, str(asked.label))


@login_required
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """What would become of each row; what is wrong stands first, unless another order is asked for."""
    row = access.upload_for(request.user, pk)
    counts = [(verdict, row.counts.get(verdict.value, 0)) for verdict in Verdict]
    doing = row.counts.get(Verdict.NEW.value, 0) + row.counts.get(Verdict.CHANGED.value, 0)
    added = [] if "invited_at" in row.counts else row.counts.get("added", [])
    said: dict[str, Any] = {"added": len(added)}
    said |= {"upload": row, "counts": counts, "doing": doing, "wrong": row.counts.get(Verdict.WRONG.value, 0)}
    return answer(request, "orgs/roster/report.html", _report_table(request, row), said)


_FIRST = {Verdict.WRONG: 0, Verdict.NEW: 1, Verdict.CHANGED: 2, Verdict.SAME: 3}


def _report_table(request: HttpRequest, row: Upload) -> Table:
    columns = COLUMNS[What(row.what)]
    judged = sorted((Judged.of(kept) for kept in row.rows), key=lambda one: _FIRST[one.verdict])

    def said(one: Judged) -> str:
        return " · ".join(problem.said(columns) for problem in one.problems)[:2000]

    def cell(key: str) -> Any:
        return lambda one: one.row.cells.get(key, "")

    any_order = ("row",)
    shown = [column for column in columns if any(column.key in one.row.cells for one in judged[:200])]
    return Table(
        request,
        judged,
        (
            Column("row", gettext_lazy("Row"), lambda one: one.row.number, sort=any_order, number=True),
            Column("verdict", gettext_lazy("Would be"), lambda one: one.verdict.label, sort=any_order),
            Column("problems", gettext_lazy("What is wrong"), said, search=any_order),
            *(Column(c.key, c.title, cell(c.key), sort=any_order, search=any_order) for c in shown),
        ),
        caption=gettext_lazy("Rows"),
        choices=(
            Choice(
                "only",
                gettext_lazy("Would be"),
                Verdict.choices,
                lambda value: lambda one: one.verdict.value == value,
            ),
        ),
        name="",
        size=100,
    )


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the table over, drop it, or invite those whom it added."""
    user = signed_in(request)
    row = access.upload_for(user, pk)
    decision = request.POST.get("decision")
    try:
        if decision == "drop":
            actions.drop_upload(row)
            messages.success(request, _("The table is dropped. Nothing was changed."))
            return redirect("orgs:unit", pk=row.unit_id)
        if decision == "invite":
            number = actions.invite_added(row)
            messages.success(
                request,
                ngettext(
                    "%(number)d person is being invited.", "%(number)d people are being invited.", number
                )
                % {"number": number},
            )
        if decision in {"all", "right"}:
            _take(request, row, only_right=decision == "right")
    except Refused as why:
        messages.error(request, str(why))
    return redirect("orgs:upload", pk=pk)


def _take(request: HttpRequest, row: Upload, *, only_right: bool) -> None:
    user = signed_in(request)
    if len(row.rows) > actions.LONG:
        actions.ask_to_take_over(row, only_right=only_right)
        messages.info(
            request, _("The table is long and is taken over in the background. Look here again in a minute.")
        )
    elif actions.take_over(row, only_right=only_right, by=user):
        done = row.counts[Verdict.NEW] + row.counts[Verdict.CHANGED]
        messages.success(
            request,
            ngettext("%(number)d row is taken over.", "%(number)d rows are taken over.", done)
            % {"number": done},
        )
    else:
        messages.error(
            request,
            _(
                "Something has changed since the report was made, and nothing was taken over. This is the new report."
            ),
        )
