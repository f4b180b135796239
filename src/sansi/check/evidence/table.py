"""读表 · The text of a table in check/data, read when the module that uses it is imported.

`check()` opens no file, so a table must be in hand before the first draft is; it is taken apart only
when first asked for.
"""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


def table(name: str) -> str:
    """The lines of data/`name` without the lines of its head that start with "#"."""
    text = (_DATA / name).read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text
