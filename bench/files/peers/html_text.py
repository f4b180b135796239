"""The standard library's parser of HTML, collecting text."""

from __future__ import annotations

import platform
from html.parser import HTMLParser

import passes


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.aside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser calls it so
        self.aside = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser calls it so
        self.aside = False

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.pieces.append(data)


def text_of(data: bytes) -> str:
    """The text of a page."""
    parser = _Text()
    parser.feed(data.decode())
    parser.close()
    return "".join(parser.pieces)


if __name__ == "__main__":
    passes.main(platform.python_version(), text_of)
