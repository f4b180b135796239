"""主机名与地址 · Which names are real domains, and which addresses belong to somebody.

The country codes are those of ISO 3166 that IANA has delegated; of the many newer domains only
those people meet. A name under anything else is taken for code (foo@bar.baz).
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick

_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz"
    " ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk"
    " fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir"
    " is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk"
    " ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl"
    " pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc"
    " td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_GENERIC = (
    "com net org edu gov mil int info biz name pro mobi asia tel aero coop museum jobs travel cat post xyz top"
    " club vip shop store site online tech app dev cloud wang ink ltd group work fun art love wiki email mail"
    " live life news press media space website world today host link blog page academy agency center chat city"
    " company design digital education email energy engineering expert finance foundation fund global health"
    " hospital house institute international legal marketing money network ngo partners photography plus"
    " properties report school science services social software solutions studio support systems team training"
    " university ventures video work zone law berlin london nyc paris tokyo moscow swiss africa eus scot wales"
    " xn--fiqs8s xn--55qx5d xn--io0a7i xn--3bst00m xn--zfr164b xn--j6w193g xn--kprw13d"
)
TOP_LEVEL = frozenset((_COUNTRIES + " " + _GENERIC).split())

_RESERVED_TOP = frozenset(
    ["example", "invalid", "test", "localhost", "local", "lan", "internal", "home", "corp"]
)
# RFC 2606 and what forms and manuals use in its place.
_PLACEHOLDER = quick(
    r"(?:example\d?|(?:your|my|our|some|any)-?(?:domain|company|site|website|org|host|email|school|mail|name|business)|domain|yourdomain"
    r"|company(?:name)?|test|sample|placeholder|email|foo|bar|xxx+|abc|acme|contoso|fabrikam|northwind|foobar|somewhere|nowhere|dummy|fake"
    r"|redacted|anydomain|mydomain|website|organization|organisation|university|school|provider)"
    r"\.(?:com|cn|com\.cn|org|net|edu|edu\.cn|gov|gov\.cn|co|co\.uk|org\.cn|io|jp|de|fr|test|local)$"
)


def real_domain(name: str) -> str:
    """The longest leading part of `name`, in lower case, that ends in a real top-level domain.

    "" when there is none: zhang@163.com.Next yields 163.com, foo@bar.baz nothing.
    """
    labels = name.lower().split(".")
    while len(labels) > 1:
        if labels[-1] in TOP_LEVEL and all(map(_is_label, labels)):
            return ".".join(labels)
        labels.pop()
    return ""


def _is_label(label: str) -> bool:
    return 0 < len(label) < 64 and label[0] != "-" and label[-1] != "-"


def placeholder_domain(domain: str) -> bool:
    """Whether `domain` (lower case) is reserved for examples or stands in every form's sample."""
    last = domain.rfind(".")
    if domain[last + 1 :] in _RESERVED_TOP:
        return True
    # Its name stands before the ending, which has one label (com) or two (com.cn).
    second = domain.rfind(".", 0, last) if last > 0 else -1
    if _PLACEHOLDER.match(domain, second + 1):
        return True
    return second > 0 and _PLACEHOLDER.match(domain, domain.rfind(".", 0, second) + 1) is not None


def _network(cidr: str) -> tuple[int, int]:
    address, _, length = cidr.partition("/")
    shift = 32 - int(length)
    return _number(address) >> shift, shift


def _number(address: str) -> int:
    a, b, c, d = (int(part) for part in address.split("."))
    return a << 24 | b << 16 | c << 8 | d


