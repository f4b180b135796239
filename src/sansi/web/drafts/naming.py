"""文件名 · What a file is called that was written anew."""

from __future__ import annotations

from pathlib import PurePosixPath

from sansi.check.model import Both
from sansi.check.report.preview import clean

_REDACTED = Both("已遮盖", "redacted")
_CLEANED = Both("已清理", "cleaned")
_DRAFT = Both("草稿", "draft")
_LONGEST = 80
# In what is written no macro is left, and a program would refuse a file that claims to have some.
_WITHOUT_MACROS = {
    ".docm": ".docx", ".dotm": ".dotx", ".xlsm": ".xlsx", ".xltm": ".xltx", ".pptm": ".pptx", ".ppsm": ".ppsx",
    ".potm": ".potx",
}  # fmt: skip


def redacted(name: str, lang: str) -> str:
    """The name of `name` blacked out; of a text that had none, where that is ""."""
    return _renamed(name, _REDACTED, lang)


def cleaned(name: str, lang: str) -> str:
    """The name of `name` without what was hidden in it."""
    return _renamed(name, _CLEANED, lang)


def _renamed(name: str, what: Both, lang: str) -> str:
    """`name` with `what` before its ending: nobody mixes the two up then."""
    path = PurePosixPath(clean(name.replace("\\", "/")) or f"{_DRAFT.in_(lang)}.txt")
    suffix = _WITHOUT_MACROS.get(path.suffix.lower(), path.suffix)[:_LONGEST]
    stem = path.stem[:_LONGEST].strip(". ") or _DRAFT.in_(lang)
    return f"{stem}（{what.zh}）{suffix}" if lang == "zh" else f"{stem}-{what.en}{suffix}"
