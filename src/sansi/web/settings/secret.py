"""会话密钥 · The key that signs sessions: given, or made once and kept beside the database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

NAME = "secret-key"


def secret_key(given: str, data: Path) -> str:
    """The key that is set, else the one in the data folder, which is made at the first start."""
    if given:
        return given
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = data / NAME
    try:
        # Two processes may start at once: only one of them makes the file, and nobody else may read it.
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii")
