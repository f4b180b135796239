"""一页一事 · The page that asks one thing and does it: a form, its button, and what is said when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from sansi.web.audit.refused import Refused
from sansi.web.orgs.models import Person

Words = str | Promise


def signed_in(request: HttpRequest) -> Person:
    """The person who asks; the page is behind `login_required`."""
    assert isinstance(request.user, Person)
    return request.user


@dataclass(frozen=True, slots=True)
class Question:
    """What the page asks and says."""

    title: Words
    button: Words
    back: str
    intro: Words = ""
    done: Words = ""
    danger: bool = False


def ask(
    request: HttpRequest,
    question: Question,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
    template: str = "orgs/ask.html",
    **more: Any,
) -> HttpResponse:
    """Show the form; when it is sent and sound, do it and go back. What is refused is said above the form.

    `form` is bound when the request is a POST (see `filled`).
    """
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                do(form.cleaned_data)
            except Refused as why:
                status = 409
                form.add_error(None, str(why))
            else:
                if question.done:
                    messages.success(request, str(question.done))
                return redirect(question.back)
    return render(request, template, {"ask": question, "form": form, **more}, status=status)


def filled(request: HttpRequest, kind: type[forms.Form], **initial: Any) -> Any:
    """The form with what was sent, or empty but for what is known already."""
    if request.method == "POST":
        return kind(request.POST, request.FILES)
    return kind(initial=initial)
