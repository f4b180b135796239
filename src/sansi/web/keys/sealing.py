"""封存 · Encrypts small secrets before they go into the database (Fernet: AES-128-CBC with HMAC-SHA-256).

The key comes from the secret key of the installation, which is no part of the database: whoever has only a copy of
the database, or a backup of it, can't read them.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unsealable(Exception):  # noqa: N818 - the secret key was changed, or the row was
    """It was sealed with another key, or changed since."""


def seal(purpose: str, secret: str) -> str:
    """The secret, readable only with the key, and only for this purpose."""
    return _keys(purpose).encrypt(secret.encode()).decode("ascii")


def unseal(purpose: str, sealed: str) -> str:
    """What was sealed for this purpose. Raises Unsealable."""
    try:
        return _keys(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Unsealable(purpose) from None


def _keys(purpose: str) -> MultiFernet:
    # The one in use seals; those it replaced can still open.
    given = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(str(key), purpose)) for key in given])


def _derived(key: str, purpose: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"sansi/{purpose}".encode("ascii"))
    return base64.urlsafe_b64encode(kdf.derive(key.encode()))
