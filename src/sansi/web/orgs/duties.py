"""职责的含义 · What each duty means, who gives it, what it may not be joined with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sansi.web.orgs.models import Kind


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a duty is for."""

    about: str | Promise
    # Whoever has one of these over a unit may give this duty over it. Holders may hand on their own, for a time.
    given_by: frozenset[Kind] = frozenset({Kind.ADMINISTRATOR})
    # Approves, reads cases or administers: a password alone does not do.
    needs_mfa: bool = True
    # Nobody has both over the same unit: the one looks after the other.
    apart_from: frozenset[Kind] = frozenset()


MEANINGS: Mapping[Kind, Meaning] = {
    Kind.EDITOR: Meaning(_("Prepares entries and drafts for others to approve."), needs_mfa=False),
    Kind.APPROVER: Meaning(_("Approves what editors and custodians ask for; never their own requests.")),
    Kind.REGISTRAR: Meaning(_("Keeps the register of official accounts.")),
    Kind.LEARNING: Meaning(_("Assigns courses and sees who has finished; never answers or scores.")),
    Kind.INTAKE: Meaning(_("Receives requests for help and passes them on.")),
    Kind.HANDLER: Meaning(_("Works on the cases assigned to them.")),
    Kind.SUPERVISOR: Meaning(_("Assigns cases and watches their deadlines.")),
    Kind.KEYHOLDER: Meaning(_("Holds the recovery keys of the help desk.")),
    Kind.AUDITOR: Meaning(
        _("Reads and verifies the audit log."),
        given_by=frozenset({Kind.AUDITOR}),
        apart_from=frozenset({Kind.ADMINISTRATOR}),
    ),
    Kind.ADMINISTRATOR: Meaning(
        _("Looks after units, people and duties; does not exercise the duties they give."),
        apart_from=frozenset({Kind.AUDITOR}),
    ),
}
NEED_MFA = frozenset(kind for kind, meaning in MEANINGS.items() if meaning.needs_mfa)
