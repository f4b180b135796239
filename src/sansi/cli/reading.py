"""读文本 · The text of a file or of standard input, piece by piece, however big it is.

Every way that it can go wrong ends in `Unreadable`, which says what is wrong and what to do; what is no plain
text ends in `NoText`, and is for the sandbox.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from sansi.check.extract import encodings
from sansi.check.extract.document import Unreadable
from sansi.check.model import Both
from sansi.sandbox import files

BLOCK = 1 << 20
# What RFC 5322 messages begin with; three of them make one (see `kinds`).
_MAIL = tuple(
    f"\n{name}:".encode()
    for name in ("from", "to", "subject", "date", "received", "message-id", "mime-version", "content-type")
)


class NoText(Unreadable):
    """A source that is no plain text. `head` is what has been taken of it."""

    def __init__(self, head: bytes) -> None:
        """Say what it is and what to do; who can read more kinds does not show it."""
        super().__init__(_no_text(head))
        self.head = head


class Text:
    """The text of one source, to be taken once, and what went wrong while taking it."""

    def __init__(self, stream: BinaryIO, encoding: str, head: bytes = b"", *, valid: bool = False) -> None:
        """Read `stream`, of which `head` has already been taken; `valid` when it was read before."""
        self.encoding = encoding
        # Where every byte is known to be right, a U+FFFD was written there by somebody.
        self._valid = valid
        self._stream = stream
        self._head = head
        self._decoder = encodings.Decoder(encoding)

    def pieces(self) -> Iterator[str]:
        """The text, piece by piece.

        Raises OSError when the reading fails half-way.
        """
        return self._decoder.pieces(self._blocks())

    def _blocks(self) -> Iterator[bytes]:
        if self._head:
            yield self._head
        while block := self._stream.read(BLOCK):
            yield block

    @property
    def problem(self) -> Both | None:
        """What kept a part of the text from being checked, once it has been read."""
        if self._valid or not self._decoder.broken:
            return None
        count, name = self._decoder.broken, self.encoding.upper()
        return Both(
            f"有 {count} 处不是合法的 {name}，那里没有检查；请另存为 UTF-8 再查",
            f"{count} places are not valid {name} and were not checked: save it as UTF-8 and check again",
        )


class FileText(Text):
    """The text of a file, which may change under our feet."""

    def __init__(self, stream: BinaryIO, *, plain: bool) -> None:
        """Look what `stream` is, and remember what the file looked like.

        Raises NoText when it is no text, or text of a kind that is not read as it stands and `plain` is asked.
        """
        self._before = files.state(stream)
        encoding, valid = _encoding_of(stream, plain=plain)
        super().__init__(stream, encoding, valid=valid)

    @property
    def problem(self) -> Both | None:
        """See `Text`."""
        if files.state(self._stream) != self._before:
            return Both(
                "检查期间被改动；请等写完再查",
                "changed while it was being checked: check again when it is finished",
            )
        return super().problem


@contextmanager
def opened(path: str, *, plain: bool = False) -> Iterator[FileText]:
    """The text of the file at `path`; only `plain` text, or also what is written as text, such as HTML.

    Raises Unreadable when it is no regular file, no text, or may not be read.
    """
    with files.opened(path) as stream:
        yield FileText(stream, plain=plain)


def _encoding_of(stream: BinaryIO, *, plain: bool) -> tuple[str, bool]:
    """The encoding, and whether every byte of the stream is known to be right in it."""
    head = stream.read(BLOCK)
    if encodings.format_of(head) or (plain and _is_marked_up(head)):
        raise NoText(head)
    if mark := encodings.marked(head):
        stream.seek(0)
        return mark, False
    if len(head) == BLOCK and not encodings.guessed(head, whole=False, utf8=True):
        # Two gigabytes of zeros are valid UTF-8 too, and no text: no need to read them all.
        raise NoText(head)
    utf8 = _is_utf8(head, stream)
    encoding = encodings.guessed(head, whole=len(head) < BLOCK, utf8=utf8)
    if not encoding:
        raise NoText(head)
    stream.seek(0)
    return encoding, utf8 and encoding == encodings.UTF8


def _is_marked_up(head: bytes) -> bool:
    """Whether it is HTML, RTF, a message or an archive of the web: what begins like one is looked at closely."""
    start = head[:256].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if not start.startswith((b"<", b"{\\rtf", b"WARC/", b"From ")):
        top = b"\n" + head[:8192].lower()
        if sum(name in top for name in _MAIL) < 3:
            return False
    from sansi.check.extract.kinds import kind_of  # noqa: PLC0415 - 10 ms that plain text need not pay

    return kind_of(head) != "text"


def _is_utf8(head: bytes, stream: BinaryIO) -> bool:
    """Whether all of the stream is valid UTF-8: a GBK file may begin with a megabyte of ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    block = head
    try:
        while block:
            decoder.decode(block)
            block = stream.read(BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _no_text(head: bytes) -> Both:
    kind = encodings.format_of(head)
    zh, en = (f"是 {kind} 文件", f"is a {kind} file") if kind else ("不是文本文件", "is not a text file")
    return Both(
        f"{zh}，这里只处理文本；请另存为纯文本",
        f"{en}, and only text can be taken here: save it as plain text",
    )


def standard_input(*, plain: bool = False) -> Text:
    """The text on standard input; see `opened`.

    It cannot be read twice, so the first megabyte decides the encoding. Raises NoText when it is no text.
    """
    stream = sys.stdin.buffer
    head = stream.read(BLOCK)
    if plain and _is_marked_up(head):
        raise NoText(head)
    return text_of(stream, head)


def text_of(stream: BinaryIO, head: bytes) -> Text:
    """The text of `stream`, of which `head` has been taken. Raises NoText when it is no text."""
    encoding = encodings.marked(head)
    if not encoding:
        text = codecs.getincrementaldecoder("utf-8")("replace").decode(head, final=len(head) < BLOCK)
        valid = "\ufffd" not in text or "\ufffd".encode() in head
        encoding = encodings.guessed(head, whole=len(head) < BLOCK, utf8=valid)
    if not encoding:
        raise NoText(head)
    return Text(stream, encoding, head)
