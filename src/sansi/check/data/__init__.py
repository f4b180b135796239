"""数据 · Tables and word lists; each says where it comes from on its first lines.

`check()` opens no file, so a table must be in hand before the first draft is: it is read when the
module that uses it is imported, and taken apart only when first asked for.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def table(name: str) -> str:
    """The lines of data/`name` without the lines of its head that start with "#"."""
    text = (_HERE / name).read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text
