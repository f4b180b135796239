"""打开 PDF · How a PDF file is opened, and what its author is told when it cannot be."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from sansi.check.extract import pdf_values
from sansi.check.extract.budget import MEMBER_BYTES, too_big
from sansi.check.extract.document import Unreadable
from sansi.check.extract.pdf_file import Locked
from sansi.check.extract.pdf_streams import swells
from sansi.check.model import Both


def structure(data: bytes) -> Any:
    """The objects of the file, None when they cannot be had."""
    try:
        return pikepdf.open(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - whatever a damaged structure makes the library raise
        return None


def without_bomb(data: bytes, pdf: Any) -> bytes:
    """The bytes to open: PDFium unpacks the XMP properties of a file at once, however big they grow.

    Raises Unreadable where they cannot be left out.
    """
    metadata = pdf_values.entry(pdf.Root, "/Metadata") if pdf is not None else None
    if not isinstance(metadata, pikepdf.Stream) or not swells(metadata):
        return data
    if b"/Metadata" not in data:
        raise too_big(f"{MEMBER_BYTES >> 20} MB")
    return data.replace(b"/Metadata", b"/Metadat-")


def unreadable(error: Exception) -> Unreadable:
    """What to tell the author of a file that cannot be opened."""
    if isinstance(error, Locked) and not error.unknown:
        return Unreadable(
            Both(
                "有打开密码；请用密码打开后另存为没有密码的 PDF 再查",
                "asks for a password: open it with the password, save it without one and check that",
            )
        )
    if isinstance(error, Locked):
        return Unreadable(
            Both(
                "用证书或权限系统加密；请用原来的软件打开，打印成 PDF 再查",
                "is locked with a certificate or by rights management: open it where you can and print it to a PDF",
            )
        )
    return Unreadable(
        Both("PDF 已损坏，打不开；请从原稿重新导出", "is a damaged PDF: export it anew from the original")
    )
