"""信件 · Letters: what is said to whom, put together at the moment it is sent.

A job holds the name of a letter and a key, never an address or a text: a letter about something that was withdrawn
meanwhile is not sent, and no copy of it lies in the job table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from sansi.web.jobs.declare import job


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person: the first line of the template is its subject, an empty line, then what it says."""

    to: str
    language: str
    template: str
    says: dict[str, Any] = field(default_factory=dict)
    files: tuple[tuple[str, bytes, str], ...] = ()


Builder = Callable[[int], Letter | None]
LETTERS: dict[str, Builder] = {}


def letter(name: str) -> Callable[[Builder], Builder]:
    """Declare how a letter is put together from the key of what it is about; None means that it's not needed any more."""

    def declared(builder: Builder) -> Builder:
        LETTERS[name] = builder
        return builder

    return declared


def post(name: str, key: int) -> None:
    """Send a letter, when the transaction at hand succeeds."""
    if name not in LETTERS:
        raise KeyError(name)
    deliver.enqueue(name, key)


@job(attempts=8)
def deliver(name: str, key: int) -> bool:
    """Put a letter together and send it; False when it's not needed any more."""
    made = LETTERS[name](key)
    if made is None:
        return False
    send(made)
    return True


def send(made: Letter) -> None:
    """Send a letter now."""
    with override(made.language):
        text = render_to_string(made.template, made.says | {"site": settings.SANSI["SANSI_URL"]})
    subject, _, body = text.strip().partition("\n")
    # Machines must not answer it (RFC 3834).
    message = EmailMessage(
        subject.strip(), body.strip() + "\n", to=[made.to], headers={"Auto-Submitted": "auto-generated"}
    )
    for name, content, kind in made.files:
        message.attach(name, content, kind)
    message.send()
