"""图片末尾的多余数据 · Data after the end of an image (ISO/IEC 10918-1 EOI)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-trailing-data",
    Severity.MEDIUM,
    title=Both("图片末尾的多余数据", "Data after the end of an image"),
    why=Both(
        "图片结束之后还有数据：可能是另一张图、一段视频或被藏起来的文件。",
        "Something follows the end of the image: another picture, a film, or a hidden file.",
    ),
    advice=Both(
        "用 sansi clean 去掉，或把图片重新导出。",
        "Remove it with `sansi clean`, or export the image anew.",
    ),
    source="ISO/IEC 10918-1 EOI; ISO/IEC 15948 IEND",
)
