"""以前的版本 · Earlier versions (ISO 32000-2 7.5.6)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-revision",
    Severity.MEDIUM,
    title=Both("以前的版本", "Earlier versions"),
    why=Both(
        "文件里保留着改动之前的版本，删掉的内容可以还原。",
        "The file still holds an earlier version, from which what was deleted can be restored.",
    ),
    advice=Both(
        "用 sansi clean，或另存为一份新文件。",
        "Use `sansi clean`, or save it as a new file.",
    ),
    source="ISO 32000-2 7.5.6",
)
