"""接入页 · Administrators' pages on the programs that ask, and what was found by rule and month."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sansi.web.integrations import access, forms
from sansi.web.integrations.actions import make_integration, withdraw_integration
from sansi.web.integrations.counting import shown
from sansi.web.integrations.models import Integration
from sansi.web.orgs.access import duties_of, units_for
from sansi.web.orgs.forms import Plain, UnitField
from sansi.web.orgs.models import Kind
from sansi.web.orgs.views.page import Question, ask, filled, signed_in
from sansi.web.tables.columns import Column
from sansi.web.tables.listing import Listing

INTEGRATIONS = Listing(
    title=gettext_lazy("Programs that ask"),
    name="integrations",
    columns=(
        Column(
            "name",
            gettext_lazy("Program"),
            lambda i: i.name,
            ("name",),
            lambda i: "" if i.withdrawn_at else reverse("integrations:withdraw", args=[i.pk]),
        ),
        Column("unit", gettext_lazy("Unit"), lambda i: i.unit.title, ("unit__path",)),
        Column("ending", gettext_lazy("Token ends in"), lambda i: f"…{i.ending}"),
        Column("made", gettext_lazy("Made"), lambda i: i.made_at.date(), ("made_at",)),
        Column("asked", gettext_lazy("Requests this month"), lambda i: i.asked, ("asked",)),
        Column(
            "state",
            gettext_lazy("State"),
            lambda i: _("withdrawn") if i.withdrawn_at else _("in use"),
            ("withdrawn_at",),
        ),
    ),
    search=("name", "unit__name", "unit__name_en", "unit__code"),
    empty=gettext_lazy("No program has a token yet."),
    order=("withdrawn_at", "name", "pk"),
)
RULES = Listing(
    title=gettext_lazy("What was found"),
    name="rules",
    columns=(
        Column("month", gettext_lazy("Month"), lambda r: f"{r.month:%Y-%m}", ("month",)),
        Column(
            "rule",
            gettext_lazy("Rule"),
            lambda r: r.rule,
            ("rule",),
            lambda r: f"{reverse('drafts:rules')}#{r.rule}",
        ),
        # Sorted by the count, those that are not shown would still tell which of them is bigger.
        Column("count", gettext_lazy("Requests"), lambda r: shown(r.count)),
    ),
    search=("rule",),
    empty=gettext_lazy("Nothing has been counted yet."),
    order=("-month", "rule"),
)


@login_required
@require_safe
def integrations(request: HttpRequest) -> HttpResponse:
    """The programs of the units that I administer."""
    _administers(request)
    return INTEGRATIONS.answer(request, access.integrations_for(request.user), "integrations/table.html")


def _administers(request: HttpRequest) -> None:
    if not duties_of(request.user, Kind.ADMINISTRATOR).exists():
        raise PermissionDenied


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """Make a token; the answer shows it, this once."""
    _administers(request)
    user = signed_in(request)
    made: list[tuple[Integration, str]] = []
    form = filled(request, forms.MakeForm)
    field = form.fields["unit"]
    assert isinstance(field, UnitField)
    field.among(units_for(user, to="manage"))

    def do(told: dict[str, Any]) -> None:
        made.append(make_integration(told["unit"], name=told["name"], by=user))

    question = Question(
        title=_("Make a token"),
        button=_("Make it"),
        back=reverse("integrations:integrations"),
        intro=_("For one program of one unit. Its requests are counted by month; what it sends is not kept."),
    )
    answer = ask(request, question, form, do)
    if made:
        # Not by way of a redirect: the token would have to be kept until the next page.
        return render(request, "integrations/made.html", {"integration": made[0][0], "token": made[0][1]})
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a token."""
    row = access.integration_for(request.user, pk)
    question = Question(
        title=_("Withdraw the token of “%(name)s”") % {"name": row.name},
        button=_("Withdraw it"),
        back=reverse("integrations:integrations"),
        intro=_(
            "The program can't ask any more, from a few seconds later on. It can't be undone, but you can make another."
        ),
        done=_("The token is withdrawn."),
        danger=True,
    )
    user = signed_in(request)
    return ask(request, question, filled(request, Plain), lambda _told: withdraw_integration(row, by=user))


@login_required
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """In how many requests each rule found something, by month, for the whole installation."""
    return RULES.answer(request, access.rule_counts_for(request.user), "integrations/rules.html")
