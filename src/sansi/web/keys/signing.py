"""签名密钥 · The Ed25519 key (RFC 8032) by which this installation signs what leaves it.

It lies in a file beside the database, never in it: who steals or rewrites the database can't sign. A key that is
replaced stays known by its public half, so that what it signed can still be checked.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

FILE = "signing-key.pem"
RETIRED = "signing-keys-retired.txt"


class BadKey(Exception):  # noqa: N818 - it says what is wrong, in the words of the rest
    """The file holds no Ed25519 key."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature and the public key it can be checked with."""

    value: bytes
    key: bytes


def folder() -> Path:
    """Where keys lie."""
    return Path(settings.SANSI["SANSI_DATA"])


def sign(purpose: str, message: bytes) -> Signature:
    """Sign a message for one purpose: a signature made for another does not hold for it."""
    key = private_key()
    return Signature(key.sign(context(purpose) + message), key.public_key().public_bytes_raw())


def context(purpose: str) -> bytes:
    """What is signed before the message itself."""
    return f"sansi/{purpose}".encode("ascii") + b"\x00"


def private_key() -> Ed25519PrivateKey:
    """The key in use; it is made at the first need."""
    return _read(folder() / FILE)


def public_keys() -> list[bytes]:
    """The public half of the key in use, then of those it replaced, newest first."""
    return [private_key().public_key().public_bytes_raw(), *retired()]


def retired() -> list[bytes]:
    """Public halves of the keys that were replaced, newest first."""
    path = folder() / RETIRED
    lines = path.read_text(encoding="ascii").split() if path.exists() else []
    return [bytes.fromhex(line) for line in reversed(lines)]


def replace() -> bytes:
    """Take a new key into use, and return its public half. The old one can check, and sign no more."""
    old = private_key().public_key().public_bytes_raw()
    with (folder() / RETIRED).open("a", encoding="ascii") as file:
        file.write(old.hex() + "\n")
    fresh = folder() / f"{FILE}.new"
    fresh.unlink(missing_ok=True)
    _make(fresh)
    fresh.replace(folder() / FILE)
    _read.cache_clear()
    return private_key().public_key().public_bytes_raw()


@lru_cache(maxsize=4)
def _read(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Another process may be first: then its key is the one.
        with suppress(FileExistsError):
            _make(path)
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise BadKey(str(path))
    return key


def _make(path: Path) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    # Written whole under another name first: who reads meanwhile must not meet half a key.
    part = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
    try:
        path.hardlink_to(part)
    finally:
        part.unlink()
