"""体裁 · The sorts of pictures that are measured: a page, and what became of it on the way."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from PIL import ImageChops

from bench.photos import camera, pages
from bench.photos.sheet import Sheet, font, pick


class Shot(NamedTuple):
    """A picture as a file, and what must be found in it."""

    genre: str
    data: bytes
    truths: tuple[tuple[str, str], ...]


_TABLES = ((120, 84, 52), (70, 70, 74), (196, 188, 176))


def _scan(rng: Random) -> Sheet:
    sheet = pages.paper(rng)
    camera.turned(sheet, rng.uniform(-1.2, 1.2))
    sheet.image = sheet.image.convert("L").convert("RGB")
    camera.blurred(sheet, rng.uniform(0.3, 0.8))
    camera.noisy(rng, sheet, 6)
    return sheet


def _some_page(rng: Random) -> Sheet:
    return pages.paper(rng) if rng.random() < 0.55 else pages.table(rng)


def _mild(rng: Random) -> Sheet:
    sheet = _some_page(rng)
    camera.turned(sheet, rng.uniform(-3, 3))
    camera.tilted(rng, sheet, 0.05, rng.choice(_TABLES))
    camera.lit(rng, sheet, 70)
    camera.blurred(sheet, rng.uniform(0.4, 0.9))
    camera.noisy(rng, sheet, 8)
    return sheet


def _hard(rng: Random) -> Sheet:
    sheet = _some_page(rng)
    camera.turned(sheet, rng.uniform(-9, 9))
    camera.tilted(rng, sheet, 0.12, rng.choice(_TABLES))
    camera.lit(rng, sheet, 130)
    camera.shadow(rng, sheet, 90)
    # Phones take 12 million pixels and chats send on some 2: what is smaller cannot be read by people either.
    camera.scaled(sheet, rng.uniform(1400, 2000) / max(sheet.image.size))
    camera.blurred(sheet, rng.uniform(0.9, 1.5))
    if rng.random() < 0.3:
        camera.shaken(sheet, rng.randint(2, 3))
    camera.noisy(rng, sheet, 14)
    return sheet


def _small(rng: Random) -> Sheet:
    sheet = pages.paper(rng)
    camera.tilted(rng, sheet, 0.04, rng.choice(_TABLES))
    camera.scaled(sheet, rng.uniform(0.55, 0.65))
    camera.noisy(rng, sheet, 5)
    return sheet


def _screen(rng: Random) -> Sheet:
    sheet = pages.screen(rng)
    camera.scaled(sheet, rng.uniform(1.0, 1.5))
    camera.moire(rng, sheet, rng.randint(40, 90))
    camera.tilted(rng, sheet, 0.06, (20, 20, 22))
    camera.blurred(sheet, rng.uniform(0.6, 1.1))
    camera.noisy(rng, sheet, 7)
    return sheet


def _chat(rng: Random) -> Sheet:
    return pages.chat(rng)


def _low_chat(rng: Random) -> Sheet:
    sheet = pages.chat(rng)
    camera.scaled(sheet, rng.uniform(0.36, 0.5))
    return sheet


def _tall_chat(rng: Random) -> Sheet:
    return pages.chat(rng, 8000)


def _card(rng: Random) -> Sheet:
    sheet = pages.card(rng)
    camera.turned(sheet, rng.uniform(-6, 6))
    camera.tilted(rng, sheet, 0.08, rng.choice(_TABLES))
    camera.lit(rng, sheet, 80)
    camera.blurred(sheet, rng.uniform(0.4, 1.1))
    camera.noisy(rng, sheet, 9)
    return sheet


def _table(rng: Random) -> Sheet:
    return pages.table(rng)


def _table_photo(rng: Random) -> Sheet:
    sheet = pages.table(rng)
    camera.turned(sheet, rng.uniform(-4, 4))
    camera.tilted(rng, sheet, 0.07, rng.choice(_TABLES))
    camera.lit(rng, sheet, 80)
    camera.noisy(rng, sheet, 8)
    return sheet


def _turned(rng: Random) -> Sheet:
    sheet = rng.choice((pages.paper, pages.table, pages.card))(rng)
    camera.turned(sheet, rng.choice((90, 180, 270)) + rng.uniform(-2, 2))
    camera.noisy(rng, sheet, 6)
    return sheet


def _stamped(rng: Random) -> Sheet:
    sheet = pages.paper(rng)
    face = font(pick(rng, "sans"), 60)
    layer = Sheet.blank(sheet.image.width, sheet.image.height)
    for x in range(0, sheet.image.width, 460):
        for y in range(0, sheet.image.height, 260):
            layer.write((x, y), rng.choice(("仅供核对", "测试样张")), face, (222, 222, 222))
    layer.image = layer.image.rotate(30, fillcolor=(255, 255, 255))
    sheet.image = ImageChops.multiply(sheet.image, layer.image)
    camera.noisy(rng, sheet, 4)
    return sheet


def _code(rng: Random) -> Sheet:
    sheet = pages.with_code(rng)
    if rng.random() < 0.6:
        camera.turned(sheet, rng.uniform(-20, 20))
        camera.tilted(rng, sheet, 0.08, rng.choice(_TABLES))
        camera.lit(rng, sheet, 90)
        camera.blurred(sheet, 0.8)
        camera.noisy(rng, sheet, 8)
    return sheet


GENRES: dict[str, Callable[[Random], Sheet]] = {
    "scan": _scan,
    "photo mild": _mild,
    "photo hard": _hard,
    "photo small": _small,
    "screen": _screen,
    "chat": _chat,
    "chat low-res": _low_chat,
    "chat tall": _tall_chat,
    "id card": _card,
    "table": _table,
    "table photo": _table_photo,
    "turned": _turned,
    "watermark": _stamped,
    "code": _code,
}


def shot(genre: str, seed: int) -> Shot:
    """The picture of a genre with a number: the same in every run."""
    rng = Random(f"{genre} {seed}")
    sheet = GENRES[genre](rng)
    return Shot(genre, camera.packed(sheet, rng.randint(70, 92)), tuple(sheet.truths))
