"""个人信息值 · Made-up personal data for the English and mixed documents: drawn, check digits and all, never looked up.

Each maker takes the generator and answers a `Value`; what it drew belongs to nobody but by chance.
"""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import hashlib
import random
import string
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from bench.accuracy.credentials_values import ALNUM, HEX, draw
from bench.accuracy.doc import Value
from bench.accuracy.words import words

UPPER = string.ascii_uppercase
FIRST = words(
    "Olivia Noah Priya Marcus Elena Tomasz Ingrid Kwame Yuki Fatima Liam Chloe Hassan Greta Diego Anika Rohan Sofia Callum Mei Beatriz Owen Nadia Viktor Aisling Jonas Leila Patrick Hannah Dmitri"
)
LAST = words(
    "Whitfield Okafor Lindqvist Marchetti Novak Sandhu Delacroix Brennan Haverford Kowalski Tanaka Almeida Osei Richter Callahan Petrov Vandenberg Nakamura Fairchild Iyer Castellano Doyle Rahman Eriksen Thackeray Mbeki Laurent Ashworth Zielinski Pruitt"
)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵"
GIVEN = words(
    "子涵 雨桐 建国 志强 秀兰 欣怡 浩然 梓萱 晓东 丽娟 明 军 婷婷 海燕 文博 佳琪 国庆 思远 雪梅 俊杰 静 磊 玉珍 宇航 若曦 天佑 桂英 振华 诗雨 鹏飞 芳 嘉豪"
)
COMPOUND = ("欧阳", "上官", "司马", "诸葛", "夏侯", "慕容")
AREAS = words(
    "110105 120103 130102 210203 220104 230103 310115 320106 320505 330106 340104 350203 360102 370202 410105 420106 430104 440305 440106 450102 500112 510107 520103 530102 610113 620102"
)
MOBILE = words(
    "130 131 132 133 135 136 137 138 139 150 151 152 155 157 158 159 166 173 175 176 177 178 180 182 183 185 186 187 188 189 191 193 198 199"
)
CITIES = (
    ("浙江省杭州市", "西湖区", "文三路"), ("江苏省苏州市", "姑苏区", "平江路"), ("广东省深圳市", "福田区", "莲花路"),
    ("四川省成都市", "武侯区", "科华北路"), ("湖北省武汉市", "洪山区", "珞喻路"), ("北京市", "朝阳区", "建国路"),
    ("上海市", "浦东新区", "张杨路"), ("山东省青岛市", "市南区", "香港中路"), ("陕西省西安市", "雁塔区", "小寨西路"),
    ("福建省厦门市", "思明区", "湖滨南路"), ("重庆市", "渝北区", "龙山大道"), ("湖南省长沙市", "岳麓区", "麓山路"),
)  # fmt: skip
MAIL_HOSTS = words(
    "gmail.com outlook.com yahoo.com hotmail.com icloud.com proton.me gmx.de web.de 163.com 126.com qq.com foxmail.com sina.com btinternet.com orange.fr fastmail.com yandex.ru naver.com"
)
# Prefixes of networks that belong to carriers and clouds: public, and in no documentation range.
NETWORKS = words(
    "36.112 42.120 58.49 61.135 101.227 111.13 113.57 116.62 119.29 121.43 139.196 180.101 183.60 202.96 218.75 5.188 23.94 34.87 45.77 52.14 81.19 91.203 104.28 141.98 159.65 167.99 178.62 185.220 188.166 195.54"
)


def luhn(digits: str) -> str:
    """`digits` with the check digit of ISO/IEC 7812."""
    total = 0
    for i, c in enumerate(reversed(digits)):
        d = int(c) * 2 if i % 2 == 0 else int(c)
        total += d - 9 if d > 9 else d
    return digits + str(-total % 10)


def grouped(number: str, mark: str, size: int = 4) -> str:
    """`number` in groups of `size`."""
    return mark.join(number[i : i + size] for i in range(0, len(number), size))


def born(rng: random.Random) -> date:
    """A day of birth of somebody between 18 and 80."""
    return date(1946, 1, 1) + timedelta(days=rng.randrange(22_000))


