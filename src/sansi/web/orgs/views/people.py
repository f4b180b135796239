"""人员页 · Pages on people, for those who administer where they serve."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sansi.web.audit.actions import record
from sansi.web.orgs import access, forms
from sansi.web.orgs.actions import people as acts
from sansi.web.orgs.models import Membership, Person
from sansi.web.orgs.views.page import Question, ask, filled, signed_in
from sansi.web.tables.columns import Choice, Column
from sansi.web.tables.listing import Listing

PEOPLE = Listing(
    title=gettext_lazy("People"),
    name="people",
    columns=(
        Column(
            "name",
            gettext_lazy("Name"),
            lambda p: p.name,
            ("name",),
            lambda p: reverse("orgs:person", args=[p.pk]),
        ),
        Column("email", gettext_lazy("E-mail"), lambda p: p.email, ("email",)),
        Column(
            "units",
            gettext_lazy("Units"),
            lambda p: _(", ").join(m.unit.title for m in p.memberships.all() if m.is_current),
        ),
        Column("joined", gettext_lazy("Since"), lambda p: p.joined_at.date(), ("joined_at",)),
        Column(
            "state",
            gettext_lazy("State"),
            lambda p: _("may sign in") if p.is_active else _("suspended"),
            ("is_active",),
        ),
    ),
    search=("name", "email"),
    choices=(
        Choice(
            "state",
            gettext_lazy("State"),
            (("active", gettext_lazy("may sign in")), ("suspended", gettext_lazy("suspended"))),
            lambda value: Q(is_active=value == "active"),
        ),
    ),
    empty=gettext_lazy("Nobody matches."),
    order=("name", "pk"),
)


@login_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The people a person may look up. Taking the list along is recorded."""
    if request.GET.get("format"):
        with transaction.atomic():
            record("person.exported", None, by=signed_in(request), unit=None)
    return PEOPLE.answer(request, access.people_for(request.user).prefetch_related("memberships__unit"))


def _home_of(person: Person) -> int | None:
    """The unit in whose part of the log an act on a person is recorded."""
    served = person.memberships.filter(Membership.on()).order_by("pk").first()
    return served.unit_id if served else None


@login_required
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: where they serve, what duties they have."""
    row = access.person_for(request.user, pk)
    user = signed_in(request)
    try:
        access.person_for(user, pk, to="manage")
        manages = True
    except PermissionDenied:
        manages = False
    said = {
        "person": row,
        "manages": manages,
        "memberships": row.memberships.select_related("unit").order_by("-from_on"),
        "duties": row.duties.select_related("unit", "delegated_from__person").order_by("-from_on"),
        "invitations": access.invitations_for(user).filter(person=row),
    }
    return render(request, "orgs/person.html", said)


def _question(row: Person, title: str, button: str, **more: Any) -> Question:
    back = more.pop("back", reverse("orgs:person", args=[row.pk]))
    return Question(title=f"{title} · {row}", button=button, back=back, done=_("Done."), **more)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """A name spelled wrongly, another language."""
    row, user = access.person_for(request.user, pk, to="manage"), signed_in(request)
    form = filled(request, forms.PersonForm, name=row.name, language=row.language)
    return ask(
        request, _question(row, _("Correct"), _("Save")), form,
        lambda told: acts.change_person(row, digest=row.digest, by=user, unit=_home_of(row), **told),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def suspend(request: HttpRequest, pk: int) -> HttpResponse:
    """Out, for now."""
    row, user = access.person_for(request.user, pk, to="manage"), signed_in(request)
    intro = _("They are signed out everywhere, at once, and can't come in until you restore them.")
    return ask(
        request, _question(row, _("Suspend"), _("Suspend them"), intro=intro, danger=True), filled(request, forms.Plain),
        lambda _told: acts.suspend(row, by=user, unit=_home_of(row)),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """In again."""
    row, user = access.person_for(request.user, pk, to="manage"), signed_in(request)
    return ask(
        request, _question(row, _("Restore"), _("Let them in again")), filled(request, forms.Plain),
        lambda _told: acts.restore(row, by=user, unit=_home_of(row)),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Forgotten."""
    row, user = access.person_for(request.user, pk, to="manage"), signed_in(request)
    intro = _(
        "Name and address are forgotten for ever, sign-in and duties end. "
        "What they did stays in the audit log under a number. This can't be undone."
    )
    question = _question(
        row, _("Erase"), _("Erase them"), intro=intro, danger=True, back=reverse("orgs:people")
    )
    return ask(
        request,
        question,
        filled(request, forms.Plain),
        lambda _told: acts.erase(row, by=user, unit=_home_of(row)),
    )


@login_required
@require_http_methods(["GET", "POST"])
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link."""
    row, user = access.person_for(request.user, pk, to="manage"), signed_in(request)
    served = row.memberships.filter(Membership.on()).select_related("unit").order_by("pk").first()
    if served is None:
        raise PermissionDenied
    intro = _("Links sent before stop working.")
    return ask(
        request, _question(row, _("Send a new link"), _("Send the invitation"), intro=intro),
        filled(request, forms.Plain), lambda _told: acts.send_invitation(row, unit=served.unit, by=user),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """A link that must not work any more."""
    row, user = access.invitation_for(request.user, pk), signed_in(request)
    return ask(
        request, _question(row.person, _("Withdraw the invitation"), _("Withdraw it"), danger=True),
        filled(request, forms.Plain), lambda _told: acts.withdraw_invitation(row, by=user),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody leaves a unit."""
    row, user = access.membership_for(request.user, pk), signed_in(request)
    question = _question(
        row.person, _("End service in %(unit)s") % {"unit": row.unit}, _("End it today"),
        intro=_("Duties are ended on their own."), danger=True, back=reverse("orgs:unit", args=[row.unit_id]),
    )  # fmt: skip
    return ask(
        request, question, filled(request, forms.Plain), lambda _told: acts.end_membership(row, by=user)
    )


@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Come in by an invitation: choose a password, then sign in with it."""
    row = acts.invitation_by(token)
    if row is None:
        return render(request, "orgs/no_invitation.html", status=404)
    question = Question(
        title=_("Come in"),
        button=_("Save the password"),
        back=reverse("account_login"),
        intro=_("%(person)s, choose a password for %(email)s.")
        % {"person": row.person, "email": row.person.email},
    )
    done = _("Your password is set: sign in with it.")

    def do(told: dict[str, Any]) -> None:
        acts.accept_invitation(row, password=told["password"])
        messages.success(request, done)

    return ask(request, question, filled(request, forms.PasswordForm), do)


@login_required
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """My own page: my duties, my language, my daily e-mail."""
    user = signed_in(request)
    form = filled(request, forms.MineForm, language=user.language, digest=user.digest)
    if form.is_bound and form.is_valid():
        acts.change_person(user, name=user.name, by=user, unit=_home_of(user), **form.cleaned_data)
        messages.success(request, _("Done."))
        return redirect("orgs:mine")
    said = {
        "form": form,
        "duties": access.duties_of(user).order_by("unit__path", "kind"),
        "memberships": user.memberships.filter(Membership.on()).select_related("unit"),
        "requests": access.requests_for(user).filter(asked_by=user)[:20],
    }
    return render(request, "orgs/mine.html", said)
