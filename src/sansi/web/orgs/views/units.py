"""单位页 · Pages on units: the tree as a table, one unit, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sansi.web.orgs import forms
from sansi.web.orgs.access import duties_for, giveable, people_for, unit_for, units_for
from sansi.web.orgs.access import in_force as in_force_q
from sansi.web.orgs.actions import duties as duty_acts
from sansi.web.orgs.actions import people as people_acts
from sansi.web.orgs.actions import units as acts
from sansi.web.orgs.models import Kind, Membership, Unit
from sansi.web.orgs.views.page import Question, ask, filled, signed_in
from sansi.web.tables.columns import Choice, Column
from sansi.web.tables.listing import Listing

UNITS = Listing(
    title=gettext_lazy("Units"),
    name="units",
    columns=(
        Column(
            "name",
            gettext_lazy("Name"),
            lambda u: u.title,
            ("name",),
            lambda u: reverse("orgs:unit", args=[u.pk]),
        ),
        Column("code", gettext_lazy("Code"), lambda u: u.code, ("code",)),
        Column("level", gettext_lazy("Level"), lambda u: u.depth, ("depth", "path")),
        Column(
            "state",
            gettext_lazy("State"),
            lambda u: _("closed") if u.is_closed else _("open"),
            ("closed_on",),
        ),
    ),
    search=("name", "name_en", "code"),
    choices=(
        Choice(
            "state",
            gettext_lazy("State"),
            (
                ("open", gettext_lazy("open")),
                ("closed", gettext_lazy("closed")),
                ("all", gettext_lazy("all")),
            ),
            lambda value: Q() if value == "all" else Q(closed_on__isnull=value == "open"),
            default="open",
        ),
    ),
    empty=gettext_lazy("No unit matches."),
    order=("path",),
)


@login_required
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """All units, in the order of the tree."""
    return UNITS.answer(request, units_for(request.user))


@login_required
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: where it stands, who has which duty, who serves there, what became of it."""
    user = signed_in(request)
    row = unit_for(user, pk)
    manages = units_for(user, to="manage").filter(pk=row.pk).exists()
    duties = duties_for(user).filter(in_force_q(), unit__path__in=row.above).order_by("-unit__depth", "kind")
    members = (
        Membership.objects.filter(Membership.on(), unit=row, person__in=people_for(user)).select_related(
            "person"
        )
        if manages
        else Membership.objects.none()
    )
    covered = {duty.kind for duty in duties}
    nobody = [kind.label for kind in Kind if kind not in covered] if manages else []
    above = Unit.objects.filter(path__in=row.above).order_by("path")
    said = {
        "unit": row,
        "above": above.exclude(pk=row.pk),
        "children": row.children.order_by("path"),
        "duties": duties,
        "members": members,
        "events": row.events.select_related("other")[:50],
        "manages": manages,
        "gives": bool(giveable(user, row)),
        "nobody": nobody,
    }
    return render(request, "orgs/unit.html", said)


def _page(
    request: HttpRequest,
    row: Unit,
    title: str,
    button: str,
    kind: Any,
    do: Callable[[dict[str, Any]], Any],
    **more: Any,
) -> HttpResponse:
    question = Question(
        title=f"{title} · {row}",
        button=button,
        back=reverse("orgs:unit", args=[row.pk]),
        intro=more.pop("intro", ""),
        done=more.pop("done", _("Done.")),
        danger=more.pop("danger", False),
    )
    form = filled(request, kind, **({"version": row.version} | more))
    if "target" in form.fields:
        form.fields["target"].among(units_for(request.user, to="manage"))
    return ask(request, question, form, do)


def _as_of(row: Unit, told: dict[str, Any]) -> Unit:
    row.version = told.pop("version")
    return row


@login_required
@require_http_methods(["GET", "POST"])
def open_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """A new unit below this one."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Open a unit below"), _("Open it"), forms.UnitForm,
        lambda told: acts.open_unit(row, by=user, **told),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Rename"), _("Rename it"), forms.RenameForm,
        lambda told: acts.rename_unit(_as_of(row, told), by=user, **told),
        name=row.name, name_en=row.name_en, intro=_("The old name stays in the history."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Another place in the tree."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Move below another unit"), _("Move it"), forms.PlaceForm,
        lambda told: acts.move_unit(_as_of(row, told), below=told["target"], by=user),
        intro=_("Everything below it moves along. Who has a duty over the units above it changes with its place."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """The end of this unit within another."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Merge into another unit"), _("Merge it"), forms.PlaceForm,
        lambda told: acts.merge_unit(_as_of(row, told), into=told["target"], by=user),
        intro=_("Its people serve in the other unit from tomorrow; its duties end and are given anew there."),
        danger=True,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The end of this unit."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Close"), _("Close it"), forms.VersionForm,
        lambda told: acts.close_unit(_as_of(row, told), by=user),
        intro=_("Service and duties in it end today. Its history stays, and it can be opened again."), danger=True,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """A closed unit, open again."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Open again"), _("Open it again"), forms.VersionForm,
        lambda told: acts.reopen_unit(_as_of(row, told), by=user), intro=_("It opens empty."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody new, by a link."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Invite somebody"), _("Send the invitation"), forms.InviteForm,
        lambda told: people_acts.invite(unit=row, by=user, **told),
        intro=_("They get a link that works once, for fourteen days."), done=_("The invitation is on its way."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who is here already."""
    row, user = unit_for(request.user, pk, to="manage"), signed_in(request)
    return _page(
        request, row, _("Enter somebody who is here already"), _("Enter them"), forms.JoinForm,
        lambda told: people_acts.join(told["person"], unit=row, post_held=told["post_held"], by=user),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """A duty over this unit. Who may give which is for the act to say: administrators and auditors differ."""
    row, user = unit_for(request.user, pk), signed_in(request)
    kinds = giveable(user, row)
    if not kinds:
        raise PermissionDenied

    def do(told: dict[str, Any]) -> None:
        person = told.pop("person")
        duty_acts.give_duty(person, unit=row, by=user, **(told | {"kind": Kind(told["kind"])}))

    form = filled(request, forms.GiveForm)
    form.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
    question = Question(
        title=f"{_('Give a duty')} · {row}",
        button=_("Give it"),
        back=reverse("orgs:unit", args=[row.pk]),
        intro=_("It reaches this unit and every unit below it."),
        done=_("The duty is given; the person gets a letter."),
    )
    return ask(request, question, form, do)
