"""编辑软件留下的记录 · Records of editing programs (ISO 16684-1)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-xmp",
    Severity.LOW,
    title=Both("编辑软件留下的记录", "Records of editing programs"),
    why=Both(
        "XMP 里可能有作者、编辑历史、原文件路径和内部编号。",
        "XMP may hold authors, editing history, paths of original files and internal numbers.",
    ),
    advice=Both(
        "用 sansi clean 去掉。",
        "Remove it with `sansi clean`.",
    ),
    source="ISO 16684-1",
)
