"""PDF · Pages with places as boxes, and what PDF files hide (ISO 32000-2)."""

from __future__ import annotations

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.reader import Asked, Reader
from sansi.check.model import Both


def _read(data: bytes, asked: Asked) -> Document:
    # The libraries load for a tenth of a second, which a plain text should not wait for.
    from sansi.check.extract import pdf_opening, pdf_reading  # noqa: PLC0415 - see above
    from sansi.check.extract.pdf_file import Broken, Locked  # noqa: PLC0415 - see above

    try:
        return pdf_reading.Reading(data, asked).whole()
    except (Locked, Broken) as error:
        raise pdf_opening.unreadable(error) from error
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # a library's: what it says is of no use to the author of the file
        raise pdf_opening.unreadable(error) from error


READER = Reader(("pdf",), Both("PDF 文档", "PDF documents"), _read)
