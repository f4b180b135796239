"""网页 · Pages: their words, what they show on asking, and what only their source holds (WHATWG HTML)."""

from __future__ import annotations

import re

from sansi.check.extract import htmls
from sansi.check.extract.document import Document
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.readers.text import broken_places, decoded
from sansi.check.model import Both

# HTML 13.2.3.2 looks at the first 1024 bytes; pages with long comments on top have it later.
_CHARSET = re.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})")


def _read(data: bytes, asked: Asked) -> Document:
    declared = _CHARSET.search(data[:8192])
    text, encoding, broken = decoded(data, declared[1].decode("ascii") if declared else "")
    document = htmls.page(text, asked)
    document.encoding = encoding
    if broken:
        document.gaps.append(broken_places(broken, encoding))
    return document


READER = Reader(("html",), Both("网页", "Web page"), _read)
