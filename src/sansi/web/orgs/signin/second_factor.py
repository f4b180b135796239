"""第二步验证 · Whoever approves, reads cases or administers signs in with two steps: until then every page leads there."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from sansi.web.orgs.access import needs_mfa
from sansi.web.orgs.models import Person

Answer = Callable[[HttpRequest], HttpResponse]
# Where a person can set up the second step, or leave.
OPEN = ("account_logout", "account_reauthenticate", "account_inactive")


def second_factor(get_response: Answer) -> Answer:
    """Hold back people whose duties need a second step and who have none."""

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, *_args: object) -> HttpResponse | None:
        name = request.resolver_match.url_name if request.resolver_match else None
        if name is None or name in OPEN or name.startswith("mfa_") or not _lacks(request):
            return None
        messages.warning(request, _("Your duties need a second step at sign-in. Set one up to go on."))
        return redirect("mfa_index")

    answer.process_view = process_view  # type: ignore[attr-defined]
    return answer


def _lacks(request: HttpRequest) -> bool:
    person = request.user
    if not isinstance(person, Person):
        return False
    return needs_mfa(person) and not get_adapter().is_mfa_enabled(person)
