"""pypdf: the text of each page."""

from __future__ import annotations

import io
from importlib.metadata import version

import passes
import pypdf


def text_of(data: bytes) -> str:
    """The text of a PDF file."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


if __name__ == "__main__":
    passes.main(version("pypdf"), text_of)
