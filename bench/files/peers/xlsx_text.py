"""openpyxl, its fastest way: read-only, values only."""

from __future__ import annotations

import io
from importlib.metadata import version

import openpyxl
import passes


def text_of(data: bytes) -> str:
    """The text of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return "\n".join(
        "\t".join("" if value is None else str(value) for value in row)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    )


if __name__ == "__main__":
    passes.main(version("openpyxl"), text_of)
