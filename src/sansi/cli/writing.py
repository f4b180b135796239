"""写文件 · Writing a file so that it is either the old one or the new one, never half of each."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from sansi.cli.app import Failure


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


def refuse_output(file: str, output: str, *, force: bool) -> None:
    """Raise Failure unless `output` may be written when `file` has been read; "-" is always free."""
    if output == "-" or not Path(output).exists():
        return
    if file != "-" and Path(file).exists() and Path(output).samefile(file):
        raise Failure(
            "OUT 就是原件；原件不能动，请另取名字",
            "OUT is the original, which is never touched: choose another name",
        )
    if not force:
        raise Failure(
            f"{output} 已经存在；请另取名字，或加 --force",
            f"{output} exists: choose another name, or add --force",
        )


def put(data: bytes, output: str) -> None:
    """Write `data` to `output`, all or nothing; "-" is standard output. Raises Failure."""
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        replace_file(Path(output), data)
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(f"写不了 {output}：{said}", f"cannot write {output}: {said}") from None
