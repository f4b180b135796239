"""写文件 · Writing a file so that it is either the old one or the new one, never half of each."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def replace_file(file: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Put `data` at `file`, whole or not at all. Raises OSError when that cannot be done."""
    # Beside the file, so that the last step is a rename within one file system.
    beside = file.with_name(f".{file.name[:80]}.{secrets.token_hex(6)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def new_file(file: Path, text: str) -> None:
    """Write `text` to a `file` that must not exist yet. Raises FileExistsError when it does."""
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
