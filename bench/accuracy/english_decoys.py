"""似是而非 · What looks like data and is none: order numbers, hashes, samples, placeholders, office numbers."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import base64
import random
import string
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from bench.accuracy.credentials_values import ALNUM, HEX, UPPER_HEX, draw, uuid4
from bench.accuracy.english_values import AREAS, FIRST, LAST, UPPER
from bench.accuracy.words import words

DIGITS = string.digits
# Printed in issuers' own manuals, standards or advertisements.
SAMPLE_CARDS = (
    "4242 4242 4242 4242",
    "4111 1111 1111 1111",
    "4111111111111111",
    "5555555555554444",
    "5555 5555 5555 4444",
    "378282246310005",
    "3782 822463 10005",
    "6011111111111117",
    "4000 0000 0000 0002",
    "5105105105105100",
)
SAMPLE_KEYS = (
    "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "xoxb-your-token-here", "xoxb-XXXXXXXXXXXX-XXXXXXXXXXXX-XXXXXXXXXXXXXXXXXXXXXXXX",
    "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX", "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sk-ant-api03-...", "sk_live_...", "LTAI****************", "AKIDxxxxxxxxxxxxxxxxxxxxxxxx", "glpat-xxxxxxxxxxxxxxxxxxxx",
    "AIzaSy...", "eyJhbGciOiJIUzI1NiIs...", "npm_xxxxxxxx", "SG.xxxxxxxx.yyyyyyyy", "hf_...", "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", "SEC000000000000000000000", "sk-proj-****", "AKIA****************", "pypi-AgEIcHlwaS5vcmcCJ...",
)  # fmt: skip
HOLES = (
    "your_api_key", "YOUR_API_KEY_HERE", "<your-token>", "<password>", "xxxxxxxx", "changeme", "CHANGE_ME", "${API_TOKEN}", "${{ secrets.API_TOKEN }}", "$API_TOKEN", "%API_TOKEN%", "{{ api_token }}", "********", "REPLACE_ME", "TODO",
    "your-password-here", "<REDACTED>", "[redacted]", "********************", "insert-token-here", "dummy", "null", "example", "your-secret-key", "my-secret", "<insert>", "...", "REPLACE_WITH_YOUR_KEY", "******", "请填写", "你的密码", "<你的AppSecret>", "xxx", "placeholder",
)  # fmt: skip
# Assigned for documentation: RFC 5737, 3849; private and loopback: RFC 1918, 1122, 6598; multicast.
QUIET_IPS = (
    "127.0.0.1",
    "0.0.0.0",
    "192.168.{a}.{b}",
    "10.{a}.{b}.{a}",
    "172.16.{a}.{b}",
    "172.31.{b}.{a}",
    "192.0.2.{a}",
    "198.51.100.{b}",
    "203.0.113.{a}",
    "169.254.{a}.{b}",
    "255.255.255.0",
    "::1",
    "fe80::1",
    "2001:db8::{a}",
    "224.0.0.1",
    "100.64.{a}.{b}",
)
ROLES = words(
    "info sales support press careers hr privacy legal admissions enquiries billing noreply no-reply office contact security abuse webmaster newsletter customerservice media"
)
OFFICE_HOSTS = words(
    "brightwater-logistics.com northgate.co.uk kestrelworks.io meridian-bio.com lakeside-clinic.org silverline.net riverton.gov.uk stmarys-school.org harbourcity.gov"
)


def _d(rng: random.Random, n: int) -> str:
    return draw(rng, DIGITS, n)


def _day(rng: random.Random) -> date:
    return date(2019, 1, 1) + timedelta(days=rng.randrange(2800))


def day(rng: random.Random) -> str:
    """A date in one of the usual writings."""
    d = _day(rng)
    return rng.choice(
        (
            f"{d:%d %B %Y}",
            f"{d:%B} {d.day}, {d.year}",
            f"{d:%Y-%m-%d}",
            f"{d:%d/%m/%Y}",
            f"{d:%b} {d.day}, {d.year}",
        )
    )


def timestamp(rng: random.Random) -> str:
    """An instant as logs write it."""
    at = datetime(2021, 1, 1, tzinfo=UTC) + timedelta(seconds=rng.randrange(170_000_000))
    return rng.choice(
        (
            f"{at:%Y-%m-%dT%H:%M:%SZ}",
            f"{at:%Y-%m-%d %H:%M:%S},{rng.randrange(1000):03d}",
            f"{at:%b %d %H:%M:%S}",
            f"{at:%Y/%m/%d %H:%M:%S}",
            f"{at:%Y-%m-%dT%H:%M:%S}.{rng.randrange(10**6):06d}+08:00",
        )
    )


def not_an_id(rng: random.Random) -> str:
    """Eighteen digits that look like an identity number and have a wrong check character."""
    body = rng.choice(AREAS) + f"{_day(rng):%Y%m%d}" + _d(rng, 3)
    right = "10X98765432"[sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(body)) % 11]
    return body + rng.choice([c for c in DIGITS if c != right])


def order(rng: random.Random) -> str:
    """An order, invoice, tracking, case or part number."""
    d = _day(rng)
    return rng.choice(
        (
            f"SO-{_d(rng, 8)}",
            f"INV-{d.year}-{_d(rng, 5)}",
            f"#{_d(rng, 7)}",
            f"PO{_d(rng, 10)}",
            f"1Z{draw(rng, UPPER + DIGITS, 6)}03{_d(rng, 8)}",
            f"{d:%Y%m%d}{_d(rng, 10)}",
            f"SF{_d(rng, 13)}",
            f"ORD{d:%y%m%d}-{_d(rng, 6)}",
            f"RMA{_d(rng, 6)}",
            f"CASE-{_d(rng, 6)}",
            f"JD{_d(rng, 12)}",
            f"EV{_d(rng, 9)}CN",
            f"{_d(rng, 3)}-{_d(rng, 7)}-{_d(rng, 7)}",
        )
    )


def office_phone(rng: random.Random) -> str:
    """A switchboard, free-phone or service number."""
    return rng.choice(
        (
            f"1-800-{rng.choice('23456')}{_d(rng, 2)}-{_d(rng, 4)}",
            f"(888) {rng.choice('23456')}{_d(rng, 2)}-{_d(rng, 4)}",
            f"0800 {_d(rng, 3)} {_d(rng, 4)}",
            f"400-{rng.choice('68')}{_d(rng, 2)}-{_d(rng, 4)}",
            "911",
            "999",
            "12345",
            "10086",
            f"0345 {_d(rng, 3)} {_d(rng, 4)}",
            f"+1 800 {rng.choice('2345')}{_d(rng, 2)} {_d(rng, 4)}",
            f"+44 800 {_d(rng, 3)} {_d(rng, 4)}",
            "12315",
            f"1-877-{rng.choice('23456')}{_d(rng, 2)}-{_d(rng, 4)}",
        )
    )


def switchboard(rng: random.Random) -> str:
    """An office's own land line."""
    return rng.choice(
        (
            f"+44 20 7{_d(rng, 3)} {_d(rng, 4)}",
            f"(0{rng.choice(('10', '21', '755', '20'))}) 8{_d(rng, 3)} {_d(rng, 4)}",
            f"+1 212 {rng.choice('2345')}{_d(rng, 2)} {_d(rng, 4)}",
            f"0571-8{_d(rng, 7)}",
            f"+86 10 6{_d(rng, 3)} {_d(rng, 4)}",
        )
    )


