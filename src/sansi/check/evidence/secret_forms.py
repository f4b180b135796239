"""口令定式 · Forms that hold a password with no label of its own: root/…, -u … -p …, Wi-Fi codes.

Each is told by a fixed word; the value must look like a password where the form is loose.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sansi.check.evidence.secret_labels import value_at
from sansi.check.evidence.secret_passwords import judged, strong
from sansi.check.model import Words

_ACCOUNT = re.compile(r"(?<![0-9A-Za-z_./\\~-])[A-Za-z]+/[ ]?(?=[!-.0-~]{6,40}+(?![/\\]))")
_FOLDER = re.compile(r"目录|路径|文件|访问|页面|path|dir|folder|\bcd\b", re.IGNORECASE)
_MACHINE = re.compile(
    r"服务器|主机|登[录陆]|账号|帐号|密码|端口|后台|数据库|跳板机|堡垒机|ssh|server|host\b|login|port\b|\d{1,3}(?:\.\d{1,3}){3}",
    re.IGNORECASE,
)
_ACCOUNTS = ("root/", "admin/", "administrator/", "Administrator/", "ubuntu/")
_NAME_AND = r"[:：]?[ \t]+[`\"'“]?[A-Za-z][\w.@-]{1,40}[`\"'”]?[ \t]?[/／|,:][ \t]?"


class Form(NamedTuple):
    """What leads from the word to the value, what must stand before it, and whether that is enough."""

    after: re.Pattern[str]
    before: re.Pattern[str] | None
    strict: bool


def _form(after: str, before: str = "", *, strict: bool = False) -> Form:
    return Form(re.compile(after), re.compile(before) if before else None, strict)


_FORMS = {
    # A Wi-Fi code: WIFI:S:name;T:WPA;P:password;;
    "WIFI:": _form(r"(?:[A-OQ-Z]:[^;\n]{0,60};){0,4}P:(?=[^;\n]{4,64};)", strict=True),
    # FTP on the wire.
    "PASS ": _form(
        r"(?=\S{4,60}[ \t]*\r?$|\S{4,60}[ \t]*\r?\n)",
        r"(?:^|\n)(?:[CcSs<>:=\- \t]{0,6}|.{0,40}> )$",
        strict=True,
    ),
    # A line of .pgpass: host:port:database:name:password.
    ":5432:": _form(
        r"[\w*-]{1,40}:[\w.*-]{1,40}:(?=\S{4,100})", r"(?:^|[\s\"'`])[\w.*-]{1,80}$", strict=True
    ),
    " -p ": _form(r"", r"(?:^|\s)-(?:u|-user(?:name)?)[ =]?\S{1,60}$"),
    "credentials": _form(_NAME_AND),
    "creds": _form(_NAME_AND),
    "凭据": _form(r"[:：]?[ \t]*[\w.@-]{1,40}[ \t]?[/／|][ \t]?"),
    "login:": _form(_NAME_AND),
    " p: ": _form(r"", r"\bu(?:ser)?:[ \t]?\S{1,40}$"),
    "/P:": _form(r"", r"\bU(?:ser)?:[ \t]?\S{1,40}$"),
    "密码是多少": _form(r"[^\n：:]{0,8}\n[^\n：:]{1,16}[：:][ \t]*"),
    "密码多少": _form(r"[^\n：:]{0,8}\n[^\n：:]{1,16}[：:][ \t]*"),
    "账密": _form(_NAME_AND),
    "/p:": _form(r"", r"/u:\S{1,40} $"),
    "keyMaterial=": _form(r"", strict=True),
    "psk=": _form(r"", r"(?:^|[\s,;{])$", strict=True),
}
# The value stands before the word: … as the password; lin:…@tcp(db:3306)/shop.
_BEFORE = {
    " as the password": re.compile(r"(?:\band|\bwith|,|/)[ \t]+[\"'`“]?(?=\S{6,60}$)"),
    " as password": re.compile(r"(?:\band|\bwith|\buse|,|/)[ \t]+[\"'`“]?(?=\S{6,60}$)"),
    "@tcp(": re.compile(r"(?<![0-9A-Za-z_.-])[\w.-]{1,40}:(?=[^\s\"'@]{4,60}$)"),
}
FORMS = Words((*_FORMS, *_ACCOUNTS, *_BEFORE))


def form_value(text: str, word: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the password in the form whose word stands at `start` to `end`."""
    if word in _ACCOUNTS:
        return _handed_over(text, start)
    if word in _BEFORE:
        return _said_before(text, start, _BEFORE[word])
    form = _FORMS[word]
    before = text[max(0, start - 100) : start]
    match = form.after.match(text, end)
    if not match or (form.before and not form.before.search(before)):
        return None
    return _place(text, match.end(), strict=form.strict)


def _place(text: str, at: int, *, strict: bool) -> tuple[int, int] | None:
    value = value_at(text, at, signed=True)
    if not value:
        return None
    good = judged(value.text, quoted=True) if strict or value.quoted else strong(value.text, led=True)
    return (value.start, value.end) if good else None


def _handed_over(text: str, start: int) -> tuple[int, int] | None:
    """How people hand over a server: 10.1.2.3, root/…, port 22."""
    match = _ACCOUNT.match(text, start)
    before = text[max(0, start - 60) : start]
    if not match or not _MACHINE.search(before) or _FOLDER.search(before[-20:]):
        return None
    return _place(text, match.end(), strict=False)


def _said_before(text: str, start: int, lead: re.Pattern[str]) -> tuple[int, int] | None:
    """A value that stands before what says what it is."""
    left = max(0, start - 100)
    match = lead.search(text[left:start])
    if not match:
        return None
    value = text[left + match.end() : start].rstrip("\"'`”")
    place = left + match.end(), left + match.end() + len(value)
    return place if strong(value, led=True) else None
