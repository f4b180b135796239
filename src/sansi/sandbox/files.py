"""打开文件 · Opening a file that somebody wants checked: only regular files, and never waiting for ever."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both

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


def why(error: OSError) -> Both:
    """What to tell a person about `error`."""
    known = _WHY.get(error.errno or 0)
    said = error.strerror or str(error)
    return known or Both(f"读不了：{said}", f"cannot be read: {said}")


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file at `path`, to be read. Raises Unreadable when it is no regular file or may not be read."""
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
            yield stream
        except OSError as error:
            raise Unreadable(why(error)) from None


def state(stream: BinaryIO) -> tuple[int, int]:
    """Size and time of change: what differs when somebody writes to the file meanwhile."""
    now = os.fstat(stream.fileno())
    return now.st_size, now.st_mtime_ns
