"""门 · The three doors of the home page, and which of them are open."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Door:
    """What somebody may come for; without an address it is not open yet."""

    title: str | Promise
    about: str | Promise
    enter: str | Promise
    url: str | None


def doors() -> list[Door]:
    """All three, in the order in which most people need them."""
    return [
        Door(
            _("Check a draft"),
            _("Paste it or drop a file: what must not go out is underlined, with the reason and what to do."),
            _("Check a draft"),
            reverse("drafts:check"),
        ),
        Door(
            _("Is this account official?"),
            _("Look up who keeps an account that speaks for an office, and whether the office stands by it."),
            _("Look it up"),
            None,
        ),
        Door(
            _("I need help"),
            _("Somebody pretends to be you, took your account, cheated you or spreads what is yours."),
            _("Ask for help"),
            None,
        ),
    ]
