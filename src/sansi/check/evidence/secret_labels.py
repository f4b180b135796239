"""口令标签 · What leads from 密码 or `password` to the value: a sign, a copula, an attribute, a pair.

Anchored regexes only, each bounded: a text that says `password` ten thousand times in a manual
costs as many short looks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sansi.check.evidence.quick import ending, quick

_REMARK = r"(?:[ \t]?[(（\[][^()（）\[\]\n=]{1,24}[)）\]])?"
_BLANKS = r"[ \t\u3000]{0,20}+"
_OPENING = r"(?:[bBrRuUfFL@](?=[\"']))?"

_QUOTED = quick(
    _OPENING
    + r"(?:\\\"([^\"\\\n]{1,100})\\\"|\"((?:[^\"\\\n]|\\.){1,100})\"|'((?:[^'\\\n]|\\.){1,100})'|`([^`\n]{1,100})`"
    r"|“([^“”\n]{1,60})[”“]|‘([^‘’\n]{1,60})[’‘]|「([^「」\n]{1,60})」|【([^【】\n]{1,60})】|『([^『』\n]{1,60})』"
    r"|\*\*([^*\n]{1,60})\*\*|<(?:code|b|strong|kbd)>([^<>\n]{1,60})</|\[([^\[\]\n ]{1,60})\](?!\()|（([!-~]{1,60})）)"
)
# Quotes, angle brackets, commas and bars end a bare value; so does anything that is not ASCII.
_BARE = quick(r"(?:(?!\\[nrt]|&[a-z_]{1,24}=|&amp;)[!#-&(-+\--:=?-_a-{}~]){1,101}")
# The same as far as it goes without the two that need a look ahead.
_PLAIN = quick(r"[!#-%(-+\--:=?-\[\]-_a-{}~]{1,101}")
_AFTER_BARE = ".:?)]}*_\\"
_QUOTES = frozenset("\\\"'`“‘「【『*<[（")
_MAY_OPEN = frozenset("bBrRuUfFL@")
_OPENS = frozenset(" \t（(")

_LATIN_SIGN = quick(
    r"\d?(?P<close>\\?[\"'`\])】*_]{0,3})" + _REMARK + _BLANKS + r"(?:"
    r"(?P<send>:[\"'][ \t]{0,4}\r?\n[ \t]{0,8}send[ \t]+(?:--[ \t]+)?)"
    r"|(?P<sign>:[ \t]?(?:&?[Ss]tr(?:ing)?|char\s?\*|Optional\[str\]|any)(?:[ \t]?\|[ \t]?\w+)?[ \t]?="
    r"|=>|:=|={1,3}|->|→|[:：＝])[ \t\u3000]{0,20}"
    r"|(?P<dash>—{1,2}[ ]?|-[ ]{1,2}(?=[^\s]{6}))"
    r"|(?P<comma>,[ \t]{0,4}(?=[\"'`]))"
    r"|(?P<call>\([ \t]?(?=[\"'`]))"
    r"|(?P<element>>(?:\s{0,20}<[Vv]alue>)?(?=[^\s<>]{1,100}</))"
    r"|(?P<cell>[ \t]*\|[ \t]*|,(?=[^\s,]{6,60}(?:,|\r?$|\r?\n)))"
    r"|(?P<attribute>(?![0-9A-Za-z_])[,;]?\s{0,40}+(?:-[ \t])?[^<>\n=:]{0,40}?[\"']?\b(?:value|content)[\"']?[ \t]?[=:][ \t]?)"
    r"|(?P<zh>(?:是|为|改成|改为|设为|设置为|重置为|就是)[：:]?[ \t]?)"
    r")"
)
_LATIN_COPULA = quick(
    r"s?" + _REMARK + r"(?:[ \t]+(?!is\b|was\b|to\b|are\b|will\b)[(]?[A-Za-z][\w.@'-]{0,30}[)]?){0,6}?"
    r"[ \t]+(?:is|was|are|will[ \t]be|to|=|as)"
    r"(?:[ \t]+(?:now|still|currently|just|simply|temporarily|been|(?:set|changed|reset|updated|rotated)[ \t]+to)){0,3}:?[ \t]+"
    r"(?=[\"'“‘`]|[^\s\d]{0,60}\d|\w{0,60}[@#$%^&*!~+]\w)",
    re.IGNORECASE,
)
_LATIN_BLANK = quick(r"[ \t]{1,4}(?:[0-8][ ])?(?=[\"'“‘`*][^\"'\n]{4,60}[\"'”’`*]|[!-~]{6})")

_HAN_SIGN = quick(
    r"(?P<close>[\"'`*_】」”\]]{0,3})" + _REMARK + _BLANKS + r"(?:分别)?"
    r"(?:我|你|您|已经?|先|暂时|现在|刚刚?|临时|全部|都|还|仍|也|一律|被|给你|帮你|统一|初始|默认|重新|最后|后来|目前|会|将|请){0,3}"
    r"(?P<sign>"
    r"(?:改成|改为|改回|设为|设成|设置为|设置成|设定为|重置为|重置成|更新为|变更为|修改为|修改成|恢复为|更改为|更换为|换成|调整为"
    r"|告诉你|发你|发给你|就是|是|为|用|叫|写|记为|统一为|均为|[:：=＝→|]|->|=>|—{1,2}|-[ ])"
    r"(?:了|的是|如下|[:：=＝]|[ \t\u3000]){0,3}"
    r")?" + _BLANKS
)
_LINE_END = quick(r"(?:\\[rn])+$")
_IN_BRACKETS = quick(r"[ \t]?[（(](?=[^()（）\s]{0,40}[0-9])([!-'*-~]{6,40})[)）]")
_NEXT_LINE = quick(r"[ \t]{0,8}\r?\n[ \t]{0,8}")
_pair_before = ending(
    r"(?:账号|帐号|账户|帐户|账|帐|用户名?|登录名|工号|user(?:name)?|login|account|id)"
    r"(?:名|和|与|及|以及|跟|、|/|／|&|\+|\||｜|,|，| |and|-|:|：){0,3}"
    r"(?:登录|初始|默认|原始)?",
    re.IGNORECASE,
)
_PAIR = quick(
    r"([!#-+\-.0-;=?-_a-{}~]{1,64})(?:[ \t]{0,3}[/／|｜,，、:：][ \t]{0,3}|[ \t]{0,3}(?:和|与|及|and)[ \t]{0,3}|[ \t]{1,3})(?=[!-~])"
)


_NAMED_FIRST = quick(r"(?:root|admin|administrator|sa|test|user)[ ]?[/／][ ]?(?=[!-~]{4})", re.IGNORECASE)


class Value(NamedTuple):
    """What stands where a password would, and how it was led to."""

    text: str
    start: int
    end: int
    quoted: bool
    signed: bool


def value_at(text: str, at: int, *, signed: bool) -> Value | None:
    """The quoted or bare value that begins at `at`."""
    first = text[at : at + 1]
    opens = first in _QUOTES or (first in _MAY_OPEN and text[at + 1 : at + 2] in ("'", '"'))
    if opens and (match := _QUOTED.match(text, at)):
        group = match.lastindex or 0
        # expect sends a line, return and all: "…\\r".
        value = _LINE_END.sub("", match[group])
        start = match.start(group)
        return Value(value, start, start + len(value), True, signed) if value else None
    match = _PLAIN.match(text, at)
    if not match or text[match.end() : match.end() + 1] in ("\\", "&"):
        match = _BARE.match(text, at)
    if not match:
        return None
    value = match[0]
    if first == "-" and text[at - 1 : at] == ":":
        # ${DB_PASSWORD:-…}: what the shell takes when nothing is set.
        at, value = at + 1, value[1:]
    # A bracket or full stop after a value belongs to the sentence, unless the value opened it.
    while value and value[-1] in _AFTER_BARE and not (value[-1] == ")" and "(" in value):
        value = value[:-1]
    return Value(value, at, at + len(value), False, signed) if value else None


def after_latin(text: str, end: int) -> list[Value]:
    """The values that a Latin label ending at `end` may lead to, the likeliest first."""
    found = []
    following = text[end : end + 1]
    if following in _OPENS and (inside := _IN_BRACKETS.match(text, end)):
        found.append(Value(inside[1], *inside.span(1), False, False))
    if following == "】" and (value := value_at(text, end + 1, signed=False)):
        found.append(value)
    if match := _LATIN_SIGN.match(text, end):
        value = _signed(text, end, match)
        return [*found, value] if value else found
    for pattern in (_LATIN_COPULA, _LATIN_BLANK):
        match = pattern.match(text, end)
        if match and (value := value_at(text, match.end(), signed=False)):
            found.append(value)
    return found


def _signed(text: str, end: int, match: re.Match[str]) -> Value | None:
    """The value behind the sign that follows a Latin label."""
    below = _NEXT_LINE.match(text, match.end()) if match["sign"] else None
    if match["cell"] and "{{" in text[max(0, end - 60) : end]:
        return None
    loose = match["dash"] or match["cell"] or below
    value = value_at(text, below.end() if below else match.end(), signed=not loose)
    if value and match["element"]:
        value = value._replace(quoted=True)
    needs_quotes = match["comma"] or match["call"]
    if value and (value.quoted or not needs_quotes) and not (match["comma"] and not match["close"]):
        return value
    return None


def after_han(text: str, end: int) -> Value | None:
    """The value that a Chinese label ending at `end` leads to."""
    if text[end : end + 1] in _OPENS and (inside := _IN_BRACKETS.match(text, end)):
        return Value(inside[1], *inside.span(1), False, False)
    match = _HAN_SIGN.match(text, end)
    assert match, "every part of it is optional"
    sign = match["sign"]
    signed = sign is not None and sign[0] != "|"
    below = _NEXT_LINE.match(text, match.end()) if signed else None
    # What stands on the next line may be the next item of a form: it must look like a password.
    return value_at(text, below.end() if below else match.end(), signed=signed and not below)


def after_pair(text: str, start: int, at: int) -> int:
    """Where the password begins at or after `at`, when the label at `start` names a pair.

    账号/密码：admin/Abc@123 has a name first. Returns `at` where the label stands by itself.
    """
    if not _pair_before(text[start - 16 if start > 16 else 0 : start]):
        named = _NAMED_FIRST.match(text, at)
        return named.end() if named else at
    match = _PAIR.match(text, at)
    return match.end() if match else at
