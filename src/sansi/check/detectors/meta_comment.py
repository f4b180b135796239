"""批注 · Comments (ISO/IEC 29500-1 17.13.4)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-comment",
    Severity.MEDIUM,
    title=Both("批注", "Comments"),
    why=Both(
        "批注往往是内部意见，随文件一起公开就收不回来。",
        "Comments are often internal opinions; published with the file they cannot be taken back.",
    ),
    advice=Both(
        "处理完后删除全部批注，再另存。",
        "Settle and delete all comments, then save again.",
    ),
    source="ISO/IEC 29500-1 17.13.4; ISO 32000-2 12.5",
)
