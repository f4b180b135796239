"""纯文本的埋点 · Plain text, with a plant in a cell of a table."""

from __future__ import annotations

from sansi.check.model import Both
from sansi.check.place import TextPlace
from tests.check.extract.plants.plant import Format, Plant

FORMATS = (
    Format(
        Both("纯文本", "Plain text"),
        ("text",),
        "txt md csv tsv json yaml xml toml ini log py js …",
        lambda: "标题 plant-line\n姓名,电话\n张三,plant-cell\n".encode("gb18030"),
        (
            Plant("每一行", "every line", "plant-line", TextPlace(1, 4)),
            Plant("表格的单元格", "cells of tables", "plant-cell", TextPlace(3, 4)),
        ),
        unread=(
            Both(
                "认得 UTF-8、UTF-16、UTF-32（要有标记）、GB18030（含 GBK）和 Windows-1252；不认得 Big5、Shift-JIS。",
                "UTF-8, UTF-16, UTF-32 with its mark, GB18030 (with GBK) and Windows-1252 are known; Big5 and Shift-JIS are not.",
            ),
        ),
    ),
)
