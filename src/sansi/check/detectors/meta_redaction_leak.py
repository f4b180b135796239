"""黑块下面的文字 · Text under a black box (ISO 32000-2 12.5.6.23)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-redaction-leak",
    Severity.HIGH,
    title=Both("黑块下面的文字", "Text under a black box"),
    why=Both(
        "盖了黑块，底下的文字还在，复制出来就能读。",
        "A box was drawn over the words, but they are still there to be copied.",
    ),
    advice=Both(
        "用 sansi redact 真正删掉文字，不要只画黑块。",
        "Remove the words for good with `sansi redact`; do not only draw over them.",
    ),
    source="ISO 32000-2 12.5.6.23",
)