def role_mail(rng: random.Random) -> str:
    """A mailbox of a body, not of a person."""
    return f"{rng.choice(ROLES)}@{rng.choice(OFFICE_HOSTS)}"


def example_mail(rng: random.Random) -> str:
    """An address reserved by RFC 2606 or 6761."""
    return rng.choice(
        (
            f"{rng.choice(FIRST).lower()}@example.com",
            "user@example.org",
            "jane.doe@example.net",
            f"{rng.choice(LAST).lower()}@corp.example",
            "someone@example.cn",
            "test@test.invalid",
            "root@localhost",
            "alice@example.com",
            "you@domain.example",
        )
    )


def quiet_ip(rng: random.Random) -> str:
    """A private, loopback, multicast or documentation address."""
    return rng.choice(QUIET_IPS).format(a=rng.randint(1, 254), b=rng.randint(1, 254))


def quiet_conn(rng: random.Random) -> str:
    """A connection string that shows the form only."""
    hole = rng.choice(
        (
            "password",
            "<password>",
            "${DB_PASSWORD}",
            "****",
            "PASSWORD",
            "[YOUR-PASSWORD]",
            "$PASS",
            "********",
            "your_password",
            "<db_password>",
        )
    )
    return rng.choice(
        (
            "postgresql://user:{}@localhost:5432/mydb",
            "mysql://user:{}@127.0.0.1:3306/dbname",
            "mongodb+srv://<username>:{}@cluster0.example.mongodb.net/test",
            "redis://:{}@localhost:6379/0",
            "amqp://user:{}@localhost:5672/",
            "jdbc:mysql://localhost:3306/mydb?user=user&password={}",
            "Server=myServerAddress;Database=myDataBase;User Id=myUsername;Password={};",
            "https://user:{}@example.com/repo.git",
        )
    ).format(hole)


def masked(rng: random.Random) -> str:
    """A number whose middle is already hidden."""
    return rng.choice(
        (
            f"**** **** **** {_d(rng, 4)}",
            f"XXXX-XXXX-XXXX-{_d(rng, 4)}",
            f"•••• {_d(rng, 4)}",
            f"1{rng.choice('3589')}{_d(rng, 1)}****{_d(rng, 4)}",
            f"{rng.choice(AREAS)}********{_d(rng, 3)}X",
            f"***-**-{_d(rng, 4)}",
            f"622848********{_d(rng, 4)}",
            f"j***{rng.choice('aeiou')}@g****.com",
            f"xxxx{_d(rng, 4)}",
            f"E****{_d(rng, 4)}",
            f"+1 ***-***-{_d(rng, 4)}",
        )
    )


