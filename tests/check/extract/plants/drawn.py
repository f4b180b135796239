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


def coded(payload: str) -> Image:
    """White paper with a QR code that holds `payload`."""
    import segno
    from PIL import Image

    held = io.BytesIO()
    segno.make(payload, micro=False).save(held, kind="png", scale=6)
    sheet = Image.new("RGB", (420, 420), "white")
    sheet.paste(Image.open(held).convert("RGB"), (100, 100))
    return sheet


def photographed(form: str, **saving: object) -> bytes:
    """A picture file with words and a code on it, with camera data that names somebody and a place."""
    from PIL import Image

    sheet = Image.new("RGB", (900, 520), "white")
    sheet.paste(paper("PLANT-WORDS"), (20, 20))
    sheet.paste(coded("plant-code"), (460, 80))
    held = io.BytesIO()
    sheet.save(held, form, **saving)
    return held.getvalue()
