"""方向 · Which way a picture is held: the one tag of Exif that must stay, in a block that holds nothing else."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from sansi.check.extract.pictures import exif

_TAG, _SHORT = 0x0112, 3


def block(tiffs: Iterable[bytes]) -> bytes:
    """A TIFF header and directory with only the orientation that `tiffs` give; b"" where it is upright."""
    held = next((way for tiff in tiffs if (way := exif.read(tiff).orientation) != 1), 1)
    if held == 1:
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _TAG, _SHORT, 1, held, 0, 0)
