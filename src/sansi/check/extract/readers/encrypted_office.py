"""加密的办公文档 · Office documents locked with a password (MS-OFFCRYPTO 2.3).

One password everybody has: Excel locks a workbook that is “read-only recommended” with a fixed one, and opens it
without asking. Such a file is read.
"""

from __future__ import annotations

import io
import re

from sansi.check.extract.budget import MEMBER_BYTES
from sansi.check.extract.document import Document, Embedded, Unreadable
from sansi.check.extract.reader import Asked, Reader
from sansi.check.model import Both

_LOCKED = Both(
    "有打开密码，没有检查；请用原来的软件去掉密码（文件－信息－保护－用密码加密，清空密码）另存后再查",
    "is locked with a password and was not checked: remove it in its own program"
    " (File, Info, Protect, Encrypt with Password, leave it empty), save it and check that",
)
# MS-OFFCRYPTO 2.4.2.4
_FIXED = {"password": "VelvetSweatshop"}
_SPINS = re.compile(rb'spinCount="(\d+)"')
# Office turns the password 100,000 times; a file may ask for ten million, which takes minutes.
_MOST_SPINS = 200_000


def _read(data: bytes, asked: Asked) -> Document:
    inside = _opened(data) if len(data) <= MEMBER_BYTES else b""
    if not inside:
        raise Unreadable(_LOCKED)
    asked.budget.unpack(len(inside))
    return Document(asked.kind, embedded=[Embedded(asked.name or "xlsx", inside)])


def _opened(data: bytes) -> bytes:
    """What is inside, when the fixed password opens it."""
    spins = [int(n) for n in _SPINS.findall(data)]
    if any(n > _MOST_SPINS for n in spins):
        return b""
    try:
        import msoffcrypto  # noqa: PLC0415 - few files are of this kind, and it is slow to import

        held = io.BytesIO()
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(**_FIXED, verify_password=True)
        file.decrypt(held)
    except Exception:  # noqa: BLE001 - whatever it makes of a damaged container, the file stays locked, and we say so
        return b""
    return held.getvalue()


READER = Reader(("encrypted-office",), Both("加密的办公文档", "Locked office document"), _read)
