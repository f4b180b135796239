"""宏 · Macros (MS-OVBA)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-macro",
    Severity.MEDIUM,
    title=Both("宏", "Macros"),
    why=Both(
        "文件带有宏程序，收件人的电脑可能拒收或被利用；宏里也常写着内部路径。",
        "The file carries programs: receivers may refuse it, and macros often hold internal paths.",
    ),
    advice=Both(
        "另存为不带宏的格式（docx、xlsx、pptx）。",
        "Save it in a format without macros (docx, xlsx, pptx).",
    ),
    source="MS-OVBA; MS-OFFMACRO2",
)
