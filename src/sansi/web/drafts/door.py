"""门口 · Who comes in to have something checked, and how much at a time. What was brought is not looked at here."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache

from django.conf import settings
from django.http import HttpRequest

from sansi.check.model import Both
from sansi.web.drafts.capacity import Gate, Throttle
from sansi.web.drafts.desk import Desk, the_desk
from sansi.web.drafts.refusals import Refused
from sansi.web.drafts.uploads import declared_bytes
from sansi.web.integrations.tokens import owner_of

# Bodies above this are read and checked a few at a time: each takes several times its size in memory.
BIG_BYTES = 256 << 10
# A form may hold a file, which takes longer than a text of its size.
_BIG_FORM_BYTES = 16 << 10
_BIG_EACH = 3


def desk() -> Desk:
    """The desk of this process, by the settings."""
    return the_desk(_make)


def _make() -> Desk:
    path = settings.SANSI["SANSI_CHECK_RULES"]
    text = path.read_text("utf-8-sig") if path else ""
    return Desk(text, path.name if path else "sansi.toml", settings.SANSI["SANSI_CHECK_CHILDREN"])


@cache
def throttle() -> Throttle:
    """How often somebody may come, by the settings."""
    return Throttle(settings.SANSI["SANSI_CHECK_REQUESTS"])


@cache
def gate() -> Gate:
    """Where big texts and files wait: as many as are read, and as many again in line."""
    return Gate(2 * settings.SANSI["SANSI_CHECK_CHILDREN"] + 2, _BIG_EACH)


def client_of(request: HttpRequest) -> str:
    """The address that the request comes from, behind as many proxies as the settings trust."""
    trusted: int = settings.SANSI["SANSI_PROXIES"]
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    if trusted and len(hops) >= trusted:
        return str(hops[-trusted])
    return str(request.META.get("REMOTE_ADDR", ""))


def caller(request: HttpRequest) -> int | None:
    """The integration whose token the request bears, or None. Raises Refused for a token that opens nothing."""
    told = request.META.get("HTTP_AUTHORIZATION", "")
    if not told:
        return None
    kind, _, token = told.partition(" ")
    owner = owner_of(token.strip()) if kind.lower() == "bearer" else None
    if owner is None:
        raise Refused(401, _UNKNOWN)
    return owner


_UNKNOWN = Both(
    "令牌不存在或已撤销；请向管理员要一个新的",
    "the token is unknown or was withdrawn: ask an administrator for another",
)


def may_come_in(request: HttpRequest) -> bool:
    """Whether a person need not sign in first, or has."""
    return not settings.SANSI["SANSI_CHECK_SIGN_IN"] or request.user.is_authenticated


_SIGN_IN = Both("请先登录；程序请带上令牌", "sign in first; a program needs a token")


def entered(request: HttpRequest, who: int | None = None) -> ExitStack:
    """Be at the desk until the stack is closed: `who` is an integration, else the address counts.

    Raises Busy when it is somebody's turn to wait, NoLength, and Refused where people have to sign in first.
    """
    if not (who or may_come_in(request)):
        raise Refused(401, _SIGN_IN)
    client = f"integration {who}" if who else client_of(request)
    if not who:
        throttle().take(client)
    inside = ExitStack()
    big = _BIG_FORM_BYTES if request.content_type == "multipart/form-data" else BIG_BYTES
    if declared_bytes(request) > big:
        inside.enter_context(gate().entered(client))
    return inside
