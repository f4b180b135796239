"""作者和单位的名字 · Names of authors and their organisation (ISO/IEC 29500-2 core properties)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-author",
    Severity.LOW,
    title=Both("作者和单位的名字", "Names of authors and their organisation"),
    why=Both(
        "文件属性里的作者、最后保存者和单位，会说出是谁写的、在哪台电脑上写的。",
        "The properties tell who wrote and last saved the file, and for whom.",
    ),
    advice=Both(
        "用 sansi clean 去掉，或在“文件－信息－检查文档”中删除。",
        "Remove it with `sansi clean`, or with “Inspect Document” in the office program.",
    ),
    source="ISO/IEC 29500-2 core properties; ISO 32000-2 14.3; Exif Artist",
)
