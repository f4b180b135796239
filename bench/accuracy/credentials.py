"""凭据 · Synthetic credentials in the shape their issuers document; random, so they open nothing."""

from __future__ import annotations

import base64
import json
import string
import zlib
from collections.abc import Callable
from random import Random

from bench.accuracy.words import words

ALNUM = string.ascii_letters + string.digits
_UPPER = string.ascii_uppercase + string.digits
_HEX = "0123456789abcdef"
_B64 = ALNUM + "+/"
_URL = ALNUM + "-_"


def text(rng: Random, alphabet: str, size: int) -> str:
    """`size` random characters."""
    return "".join(rng.choice(alphabet) for _ in range(size))


def aws_key(rng: Random) -> str:
    """An access key id, lasting or temporary."""
    return rng.choice(("AKIA", "AKIA", "ASIA")) + text(rng, string.ascii_uppercase + "234567", 16)


def aws_secret(rng: Random) -> str:
    """A secret access key: forty characters, only known by its label or its neighbour."""
    return text(rng, _B64, 40)


def github_token(rng: Random) -> str:
    """A token with its CRC, or a fine-grained one."""
    if rng.random() < 0.25:
        return f"github_pat_{text(rng, ALNUM, 22)}_{text(rng, ALNUM, 59)}"
    body, check = text(rng, ALNUM, 30), ""
    value = zlib.crc32(body.encode())
    for _ in range(6):
        value, rest = divmod(value, 62)
        check = (string.digits + string.ascii_uppercase + string.ascii_lowercase)[rest] + check
    return rng.choice(("ghp_", "ghp_", "gho_", "ghs_", "ghu_", "ghr_")) + body + check


def private_key(rng: Random) -> str:
    """A whole PEM or PGP block."""
    kind = rng.choice(("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY",
                       "ENCRYPTED PRIVATE KEY", "DSA PRIVATE KEY", "PGP PRIVATE KEY BLOCK"))  # fmt: skip
    lead = {"RSA PRIVATE KEY": "MIIEpAIBAAKCAQEA", "OPENSSH PRIVATE KEY": "b3BlbnNzaC1rZXktdjEAAAAA"}.get(
        kind, "MIIEvQIBADANBgkq"
    )
    body = lead + text(rng, _B64, 64 * rng.randint(3, 12) - len(lead) + rng.randint(20, 50))
    lines = [body[i : i + 64] for i in range(0, len(body), 64)]
    extra = ["Version: GnuPG v2", ""] if kind.startswith("PGP") else []
    return "\n".join((f"-----BEGIN {kind}-----", *extra, *lines, f"-----END {kind}-----"))


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).rstrip(b"=").decode()


def jwt(rng: Random) -> str:
    """A signed token."""
    head = {"alg": rng.choice(("HS256", "RS256", "ES256")), "typ": "JWT"}
    claims: dict[str, object] = {
        "sub": str(rng.randint(10**6, 10**9)),
        "iat": rng.randint(17 * 10**8, 18 * 10**8),
    }
    if rng.random() < 0.6:
        claims |= {
            "role": rng.choice(("admin", "user", "editor")),
            "exp": rng.randint(18 * 10**8, 19 * 10**8),
        }
    size = 43 if head["alg"] == "HS256" else 86 if head["alg"] == "ES256" else 342
    return f"{_part(head)}.{_part(claims)}.{text(rng, _URL, size)}"


def slack_token(rng: Random) -> str:
    """A bot, user or application token, or an incoming hook."""

    def number(size: int) -> str:
        return text(rng, string.digits, size)

    return rng.choice((
        f"xoxb-{number(12)}-{number(13)}-{text(rng, ALNUM, 24)}",
        f"xoxp-{number(12)}-{number(12)}-{number(13)}-{text(rng, _HEX, 32)}",
        f"xapp-1-A{text(rng, _UPPER, 10)}-{number(13)}-{text(rng, _HEX, 64)}",
        f"https://hooks.slack.com/services/T{text(rng, _UPPER, 10)}/B{text(rng, _UPPER, 10)}/{text(rng, ALNUM, 24)}",
    ))  # fmt: skip


def cn_cloud_key(rng: Random) -> str:
    """An access key id of Aliyun or Tencent Cloud."""
    return rng.choice(("LTAI5t" + text(rng, ALNUM, 18), "LTAI4G" + text(rng, ALNUM, 18), "LTAI" + text(rng, ALNUM, 12),
                       "AKID" + text(rng, ALNUM, 32), "AKID" + text(rng, ALNUM, 32)))  # fmt: skip


def cn_cloud_secret(rng: Random) -> str:
    """Its secret, known by its label: thirty characters (Aliyun) or thirty-two (Tencent)."""
    return text(rng, ALNUM, rng.choice((30, 32)))


def _uuid(rng: Random) -> str:
    body = text(rng, _HEX, 32)
    return f"{body[:8]}-{body[8:12]}-4{body[13:16]}-a{body[17:20]}-{body[20:]}"


