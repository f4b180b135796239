"""表单 · The form for a new integration."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sansi.web.orgs.forms import UnitField


class MakeForm(forms.Form):
    """Which program, and whose it is."""

    name = forms.CharField(
        label=_("Program"), max_length=80, help_text=_("Such as: website of the town, newsroom CMS.")
    )
    unit = UnitField(label=_("Unit"))
