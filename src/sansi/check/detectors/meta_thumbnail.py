"""缩略图 · Thumbnail (CIPA DC-008 (Exif 3.0) IFD1)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-thumbnail",
    Severity.MEDIUM,
    title=Both("缩略图", "Thumbnail"),
    why=Both(
        "照片里的缩略图可能还是裁剪、打码之前的样子。",
        "The thumbnail inside a photo may still show it as it was before it was cropped or blurred.",
    ),
    advice=Both(
        "用 sansi clean 去掉。",
        "Remove it with `sansi clean`.",
    ),
    source="CIPA DC-008 (Exif 3.0) IFD1; ISO/IEC 29500-2 thumbnails",
)
