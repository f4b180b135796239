"""导航 · The links at the top: those that a person has a use for."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sansi.web.orgs.access import duties_of
from sansi.web.orgs.models import Kind, Person


@dataclass(frozen=True, slots=True)
class Link:
    """One link."""

    title: str | Promise
    url: str
    is_current: bool


def links_for(request: HttpRequest) -> list[Link]:
    """In the order of a day's work."""
    wanted: list[tuple[str | Promise, str]] = [(_("Check a draft"), "drafts:check")]
    if isinstance(request.user, Person):
        wanted += [(_("My duties"), "home:duties"), (_("Units"), "orgs:units"), (_("People"), "orgs:people")]
        if duties_of(request.user, Kind.AUDITOR).exists():
            wanted.append((_("Audit log"), "orgs:entries"))
        if duties_of(request.user, Kind.ADMINISTRATOR).exists():
            wanted.append((_("Programs"), "integrations:integrations"))
    return [link for title, name in wanted if (link := _link(request, title, name))]


def _link(request: HttpRequest, title: str | Promise, name: str) -> Link | None:
    try:
        url = reverse(name)
    except NoReverseMatch:
        return None
    return Link(title, url, is_current=request.path.startswith(url))
