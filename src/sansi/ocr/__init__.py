"""图中文字 · The words in photos and scans, read on this machine.

The models come in the package `rapidocr` (PP-OCRv6, Apache-2.0) and only they are used of it: none of its code
runs, so that there is nothing that could fetch anything.
"""

from __future__ import annotations

from sansi.check.extract.reader import Ocr
from sansi.ocr.models import Missing, opened
from sansi.ocr.pages import Pages

__all__ = ["Missing", "load"]


def load() -> Ocr:
    """Open the models, which takes about a third of a second. Raises Missing when they are not installed."""
    return Pages(opened())
