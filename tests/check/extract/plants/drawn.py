"""画出来的字 · Pictures with words on them, for plants that only OCR finds."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def paper(*words: str) -> Image:
    """White paper of 420 by 140 pixels with a line for each of `words`."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (420, 40 + 50 * len(words)), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(32)
    for number, line in enumerate(words):
        pen.text((24, 24 + 50 * number), line, font=font, fill="black")
    return image


def picture(form: str, *words: str, **saving: object) -> bytes:
    """A picture file with `words` on it."""
    held = io.BytesIO()
    paper(*words).save(held, form, **saving)
    return held.getvalue()
