"""拍摄 · What scanners, cameras and screens do to a page: turned, tilted, blurred, badly lit, noisy."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageFilter

from bench.photos.sheet import Sheet

Point = tuple[float, float]


def _solved(rows: list[list[float]]) -> list[float]:
    """The solution of linear equations given as rows of coefficients and the right side."""
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(size):
            if j != i:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def _perspective(corners: Sequence[Point], width: int, height: int) -> list[float]:
    """The coefficients that put the corners of a picture (from top left, clockwise) at `corners`."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(corners, ((0, 0), (width, 0), (width, height), (0, height)), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def tilted(rng: Random, sheet: Sheet, most: float, table: tuple[int, int, int]) -> None:
    """Lay the page on a table and look at it from aside: each corner moves by up to `most` of the side."""
    image = sheet.image
    w, h = image.size
    edge = int(max(w, h) * 0.04)
    spread = [
        (edge + rng.uniform(0, most) * w if x == 0 else w + edge - rng.uniform(0, most) * w,
         edge + rng.uniform(0, most) * h if y == 0 else h + edge - rng.uniform(0, most) * h)
        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
    ]  # fmt: skip
    size = (w + 2 * edge, h + 2 * edge)
    coefficients = _perspective(spread, w, h)
    flat = image.transform(size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    mask = Image.new("L", image.size, 255).transform(size, Image.Transform.PERSPECTIVE, coefficients)
    sheet.image = Image.composite(flat, Image.new("RGB", size, table), mask)


def lit(rng: Random, sheet: Sheet, dark: int) -> None:
    """Light from one side: the other is darker by up to `dark` of 255."""
    ramp = Image.linear_gradient("L").rotate(rng.choice((0, 90, 180, 270))).resize(sheet.image.size)
    ramp = ramp.point([255 - (255 - v) * dark // 255 for v in range(256)])
    sheet.image = ImageChops.multiply(sheet.image, Image.merge("RGB", (ramp, ramp, ramp)))


def shadow(rng: Random, sheet: Sheet, dark: int) -> None:
    """The soft shadow of a hand or a phone."""
    w, h = sheet.image.size
    mask = Image.new("L", (w // 8, h // 8), 255)
    size = max(w, h) // 16
    x, y = rng.randrange(w // 8), rng.randrange(h // 8)
    mask.paste(255 - dark, (x - size, y - size, x + size, y + size))
    mask = mask.filter(ImageFilter.GaussianBlur(size // 3)).resize((w, h))
    sheet.image = ImageChops.multiply(sheet.image, Image.merge("RGB", (mask, mask, mask)))


def noisy(rng: Random, sheet: Sheet, sigma: float) -> None:
    """Grain of a sensor; `sigma` in steps of 255."""
    w, h = sheet.image.size
    # Pillow's own noise takes no seed; drawing bytes from ours keeps every picture the same in every run.
    tile = Image.frombytes("L", (256, 256), rng.randbytes(65536)).point(
        [int(128 + (v - 127.5) * sigma / 73.9) for v in range(256)]
    )
    grain = Image.new("L", (w, h), 128)
    for x in range(0, w, 256):
        for y in range(0, h, 256):
            grain.paste(tile.transpose(Image.Transpose(rng.randrange(4))), (x, y))
    sheet.image = ImageChops.add(sheet.image, Image.merge("RGB", (grain,) * 3), 1, -128)


def blurred(sheet: Sheet, radius: float) -> None:
    """Out of focus."""
    sheet.image = sheet.image.filter(ImageFilter.GaussianBlur(radius))


def shaken(sheet: Sheet, length: int) -> None:
    """Moved sideways while the shutter was open."""
    layers = sheet.image
    for n in range(1, length):
        layers = Image.blend(layers, ImageChops.offset(sheet.image, n, 0), 1 / (n + 1))
    sheet.image = layers


def moire(rng: Random, sheet: Sheet, strength: int) -> None:
    """The lattice of a screen's pixels seen through the lattice of a sensor."""
    w, h = sheet.image.size
    lattice = Image.new("L", (w, h), 255)
    for period, turn in ((rng.uniform(3.1, 5.3), 0), (rng.uniform(3.1, 5.3), 90)):
        line = bytes(255 - int(strength * (0.5 + 0.5 * ((x / period) % 1.0 > 0.5))) for x in range(512))
        strip = Image.frombytes("L", (512, 1), line).resize((max(w, h) * 2, max(w, h) * 2))
        strip = strip.rotate(turn + rng.uniform(1, 6), expand=False)
        lattice = ImageChops.multiply(lattice, strip.crop((w // 2, h // 2, w // 2 + w, h // 2 + h)))
    red = ImageChops.offset(lattice, 1, 0)
    sheet.image = ImageChops.multiply(sheet.image, Image.merge("RGB", (red, lattice, lattice)))


def turned(sheet: Sheet, degrees: float) -> None:
    """Turned counter-clockwise, the picture growing as needed."""
    sheet.image = sheet.image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=sheet.paper)


def scaled(sheet: Sheet, share: float) -> None:
    """Smaller or bigger."""
    w, h = sheet.image.size
    sheet.image = sheet.image.resize((int(w * share), int(h * share)), Image.Resampling.LANCZOS)


def packed(sheet: Sheet, quality: int) -> bytes:
    """The picture as a JPEG."""
    held = io.BytesIO()
    sheet.image.save(held, "JPEG", quality=quality)
    return held.getvalue()
