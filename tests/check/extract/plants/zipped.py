"""压缩包 · Zip containers for plants: made of parts, or those of another program with parts added."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def added(data: bytes, parts: Mapping[str, str | bytes], patched: dict[str, tuple[str, str]]) -> bytes:
    """`data` with more parts, and others changed in one place each."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name in patched:
                before, after = patched[name]
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
        for name, part in parts.items():
            new.writestr(name, part)
    return held.getvalue()


def zipped(parts: Mapping[str, str | bytes], mimetype: str = "") -> bytes:
    """A zip of `parts`; `mimetype` is stored before them, as OpenDocument and EPUB want it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()
