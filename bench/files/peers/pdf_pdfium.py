"""pypdfium2 alone: the text of each page, no place of it, nothing that is hidden."""

from __future__ import annotations

from importlib.metadata import version

import passes
import pypdfium2


def text_of(data: bytes) -> str:
    """The text of a PDF file."""
    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_bounded())
        text.close()
        page.close()
    document.close()
    return "\n".join(pages)


if __name__ == "__main__":
    passes.main(version("pypdfium2"), text_of)
