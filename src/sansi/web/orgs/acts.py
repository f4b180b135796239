"""审计用语 · What is said of each act on units, people and duties in the audit log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACTS = {
    "unit.opened": _("opened the unit"),
    "unit.renamed": _("renamed the unit"),
    "unit.moved": _("moved the unit"),
    "unit.merged": _("merged the unit into another"),
    "unit.closed": _("closed the unit"),
    "unit.reopened": _("reopened the unit"),
    "person.added": _("added the person"),
    "person.changed": _("changed the person's details"),
    "person.suspended": _("suspended the person's sign-in"),
    "person.restored": _("restored the person's sign-in"),
    "person.erased": _("erased the person"),
    "person.exported": _("exported a list of people"),
    "membership.begun": _("entered the person in the unit"),
    "membership.changed": _("changed the person's post in the unit"),
    "membership.ended": _("ended the person's service in the unit"),
    "invitation.sent": _("invited the person"),
    "invitation.withdrawn": _("withdrew the invitation"),
    "invitation.accepted": _("accepted the invitation"),
    "duty.given": _("gave the duty"),
    "duty.handed_on": _("handed on the duty for a time"),
    "duty.taken_back": _("took back the duty"),
    "request.made": _("asked for a duty"),
    "request.approved": _("approved the request"),
    "request.refused": _("refused the request"),
    "request.withdrawn": _("withdrew the request"),
    "upload.taken": _("took over an imported table"),
}