OTHER: dict[str, Callable[[Random], str]] = {
    "stripe": lambda r: r.choice(("sk_live_", "rk_live_")) + text(r, ALNUM, r.choice((24, 99))),
    "openai": lambda r: r.choice(("sk-proj-" + text(r, _URL, 74) + "T3BlbkFJ" + text(r, _URL, 74),
                                  "sk-" + text(r, ALNUM, 20) + "T3BlbkFJ" + text(r, ALNUM, 20))),
    "anthropic": lambda r: "sk-ant-api03-" + text(r, _URL, 93) + "AA",
    "huggingface": lambda r: "hf_" + text(r, string.ascii_letters, 34),
    "npm": lambda r: "npm_" + text(r, ALNUM, 36),
    "python-index": lambda r: "pypi-AgEIcHlwaS5vcmcC" + text(r, _URL, 150),
    "sendgrid": lambda r: f"SG.{text(r, _URL, 22)}.{text(r, _URL, 43)}",
    "twilio": lambda r: "SK" + text(r, _HEX, 32),
    "telegram": lambda r: f"{r.randint(10**9, 7 * 10**9)}:AA{text(r, _URL, 33)}",
    "google": lambda r: "AIza" + text(r, _URL, 35),
    "google-oauth": lambda r: "GOCSPX-" + text(r, _URL, 28),
    "gitlab": lambda r: "glpat-" + text(r, _URL, 20),
    "shopify": lambda r: "shpat_" + text(r, _HEX, 32),
    "digitalocean": lambda r: "dop_v1_" + text(r, _HEX, 64),
    "dingtalk": lambda r: f"https://oapi.dingtalk.com/robot/send?access_token={text(r, _HEX, 64)}",
    "feishu": lambda r: f"https://open.feishu.cn/open-apis/bot/v2/hook/{_uuid(r)}",
    "wecom": lambda r: f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={_uuid(r)}",
    "discord": lambda r: f"https://discord.com/api/webhooks/{r.randint(10**17, 10**18)}/{text(r, _URL, 68)}",
    "volcengine": lambda r: "AKLT" + text(r, ALNUM, 43),
    "linear": lambda r: "lin_api_" + text(r, ALNUM, 40),
    "databricks": lambda r: "dapi" + text(r, _HEX, 32),
    "notion": lambda r: "ntn_" + text(r, ALNUM, 46),
    "postman": lambda r: f"PMAK-{text(r, _HEX, 24)}-{text(r, _HEX, 34)}",
    "grafana": lambda r: f"glsa_{text(r, ALNUM, 32)}_{text(r, _HEX, 8)}",
    "mailchimp": lambda r: f"{text(r, _HEX, 32)}-us{r.randint(1, 21)}",
}  # fmt: skip
"""By issuer."""
_LABELLED = {
    "mailchimp": "MAILCHIMP_API_KEY={}", "twilio": "TWILIO_API_KEY={}", "databricks": "DATABRICKS_TOKEN={}",
}  # fmt: skip


def other_token(rng: Random) -> str:
    """A token that says by its own shape who issued it."""
    return OTHER[rng.choice([k for k in OTHER if k not in _LABELLED])](rng)


def hex_secret(rng: Random) -> str:
    """Thirty-two hex digits (such as a WeChat appsecret), known by their label."""
    return text(rng, _HEX, 32)


_WORDS = words("Wuhan Sunny Dragon Summer Office Admin Panda Spring Huawei Lanqiao River Orange Jinan Rabbit")


def password(rng: Random) -> str:
    """What people and programs choose; never a placeholder."""
    word, mark = rng.choice(_WORDS), rng.choice("!@#$%&*_")
    year, number = rng.randint(2015, 2026), rng.randint(10, 9999)
    return rng.choice((
        f"{word}{mark}{number}", f"{word.lower()}{mark}{year}", f"{mark}{word}{number}#", f"P@ss{word}{number}",
        text(rng, ALNUM, 12), text(rng, ALNUM + "!@#$%^&*", 13) + "k7", f"{word.lower()}{year}",
        f"{word[:3]}{number}{word[-2:]}#{rng.choice('xyz')}Q",
    ))  # fmt: skip


def connection_string(rng: Random) -> str:
    """An address of a service with its user and password in it."""
    user = rng.choice(("root", "admin", "app", "svc_report", "dbuser", "postgres", "readonly"))
    secret = text(rng, ALNUM, rng.randint(9, 16))
    host = rng.choice(("db.huayun-tech.com.cn", "10.20.3.15", "mysql-prod.internal", "rm-bp1x7.mysql.rds.aliyuncs.com",
                       "pg01", "172.16.8.4", "cluster0.ab3cd.mongodb.net", "localhost"))  # fmt: skip
    name = rng.choice(("orders", "crm", "hr_prod", "portal", "app"))
    return rng.choice((
        f"mysql://{user}:{secret}@{host}:3306/{name}", f"postgresql://{user}:{secret}@{host}:5432/{name}?sslmode=require",
        f"mongodb+srv://{user}:{secret}@{host}/{name}?retryWrites=true", f"redis://:{secret}@{host}:6379/0",
        f"amqp://{user}:{secret}@{host}:5672/vhost", f"postgres://{user}:{secret}@{host}/{name}",
        f"jdbc:mysql://{host}:3306/{name}?user={user}&password={secret}", f"mysql+pymysql://{user}:{secret}@{host}/{name}?charset=utf8mb4",
        f"Server={host};Database={name};User Id={user};Password={secret};", f"https://{user}:{secret}@git.huayun-tech.com.cn/{name}.git",
        f"DefaultEndpointsProtocol=https;AccountName={name}store;AccountKey={text(rng, _B64, 86)}==;EndpointSuffix=core.windows.net",
        f"ftp://{user}:{secret}@{host}/backup", f"Data Source={host},1433;Initial Catalog={name};uid={user};pwd={secret}",
    ))  # fmt: skip