# IANA IPv4 special-purpose registry; multicast and the reserved top, where netmasks live.
_SPECIAL_4 = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
    " 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15"
    " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
)
_NOBODY_4 = tuple(map(_network, _SPECIAL_4.split()))
_SPECIAL_FIRST = frozenset(n << s >> 24 for n, s in _NOBODY_4) | frozenset(range(224, 256))
# Public resolvers and time servers that every manual names, and the counting sample.
_EVERYBODY_4 = (
    "8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 1.1.1.2 1.1.1.3 9.9.9.9 9.9.9.10 9.9.9.11 149.112.112.112 208.67.222.222"
    " 208.67.220.220 208.67.222.123 114.114.114.114 114.114.115.115 114.114.114.119 114.114.115.119"
    " 114.114.114.110 114.114.115.110 223.5.5.5 223.6.6.6 119.29.29.29 119.28.28.28 182.254.116.116"
    " 182.254.118.118 180.76.76.76 1.2.4.8 210.2.4.8 101.226.4.6 218.30.118.6 123.125.81.6 140.207.198.6"
    " 117.50.10.10 117.50.11.11 52.80.52.52 52.80.66.66 180.184.1.1 180.184.2.2 101.101.101.101"
    " 101.102.103.104 168.95.1.1 168.95.192.1 4.2.2.1 4.2.2.2 4.2.2.3 4.2.2.4 64.6.64.6 64.6.65.6"
    " 94.140.14.14 94.140.15.15 94.140.14.15 76.76.2.0 76.76.10.0 76.76.19.19 185.228.168.9 185.228.169.9"
    " 77.88.8.8 77.88.8.1 84.200.69.80 84.200.70.40 8.26.56.26 8.20.247.20 156.154.70.1 156.154.71.1"
    " 1.2.3.4 5.6.7.8 4.3.2.1 2.3.4.5 11.22.33.44 12.34.56.78 1.1.1.0 100.100.100.200"
)
_KNOWN_4 = frozenset(_EVERYBODY_4.split())


def public_ipv4(address: str) -> bool:
    """Whether the dotted address is a public one that tells where somebody is."""
    parts = address.split(".")
    if address[0] == "0" or (".0" in address and any(p[0] == "0" and len(p) > 1 for p in parts)):
        return False
    if max(map(int, parts)) > 255:
        return False
    if address in _KNOWN_4:
        return False
    if int(parts[0]) not in _SPECIAL_FIRST:
        return True
    number = _number(address)
    return not any(number >> shift == net for net, shift in _NOBODY_4)


def ipv6_groups(address: str) -> list[int] | None:
    """The eight groups of an IPv6 address (RFC 4291), or None when it is none."""
    head, double, tail = address.partition("::")
    if "::" in tail or (not double and tail):
        return None
    left, right = _groups(head), _groups(tail)
    if left is None or right is None:
        return None
    missing = 8 - len(left) - len(right)
    if (double and missing < 1) or (not double and missing != 0):
        return None
    return left + [0] * missing + right


def _groups(part: str) -> list[int] | None:
    if not part:
        return []
    pieces = part.split(":")
    if any(not re.fullmatch(r"[0-9A-Fa-f]{1,4}", p) for p in pieces):
        return None
    return [int(p, 16) for p in pieces]


_EVERYBODY_6 = (
    "2001:4860:4860::8888 2001:4860:4860::8844 2606:4700:4700::1111 2606:4700:4700::1001 2400:3200::1"
    " 2400:3200:baba::1 2400:da00::6666 2402:4e00:: 2402:4e00:1:: 2620:fe::fe 2620:fe::9 2620:119:35::35"
    " 2620:119:53::53 2a10:50c0::ad1:ff 2a10:50c0::ad2:ff 2001:dc7:1000::1 240c::6666 240c::6644"
)
_KNOWN_6 = frozenset(tuple(ipv6_groups(address) or ()) for address in _EVERYBODY_6.split())


def public_ipv6(address: str) -> bool:
    """Whether the address is global unicast and not for documentation, tunnels or everybody."""
    groups = ipv6_groups(address)
    if groups is None or not 0x2000 <= groups[0] <= 0x3FFF or tuple(groups) in _KNOWN_6:
        return False
    documentation = groups[:2] == [0x2001, 0xDB8] or (groups[0] == 0x3FFF and groups[1] < 0x1000)
    special = groups[0] == 0x2001 and groups[1] < 0x200
    return not documentation and not special