def _disguised(rng: random.Random, number: str, type_: str, cuts: tuple[int, ...], share: float) -> Value:
    """The number plain, or cut up at `cuts`, or full-width, in a `share` of the cases."""
    if rng.random() >= share:
        return Value(number, type_)
    how = rng.choice(("blanks", "dashes", "dots", "fullwidth", "zerowidth", "nbsp", "wrapped"))
    if how == "fullwidth":
        return Value(number.translate({i: i + 0xFEE0 for i in range(0x30, 0x5B)}), type_, how)
    mark = {
        "blanks": " ",
        "dashes": "-",
        "dots": ".",
        "wrapped": "\n",
        "zerowidth": "\u200b",
        "nbsp": "\u00a0",
    }[how]
    bounds = (0, *cuts, len(number))
    return Value(mark.join(number[a:b] for a, b in pairwise(bounds)), type_, how)


def resident_id(rng: random.Random) -> Value:
    """GB 11643: place, day, order, check character."""
    body = rng.choice(AREAS) + born(rng).strftime("%Y%m%d") + draw(rng, string.digits, 3)
    check = "10X98765432"[sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(body)) % 11]
    return _disguised(rng, body + check, "cn_id", (6, 14), 0.12)


def mobile(rng: random.Random) -> Value:
    """A mainland mobile, sometimes with +86 or in groups."""
    number = rng.choice(MOBILE) + draw(rng, string.digits, 8)
    if rng.random() < 0.3:
        a, b, c = number[:3], number[3:7], number[7:]
        return Value(
            rng.choice(
                (
                    f"+86 {number}",
                    f"+86{number}",
                    f"+86-{number}",
                    f"(+86) {a} {b} {c}",
                    f"+86 {a}-{b}-{c}",
                    f"+86 {a} {b} {c}",
                )
            ),
            "cn_mobile",
            "prefix86",
        )
    return _disguised(rng, number, "cn_mobile", (3, 7), 0.2)


def landline(rng: random.Random) -> Value:
    """A mainland fixed line."""
    area, size = rng.choice(
        (("010", 8), ("021", 8), ("0571", 8), ("0755", 8), ("028", 8), ("0394", 7), ("0816", 7))
    )
    number = rng.choice("25678") + draw(rng, string.digits, size - 1)
    return Value(
        rng.choice(
            (f"{area}-{number}", f"({area}) {number}", f"{area} {number}", f"+86 {area[1:]} {number}")
        ),
        "cn_landline",
    )


def union_card(rng: random.Random) -> Value:
    """A UnionPay card of 16 or 19 digits."""
    start, size = rng.choice(
        (
            ("622202", 18),
            ("621700", 18),
            ("622848", 18),
            ("621661", 18),
            ("622588", 15),
            ("623058", 18),
            ("625912", 15),
        )
    )
    number = luhn(start + draw(rng, string.digits, size - len(start)))
    return _disguised(rng, number, "bank_card", tuple(range(4, len(number), 4)), 0.35)


def credit_card(rng: random.Random) -> Value:
    """Visa, Mastercard, American Express or JCB."""
    start, size = rng.choice(
        (("4", 15), ("4", 15), (f"5{rng.randint(1, 5)}", 15), ("37", 14), ("3530", 15), ("2221", 15))
    )
    number = luhn(start + draw(rng, string.digits, size - len(start)))
    cut = (4, 10) if size == 14 else (4, 8, 12)
    bounds = (0, *cut, len(number))
    mark = rng.choice(("", " ", " ", "-"))
    text = mark.join(number[a:b] for a, b in pairwise(bounds))
    return Value(text, "credit_card", {"": "plain", " ": "blanks", "-": "dashes"}[mark])


