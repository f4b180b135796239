"""隐藏的工作表、行或列 · Hidden sheets, rows or columns (ISO/IEC 29500-1 18.2.19, 18.3.1.13, 18.3.1.73)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-hidden-sheet",
    Severity.MEDIUM,
    title=Both("隐藏的工作表、行或列", "Hidden sheets, rows or columns"),
    why=Both(
        "隐藏的表格一点就能显示，名单泄露多由此而来。",
        "One click shows a hidden sheet: this is how lists of people leak.",
    ),
    advice=Both(
        "删除隐藏的表、行、列，或把要公开的部分另存为新文件。",
        "Delete what is hidden, or copy what is meant to go out into a new file.",
    ),
    source="ISO/IEC 29500-1 18.2.19, 18.3.1.13, 18.3.1.73",
)
