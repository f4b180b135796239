"""公网 IP 地址 · Public IP address (RFC 791, RFC 4291).

An address tells where somebody is or which machine is theirs. Private, loopback, documentation and
reserved ranges, netmasks, public resolvers, and four-part versions are not that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.context import labelled, named, specimen
from sansi.check.evidence.folded import Folded, fold
from sansi.check.evidence.hosts import public_ipv4, public_ipv6
from sansi.check.evidence.quick import ending, quick
from sansi.check.evidence.weight import claim
from sansi.check.model import Both, Category, Hit, Rule, Severity, Shape, Spot

LABELS = (
    r"(?<![A-Za-z])IP(?:v[46])?(?:\s*(?:地址|address|addr\.?))?|地址|主机|服务器|server|host|登录|登陆|访问|来源|源地址|address|from|ping|ssh|telnet|curl"
    r"|client|remote|remote_addr|gateway|网关|归属|上线|ip_addr"
)
_FOUR = Shape(
    b"(?:[0-9]|\xef\xbc[\x90-\x99]){1,3}(?:(?:[.]|\xef\xbc\x8e|\\[[.]\\])(?:[0-9]|\xef\xbc[\x90-\x99]){1,3}){3}",
    frozenset("0123456789０１２３４５６７８９.．[]"),
)
_SIX = Shape(
    b"[23][0-9A-Fa-f]{3}:[0-9A-Fa-f]{0,4}:",
    frozenset("0123456789abcdefABCDEF:"),
)
_V4 = quick(
    r"(?<![0-9])(?<![0-9]\.)(?<![0-9]\[\.\])\d{1,3}((?:\.|\[\.\])\d{1,3}){3}(?![0-9]|\.[0-9]|\[\.\][0-9])"
)
_V6 = quick(r"(?:(?<![0-9A-Za-z.])|(?<=IP)|(?<=ip))[23][0-9A-Fa-f]{3}:[0-9A-Fa-f:]{2,42}(?![0-9A-Za-z:])")
# A port without the brackets that it ought to have: the last group is too long or one too many.
_PORT = quick(r":[1-9][0-9]{1,4}$")
# An address that goes on to the left; IPv6: and source: do not match.
_GROUP_BEFORE = quick(r"(?:(?<![0-9A-Za-z])[0-9A-Fa-f]{1,4}|:):$")
# Letters and signs that may touch an address: ip113.57.22.9, http://, user@, a port, a path.
_TOUCHING = quick(r"(?:(?:^|[^A-Za-z])(?:ip|addr|from|to|at)|[^0-9A-Za-z_.\-*]|--)$|^$", re.IGNORECASE)
_version = ending(
    r"(?:(?<![A-Za-z])v(?:er(?:sion)?s?)?|version(?:\s+number)?|版本(?:号|为|是)?|firmware|固件(?:版本)?|build|release|revision|rev|sdk|api|驱动|driver|内核|kernel"
    r"|升级[到至为]|更新[到至为]|补丁|patch|update(?:d)?(?:\s+to)?|upgrade(?:d)?(?:\s+to)?|install(?:ed)?|安装|chrome|firefox"
    r"|plugin|插件|bios|package|依赖|dll|jdk|jre|java|log4j|openssl|mysql|nginx|tomcat|redis|软件版本|系统版本|oid"
    r"|[=~<>!^]=|==)[\s:：=v\"'(（号为是是]{0,6}$",
    re.IGNORECASE,
)
_product = ending(r"[A-Za-z][A-Za-z0-9_+.]*(?:/|[-_]v?|@|\sv|:v)")
_scheme = ending(r"(?:://|//|@|=|(?<![A-Za-z])ip[-_/:])", re.IGNORECASE)
_section = ending(
    r"(?:第|见|参见|参照|依据|章节?|条款?|表|图|式|附录|section|sect\.|clause|chapter|§|para(?:graph)?|see|table|figure|fig\.|annex|item|step|no\.)\s*",
    re.IGNORECASE,
)
_SECTION_AFTER = quick(
    r"\s*(?:节|条|款|章|项|版|小节|release|version|beta|alpha|rc\d|build|-(?:alpha|beta|rc|snapshot|release|\d))",
    re.IGNORECASE,
)
# What mostly follows an address, and what it cannot run on into.
_CLEAR = " \n,，。；;：:)）、"


def find(spot: Spot) -> list[Hit]:
    """The public addresses in a run of digits and dots, or of hex digits and colons."""
    window = fold(spot.text, spot.start - 2, spot.end + 2)
    hits = []
    for m in _V4.finditer(window.text):
        address = m[0].replace("[.]", ".")
        if public_ipv4(address) and (hit := _four(spot, address, *window.place(m.start(), m.end()))):
            hits.append(hit)
    if ":" in window.text:
        hits += _six(spot, window)
    return hits


def _four(spot: Spot, address: str, start: int, end: int) -> Hit | None:
    text = spot.text
    if not _stands_free(text, start) or _runs_on(text, end) or specimen(text, start):
        return None
    label = named(spot, start, LABELS)
    if not label:
        left = fold(text, start - 40, start).text
        low = all(int(part) < 32 for part in address.split("."))
        if _counts(left, text, end) or (low and not _scheme(left)):
            return None
    return _hit(start, end, label)


def _stands_free(text: str, start: int) -> bool:
    """Whether nothing touches the address, or only letters and signs that may."""
    last = text[start - 1 : start]
    if last in " :,([，：（" or "\u4e00" <= last <= "\u9fff":
        return True
    left = fold(text, start - 40, start).text
    last = left[-1:]
    return last in " :,([" or "\u4e00" <= last <= "\u9fff" or _TOUCHING.search(left) is not None


def _runs_on(text: str, end: int) -> bool:
    """Whether a letter touches the end, or a mask makes it a whole network."""
    if text[end : end + 1] in _CLEAR:
        return False
    tail = fold(text, end, end + 4).text
    if re.match(r"[A-Za-z_*]|[-.][A-Za-z0-9*]", tail):
        return True
    mask = re.match(r"/(\d{1,2})(?!\d|[./])", tail)
    return mask is not None and int(mask[1]) < 32 and text[end - 2 : end] == ".0"


def _counts(left: str, text: str, end: int) -> bool:
    """Whether what stands around says: a version, a product, a section."""
    if _scheme(left) and not left.endswith("=="):
        return _version(left) is not None
    return bool(_version(left) or _product(left) or _section(left) or _SECTION_AFTER.match(text, end))


def _six(spot: Spot, window: Folded) -> Iterator[Hit]:
    for m in _V6.finditer(window.text):
        address = m[0].rstrip(":") if not m[0].endswith("::") else m[0]
        if not public_ipv6(address) and _PORT.search(address):
            address = _PORT.sub("", address)
        start, end = window.place(m.start(), m.start() + len(address))
        if (
            public_ipv6(address)
            and not _GROUP_BEFORE.search(spot.text[max(0, start - 8) : start])
            and not specimen(spot.text, start)
            and not _network(spot.text, address, end)
        ):
            yield _hit(start, end, labelled(spot.text, start, LABELS))


def _network(text: str, address: str, end: int) -> bool:
    return address.endswith("::") and text[end : end + 1] == "/"


def _hit(start: int, end: int, label: str | None) -> Hit:
    return claim(start, end, label, Both("公网地址", "a public address"))


RULE = Rule(
    id="ip-address",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("公网 IP 地址", "Public IP address"),
    why=Both(
        "能大致定位到人，也让人知道该从哪里攻击。",
        "It places a person roughly, and tells an attacker where to knock.",
    ),
    advice=Both(
        "删除，或换成文档专用地址 192.0.2.1。",
        "Remove it, or use a documentation address such as 192.0.2.1.",
    ),
    source="RFC 791; RFC 4291; IANA special-purpose address registries",
    triggers=(_FOUR, _SIX),
    find=find,
    hits=(
        "IP地址«113.57.22.9»。",
        "ip«113.57.22.9»登录",
        "http://«113.57.22.9»:8080/a",
        "从«113.57.22.9»访问",
        "«１１３．５７．２２．９»",
        "«113[.]57[.]22[.]9»",
        "IPv6：«2408:8207:18a2::1f3c»",
        "«240e:3b7:22c1:9d00:a81c:7e2:54ff:19b3»上线",
        "来源IP«2600:d194:a4:3278:5ff4:3fd0:336f:3b97»按照",
        "来自:«240e:d210:42e6:c34::93e»。",
        "地址是«6.7.8.9»",
        "客户端«113.57.22.9»（异常）",
        "公网IP——«113.57.22.9»",
        "ssh from office: «113.57.22.9»",
        "源 «240e:67e9:2278::c56e»:51322 → 目的 ::1:443",
    ),
    misses=(
        "192.168.1.5",  # private
        "203.0.113.7",  # documentation
        "114.114.114.114",  # everybody's resolver
        "版本113.57.22.9",  # a version
        "v2.13.57.22",  # a version
        "Chrome/126.0.6478.127",  # a product
        "第11.57.22.9条",  # a section
        "1.3.6.1.4.1.311",  # an object identifier
        "113.57.22.0/24",  # a network
        "113.57.22.999",  # no address
        "2001:db8::1",  # documentation
        "2400:3200::1",  # everybody's resolver
        "2024:10:11 12:30:45",  # a date of a photograph
        "3.1.4.2 总则",  # a section number
        "http://v1.113.57.22.9/",  # a letter touches it
        "服务器版本：113.57.22.9",  # a version, whatever it is of
        "api/113.57.22.9-rc1",  # a release
        "server version 113.57.22.9",  # a version, whatever it is of
    ),
)
