"""表单语言 · Fills in documents that are written as plain text with fields and choices.

`⟦a|b|c⟧` takes one of the three. `{name}` makes a value to be found; the same field twice in one
document is the same value, and a digit at the end (`{name2}`) makes it somebody else's. A field of
`lookalikes` or of `_PLAIN` is mere text. `{?name}` is in doubt, `{=type:text}` must be found as it
stands, `{-name}` is the value as mere text (an officer in office).
A file holds many forms, each under a line `=== genre` or `=== genre negative`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from bench.accuracy import credentials, lookalikes, numbers, people
from bench.accuracy.disguise import WAYS
from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.numbers import digits
from bench.accuracy.values import MAKERS, value
from bench.accuracy.words import words

_CHOICE = re.compile(r"⟦([^⟦⟧]*)⟧")
_FIELD = re.compile(r"\{([?-]?)([a-z_]+\d?)\}|\{=([a-z_]+):([^}]+)\}")

_TYPES = {
    "name": "cn_name", "id": "cn_id", "mobile": "cn_mobile", "tel": "cn_landline", "card": "bank_card", "visa": "credit_card",
    "passport": "cn_passport", "permit": "cn_permit", "uscc": "cn_uscc", "plate": "cn_plate", "email": "email", "qq": "qq",
    "wx": "wechat", "addr": "cn_address", "intl": "phone_intl", "iban": "iban", "ssn": "us_ssn", "nino": "uk_nino",
    "ip": "ip", "mac": "mac", "wallet": "wallet", "secrecy": "secrecy_marking", "internal": "internal_marking",
    "aws": "aws_key", "github": "github_token", "pem": "private_key", "jwt": "jwt", "slack": "slack_token",
    "token": "other_token", "pw": "password", "conn": "connection_string", "cloud": "cn_cloud_key", "fpass": "passport",
}  # fmt: skip
_SPECIAL: dict[str, tuple[str, Callable[[Random], str]]] = {
    "old_id": ("cn_id", numbers.resident_id_15),
    "hmt_id": ("cn_id", numbers.residence_permit),
    "tw_permit": ("cn_permit", numbers.taiwan_permit),
    "cloud_secret": ("cn_cloud_key", credentials.cn_cloud_secret),
    "aws_secret": ("aws_key", credentials.aws_secret),
    "hex_secret": ("other_token", credentials.hex_secret),
}

_COMPANIES = words(
    "华云信息技术有限公司 永和建设集团有限公司 鑫源商贸有限公司 中瑞工程咨询有限公司 恒达物业服务有限公司 "
    "蓝桥软件股份有限公司 金穗农业专业合作社"
)
_ORGS = words(
    "市人力资源和社会保障局 县教育局 区民政局 市自然资源和规划局 镇人民政府 县住房和城乡建设局 市公共资源交易中心 "
    "区卫生健康局 街道办事处 县乡村振兴局"
)
_SCHOOLS = words(
    "第一中学 实验小学 理工大学计算机学院 职业技术学院 育才中学 师范大学附属中学 城关镇中心幼儿园"
)
_HOSPITALS = words("市第一人民医院 县中医院 大学附属同济医院 区妇幼保健院 市中心医院")


def _date(rng: Random) -> str:
    year, month, day = rng.randint(2016, 2026), rng.randint(1, 12), rng.randint(1, 28)
    return rng.choice(
        (
            f"{year}年{month}月{day}日",
            f"{year}-{month:02d}-{day:02d}",
            f"{year}.{month}.{day}",
            f"{year}/{month:02d}/{day:02d}",
        )
    )


_PLAIN: dict[str, Callable[[Random], str]] = {
    "company": lambda rng: rng.choice(people.PLACES)[1][:2] + rng.choice(_COMPANIES),
    "org": lambda rng: rng.choice(_ORGS),
    "school": lambda rng: rng.choice(_SCHOOLS),
    "hospital": lambda rng: rng.choice(_HOSPITALS),
    "date": _date,
    "year": lambda rng: str(rng.randint(2016, 2026)),
    "hm": lambda rng: f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}",
    "money": lambda rng: rng.choice((f"{rng.randint(100, 99999)}", f"{rng.randint(1, 999)},{digits(rng, 3)}.00",
    f"{rng.randint(1, 99)}万")),
    "city": lambda rng: rng.choice(people.PLACES)[1] or "武汉市",
    "county": lambda rng: rng.choice(rng.choice(people.PLACES)[2].split()),
    "n": lambda rng: str(rng.randint(2, 98)),
    **{f"d{n}": partial(digits, count=n) for n in (3, 4, 5, 6, 8, 9)},
    "docno": lambda rng: f"〔20{rng.randint(16, 26)}〕{rng.randint(1, 300)}号",
    "ident": lambda rng: rng.choice(("user", "order", "item", "report", "batch", "member")) + digits(rng, 3),
    "sex": lambda rng: rng.choice("男女"),
    "born": lambda rng: f"{rng.randint(1945, 2008)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
    "bank": lambda rng: rng.choice(words("工商银行 建设银行 农业银行 中国银行 招商银行 邮储银行 农村信用社 交通银行")),
}  # fmt: skip

_KEPT = {"company", "org", "school", "hospital", "city", "county", "sex"}


class Cast:
    """The people and things of one document, made when they are first asked for."""

    def __init__(self, rng: Random, *, disguise: bool = True) -> None:
        """Choose whether this document is written to get past a filter."""
        self._rng = rng
        self._way = rng.choice(WAYS) if disguise and rng.random() < 0.42 else None
        self._made: dict[str, str | Value] = {}

    def get(self, field: str) -> str | Value:
        """What stands for `field` in this document."""
        if field in _PLAIN and field not in _KEPT:
            return _PLAIN[field](self._rng)
        if field not in self._made:
            self._made[field] = self._make(field)
        return self._made[field]

    def _make(self, field: str) -> str | Value:
        rng = self._rng
        key = field if field in _PLAIN else field.rstrip("0123456789")
        if key in lookalikes.MAKERS:
            return lookalikes.MAKERS[key](rng)
        if key in _PLAIN:
            return _PLAIN[key](rng)
        if key in _SPECIAL:
            kind, make = _SPECIAL[key]
            return Value(make(rng), kind)
        kind = _TYPES[key]
        if kind in {"credit_card", "bank_card"} and rng.random() < 0.5 and not self._way:
            return Value(numbers.card_written(rng, MAKERS[kind](rng)), kind)
        way = self._way if rng.random() < 0.85 else None
        return value(rng, kind, None if way == "prefix86" and kind != "cn_mobile" else way)

    @property
    def open(self) -> bool:
        """Whether the document is written plainly."""
        return self._way is None


def chosen(rng: Random, text: str) -> str:
    """`text` with its choices made, the innermost first."""
    while (choice := _CHOICE.search(text)) is not None:
        text = text[: choice.start()] + rng.choice(choice[1].split("|")) + text[choice.end() :]
    return text


def fill(writer: Writer, cast: Cast, text: str) -> Writer:
    """Write a form whose choices have been made."""
    at = 0
    for field in _FIELD.finditer(text):
        writer.say(text[at : field.start()])
        at = field.end()
        if field[3]:
            writer.put(field[4], field[3])
            continue
        piece = cast.get(field[2])
        plain = piece.text if isinstance(piece, Value) else piece
        if field[1] == "?":
            writer.doubt(plain)
        else:
            writer.add(plain if field[1] else piece)
    return writer.say(text[at:])


@dataclass(frozen=True, slots=True)
class Form:
    """A document with fields and choices."""

    genre: str
    negative: bool
    text: str

    def write(self, rng: Random) -> Doc:
        """A document made from this form."""
        writer = fill(Writer(), Cast(rng), chosen(rng, self.text))
        return writer.doc(self.genre, negative=self.negative)


def read(folder: Path) -> list[Form]:
    """All forms of the text files in `folder`, in order."""
    return [
        form for path in sorted(folder.glob("*.txt")) for form in _forms(path.read_text(encoding="utf-8"))
    ]


def _forms(text: str) -> Iterator[Form]:
    for part in re.split(r"(?m)^=== ", text)[1:]:
        head, _, body = part.partition("\n")
        genre, _, rest = head.partition(" ")
        assert rest in {"", "negative"}, head
        yield Form(genre, rest == "negative", body.strip("\n"))
