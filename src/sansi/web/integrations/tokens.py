"""令牌 · Tokens: how one is made, and whose one is, without a look into the database for each request."""

from __future__ import annotations

import hashlib
import secrets
import threading
from time import monotonic

from sansi.web.integrations.models import Integration

PREFIX = "sansi_"
_BYTES = 32
# As long a withdrawn token may still be good for, in a process that has seen it before.
REMEMBERED_S = 5.0
_MOST_REMEMBERED = 1_000


def new_token() -> str:
    """A token that nobody can guess."""
    return PREFIX + secrets.token_urlsafe(_BYTES)


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class _Known:
    """Whose the tokens of the last seconds were: digest -> key of the integration and when that was looked up."""

    lock = threading.Lock()
    owners: dict[str, tuple[int, float]] = {}


def owner_of(token: str) -> int | None:
    """The key of the integration whose token this is, unless it was withdrawn."""
    digest = digest_of(token)
    owner, at = _Known.owners.get(digest, (0, 0.0))
    if owner and monotonic() - at < REMEMBERED_S:
        return owner
    row = (
        Integration.objects.filter(digest=digest, withdrawn_at__isnull=True)
        .values_list("pk", flat=True)
        .first()
    )
    with _Known.lock:
        _Known.owners.pop(digest, None)
        if row is not None:
            if len(_Known.owners) >= _MOST_REMEMBERED:
                _Known.owners.clear()
            _Known.owners[digest] = (row, monotonic())
    return row


def forget() -> None:
    """Look every token up again."""
    with _Known.lock:
        _Known.owners.clear()
