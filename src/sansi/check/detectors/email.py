"""电子邮箱 · E-mail address of a person (RFC 5321, RFC 5322).

The mailboxes of bodies, placeholders, masked addresses and the many things in code that hold an @
are not findings. Written to be missed it still is one: zhang(at)163.com, zhang#163.com, 全角＠.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sansi.check.evidence.context import labelled, specimen
from sansi.check.evidence.folded import Folded, fold
from sansi.check.evidence.hosts import placeholder_domain, real_domain
from sansi.check.evidence.mailboxes import nobody, role
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

LABELS = (
    r"(?:电子)?(?:邮箱|邮件|邮址|信箱)(?:地址|账号|号)?|e-?mail(?:\s+(?:address|me\s+at|to))?|mailto|mail"
    r"|联系方式|contact|联系|QQ"
)
_PROVIDERS = tuple("163 126 qq gmail sina sohu foxmail 139 189 yeah hotmail outlook vip".split())
_WRITTEN_AT = ("[at]", "(at)", "{at}", "<at>", "（at）", "【at】", "艾特", *(f" at {p}." for p in _PROVIDERS))
_WRITTEN_DOT = ("[dot]", "(dot)", "{dot}", " dot ", "（dot）", "【dot】", "点com", "点cn", "點com")
_HASH = tuple(f"{sign}{p}." for p in _PROVIDERS for sign in "#＃")
# What stands before " at " in prose.
_PROSE_WORDS = """
look available visit us me is it here online free found find working work works hosted based sold live posted read more see
now today arrive meet buy account address email mail sign store engineer manager team everyone people
"""
_PROSE = frozenset(_PROSE_WORDS.split())

_LOCAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-"
_LONGEST_LOCAL = 64
_AT = quick(r" ?(?:@|\[@\]|\(@\)|[\[({<](?: ?at ?)[\])}>]| at |\(?艾特\)?|#) ?", re.IGNORECASE)
_LABEL = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_DOT = (
    r"(?: ?(?:\[(?:dot|\.)\]|[({<](?:dot|\.)[)}>]) ?| dot | ?[点點] ?|。(?=(?:com|cn|net|org)(?![A-Za-z]))"
    r"|\.(?: (?=(?:com|cn|net|org)(?![A-Za-z])))?)"
)
# ASCII: İ is two characters in lower case, and the places would no longer fit.
_DOMAIN = quick(rf"{_LABEL}(?:{_DOT}{_LABEL}){{1,6}}", re.IGNORECASE | re.ASCII)
_A_DOT = quick(_DOT, re.IGNORECASE)
_DOTS_IN_WORDS = frozenset(" [({<点點。")
# What makes a plain @ part of one in words: [@], ( @ ).
_AROUND_AT = frozenset(" [(])")
_INDENTS = ("  ", "\n ")
_MASK_BEFORE = quick(r"[*＊•●×…}]$|[xX*]{3,}[A-Za-z0-9]{0,3}$")
_PATH = quick(r"(?:://[^\s?]{1,80}/|(?:^|[\s\"'(])[.~]{0,2}/|[\\@$])$")
_USERINFO = quick(r"://[^\s/@?]{0,80}$")
_HEADER = quick(
    r"[ \t>]*(?:message-id|in-reply-to|references|content-id|list-id|x-[a-z-]+|thread-index)\s*:",
    re.IGNORECASE,
)
_SHELL = quick(
    r"(?:^|[\s`$;|&])(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id|git clone|git remote add \S+)\s[^\n]{0,60}$"
)
_COMMAND = quick(r"ssh|scp|sftp|rsync|mosh|git ")
_PATH_ENDS = ("/", "\\", "@", "$")
_MASKS = frozenset("*＊•●×…}\n")
# icon@2x.png, and files whose ending is also a country's.
_FILES = quick(r"[1-9](?:\.5)?x\.|[^.]*\.(?:py|rs|ps|zip|mov|pl|cc|vi)$")
_REMOTE = quick(r":(?:[~/A-Za-z]|\d+/)|[*@]")
_NOREPLY = quick(r"(?:^|\.)(?:users\.noreply|noreply|no-reply)\.")


def find(spot: Spot) -> Iterable[Hit]:
    """The address around an @, or around what is written in its place."""
    text, start = spot.text, spot.start
    if text[start] == "@" and (
        text[start - 1 : start] == "\n" or text[start - 2 if start > 2 else 0 : start] in _INDENTS
    ):
        return ()  # a decorator, a mention
    window = fold(spot.text, spot.start - 90, spot.end + 90)
    middle = _at_sign(window, spot)
    if middle is None:
        return ()
    at, after = middle
    head = window.text[at - _LONGEST_LOCAL if at > _LONGEST_LOCAL else 0 : at]
    # From the left end of what can be a name; it begins with a letter, digit or underscore.
    local = head[len(head.rstrip(_LOCAL)) :].lstrip(".%+-")
    domain = _DOMAIN.match(window.text, after) if local else None
    return _weighed(spot, window, local, window.text[at:after], domain) if domain else ()


def _at_sign(window: Folded, spot: Spot) -> tuple[int, int] | None:
    """The @ at the spot; for a written dot, the nearest @ in words before it."""
    text, where = window.text, spot.start - window.start
    if window.at is not None:
        where = sum(1 for i in window.at if i < where)
    plain = text[where : where + 1] == "@"
    if plain and _AROUND_AT.isdisjoint(text[where - 1 : where + 2 : 2]):
        return where, where + 1
    word = fold(spot.text, spot.start, spot.end).text.lower()
    is_dot = any(c in word for c in ("dot", "点", "點"))
    found = None
    for m in _AT.finditer(text, max(0, where - (40 if is_dot else 1)), where + len(word) + 3):
        if m.start() <= where:
            found = m
    return found.span() if found else None


def _weighed(spot: Spot, window: Folded, local: str, at: str, domain: re.Match[str]) -> Iterable[Hit]:
    written = domain[0]
    plain = written if _DOTS_IN_WORDS.isdisjoint(written) else _A_DOT.sub(".", written)
    real = real_domain(plain)
    if not real or not _is_a_persons(local.lower(), real):
        return ()
    begin = domain.start() - len(at) - len(local)
    stop = domain.end() if len(real) == len(plain) else _end_of(domain, real)
    start, end = window.place(begin, stop)
    label = labelled(spot.text, start, LABELS)
    if not label and not _meant(local, at, real):
        return ()
    if _is_code(window.text, begin, stop) or specimen(spot.text, start, 12):
        return ()
    zh, en = "域名真实，用户名是个人的", "a real domain, and a person's box"
    if label:
        zh, en = f"{zh}，前有“{label}”", f"{en}, after “{label}”"
    sure = Confidence.CERTAIN if label else Confidence.LIKELY
    return (Hit(start, end, sure, Both(zh, en), weigh(labelled=bool(label))),)


def _end_of(domain: re.Match[str], real: str) -> int:
    """Where the real part of a domain ends that goes on with something else."""
    dots = list(_A_DOT.finditer(domain[0]))
    return domain.start() + dots[real.count(".")].start()


def _meant(local: str, at: str, domain: str) -> bool:
    """Whether the @, or what stands for it, is meant as one: prose says " at " and " @ " too."""
    if at == "@":
        return True
    if at.strip().lower() in ("@", "at", "#"):
        return domain.partition(".")[0] in _PROVIDERS and local.lower() not in _PROSE
    return True


def _is_a_persons(local: str, domain: str) -> bool:
    return not (
        placeholder_domain(domain)
        or nobody(local)
        or role(local, domain)
        or local.endswith(".")
        or _NOREPLY.search(domain)
        or _FILES.match(domain)
    )


def _is_code(window: str, start: int, stop: int) -> bool:
    """Whether what stands around says: masked, a path, a password in a URL, a header, a shell."""
    left = window[:start]
    last = left[-1:]
    if _REMOTE.match(window, stop):
        return True
    if (last in _MASKS or (last.isascii() and last.isalnum())) and _MASK_BEFORE.search(
        left, max(0, start - 8)
    ):
        return True
    if ":" in left and (("://" in left and _USERINFO.search(left)) or _in_header(left)):
        return True
    # `$` also matches before a line break at the end.
    if left.removesuffix("\n")[-1:] in _PATH_ENDS and _PATH.search(left):
        return True
    return _COMMAND.search(left) is not None and _SHELL.search(left) is not None


def _in_header(left: str) -> bool:
    line = left.removesuffix("\n").rpartition("\n")[2]
    return ":" in line and (_HEADER.match(line) is not None or line.lower().endswith("cid:"))


RULE = Rule(
    id="email",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("个人电子邮箱", "Personal e-mail address"),
    why=Both(
        "会招来垃圾邮件和钓鱼邮件，也常是本人各种账号的用户名。",
        "It draws spam and phishing, and is often the person's user name everywhere.",
    ),
    advice=Both(
        "删除，或换成单位的公务邮箱。",
        "Remove it, or publish the mailbox of the office instead.",
    ),
    source="RFC 5321; RFC 5322; RFC 2606",
    triggers=(
        Words(("@", "＠", "﹫", *_HASH)),
        Words(_WRITTEN_AT[:-1], any_case=True),
        Words(_WRITTEN_DOT, any_case=True),
    ),
    find=find,
    keep=(1, 0),
    hits=(
        "邮箱«zhang.wei@163.com»收",
        "«z.w+news@mail.ruc.edu.cn»",
        "«3482917@qq.com»",
        "邮箱：«zhangwei＠１６３．ｃｏｍ»",
        "«zhang.wei [at] 163 [dot] com»",
        "«zhang(at)qq.com»",
        "邮箱«zhangwei#163.com»，把#换成@",
        "«zhang\u200bwei@163.com»",
        "写给«zhangwei @ 163.com»吧",
        '<a href="mailto:«anna.berg@posteo.de»">',
        "«zhangwei at gmail dot com»",
        "http://a.cn/?email=«zhangwei@163.com»",
        "«zhangwei@163.com».Next",
    ),
    misses=(
        "service@163.com",  # a task
        "wlj_bgs@163.com",  # a department
        "zhang@example.com",  # reserved for examples
        "z***@163.com",  # masked
        "z***g@163.com",  # masked
        "git@github.com:a/b.git",  # a shell account
        "ssh zhangwei@login.host.com",  # a shell account
        "lodash@4.17.21",  # a version
        "icon@2x.png",  # a file
        "foo@bar.baz",  # no such domain
        "polka [dot]@x",  # a dot and an @ too late
        "one polka [dot] two",  # nothing like an @
        "@163.com",  # no name
        "wang@",  # no domain
        "meet @ amazon.com",  # an @ in prose
        "liwei at 163 works",  # no domain
        "1234+zw@users.noreply.github.com",  # nobody reads it
        "Message-ID: <CAF.zw@mail.gmail.com>",  # names a message
        "https://zhang:geheim@db.host.com/x",  # a connection string
        "{name}@163.com",  # a template
        "邮箱格式：zhangwei@163.com",  # a specimen
        "look at gmail dot com",  # prose
    ),
)
