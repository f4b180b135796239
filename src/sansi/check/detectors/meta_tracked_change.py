"""修订痕迹 · Tracked changes (ISO/IEC 29500-1 17.13.5)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-tracked-change",
    Severity.HIGH,
    title=Both("修订痕迹", "Tracked changes"),
    why=Both(
        "删掉的字句仍在文件里，任何人点一下就能看到。",
        "Deleted sentences are still in the file for anybody who clicks.",
    ),
    advice=Both(
        "接受或拒绝全部修订，再另存；或用 sansi clean。",
        "Accept or reject all changes and save again, or use `sansi clean`.",
    ),
    source="ISO/IEC 29500-1 17.13.5; OpenDocument 1.3 part 3, 5.5",
)
