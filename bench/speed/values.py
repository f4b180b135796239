"""合成标识 · Synthetic identifiers for the speed corpora, each built from its standard.

None belongs to anybody: numbers are drawn from a seeded generator and given their check digit here.
"""

from __future__ import annotations

import base64
import string
from collections.abc import Callable
from random import Random

from sansi.check.evidence.checksums import mod_11_2, uscc_check

_AREAS = ("110105", "310104", "440305", "330106", "510107", "420111", "320508", "610113", "370202", "430104")
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂兰文华建国志红玉梅鑫雨晨浩宇欣怡梓涵"
_STREETS = ("中山", "解放", "人民", "文化", "学府", "滨江", "建设", "和平", "朝阳", "翠竹", "湖滨", "科技")
_CITIES = ("杭州市西湖区", "成都市武侯区", "武汉市洪山区", "南京市鼓楼区", "西安市雁塔区", "长沙市岳麓区")
_HOSTS = ("163.com", "qq.com", "126.com", "gmail.com", "outlook.com", "sina.cn", "foxmail.com")
_LATIN = ("wei", "zhang", "lihua", "chen", "sunny", "amy", "tom", "kelly", "rose", "mike", "jun", "xiaoyu")
_ALNUM = string.ascii_letters + string.digits


def _digits(rng: Random, count: int) -> str:
    return "".join(rng.choices(string.digits, k=count))


def _luhn(body: str) -> str:
    total = sum(sum(divmod(int(d) * (2 - i % 2), 10)) for i, d in enumerate(reversed(body)))
    return body + str(-total % 10)


def name_zh(rng: Random) -> str:
    """A surname and one or two characters."""
    return rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2))))


def resident_id(rng: Random) -> str:
    """Eighteen characters with the right check character."""
    born = f"{rng.randint(1950, 2012)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    body = rng.choice(_AREAS) + born + _digits(rng, 3)
    return body + mod_11_2(body)


def mobile(rng: Random) -> str:
    """Eleven digits of a mainland operator, now and then written apart."""
    number = rng.choice(("138", "139", "159", "186", "177", "135", "188")) + _digits(rng, 8)
    apart = f"{number[:3]} {number[3:7]} {number[7:]}", f"{number[:3]}-{number[3:7]}-{number[7:]}"
    return rng.choice((number, number, number, *apart, "+86 " + number))


def bank_card(rng: Random) -> str:
    """A UnionPay number of nineteen digits that passes Luhn."""
    return _luhn(rng.choice(("622202", "621700", "622848", "621661")) + _digits(rng, 12))


def credit_card(rng: Random) -> str:
    """Sixteen digits in groups of four that pass Luhn."""
    number = _luhn(rng.choice(("4539", "5425")) + _digits(rng, 11))
    return " ".join(number[i : i + 4] for i in range(0, 16, 4))


def uscc(rng: Random) -> str:
    """A unified social credit code."""
    body = "91" + rng.choice(_AREAS) + "MA" + "".join(rng.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=7))
    return body + uscc_check(body)


def email(rng: Random) -> str:
    """A private mailbox."""
    return f"{rng.choice(_LATIN)}{rng.choice(('', '.', '_'))}{_digits(rng, 3)}@{rng.choice(_HOSTS)}"


def address(rng: Random) -> str:
    """Down to the room."""
    house, room = f"{rng.randint(1, 400)}号{rng.randint(1, 30)}幢", f"{rng.randint(101, 2804)}室"
    return f"{rng.choice(_CITIES)}{rng.choice(_STREETS)}路{house}{rng.randint(1, 6)}单元{room}"


def plate(rng: Random) -> str:
    """A number plate of the mainland."""
    return (
        rng.choice("京沪粤浙川鄂苏陕鲁湘")
        + rng.choice("ABCDE")
        + "".join(rng.choices("ABCDEFGHJK0123456789", k=5))
    )


def ipv4(rng: Random) -> str:
    """A public address."""
    return f"{rng.choice((113, 58, 202, 121, 36))}.{rng.randint(1, 254)}.{rng.randint(1, 254)}.{rng.randint(1, 254)}"


def iban(rng: Random) -> str:
    """A German account number with its check digits."""
    body = _digits(rng, 18)
    return f"DE{98 - int(body + '131400') % 97:02}{body}"


def ssn(rng: Random) -> str:
    """A United States social security number outside the ranges never issued."""
    return f"{rng.randint(100, 665)}-{rng.randint(10, 99)}-{rng.randint(1000, 9999)}"


def phone_intl(rng: Random) -> str:
    """A mobile number of the United Kingdom or Germany."""
    return rng.choice((f"+44 7{_digits(rng, 3)} {_digits(rng, 6)}", f"+49 151 {_digits(rng, 8)}"))


def aws_key(rng: Random) -> str:
    """An access key id."""
    return "AKIA" + "".join(rng.choices(string.ascii_uppercase + "234567", k=16))


def github_token(rng: Random) -> str:
    """A personal token, classic."""
    return "ghp_" + "".join(rng.choices(_ALNUM, k=36))


def jwt(rng: Random) -> str:
    """Three base64 parts, the first two JSON."""
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').decode().rstrip("=")
    body = base64.urlsafe_b64encode(b'{"sub":"%d"}' % rng.randrange(10**9)).decode().rstrip("=")
    return f"{head}.{body}.{''.join(rng.choices(_ALNUM, k=43))}"


def password(rng: Random) -> str:
    """What a careful person would choose."""
    return "".join(rng.choices(_ALNUM + "!@#%^&*", k=rng.randint(10, 16)))


LINES_ZH: tuple[Callable[[Random], str], ...] = (
    lambda r: f"{name_zh(r)}的身份证号是{resident_id(r)}，请核对后归档。",
    lambda r: f"如需帮助请拨打我的手机{mobile(r)}，晚上也方便。",
    lambda r: f"联系人：{name_zh(r)}，电话：{mobile(r)}。",
    lambda r: f"报名材料请发到邮箱{email(r)}收。",
    lambda r: f"退款请打到银行卡{bank_card(r)}，户名{name_zh(r)}。",
    lambda r: f"家庭住址：{address(r)}。",
    lambda r: f"当日驾驶{plate(r)}的小轿车沿环线行驶。",
    lambda r: f"微信号：wx_{r.choice(_LATIN)}{_digits(r, 4)}，QQ：{r.randint(10**8, 10**9)}。",
    lambda r: f"统一社会信用代码{uscc(r)}，以登记机关核发为准。",
    lambda r: f"后台登录地址在{ipv4(r)}，密码：{password(r)}",
    lambda r: f"护照号码E{_digits(r, 8)}，签发后请当面领取。",
)
LINES_EN: tuple[Callable[[Random], str], ...] = (
    lambda r: f"Please write to me at {email(r)} before Friday.",
    lambda r: f"My number is {phone_intl(r)} if anything comes up.",
    lambda r: f"Card number {credit_card(r)} was charged twice.",
    lambda r: f"SSN: {ssn(r)} was copied into the form by mistake.",
    lambda r: f"Refunds go to IBAN {iban(r)} within ten days.",
    lambda r: f"aws_access_key_id = {aws_key(r)}",
    lambda r: f"export GITHUB_TOKEN={github_token(r)}",
    lambda r: f"db_password: {password(r)}",
    lambda r: f"Authorization: Bearer {jwt(r)}",
    lambda r: f"DATABASE_URL=postgres://app:{_digits(r, 4)}{r.choice(_LATIN)}Xq@{ipv4(r)}:5432/main",
    lambda r: f"The request came from {ipv4(r)} late at night.",
)
