"""部件 · What a picture's file is made of beside the pixels, whatever its format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sansi.check.extract import encodings
from sansi.check.model import Both

MOST_TEXT = 1 << 20
"""Bytes of one comment, packet or chunk that are looked at; what people write is far shorter."""
_PRINTABLE = re.compile(r"[ -~\u00a1-\u024f\u2010-\u2040\u3000-\u9fff\uff00-\uffef]{6,}")


@dataclass
class Parts:
    """Raw parts of a picture: `exif` begins with the TIFF header, each of `texts` has the name of its field."""

    exif: list[bytes] = field(default_factory=list)
    xmp: list[bytes] = field(default_factory=list)
    iptc: list[bytes] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    previews: list[tuple[str, bytes]] = field(default_factory=list)
    trailing: bytes = b""
    complete: bool = True
    gaps: list[Both] = field(default_factory=list)

    def say(self, name: str, raw: bytes) -> None:
        """Keep a text that somebody wrote into the file, in whatever encoding."""
        text = decoded(raw)
        if text:
            self.texts.append((name, text))

    def strings(self, name: str, raw: bytes) -> None:
        """Keep what can be read in a part of unknown make-up."""
        if len(raw) > MOST_TEXT:
            self.gaps.append(
                Both(
                    f"“{name}”部分太大，只看了前 {MOST_TEXT >> 20} MB",
                    f"the part “{name}” is very big: only its first {MOST_TEXT >> 20} MB were looked at",
                )
            )
        found = _PRINTABLE.findall(raw[:MOST_TEXT].decode("utf-8", "replace"))
        if found:
            self.texts.append((name, "\n".join(found)))


def decoded(raw: bytes) -> str:
    """The text of a field: UTF-8 where that holds, else what encodings of China and the West make of it."""
    raw = raw[:MOST_TEXT].rstrip(b"\0 ")
    if not raw.strip(b"\0 "):
        return ""
    for encoding in ("utf-8", encodings.GB):
        try:
            return raw.decode(encoding).replace("\0", "\n").strip()
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1").replace("\0", "\n").strip()
