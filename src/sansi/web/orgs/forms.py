"""表单 · The forms of the officers' pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sansi.web.orgs.models import Kind, Person, Unit
from sansi.web.orgs.models.person import Language, tidy_email

# A list of suggestions in a page: more than these nobody reads, and each costs a line of HTML.
SUGGESTED = 300
_CODE_END = " · "


class DayInput(forms.DateInput):
    """A day, chosen from the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        """In the one form that browsers understand."""
        super().__init__(format="%Y-%m-%d")


class Suggesting(forms.TextInput):
    """A line of text with suggestions that the browser shows while one types."""

    template_name = "orgs/widgets/suggesting.html"
    suggestions: list[str]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the suggestions."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{name}-suggestions"
        context["suggestions"] = getattr(self, "suggestions", [])
        return context


class UnitField(forms.CharField):
    """A unit, by its code or its whole name, among those that may be chosen."""

    widget = Suggesting

    def among(self, units: QuerySet[Unit]) -> None:
        """Which units may be chosen."""
        self.units = units.filter(closed_on__isnull=True)
        rows = self.units.order_by("path")[:SUGGESTED]
        self.widget.suggestions = [f"{unit.code}{_CODE_END}{unit.title}" for unit in rows]

    def clean(self, value: Any) -> Unit:
        """The unit that is meant."""
        text = super().clean(value).strip()
        code = text.split(_CODE_END)[0]
        for found in (
            self.units.filter(code=code),
            self.units.filter(name=text),
            self.units.filter(name_en=text),
        ):
            if len(rows := list(found[:2])) == 1:
                return rows[0]
        raise ValidationError(_g("There is no such unit among those you can choose. Give its code."))


class PersonField(forms.EmailField):
    """A person, by the address they sign in with."""

    def clean(self, value: Any) -> Person:
        """The person that is meant."""
        email = tidy_email(super().clean(value))
        person = Person.objects.filter(email=email, is_active=True).first()
        if person is None:
            raise ValidationError(_g("Nobody with this address can sign in here."))
        return person


class Plain(forms.Form):
    """A form without a field: a question that is answered by its button."""


class UnitForm(forms.Form):
    """A new unit."""

    code = forms.RegexField(
        r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
        label=_("Code"),
        max_length=40,
        help_text=_("Letters and digits; it stays the same when the name changes."),
    )
    name = forms.CharField(label=_("Name"), max_length=120)
    name_en = forms.CharField(label=_("Name in English"), max_length=160, required=False)


class RenameForm(forms.Form):
    """New names."""

    name = forms.CharField(label=_("Name"), max_length=120)
    name_en = forms.CharField(label=_("Name in English"), max_length=160, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class PlaceForm(forms.Form):
    """Another unit, to move below or merge into."""

    target = UnitField(label=_("Unit"), help_text=_("Its code, or its name."))
    version = forms.IntegerField(widget=forms.HiddenInput)


class VersionForm(forms.Form):
    """A question about a thing as it was when the page was made."""

    version = forms.IntegerField(widget=forms.HiddenInput)


LANGUAGES = [("", _("as the browser asks")), *Language.choices]


class InviteForm(forms.Form):
    """Somebody new."""

    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=100)
    email = forms.EmailField(label=_("E-mail"))
    post_held = forms.CharField(label=_("Post"), max_length=100, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)


class JoinForm(forms.Form):
    """Somebody who is here already."""

    person = PersonField(label=_("E-mail"))
    post_held = forms.CharField(label=_("Post"), max_length=100, required=False)


class PersonForm(forms.Form):
    """What an administrator corrects of a person."""

    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=100)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)


class MineForm(forms.Form):
    """What a person chooses for themself."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    digest = forms.BooleanField(label=_("Send me a daily e-mail of what waits for me"), required=False)


class GiveForm(forms.Form):
    """A duty to give."""

    person = PersonField(label=_("E-mail of the person"))
    kind = forms.ChoiceField(label=_("Duty"), choices=Kind.choices)
    from_on = forms.DateField(label=_("From"), widget=DayInput(), initial=timezone.localdate)
    until_on = forms.DateField(
        label=_("Until"), widget=DayInput(), required=False, help_text=_("Empty: until it is taken back.")
    )


class HandOnForm(forms.Form):
    """A duty to hand on for a time."""

    person = PersonField(label=_("E-mail of the person"))
    from_on = forms.DateField(label=_("From"), widget=DayInput(), initial=timezone.localdate)
    until_on = forms.DateField(label=_("Until"), widget=DayInput())


class AskForm(forms.Form):
    """A duty to ask for."""

    kind = forms.ChoiceField(label=_("Duty"), choices=Kind.choices)
    unit = UnitField(label=_("Unit"), help_text=_("Its code, or its name."))
    person = PersonField(label=_("E-mail of the person"), help_text=_("You, or a colleague."))
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    until_on = forms.DateField(
        label=_("Until"), widget=DayInput(), required=False, help_text=_("Empty: until it is taken back.")
    )


class DecideForm(forms.Form):
    """An answer to a request."""

    answer = forms.CharField(
        label=_("Answer"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed for a refusal: the person will read it."),
    )


class PasswordForm(forms.Form):
    """The first password."""

    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=_("At least twelve characters; a few words that don't belong together are good."),
        min_length=12,
        max_length=200,
    )
    again = forms.CharField(
        label=_("Password, once more"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        """Both the same, and not a bad one."""
        chosen: dict[str, Any] = super().clean() or {}
        if chosen.get("password") and chosen.get("again") and chosen["password"] != chosen["again"]:
            raise ValidationError({"again": _g("The two passwords differ.")})
        if chosen.get("password"):
            password_validation.validate_password(chosen["password"])
        return chosen
