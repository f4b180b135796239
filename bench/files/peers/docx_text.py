"""python-docx: paragraphs, tables and headers."""

from __future__ import annotations

import io
from importlib.metadata import version
from typing import Any

import docx
import passes
from docx.table import Table


def _lines(part: Any) -> list[str]:
    lines = []
    for block in part.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return lines


def text_of(data: bytes) -> str:
    """The text of a document."""
    document = docx.Document(io.BytesIO(data))
    asides = [part for section in document.sections for part in (section.header, section.footer)]
    return "\n".join(line for part in (document, *asides) for line in _lines(part))


if __name__ == "__main__":
    passes.main(version("python-docx"), text_of)