def iban(rng: random.Random) -> Value:
    """ISO 13616, with the account part as the country writes it."""
    country, shape = rng.choice(
        (
            ("DE", "d" * 18),
            ("GB", "AAAA" + "d" * 14),
            ("FR", "d" * 23),
            ("NL", "AAAA" + "d" * 10),
            ("ES", "d" * 20),
            ("IT", "A" + "d" * 22),
            ("CH", "d" * 17),
            ("PL", "d" * 24),
            ("IE", "AAAA" + "d" * 14),
            ("SE", "d" * 20),
        )
    )
    account = "".join(rng.choice(UPPER if c == "A" else string.digits) for c in shape)
    if country in {"GB", "NL", "IE"}:
        account = (
            rng.choice(
                ("NWBK", "BARC", "LOYD")
                if country == "GB"
                else ("ABNA", "INGB", "RABO")
                if country == "NL"
                else ("AIBK", "BOFI")
            )
            + account[4:]
        )
    check = 98 - int("".join(str(int(c, 36)) for c in f"{account}{country}00")) % 97
    text = f"{country}{check:02d}{account}"
    return Value(text if rng.random() < 0.4 else grouped(text, " "), "iban")


def ssn(rng: random.Random) -> Value:
    """A United States social security number of an area that is given out."""
    area = rng.choice([*range(1, 666), *range(667, 750)])
    group, serial = rng.randint(1, 99), rng.randint(1, 9999)
    mark = rng.choice(("-", "-", "-", "-", " "))
    return Value(f"{area:03d}{mark}{group:02d}{mark}{serial:04d}", "us_ssn")


def nino(rng: random.Random) -> Value:
    """A British national insurance number."""
    pair = rng.choice("ABCEGHJKLMNPRSTWXYZ") + rng.choice("ABCEGHJKLMNPRSTWXZ")
    while pair in {"GB", "KN", "NK", "TN", "ZZ", "BG", "NT"}:
        pair = rng.choice("ABCEGHJKLMNPRSTWXYZ") + rng.choice("ABCEGHJKLMNPRSTWXZ")
    n = draw(rng, string.digits, 6)
    last = rng.choice("ABCD")
    return Value(rng.choice((f"{pair}{n}{last}", f"{pair} {n[:2]} {n[2:4]} {n[4:]} {last}")), "uk_nino")


def phone(rng: random.Random) -> Value:
    """A private telephone outside China, written as in its country or internationally."""

    def d(n: int) -> str:
        return draw(rng, string.digits, n)

    area = rng.choice(("415", "617", "312", "206", "512", "303", "718", "404"))
    exchange = f"{rng.choice('2346789')}{rng.choice('02345678')}{rng.choice('23456789')}"
    return Value(
        rng.choice(
            (
                f"+1 {area} {exchange} {d(4)}", f"+1-{area}-{exchange}-{d(4)}", f"({area}) {exchange}-{d(4)}", f"+1 ({area}) {exchange}-{d(4)}",
                f"+44 7{rng.choice('4578')}{d(2)} {d(6)}", f"+44 (0)7{rng.choice('45')}{d(2)} {d(6)}", f"07{rng.choice('4578')}{d(2)} {d(6)}",
                f"+49 15{rng.choice('127')}{rng.choice('12')} {d(7)}", f"+33 6 {d(2)} {d(2)} {d(2)} {d(2)}", f"+81 90-{rng.randint(1000, 9999)}-{d(4)}",
                f"+65 {rng.choice('89')}{rng.choice('1234567')}{d(2)} {d(4)}", f"+852 {rng.choice('69')}{rng.choice('1234567')}{d(2)} {d(4)}", f"+61 4{rng.choice('0123')}{d(1)} {d(3)} {d(3)}",
                f"+91 9{rng.choice('08')}{d(3)} {d(5)}", f"+82 10-{rng.randint(2000, 9999)}-{d(4)}", f"+34 6{rng.choice('0123')}{d(1)} {d(3)} {d(3)}", f"+7 9{rng.choice('126')}{d(1)} {d(3)}-{d(2)}-{d(2)}",
            )
        ),
        "phone_intl",
    )  # fmt: skip


