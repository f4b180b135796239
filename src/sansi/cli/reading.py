"""读文件 · Opening a file that somebody wants checked: only text, only regular files, never for ever.

Every way that it can go wrong ends in `Unreadable`, which says what is wrong and what to do.
"""

from __future__ import annotations

import codecs
import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from sansi.check.extract import encodings
from sansi.check.model import Both

BLOCK = 1 << 20
_KINDS = (
    (stat.S_ISDIR, Both("是文件夹", "is a folder")),
    (stat.S_ISFIFO, Both("是管道（FIFO），不是普通文件", "is a pipe (FIFO), not a regular file")),
    (stat.S_ISSOCK, Both("是套接字，不是普通文件", "is a socket, not a regular file")),
    (stat.S_ISCHR, Both("是设备，不是普通文件", "is a device, not a regular file")),
    (stat.S_ISBLK, Both("是设备，不是普通文件", "is a device, not a regular file")),
)
_FORBIDDEN = Both(
    "没有读取权限；请让文件主人开放，或换有权限的账户",
    "permission denied: ask its owner, or use an account that may read it",
)
_WHY = {
    errno.ENOENT: Both("不存在；请核对路径", "does not exist: check the path"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ELOOP: Both("链接绕成了圈；请直接给出目标文件", "is a loop of links: name the file they should lead to"),
    errno.ENAMETOOLONG: Both("路径太长；请到里层文件夹再检查", "the path is too long: check from inside a deeper folder"),
    errno.ENXIO: Both("是套接字，不是普通文件", "is a socket, not a regular file"),
}  # fmt: skip


class Unreadable(Exception):  # noqa: N818 - it is what became of the file, as the contract says it
    """A file that was not checked. `binary` when it is simply no text."""

    def __init__(self, reason: Both, *, binary: bool = False) -> None:
        """Say why, and what to do, in both languages."""
        super().__init__(reason.en)
        self.reason = reason
        self.binary = binary


def why(error: OSError) -> Both:
    """What to tell a person about `error`."""
    known = _WHY.get(error.errno or 0)
    said = error.strerror or str(error)
    return known or Both(f"读不了：{said}", f"cannot be read: {said}")


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

    def __init__(self, stream: BinaryIO) -> None:
        """Look what `stream` is, and remember what the file looked like.

        Raises Unreadable when it is no text.
        """
        self._before = _state(stream)
        encoding, valid = _encoding_of(stream)
        super().__init__(stream, encoding, valid=valid)

    @property
    def problem(self) -> Both | None:
        """See `Text`."""
        if _state(self._stream) != self._before:
            return Both(
                "检查期间被改动；请等写完再查",
                "changed while it was being checked: check again when it is finished",
            )
        return super().problem


def _state(stream: BinaryIO) -> tuple[int, int]:
    now = os.fstat(stream.fileno())
    return now.st_size, now.st_mtime_ns


@contextmanager
def opened(path: str) -> Iterator[FileText]:
    """The text of the file at `path`.

    Raises Unreadable when it is no regular file, no text, or may not be read.
    """
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to never returns.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Unreadable(why(error)) from None
    if reason := next((said for is_kind, said in _KINDS if is_kind(os.fstat(handle).st_mode)), None):
        os.close(handle)
        raise Unreadable(reason)
    with os.fdopen(handle, "rb") as stream:
        try:
            yield FileText(stream)
        except OSError as error:
            raise Unreadable(why(error)) from None


def _encoding_of(stream: BinaryIO) -> tuple[str, bool]:
    """The encoding, and whether every byte of the stream is known to be right in it."""
    head = stream.read(BLOCK)
    if mark := encodings.marked(head):
        stream.seek(0)
        return mark, False
    utf8 = _is_utf8(head, stream)
    encoding = encodings.guessed(head, whole=len(head) < BLOCK, utf8=utf8)
    if not encoding:
        raise Unreadable(_no_text(head), binary=True)
    stream.seek(0)
    return encoding, utf8 and encoding == encodings.UTF8


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
        f"{zh}，目前只检查文本；请另存为纯文本，或复制文字后用 sansi check - 检查",
        f"{en}, and only text is checked for now: save it as plain text, or paste the words into sansi check -",
    )


def standard_input() -> Text:
    """The text on standard input.

    It cannot be read twice, so the first megabyte decides the encoding. Raises Unreadable when it
    is no text.
    """
    stream = sys.stdin.buffer
    head = stream.read(BLOCK)
    encoding = encodings.marked(head)
    if not encoding:
        text = codecs.getincrementaldecoder("utf-8")("replace").decode(head, final=len(head) < BLOCK)
        valid = "\ufffd" not in text or "\ufffd".encode() in head
        encoding = encodings.guessed(head, whole=len(head) < BLOCK, utf8=valid)
    if not encoding:
        raise Unreadable(_no_text(head), binary=True)
    return Text(stream, encoding, head)
