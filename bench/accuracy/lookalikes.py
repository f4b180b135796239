"""形似而非 · Things that look like findings and are none: masked, public, documented or of another kind."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from random import Random

from bench.accuracy import numbers, people
from bench.accuracy.credentials import text
from bench.accuracy.numbers import digits
from bench.accuracy.words import words

_HEX = "0123456789abcdef"
_HOTLINES = words(
    "110 119 120 122 12315 12320 12333 12345 12348 12366 12306 12388 95588 95533 95599 95566 10086 10010 10000 "
    "400-810-8888 400-123-4567 4008-123-123 800-810-0581 96110 12123 12355 12338"
)


def masked_id(rng: Random) -> str:
    """A resident id with its middle or its tail blotted out."""
    number = numbers.resident_id(rng).upper()
    return rng.choice((f"{number[:6]}********{number[14:]}", f"{number[:4]}**********{number[14:]}",
                       f"{number[:3]}***********{number[14:]}", f"{number[:14]}****", f"{number[0]}****************{number[17]}",
                       f"{number[:6]}xxxxxxxx{number[14:]}", f"{number[:10]}********", f"{number[:6]}××××××××{number[14:]}"))  # fmt: skip


def masked_mobile(rng: Random) -> str:
    """A mobile number with its middle blotted out."""
    number = numbers.mobile(rng)
    return rng.choice((f"{number[:3]}****{number[7:]}", f"{number[:3]}****{number[7:]}", f"{number[:3]}XXXX{number[7:]}",
                       f"{number[:3]}-****-{number[7:]}", f"{number[:7]}****", f"{number[:3]}●●●●{number[7:]}"))  # fmt: skip


def masked_card(rng: Random) -> str:
    """A card number of which only the ends are left."""
    number = numbers.bank_card(rng)
    return rng.choice((f"{number[:6]}******{number[-4:]}", f"**** **** **** {number[-4:]}", f"尾号{number[-4:]}",
                       f"{number[:4]} **** **** {number[-4:]}", f"{number[:4]}***********{number[-4:]}"))  # fmt: skip


def masked_name(rng: Random) -> str:
    """A name of which only the surname is left, or only the last character."""
    while len(name := people.name(rng)) > 3:
        pass  # a long name would still show a whole name behind the asterisk
    return rng.choice(
        (
            f"{name[0]}*{name[-1]}",
            f"{name[0]}某某",
            f"{name[0]}某",
            f"{name[0]}**",
            f"*{name[1:]}",
            f"{name[0]}×",
        )
    )


def wrong_id(rng: Random) -> str:
    """Eighteen digits whose check character is wrong."""
    number = numbers.resident_id(rng)
    wrong = rng.choice([d for d in "0123456789" if d != number[-1]])
    return number[:-1] + wrong


def wrong_card(rng: Random) -> str:
    """A card number whose check digit is wrong."""
    number = numbers.bank_card(rng)
    return number[:-1] + str((int(number[-1]) + rng.randint(1, 9)) % 10)


def order(rng: Random) -> str:
    """An order, flow or logistics number; those of digits only have no right check character."""
    day = f"20{rng.randint(18, 26)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    while True:
        number = rng.choice((
            day + digits(rng, 10), day + digits(rng, 8), f"DD{day}{digits(rng, 6)}", f"SF{digits(rng, 13)}", f"YT{digits(rng, 13)}",
            f"JD{digits(rng, 12)}-1-1-", f"7{digits(rng, 13)}", f"{digits(rng, 4)}{day}{digits(rng, 6)}", f"PO-{day[:6]}-{digits(rng, 4)}",
            f"4200{digits(rng, 24)}", f"NO.{digits(rng, 8)}", f"WX{day}{digits(rng, 12)}", f"3{digits(rng, 18)}",
        ))  # fmt: skip
        bare = "".join(c for c in number if c.isdigit())
        is_id = len(bare) == 18 and numbers.resident_check(bare[:17]) == bare[17]
        is_card = 13 <= len(bare) <= 19 and numbers.luhn(bare[:-1]) == bare[-1]
        if not (is_id or is_card):
            return number


def isbn(rng: Random) -> str:
    """ISBN-13 with its check digit, in groups or in one."""
    body = f"9787{rng.choice(('01', '02', '100', '111', '5086', '5447', '301'))}"
    body += digits(rng, 12 - len(body))
    mark = str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(body)) % 10)
    return rng.choice((body + mark, f"{body[:3]}-{body[3]}-{body[4:7]}-{body[7:]}-{mark}"))


def role_mail(rng: Random) -> str:
    """A mailbox of a body, not of a person."""
    role = rng.choice(words("service office xxgk info admin support contact hr kefu bgs webmaster jubao press sales noreply yzzx zhaopin "
                            "zwgk editor tougao xxzx jiwei no-reply postmaster help feedback bidding"))  # fmt: skip
    host = rng.choice(words("wuhan.gov.cn hbedu.gov.cn rmyy.com.cn zjsfxy.edu.cn huayun-tech.com.cn cqjj.gov.cn jslib.org.cn example.com "
                            "mail.hunan.gov.cn gzlib.org.cn"))  # fmt: skip
    return f"{role}@{host}"


def office_phone(rng: Random) -> str:
    """A land line of an office, with an extension now and then."""
    number = numbers.landline(rng)
    return number + rng.choice(("", "", "", "-8012", "转801", " 转 2203"))


def timestamp(rng: Random) -> str:
    """A moment, as people or machines write it."""
    year, month, day = rng.randint(2015, 2026), rng.randint(1, 12), rng.randint(1, 28)
    hour, minute, second = rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59)
    return rng.choice((
        f"{year}-{month:02d}-{day:02d} {hour:02d}:{minute:02d}:{second:02d}",
        f"{year}{month:02d}{day:02d}{hour:02d}{minute:02d}{second:02d}",
        f"{year}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}.{digits(rng, 3)}Z", f"1{rng.randint(5, 7)}{digits(rng, 8)}",
        f"1{rng.randint(5, 7)}{digits(rng, 11)}", f"{year}/{month}/{day} {hour}:{minute:02d}",
    ))  # fmt: skip


def version(rng: Random) -> str:
    """A version; those of four numbers look like addresses."""
    a, b, c, d = (rng.randint(0, 30) for _ in range(4))
    return rng.choice(
        (
            f"v{a}.{b}.{c}",
            f"{a}.{b}.{c}.{d}",
            f"V{a}.{b}.{c}.{d}",
            f"{a}.{b}.{c}-rc{d}",
            f"{a}.{b}.{rng.randint(1000, 9999)}.{d}",
        )
    )


def private_ip(rng: Random) -> str:
    """An address of a private network, of this machine, of documentation, or of a public resolver."""
    a, b = rng.randint(0, 255), rng.randint(1, 254)
    return rng.choice((f"192.168.{a}.{b}", f"10.{a}.{b}.{a}", f"172.{rng.randint(16, 31)}.{a}.{b}", "127.0.0.1", "0.0.0.0", "::1",
                       f"192.0.2.{b}", f"198.51.100.{b}", f"203.0.113.{b}", "255.255.255.0", "fe80::1", "2001:db8::1",
                       f"169.254.{a}.{b}"))  # fmt: skip


def placeholder(rng: Random) -> str:
    """What documentation puts where a secret belongs."""
    return rng.choice(words("your_api_key xxxxxxxx ${API_KEY} <your-token> changeme ****** {{token}} YOUR_SECRET_HERE $SECRET "
                            "your-password 你的密码 <密码> %PASSWORD% ******** xxx-xxx-xxx <YOUR_ACCESS_KEY> REPLACE_ME"))  # fmt: skip


def product(rng: Random) -> str:
    """A model, part or certificate number."""
    return rng.choice((
        f"XJ-{digits(rng, 4)}B", f"HL{digits(rng, 6)}", f"GB/T {digits(rng, 5)}-20{rng.randint(10, 25)}", f"粤ICP备{digits(rng, 8)}号",
        f"京公网安备 {digits(rng, 14)}号", f"国药准字Z{digits(rng, 8)}", f"SC{digits(rng, 14)}",
        f"ZL{rng.randint(2010, 2024)}1{digits(rng, 7)}.X",
        f"E{digits(rng, 4)}-{digits(rng, 3)}", f"LSVA{text(rng, 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789', 13)}",
        f"6{digits(rng, 12)}", f"C{digits(rng, 5)}A",
    ))  # fmt: skip


def digest(rng: Random) -> str:
    """A hash, a commit or a UUID."""
    return rng.choice((text(rng, _HEX, 40), text(rng, _HEX, 64), text(rng, _HEX, 7), text(rng, _HEX, 32),
                       str(uuid.UUID(int=rng.getrandbits(128), version=4))))  # fmt: skip


MAKERS: dict[str, Callable[[Random], str]] = {
    "masked_id": masked_id,
    "masked_mobile": masked_mobile,
    "masked_card": masked_card,
    "masked_name": masked_name,
    "wrong_id": wrong_id,
    "wrong_card": wrong_card,
    "order": order,
    "isbn": isbn,
    "role_mail": role_mail,
    "office_phone": office_phone,
    "office_addr": people.office_address,
    "hotline": lambda rng: rng.choice(_HOTLINES),
    "ts": timestamp,
    "version": version,
    "private_ip": private_ip,
    "placeholder": placeholder,
    "product": product,
    "digest": digest,
}
"""By the name of their field in a form."""