def passport(rng: random.Random) -> Value:
    """A passport number of another country (United Kingdom, United States, Germany, Japan, India, Australia …)."""
    d = draw(rng, string.digits, 9)
    german = "".join(rng.choice("CFGHJKLMNPRTVWXYZ0123456789") for _ in range(6))
    return Value(
        rng.choice(
            (
                d,
                f"5{d[:8]}",
                f"C{german}{d[:2]}",
                f"T{rng.choice('KRZ')}{d[:7]}",
                f"{rng.choice('JKLMNPRSTVZ')}{rng.choice('123456789')}{d[:6]}",
                f"P{rng.choice('AB')}{d[:7]}",
                # The next generation of the United States; E, G, D, S and P with eight digits are Chinese.
                f"{rng.choice('ABXY')}{d[:8]}",
            )
        ),
        "passport",
    )


def cn_passport(rng: random.Random) -> Value:
    """An ordinary passport of China: E and eight digits, or E, a letter and seven."""
    d = draw(rng, string.digits, 8)
    return Value(rng.choice((f"E{d}", f"E{rng.choice('ABCDEFGHJKLMN')}{d[:7]}", f"G{d}")), "cn_passport")


def cn_permit(rng: random.Random) -> Value:
    """An exit-entry permit for Hong Kong and Macao, or a home-return permit."""
    d = draw(rng, string.digits, 8)
    return Value(
        rng.choice((f"C{d}", f"C{rng.choice('ABCDEFGHJK')}{d[:7]}", f"H{d}", f"M{d}", f"H{d}00")), "cn_permit"
    )


def uscc(rng: random.Random) -> Value:
    """GB 32100: eighteen characters, the last one a check."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = "91" + rng.choice(AREAS) + "MA" + "".join(rng.choices(alphabet, k=7))
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return Value(body + alphabet[-total % 31], "cn_uscc")


def plate(rng: random.Random) -> Value:
    """A licence plate of the mainland: five characters, two letters at most (GA 36), or an electric car's six."""
    head = rng.choice("京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋陕吉闽贵粤青川琼") + rng.choice("ABCDEFGH")
    tail = list(draw(rng, string.digits, 5))
    for place in rng.sample(range(4), k=rng.choice((0, 1, 1, 2))):
        tail[place] = rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ")
    electric = f"{head}{rng.choice('DF')}{draw(rng, string.digits, 5)}"
    plain = "".join(tail)
    return Value(rng.choice((head + plain, head + plain, f"{head}·{plain}", electric)), "cn_plate")


def mail(rng: random.Random) -> Value:
    """The address of a person."""
    first, last = rng.choice(FIRST).lower(), rng.choice(LAST).lower()
    local = rng.choice(
        (
            f"{first}.{last}",
            f"{first}{last[0]}{rng.randint(1, 99)}",
            f"{first[0]}{last}",
            f"{first}_{last}",
            f"{last}{rng.randint(1960, 2006)}",
            f"{first}.{last}+news",
        )
    )
    return Value(f"{local}@{rng.choice(MAIL_HOSTS)}", "email")


def work_mail(rng: random.Random) -> Value:
    """A named person's address at work."""
    first, last = rng.choice(FIRST).lower(), rng.choice(LAST).lower()
    host = rng.choice(
        words(
            "brightwater-logistics.com northgate.co.uk kestrelworks.io huaxin-tech.cn meridian-bio.com lakeside-clinic.org oaktree.legal silverline.net"
        )
    )
    return Value(
        f"{rng.choice((f'{first}.{last}', f'{first[0]}.{last}', f'{first[0]}{last}'))}@{host}", "email"
    )


def cn_name(rng: random.Random) -> Value:
    """A Chinese name in characters."""
    return Value(
        (rng.choice(COMPOUND) if rng.random() < 0.05 else rng.choice(SURNAMES)) + rng.choice(GIVEN), "cn_name"
    )


def cn_address(rng: random.Random) -> Value:
    """A flat in a Chinese city, in characters."""
    city, district, road = rng.choice(CITIES)
    flat = f"{rng.randint(1, 30)}{rng.choice(('号楼', '幢', '栋'))}{rng.randint(1, 6)}单元{rng.randint(1, 32)}0{rng.randint(1, 8)}室"
    return Value(
        f"{city}{district}{road}{rng.randint(1, 999)}号{rng.choice(('', '阳光花园', '翠苑小区', '锦绣家园'))}{flat}",
        "cn_address",
    )


