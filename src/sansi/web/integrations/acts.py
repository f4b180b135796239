"""审计用语 · What is said of each act on integrations in the audit log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACTS = {
    "integration.made": _("made a token for a program"),
    "integration.withdrawn": _("withdrew the token of a program"),
}