def integrity(rng: random.Random) -> str:
    """A sub-resource integrity hash."""
    return rng.choice(
        (
            f"sha512-{base64.b64encode(rng.randbytes(64)).decode()}",
            f"sha256-{base64.b64encode(rng.randbytes(32)).decode()}",
            f"sha1-{base64.b64encode(rng.randbytes(20)).decode()}",
        )
    )


def public_key(rng: random.Random) -> str:
    """A key that may be shown to anybody."""
    ed = base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0 " + rng.randbytes(32)).decode()
    rsa = base64.b64encode(
        b"\0\0\0\x07ssh-rsa\0\0\0\x03\x01\0\x01\0\0\x01\x81\0" + rng.randbytes(385)
    ).decode()
    return rng.choice((f"ssh-ed25519 {ed}", f"ssh-rsa {rsa}"))


def certificate(rng: random.Random) -> str:
    """A PEM block without a private key."""
    label = rng.choice(
        (
            "CERTIFICATE",
            "PUBLIC KEY",
            "CERTIFICATE REQUEST",
            "RSA PUBLIC KEY",
            "PGP PUBLIC KEY BLOCK",
            "PGP SIGNATURE",
        )
    )
    body = base64.b64encode(b"\x30\x82\x03" + rng.randbytes(rng.randint(200, 800))).decode()
    return "\n".join(
        [
            f"-----BEGIN {label}-----",
            *(body[i : i + 64] for i in range(0, len(body), 64)),
            f"-----END {label}-----",
        ]
    )


def imei(rng: random.Random) -> str:
    """A device's serial, part or model number."""
    return rng.choice(
        (
            f"SN {draw(rng, UPPER + DIGITS, 11)}",
            f"P/N {_d(rng, 3)}-{_d(rng, 5)}-{_d(rng, 2)}",
            f"MPN {draw(rng, UPPER, 3)}{_d(rng, 4)}-{draw(rng, UPPER, 2)}",
            f"FCC ID {draw(rng, UPPER + DIGITS, 9)}",
            f"SKU {_d(rng, 12)}",
            f"model A{_d(rng, 4)}/{draw(rng, UPPER, 2)}",
        )
    )


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "day": day, "ts": timestamp, "notid": not_an_id, "order": order, "office": office_phone, "switch": switchboard, "role": role_mail, "exmail": example_mail, "qip": quiet_ip,
    "qconn": quiet_conn, "masked": masked, "integrity": integrity, "pubkey": public_key, "cert": certificate, "part": imei, "uuid": uuid4,
    "sha": lambda r: draw(r, HEX, 40), "sha7": lambda r: draw(r, HEX, 7), "sha256": lambda r: draw(r, HEX, 64), "md5": lambda r: draw(r, HEX, 32), "HEX": lambda r: draw(r, UPPER_HEX, 32),
    "hole": lambda r: r.choice(HOLES), "samplekey": lambda r: r.choice(SAMPLE_KEYS), "samplecard": lambda r: r.choice(SAMPLE_CARDS), "holder": lambda r: r.choice(("<YOUR_TOKEN>", "YOUR_TOKEN", "${TOKEN}", "xxxxxxxx", "$TOKEN", "<token>")),
    "ver": lambda r: f"{r.randint(0, 12)}.{r.randint(0, 40)}.{r.randint(0, 30)}", "build": lambda r: f"{r.randint(1, 20)}.{r.randint(0, 9)}.{r.randint(1000, 9999)}.{r.randint(0, 200)}", "n": lambda r: str(r.randint(2, 99)), "n3": lambda r: str(r.randint(100, 999)), "n5": lambda r: f"{r.randint(10_000, 999_999):,}",
    "money": lambda r: f"{r.randint(5, 9999):,}.{r.randint(0, 99):02d}", "epoch": lambda r: str(r.randint(1_300_000_000, 1_899_999_999)), "epochms": lambda r: str(r.randint(1_300_000_000_000, 1_899_999_999_999)),
    "first": lambda r: r.choice(FIRST), "last": lambda r: r.choice(LAST), "person": lambda r: f"{r.choice(FIRST)} {r.choice(LAST)}", "isbn": lambda r: r.choice(("978-0-13-468599-1", "978-7-111-54742-6", "9780262033848", "978-7-5086-8971-4", "0-306-40615-2")), "coord": lambda r: f"{r.uniform(-85, 85):.6f}, {r.uniform(-179, 179):.6f}",
    "digits9": lambda r: _d(r, 9), "digits10": lambda r: _d(r, 10), "digits11": lambda r: "7" + _d(r, 10), "digits18": lambda r: "9" + _d(r, 17), "txhash": lambda r: "0x" + draw(r, HEX, 64), "word": lambda r: r.choice(words("billing search checkout ingest portal notifier reports scheduler")), "b64": lambda r: base64.b64encode(r.randbytes(r.randint(30, 90))).decode(), "rand20": lambda r: draw(r, ALNUM, 20),
}  # fmt: skip