def qq(rng: random.Random) -> Value:
    """A QQ number."""
    return Value(rng.choice("123456789") + draw(rng, string.digits, rng.randint(7, 9)), "qq")


def wechat(rng: random.Random) -> Value:
    """A WeChat id that its owner chose, or that the platform gave."""
    word = rng.choice(words("moon xiaoyu happy lucky star tea rain cat sunny ocean"))
    return Value(
        rng.choice(
            (
                f"{word}_{draw(rng, string.digits, 4)}",
                f"{word}{rng.choice(FIRST).lower()}{rng.randint(10, 999)}",
                f"wxid_{draw(rng, ALNUM.lower(), 14)}",
                f"{word}-{rng.choice(LAST).lower()}",
            )
        ),
        "wechat",
    )


def ip(rng: random.Random) -> Value:
    """A public address, version 4 or, less often, 6."""
    if rng.random() < 0.15:
        return Value(
            f"240{rng.choice('89e')}:{draw(rng, HEX[1:], 3)}0:{draw(rng, HEX[1:], 4)}:{draw(rng, HEX[1:], 3)}::{draw(rng, HEX[1:], 3)}",
            "ip",
        )
    return Value(f"{rng.choice(NETWORKS)}.{rng.randint(1, 254)}.{rng.randint(2, 253)}", "ip")


def mac(rng: random.Random) -> Value:
    """The hardware address of a device, under a vendor's prefix."""
    octets = [
        *rng.choice(("3C:22:FB", "A4:83:E7", "F0:18:98", "B8:27:EB", "D8:BB:2C", "7C:D1:C3")).split(":"),
        *(f"{rng.randrange(256):02X}" for _ in range(3)),
    ]
    dotted = ".".join("".join(octets[i : i + 2]) for i in (0, 2, 4)).lower()
    colons, dashes = ":".join(octets), "-".join(octets)
    return Value(rng.choice((colons, dashes, colons.lower(), colons, dashes.lower(), dotted)), "mac")


_B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def _base58check(payload: bytes) -> str:
    raw = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, out = int.from_bytes(raw, "big"), ""
    while number:
        number, r = divmod(number, 58)
        out = _B58[r] + out
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + out


_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def _polymod(values: list[int]) -> int:
    check = 1
    for v in values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ v
        for i, g in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= g if top >> i & 1 else 0
    return check


def _segwit(rng: random.Random) -> str:
    """A native address of version 0 (BIP 173): 20 bytes are 32 groups of five bits."""
    program = [0, *(rng.randrange(32) for _ in range(32))]
    check = _polymod([3, 3, 0, 2, 3, *program, 0, 0, 0, 0, 0, 0]) ^ 1
    return "bc1" + "".join(_BECH32[v] for v in [*program, *(check >> 5 * (5 - i) & 31 for i in range(6))])


def wallet(rng: random.Random) -> Value:
    """A Bitcoin, TRON or Ethereum address (Ethereum in one case, which carries no checksum)."""
    old = _base58check(rng.choice((b"\x00", b"\x05", b"\x41")) + rng.randbytes(20))
    return Value(rng.choice((old, old, _segwit(rng), "0x" + draw(rng, HEX, 40))), "wallet")


MAKERS: dict[str, Callable[[random.Random], Value]] = {
    "id": resident_id, "mobile": mobile, "homeline": landline, "bank": union_card, "card": credit_card, "iban": iban, "ssn": ssn, "nino": nino,
    "phone": phone, "passport": passport, "cnpass": cn_passport, "permit": cn_permit, "uscc": uscc, "plate": plate, "mail": mail, "workmail": work_mail,
    "name": cn_name, "addr": cn_address, "qq": qq, "wechat": wechat, "ip": ip, "mac": mac, "wallet": wallet,
}  # fmt: skip
