"""不安全的链接 · A link that hides where it leads: a hint about the habit of posting.

A name before an @, a number in place of a name, letters that pass for others, a script, a
shortener: readers cannot see whom they are trusting. Nothing is fetched; only the text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.hosts import public_ipv4
from sansi.check.evidence.lookalikes import deceives
from sansi.check.evidence.quick import quick
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_SHORTENERS = (
    "t.cn url.cn dwz.cn suo.im suo.nz bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rb.gy cutt.ly reurl.cc"
    " w.url.cn 6du.in mrw.so u.nu shorturl.at tiny.cc v.gd s.id dwz.win 985.so t.ly bl.ink rebrand.ly soo.gd"
)
_SHORT = frozenset(_SHORTENERS.split())
# A finding about the same place, an e-mail or an address, says more than that the link is odd.
_WEIGHT = -1
_LONGEST = 300

_SCHEME = quick(r"(https?|ftp)$", re.IGNORECASE)
_LAST_OF_SCHEMES = frozenset("psPS")
_AUTHORITY = quick(r"[^\s/?#<>\"'“”‘’（）()【】《》「」，。；、！？|`\\]{1,160}")
# Chinese goes on after a link without a blank, so it ends a path, and a host that ends in ASCII.
_PATH = quick(rf"[/?#][!#-&*-;=?-\[\]-_a-z{{}}~\u202e]{{0,{_LONGEST}}}")
_GOES_ON = quick(r"(?<=[0-9A-Za-z])[\u3400-\u9fff]+$")
_SHORT_LINK = quick(r"/[A-Za-z0-9_-]{3,12}(?![A-Za-z0-9_.-])")
_SCRIPT = quick(r"[^\s:\"'<>]{0,60}(?:\(|%|=|;|,)[^\s\"'<>]{0,200}")
_HARMLESS = quick(r"(?:void\(?0?\)?;?|;|#|return)\W*$", re.IGNORECASE)
_DOMAIN = quick(r"(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,18}(?::\d{1,5})?$")
_NUMBER_HOST = quick(
    r"(?:0[xX][0-9A-Fa-f]{1,8}|\d{8,10}|(?:0[xX][0-9A-Fa-f]{1,2}|0[0-7]{1,3}|\d{1,3})(?:\.(?:0[xX][0-9A-Fa-f]{1,2}|0[0-7]{0,3}|\d{1,3})){3})$"
)
_BORROWED_GOV = quick(r"(?:^|[.-])gov[.-]cn[.-][a-z]")
_ENTRY = quick(
    r"/[^?#]{0,80}(?:login|signin|sign-in|checkout|payment|pay(?:/|$)|password|passwd|denglu|zhifu)",
    re.IGNORECASE,
)
_HERE = quick(
    r"(?:localhost|[^.]*|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|.*\.(?:local|lan|test|example|internal))$"
)
_RIGHT_TO_LEFT = "\u202e"


# A host of ASCII letters up to the end of the authority, and what in it could pass for something else (see
# `lookalikes`) or borrow the name of an office.
_PLAIN_HOST = re.compile(r"([a-z.-]*[a-z])(?=[\s/?#<>\"'“”‘’（）()【】《》「」，。；、！？|`\\])").match


def find(spot: Spot) -> Iterable[Hit]:
    """What is odd about the link at the spot, if anything is."""
    text, start, end = spot.text, spot.start, spot.end
    if text[start] == ":":
        scheme = text[start - 5 if start > 5 else 0 : start]
        if scheme == "https":
            return () if _ordinary(text, end) else _url(spot)
        if scheme.endswith("http") and (stop := _ordinary(text, end)) and not _ENTRY.match(text, stop):
            return ()
        return _url(spot) if scheme[-1:] in _LAST_OF_SCHEMES else ()
    return _bare_short(spot) if text[end - 1] == "/" else _script(spot)


def _ordinary(text: str, at: int) -> int:
    """Where the host at `at` ends if it is plainly none of what `_oddities` looks for, as nearly all are; or 0."""
    found = _PLAIN_HOST(text, at)
    if not found or text.find(_RIGHT_TO_LEFT, at, at + 2 * _LONGEST) >= 0:
        return 0
    host = found[1]
    if "rn" in host or "vv" in host or "xn--" in host or host.removeprefix("www.") in _SHORT:
        return 0
    # All that a gov.cn may have behind it is nothing: gov.cn.top, gov-cn-
    return found.end() if "gov" not in host or host.find("gov") + 6 >= len(host) else 0


def _url(spot: Spot) -> Iterator[Hit]:
    text = spot.text
    scheme = _SCHEME.search(text, max(0, spot.start - 5), spot.start)
    found = _AUTHORITY.match(text, spot.end)
    if not scheme or not found:
        return
    authority = _GOES_ON.sub("", found[0])
    stop = spot.end + len(authority)
    path = _PATH.match(text, stop)
    userinfo, _, place = authority.rpartition("@")
    host = re.sub(r":\d{0,5}$", "", place).rstrip(".")
    for reason, sure in _oddities(userinfo, host, path[0] if path else "", scheme[0].lower()):
        yield Hit(scheme.start(), path.end() if path else stop, sure, reason, _WEIGHT)
        return


def _oddities(userinfo: str, host: str, path: str, scheme: str) -> Iterator[tuple[Both, Confidence]]:
    if _DOMAIN.match(userinfo) or re.search(r"\.(?:cn|com|org|net)%40", host, re.IGNORECASE):
        yield Both("@ 前面的域名是幌子", "the domain before the @ is a decoy"), Confidence.LIKELY
    if _RIGHT_TO_LEFT in host + path:
        yield Both("含有从右向左的控制字符", "holds a right-to-left override"), Confidence.LIKELY
    if (address := _address(host)) and public_ipv4(address):
        if host == address:
            yield Both("主机是一个 IP 地址", "the host is a bare address"), Confidence.POSSIBLE
        else:
            yield Both("主机是伪装的数字地址", "the host is a number in disguise"), Confidence.LIKELY
    if any(deceives(label) for label in host.split(".")[:-1]):
        yield Both("域名里有冒充的字母", "letters in the domain pass for others"), Confidence.LIKELY
    if _BORROWED_GOV.search(host.lower()):
        yield (
            Both("gov.cn 不在域名末尾，是冒充", "gov.cn is not at the end of the domain: a pose"),
            Confidence.LIKELY,
        )
    if host.lower().removeprefix("www.") in _SHORT and len(path) > 1:
        yield Both("短链接看不出去向", "a shortened link does not show where it leads"), Confidence.POSSIBLE
    if scheme == "http" and _ENTRY.match(path) and not _HERE.match(host):
        yield Both("登录或支付页没有加密", "a page to log in or pay without encryption"), Confidence.POSSIBLE


def _address(host: str) -> str:
    """The dotted address that a host written as numbers means, or ""."""
    if not _NUMBER_HOST.match(host):
        return ""
    numbers = [int(p, 16 if p[:2].lower() == "0x" else 8 if p[0] == "0" else 10) for p in _octal_safe(host)]
    if len(numbers) == 1:
        numbers = [numbers[0] >> shift & 255 for shift in (24, 16, 8, 0)] if numbers[0] >> 32 == 0 else [256]
    return ".".join(map(str, numbers)) if max(numbers) < 256 else ""


def _octal_safe(host: str) -> list[str]:
    """The parts of the host; one that is no octal number after its 0 is read as decimal."""
    return [p.lstrip("0") or "0" if re.search(r"^0\d*[89]", p) else p for p in host.split(".")]


def _bare_short(spot: Spot) -> Iterator[Hit]:
    text, start = spot.text, spot.start
    link = _SHORT_LINK.match(text, spot.end - 1)
    if link and not re.match(r"[0-9A-Za-z./@_-]", text[start - 1 : start]):
        reason = Both("短链接看不出去向", "a shortened link does not show where it leads")
        yield Hit(start, link.end(), Confidence.POSSIBLE, reason, _WEIGHT)


def _script(spot: Spot) -> Iterator[Hit]:
    text, start = spot.text, spot.start
    before = text[start - 1 : start]
    body = _SCRIPT.match(text, spot.end)
    if body and not (before.isascii() and before.isalnum()) and not _HARMLESS.match(body[0]):
        reason = Both("链接里是一段会运行的程序", "the link is a program that runs")
        yield Hit(start, body.end(), Confidence.LIKELY, reason, _WEIGHT)


RULE = Rule(
    id="link-unsafe",
    category=Category.LINK,
    severity=Severity.MEDIUM,
    title=Both("看不出去向的链接", "A link that hides where it leads"),
    why=Both(
        "读者会点进假冒的网站；习惯了这种链接，也就认不出骗局。",
        "Readers end up on a false site, and learn to trust links that frauds use.",
    ),
    advice=Both(
        "换成完整、以官方域名开头的 https 链接。",
        "Use the full https link, with the official domain in front.",
    ),
    source="RFC 3986 section 7.6; Unicode Technical Standard 39",
    triggers=(
        Words(("://",)),
        Words(("javascript:", "vbscript:", "data:text/html"), any_case=True),
        Words(tuple(f"{s}/" for s in sorted(_SHORT))),
    ),
    find=find,
    hits=(
        "请登录«https://www.gov.cn@evil.com/a»",
        "«https://www.gov.cn%40evil.com/a»",
        "«http://0x71391609/a»",
        "«http://1899566601/»",
        "«http://0161.071.026.011/x»",
        "«https://www.gоv.cn/a»查询",
        "«https://xn--80ak6aa92e.com»",
        "«https://www.beijing.gov.cn.top-x.com/»",
        "«https://www.paypa1.com/»",
        "[点这里](«javascript:fetch('x')»".replace("'x')»", "»'x')"),
        "«https://a.com/\u202egpj.exe»",
    ),
    misses=(
        "https://www.gov.cn/a@b.com",  # the @ is in the path
        "https://user:pass@db.host.com/",  # a password, another rule's
        "http://127.0.0.1:8000/",  # this machine
        "http://192.168.1.1/login",  # the office's own
        "https://xn--fiq228c.xn--fiqs8s/",  # an honest Chinese domain
        "javascript:void(0)",  # does nothing
        "JavaScript: the good parts",  # a book
        "https://www.office365.com/",  # an honest digit
        "https://t.cn/",  # the shortener itself
        "postgres://www.gov.cn@evil.com/a",  # no link to click
        "https://中文.com/路径",  # one script
        "http://99999999999/",  # no address
        "见https://",  # no host
        "https://t.cn/A6abcde",  # a shortener is a hint
        "看t.cn/A6abcde吧",  # a shortener is a hint
        "http://a.com/login",  # no encryption is a hint
        "http://8589934592/",  # no address
        "http://1.0899.1.1/",  # no address
        "http://113.57.22.9/",  # a bare address is a hint
        "abit.ly/A6abcde",  # another domain
        "https://xn--a-b-c-.com/",  # no punycode
    ),
)
