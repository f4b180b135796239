"""口令 · Whether what stands after 密码 or `password` is a password.

People choose passwords, so they are not random: Abc@123 is one, and so is 123456. What is not: a
word of the sentence (`required`), the name of a variable or a call, a placeholder, a rule about
passwords (8-16位), the name of an algorithm, a link.
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_values import stand_in
from sansi.check.model import Confidence

LONGEST = 100
# Placeholders that are shorter, or more usual for passwords than for keys; in lower case.
_EMPTY = quick(
    r"(?:x{2,}(?:[-_.]?x{2,})*|\*+|\.+|-+|_+|\?+|#+|=+|/+|n/?a|null|none|nil|undefined|true|false|yes|no|on|off|empty|tbd|secret|"
    r"required|optional|string|varchar|char|text|hidden|encrypted|unset|default|same|blank|invalid|incorrect|expired|login|"
    r"(?:(?:my|the|your|some|new|old|a|db|user|root|admin|default|super|top|strong|real|correct|wrong|bad|actual|plain)"
    r"[_\- ]?)?"
    r"(?:pass(?:word|wd|phrase|code)?|pwd|pw|psw|secret|mima)(?:[_-]?(?:here|goes[_-]here|value|string|text))?s?)[!.?]*"
)
_REFERENCE = quick(
    r"\$[({]|\$[A-Za-z_]\w*(?:$|[/.:\[-])|#\{|@\{|\{\{|%\(|%[sdvrq@]$|%[A-Z_]{2,}%|\{\d?\}|<[^>]*>?|`"
    r"|!![A-Za-z_]|!(?:vault|Ref|Sub|GetAtt|ImportValue|secret|env|ENV)|&[a-z_]{2,}$|&\w+;"
    r"|ENC[(\[]|\{cipher\}|vault:|arn:|ssm:|secret(?:s|manager)?[:/]|op://|env[:.(]|file:|https?:|//|/[A-Za-z_][\w.-]*(?:/|$)|\./|\\u"
)
_REFERS = frozenset("$#@{%<`!&Evasoefh/.\\")
# Filled in later wherever it stands in the value, as in a format string.
_FILLED_IN = quick(r"\$\{|\{\{|%\(\w|\{[A-Za-z_][\w.]*\}|\{\}")
_CODE = quick(
    r"[A-Za-z_]+\d?(?:(?:\.|->|::|\?\.)[A-Za-z_]+\d?)+[;,)]*"  # settings.DB_PASS
    r"|[A-Za-z_][\w.]*[(\[].*"  # getpass(…, environ[…
    r"|[(\[{].*|.*[{}\[\]]"
    r"|.*(?:=>|->|\(\)|\+\+|\w(?:==|&&|\|\|)\w).*"
)
_CODE_SIGNS = frozenset(".>:([{}]+=&|")
_DIGEST = quick(
    r"\$(?:2[abxy]?|1|5|6|y|7|apr1|argon2\w*|pbkdf2[\w-]*|scrypt)\$.*"
    r"|(?:pbkdf2|bcrypt|argon2|scrypt|sha\d+|md5)[\w:]*\$.*"
    r"|\{(?:SSHA|SHA|SMD5|MD5|CRYPT|bcrypt|pbkdf2)\w*\}.*|\*[0-9A-F]{40}"
    r"|(?i:0x)?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}|[0-9A-F]{32}|[0-9A-F]{40}|[0-9A-F]{64})"
)
_NUMBERED = r"[-_/. ]?\d{0,4}(?:[-_.]\d{1,4}){0,3}"
# Algorithms, lengths and ranges, in lower case: never a password, whatever leads to them.
_TECHNICAL = quick(
    r"(?:(?:md|sha|aes|rsa|des|3des|sm|ecc?|hmac|utf|base|bcrypt|pbkdf|argon|oauth|wpa|http|tls|ssl|ipv|ascii|iso|gb|gb/t|rfc)"
    + _NUMBERED
    + r"(?:[-_]?(?:psk|cbc|ecb|gcm|hex|encoded|hashed|based|encrypted))?"
    r"|1password|keepassx?c?|2fa|3des|2-step|mfa|[a-z]{2,}\d{0,3}-(?:encoded|based|hashed|encrypted|protected|free)"
    r"|\d{1,3}(?:st|nd|rd|th|px|kb|mb|gb|kw|mw|w|v|hz|mhz|ghz|kg|cm|mm|km|rpm|dpi|fps|ms|s|min|h|d|bit|bits|byte|bytes|chars?|characters|digits|x|%)\+?"
    r"|\d{1,3}\s?[-~–—]\s?\d{1,3}|>=?\d+|<=?\d+|\d+\+|[≥≤]\d+)"
)
# Names of variables, in lower case, where the value has no quotes: password = arg1.
_VARIABLE = quick(
    r"(?:(?:arg|param|var|val|value|str|field|input|text|num|tmp|temp|user|pass|password|passwd|pwd|pw|psw|key|confirm|new|old"
    r"|repeat|verify|v|p|s|x|id|token|type|mode|rule|opt|option)" + _NUMBERED + ")"
)
# Products and parts of books, where nothing but a blank leads to the value: 密码 Windows10.
_PRODUCT = quick(
    r"(?i:(?:windows|win|ios|android|python|java|php|vue|web|ver|version|node|html|css|es|h|office|excel|sql|mysql|oracle"
    r"|redis|hash|crypto|u2f|fido|otp|totp|cve|no|ps|pm|am|ch|chapter|part|step|level|lv|day|app|api|sdk|mac|usb|wi-?fi|wlan"
    r"|policy|test)" + _NUMBERED + ")"
)
_DATE = quick(r"(?:19|20)\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:T.*)?|\d{1,2}:\d\d(?::\d\d)?")
_EMAIL = quick(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_NAMELIKE = quick(r"_{0,2}[A-Za-z]+(?:[_\-./'’:\\,][A-Za-z]+)*[_\-./'’:\\,;!?]*")
# Chosen by so many that they stand for a password even though they are plain words.
_NOTORIOUS = frozenset(
    [
        "admin",
        "root",
        "toor",
        "letmein",
        "qwerty",
        "qwertyuiop",
        "asdfgh",
        "asdfghjkl",
        "zxcvbn",
        "zxcvbnm",
        "iloveyou",
        "woaini",
        "monkey",
        "dragon",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "superman",
        "batman",
        "trustno",
        "welcome",
        "master",
        "shadow",
        "michael",
        "jordan",
        "hunter",
        "administrator",
        "oracle",
        "tomcat",
        "manager",
        "sysadmin",
        "guest",
        "aaaaaa",
        "abcdef",
        "abcabc",
        "qazwsx",
    ]
)
_HUMPS = quick(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SYMBOL = quick(r"[^0-9A-Za-z]")


def placeholder(value: str) -> bool:
    """Whether `value` only holds the place of a password, or points to where it is kept."""
    return bool(
        _EMPTY.fullmatch(value.lower())
        or stand_in(value)
        or (value[:1] in _REFERS and _REFERENCE.match(value))
        or (("{" in value or "%(" in value) and _FILLED_IN.search(value))
    )


def _no_password(value: str, quoted: bool) -> bool:
    if not 4 <= len(value) <= LONGEST or not value.isascii() or placeholder(value):
        return True
    low = value.lower()
    return bool(
        _TECHNICAL.fullmatch(low)
        or (value[0].isdigit() and _DATE.fullmatch(value))
        or ("@" in value and _EMAIL.fullmatch(value))
        or "://" in value
        or value.split() != [value]
        or (
            not quoted
            and ((not _CODE_SIGNS.isdisjoint(value) and _CODE.fullmatch(value)) or _VARIABLE.fullmatch(low))
        )
    )


def _letters(value: str, quoted: bool) -> Confidence | None:
    """Of letters alone, or letters with the punctuation that words have between them."""
    if value.lower() in _NOTORIOUS:
        return Confidence.LIKELY if quoted else Confidence.POSSIBLE
    humps = _HUMPS.findall(value)
    # kTqWzRbN has a capital every second letter; camelCase and Title-Case every fourth or more.
    if len(value) >= 8 and not _SYMBOL.search(value) and len(humps) * 3 >= len(value):
        return Confidence.LIKELY
    return Confidence.POSSIBLE if quoted and len(value) >= 6 and value.isalpha() else None


def judged(value: str, *, quoted: bool, apart: bool = False) -> Confidence | None:
    """How sure we are that `value`, found where a password would stand, is one.

    `quoted`: it is marked off by quotes or a sign, so it cannot be a word of the sentence.
    `apart`: it is Latin after a Chinese label and a sign, where no word of the sentence is Latin.
    """
    if _no_password(value, quoted):
        return None
    if _DIGEST.fullmatch(value):
        return Confidence.POSSIBLE
    if _NAMELIKE.fullmatch(value):
        return Confidence.LIKELY if apart and len(value) >= 5 else _letters(value, quoted)
    without_letters = value.upper() == value.lower()
    if without_letters and sum(map(str.isdigit, value)) < 4:
        return None
    return Confidence.LIKELY


def strong(value: str, *, led: bool = False) -> bool:
    """Whether `value` is a password by its looks, where nothing but a blank leads to it.

    `led`: the form alone says that a password stands here, so no product will.
    """
    mixed = len(value) >= 6 and not value.isdigit() and any(map(str.isdigit, value))
    return mixed and (led or not _PRODUCT.fullmatch(value)) and judged(value, quoted=False) is not None
