"""隐藏的文字 · Hidden text (ISO/IEC 29500-1 17.3.2.41)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-hidden-text",
    Severity.MEDIUM,
    title=Both("隐藏的文字", "Hidden text"),
    why=Both(
        "设为隐藏、白色、极小或移出页面的文字，看不见却能复制、能搜到。",
        "Text that is hidden, white, tiny or off the page is not seen, but copied and found.",
    ),
    advice=Both(
        "确认是否该公开；不该的，删除原文而不是藏起来。",
        "Decide whether it may go out; if not, delete it rather than hide it.",
    ),
    source="ISO/IEC 29500-1 17.3.2.41; ISO 32000-2 9.3.6",
)
