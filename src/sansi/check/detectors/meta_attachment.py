"""附带的文件 · Embedded files (ISO 32000-2 7.11.4)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-attachment",
    Severity.MEDIUM,
    title=Both("附带的文件", "Embedded files"),
    why=Both(
        "文件里还装着别的文件，发布时会一起出去。",
        "Other files are packed inside and go out with this one.",
    ),
    advice=Both(
        "确认附件是否该公开；不该的，删除后另存。",
        "Check whether they may go out; if not, remove them and save again.",
    ),
    source="ISO 32000-2 7.11.4; ISO/IEC 29500-2",
)
