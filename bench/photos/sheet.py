"""画页 · A sheet to write on, the fonts to write with, and what was written that must be found."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
# Families that have the Han characters, and how a document or a screen would use them.
_SANS = ("NotoSansCJK-Regular", "wqy-microhei", "wqy-zenhei", "NotoSansSC-Regular", "SourceHanSansSC-Regular")
_SERIF = ("NotoSerifCJK-Regular", "gbsn00lp", "gkai00mp", "uming", "ukai")
_BOLD = ("NotoSansCJK-Bold", "NotoSerifCJK-Bold", "wqy-zenhei", "wqy-microhei")
_SIMPLIFIED = 2
"""Which face of a collection of Noto CJK is the simplified Chinese one."""


@cache
def _files() -> dict[str, Path]:
    folders = [*_FOLDERS, *os.environ.get("SANSI_FONTS", "").split(os.pathsep)]
    found: dict[str, Path] = {}
    for folder in filter(None, folders):
        for path in sorted(Path(folder).expanduser().rglob("*")):
            if path.suffix.lower() in {".ttf", ".ttc", ".otf"}:
                found.setdefault(path.stem, path)
    return found


def families(style: str) -> list[str]:
    """The fonts at hand for "sans", "serif" or "bold"; serif falls back to what there is.

    Raises SystemExit when there is none that has Chinese.
    """
    wanted = {"sans": _SANS, "serif": _SERIF + _SANS, "bold": _BOLD}[style]
    here = [name for name in wanted if name in _files()]
    if not here:
        raise SystemExit("no Chinese font found: install fonts-wqy-microhei, or set SANSI_FONTS to a folder")
    if style == "serif":
        return [n for n in here if n in _SERIF] or here
    return here


def file_of(name: str) -> Path:
    """Where a font of `families` lies."""
    return _files()[name]


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font by the name of its file."""
    index = _SIMPLIFIED if name.startswith("Noto") and _files()[name].suffix == ".ttc" else 0
    return ImageFont.truetype(str(_files()[name]), size, index=index)


@dataclass
class Sheet:
    """A picture under way, and what on it must be found: pairs of a rule id and the value."""

    image: Image.Image
    truths: list[tuple[str, str]] = field(default_factory=list)
    paper: tuple[int, int, int] = (255, 255, 255)

    @classmethod
    def blank(cls, width: int, height: int, paper: tuple[int, int, int] = (255, 255, 255)) -> Sheet:
        """An empty sheet."""
        return cls(Image.new("RGB", (width, height), paper), paper=paper)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """What draws on it."""
        return ImageDraw.Draw(self.image)

    def write(
        self,
        at: tuple[float, float],
        text: str,
        face: ImageFont.FreeTypeFont,
        ink: tuple[int, int, int] = (20, 20, 20),
    ) -> float:
        """Write a line; returns where it ends."""
        self.pen.text(at, text, font=face, fill=ink)
        return at[0] + self.pen.textlength(text, font=face)

    def wrapped(self, text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
        """`text` broken into lines of at most `width`, anywhere, as Chinese typesetting does."""
        lines, line = [], ""
        for c in text:
            if c == "\n" or self.pen.textlength(line + c, font=face) > width:
                lines.append(line)
                line = "" if c == "\n" else c
            else:
                line += c
        return [*lines, line] if line else lines


def pick(rng: Random, style: str) -> str:
    """The name of some font of a style."""
    return rng.choice(families(style))
