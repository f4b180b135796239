"""设置的类型 · The types of settings: what may stand there, in both languages, and how it is read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo

from sansi.check.model import Both
from sansi.web.settings.options import Kind

_WORDS = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def _whole(least: int, most: int) -> Kind:
    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError(text)
        return number

    return Kind(read, Both(f"{least} 到 {most} 的整数", f"a whole number from {least} to {most}"))


def _choice(*words: str) -> Kind:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return Kind(read, Both("、".join(words), ", ".join(words)))


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.path not in {"", "/"}
        or parts.query
    ):
        raise ValueError(text)
    return f"{parts.scheme}://{parts.netloc}"


def _optional_url(text: str) -> str:
    if text and (urlsplit(text).scheme not in {"http", "https"} or not urlsplit(text).hostname):
        raise ValueError(text)
    return text


def _zone(text: str) -> str:
    return ZoneInfo(text).key


def _database(text: str) -> dict[str, object]:
    """What Django's DATABASES wants, without what is the same for all. Empty for the default file."""
    parts = urlsplit(text)
    if not text:
        return {}
    if parts.scheme == "sqlite" and parts.path:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": unquote(parts.path)}
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError(text)
    return {"ENGINE": "django.db.backends.postgresql", **_login(parts), "NAME": unquote(parts.path[1:])}


def _login(parts: SplitResult) -> dict[str, object]:
    asked = dict(pair.split("=", 1) for pair in parts.query.split("&") if pair)
    # A folder can't stand where a host does in a URL: `?host=/run/postgresql` as libpq has it.
    host = unquote(asked.pop("host", "") or parts.hostname or "")
    return {
        "HOST": host,
        "PORT": str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "OPTIONS": {name: unquote(value) for name, value in asked.items()},
    }


def _mail(text: str) -> dict[str, object]:
    """Django's EMAIL_* values. `console:` writes mails to the log instead of sending them."""
    parts = urlsplit(text)
    if text == "console:":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme not in {"smtp", "smtp+tls", "smtps"} or not parts.hostname:
        raise ValueError(text)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtp+tls": 587, "smtps": 465}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


TEXT = Kind(str, Both("文字", "text"))
YES_NO = Kind(
    lambda text: _WORDS[text.lower()],
    Both("1 或 0（也可以是 true、false、yes、no、on、off）", "1 or 0 (also true, false, yes, no, on, off)"),
)
LIST = Kind(
    lambda text: [w.strip() for w in text.split(",") if w.strip()],
    Both("用逗号隔开的几项", "items with commas between"),
)
PATH = Kind(lambda text: Path(text).expanduser().absolute(), Both("文件夹的路径", "the path of a folder"))
OPTIONAL_PATH = Kind(
    lambda text: Path(text).expanduser().absolute() if text else None,
    Both("文件的路径，或者留空", "the path of a file, or nothing"),
)
ORIGIN = Kind(
    _origin,
    Both("http:// 或 https:// 开头、不带路径的地址", "an address with http:// or https://, without a path"),
)
URL = Kind(
    _optional_url,
    Both("http:// 或 https:// 开头的地址，或者留空", "an address with http:// or https://, or nothing"),
)
ZONE = Kind(_zone, Both("时区名，如 Asia/Shanghai", "the name of a time zone, such as Asia/Shanghai"))
DATABASE = Kind(
    _database,
    Both(
        "postgres://用户:密码@主机:端口/库名（套接字目录写成 ?host=/run/postgresql），sqlite:///路径，或者留空",
        "postgres://user:password@host:port/name (a socket's folder as ?host=/run/postgresql), sqlite:///path, or nothing",
    ),
)
MAIL = Kind(
    _mail,
    Both(
        "console:，或 smtp://、smtp+tls://、smtps:// 开头的 用户:密码@主机:端口",
        "console:, or user:password@host:port after smtp://, smtp+tls:// or smtps://",
    ),
)
whole = _whole
choice = _choice
