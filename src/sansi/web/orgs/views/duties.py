"""职责页 · Pages on duties: who has which, handing on, taking back, asking and deciding."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sansi.web.audit.refused import Refused
from sansi.web.orgs import access, forms
from sansi.web.orgs.actions import duties as acts
from sansi.web.orgs.duties import MEANINGS
from sansi.web.orgs.models import DutyRequest, Kind
from sansi.web.orgs.views.page import Question, ask, filled, signed_in
from sansi.web.tables.columns import Choice, Column
from sansi.web.tables.listing import Listing

KINDS = tuple((kind.value, kind.label) for kind in Kind)
DUTIES = Listing(
    title=gettext_lazy("Duties"),
    name="duties",
    columns=(
        Column("kind", gettext_lazy("Duty"), lambda d: d.get_kind_display(), ("kind",)),
        Column("person", gettext_lazy("Person"), lambda d: d.person.name, ("person__name",)),
        Column(
            "unit",
            gettext_lazy("Unit"),
            lambda d: d.unit.title,
            ("unit__path",),
            lambda d: reverse("orgs:unit", args=[d.unit_id]),
        ),
        Column("from", gettext_lazy("From"), lambda d: d.from_on, ("from_on",)),
        Column("until", gettext_lazy("Until"), lambda d: d.until_on or "", ("until_on",)),
        Column(
            "for",
            gettext_lazy("On behalf of"),
            lambda d: d.delegated_from.person.name if d.delegated_from else "",
        ),
    ),
    search=("person__name", "unit__name", "unit__name_en", "unit__code"),
    choices=(Choice("kind", gettext_lazy("Duty"), KINDS, lambda value: Q(kind=value)),),
    empty=gettext_lazy("Nobody has such a duty."),
    order=("unit__path", "kind", "person__name"),
)
REQUESTS = Listing(
    title=gettext_lazy("Requests for duties"),
    name="requests",
    columns=(
        Column(
            "person",
            gettext_lazy("For"),
            lambda r: r.person.name,
            ("person__name",),
            lambda r: reverse("orgs:request", args=[r.pk]),
        ),
        Column("kind", gettext_lazy("Duty"), lambda r: r.get_kind_display(), ("kind",)),
        Column("unit", gettext_lazy("Unit"), lambda r: r.unit.title, ("unit__path",)),
        Column("asked", gettext_lazy("Asked"), lambda r: r.asked_at.date(), ("asked_at",)),
        Column("state", gettext_lazy("State"), lambda r: r.get_state_display(), ("state",)),
    ),
    search=("person__name", "unit__name", "unit__name_en", "unit__code"),
    choices=(
        Choice(
            "state",
            gettext_lazy("State"),
            tuple((state.value, state.label) for state in DutyRequest.State),
            lambda value: Q(state=value),
        ),
    ),
    empty=gettext_lazy("Nothing is being asked for."),
    order=("-asked_at", "-pk"),
)


@login_required
@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """Who has which duty today, so that everybody knows whom to ask."""
    return DUTIES.answer(request, access.duties_for(request.user).filter(access.in_force()))


@login_required
@require_safe
def meanings(request: HttpRequest) -> HttpResponse:
    """What each duty is for."""
    rows = [(kind.label, meaning) for kind, meaning in MEANINGS.items()]
    return render(request, "orgs/meanings.html", {"rows": rows})


@login_required
@require_http_methods(["GET", "POST"])
def hand_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody stands in for me."""
    user = signed_in(request)
    row = access.duty_for(user, pk, to="hand_on")

    def do(told: dict[str, Any]) -> None:
        acts.hand_on_duty(row, to=told["person"], from_on=told["from_on"], until_on=told["until_on"], by=user)

    question = Question(
        title=_("Hand on: %(duty)s of %(unit)s") % {"duty": row.get_kind_display(), "unit": row.unit},
        button=_("Hand it on"),
        back=reverse("orgs:mine"),
        intro=_("You keep the duty. Whoever stands in for you can't hand it on."),
        done=_("The duty is handed on; the person gets a letter."),
    )
    return ask(request, question, filled(request, forms.HandOnForm), do)


@login_required
@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A duty ends."""
    user = signed_in(request)
    row = access.duty_for(user, pk, to="end")
    question = Question(
        title=_("Take back: %(duty)s of %(unit)s, %(person)s")
        % {"duty": row.get_kind_display(), "unit": row.unit, "person": row.person},
        button=_("Take it back"),
        back=reverse("orgs:unit", args=[row.unit_id]),
        intro=_("It ends now, and with it what was handed on from it."),
        done=_("Done."),
        danger=True,
    )
    return ask(
        request, question, filled(request, forms.Plain), lambda _told: acts.take_back_duty(row, by=user)
    )


@login_required
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What I asked for, what is about me, and what I may decide."""
    return REQUESTS.answer(request, access.requests_for(request.user))


@login_required
@require_http_methods(["GET", "POST"])
def ask_for(request: HttpRequest) -> HttpResponse:
    """Ask that I or a colleague be given a duty."""
    user = signed_in(request)

    def do(told: dict[str, Any]) -> None:
        acts.ask_for_duty(told.pop("person"), by=user, **(told | {"kind": Kind(told["kind"])}))

    form = filled(request, forms.AskForm, person=user.email)
    form.fields["unit"].among(access.units_for(user))
    question = Question(
        title=_("Ask for a duty"),
        button=_("Ask"),
        back=reverse("orgs:requests"),
        intro=_("It goes to the nearest person above who may give it; nobody decides their own request."),
        done=_("Your request is on its way."),
    )
    return ask(request, question, form, do)


@login_required
@require_http_methods(["GET", "POST"])
def one_request(request: HttpRequest, pk: int) -> HttpResponse:
    """A request: what is asked, who decides, and for them, the decision."""
    user = signed_in(request)
    row = access.request_for(user, pk)
    if request.method == "POST":
        access.request_for(user, pk, to="decide")
    try:
        decides = bool(access.request_for(user, pk, to="decide")) and row.state == DutyRequest.State.OPEN
    except PermissionDenied:
        decides = False
    at, people = access.deciders_of(row)
    said = {
        "request_": row,
        "decides": decides,
        "decided_at": at,
        "deciders": people,
        "withdraws": row.asked_by_id == user.pk and row.state == DutyRequest.State.OPEN,
    }
    question = Question(
        title=_("%(person)s as %(duty)s of %(unit)s")
        % {"person": row.person, "duty": row.get_kind_display(), "unit": row.unit},
        button="",
        back=reverse("orgs:requests"),
        done=_("Your decision is recorded."),
    )
    return ask(
        request,
        question,
        filled(request, forms.DecideForm),
        lambda told: acts.decide_request(
            row, approve=request.POST.get("decision") == "approve", answer=told["answer"], by=user
        ),
        template="orgs/request.html",
        **said,
    )


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """My request, taken back."""
    row = access.request_for(request.user, pk, to="withdraw")
    try:
        acts.withdraw_request(row, by=signed_in(request))
    except Refused as why:
        messages.error(request, str(why))
    return redirect("orgs:request", pk=pk)
