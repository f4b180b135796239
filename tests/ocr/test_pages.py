"""Whole pictures are read with the models of the installed package, and with nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib import util
from itertools import pairwise

import pytest
from PIL import Image, ImageDraw, ImageFont

from sansi.check.evidence.checksums import mod_11_2
from sansi.check.extract.reader import Line, Ocr
from sansi.ocr import Missing, load, models

BODY = "11010519010203123"
NUMBER = BODY + mod_11_2(BODY)


@pytest.fixture(scope="module")
def ocr() -> Ocr:
    return load()


def page(
    width: int = 900, height: int = 600, at: tuple[int, int] = (120, 200), text: str = NUMBER
) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(36)
    pen.text((at[0], at[1] - 90), "Please fill in this form and return it", font=font, fill="black")
    pen.text(at, text, font=font, fill="black")
    return image


def read(ocr: Ocr, image: Image.Image) -> dict[str, Line]:
    lines = ocr.read(image.tobytes(), *image.size)
    return {"".join(c.text for c in line.characters): line for line in lines}


@pytest.mark.parametrize(
    "turn", [None, *list(Image.Transpose)[2:5]], ids=["upright", "left", "over", "right"]
)
def test_a_page_is_read_whichever_way_it_is_held(ocr: Ocr, turn: Image.Transpose | None) -> None:
    image = page()
    dark = image.point(lambda v: 255 - v).convert("L").crop((0, 180, 900, 600))
    box = dark.getbbox()
    assert box
    wide = box[0], box[1] + 180, box[2], box[3] + 180
    mask = Image.new("L", image.size)
    mask.paste(255, wide)
    if turn is not None:
        image, mask = image.transpose(turn), mask.transpose(turn)

    line = read(ocr, image)[NUMBER]

    inked = mask.getbbox()
    assert inked
    boxes = [c.box for c in line.characters]
    around = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    assert around == pytest.approx(inked, abs=16)
    assert line.sure > 0.9


def test_each_character_has_its_own_box(ocr: Ocr) -> None:
    characters = read(ocr, page())[NUMBER].characters

    middles = [(c.box[0] + c.box[2]) / 2 for c in characters]
    assert middles == sorted(middles)
    steps = [b - a for a, b in pairwise(middles)]
    assert max(steps) < 1.8 * min(steps)
    assert all(
        b[2] >= a[2]
        for a, b in zip([c.box for c in characters], [c.box for c in characters[1:]], strict=False)
    )


def test_a_tall_screenshot_is_read_in_tiles(ocr: Ocr) -> None:
    image = Image.new("RGB", (540, 4000), "white")
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(22)
    for n in range(40):
        pen.text((40, 40 + n * 97), f"Order {n:02} of form 7{n:02}31", font=font, fill="black")

    found = read(ocr, image)

    assert len(found) == 40
    assert {text.replace(" ", "") for text in found} == {f"Order{n:02}ofform7{n:02}31" for n in range(40)}


@pytest.mark.parametrize("size", [(1, 1), (5, 400), (400, 5), (33, 31), (2000, 40)])
def test_a_picture_without_words_has_none(ocr: Ocr, size: tuple[int, int]) -> None:
    assert read(ocr, Image.new("RGB", size, "grey")) == {}


def test_grainy_paper_is_read(ocr: Ocr) -> None:
    image = page()
    grain = Image.effect_noise(image.size, 40).convert("RGB")

    assert NUMBER in read(ocr, Image.blend(image, grain, 0.3))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    there = util.find_spec
    monkeypatch.setattr(models, "find_spec", lambda name: None if name == "rapidocr" else there(name))

    with pytest.raises(Missing, match="sansi\\[ocr\\]"):
        load()


def test_without_the_models_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_DETECTOR", "another.onnx")

    with pytest.raises(Missing):
        load()


WATCH = """
import sys
opened = []
def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "subprocess.", "os.system", "ftplib.")):
        raise SystemExit(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[0], str) and "w" in str(arguments[1]):
        raise SystemExit(f"writes {arguments}")
sys.addaudithook(hook)
from sansi.ocr import load
reader = load()
from PIL import Image, ImageDraw, ImageFont
image = Image.new("RGB", (400, 100), "white")
ImageDraw.Draw(image).text((20, 30), "13800000000", font=ImageFont.load_default(30), fill="black")
(line,) = reader.read(image.tobytes(), *image.size)
assert "".join(c.text for c in line.characters) == "13800000000"
assert "rapidocr" not in sys.modules
print("quiet")
"""


@pytest.mark.parametrize("alone", [(), ("unshare", "-rn")], ids=["watched", "without a network"])
def test_nothing_is_fetched(alone: tuple[str, ...]) -> None:
    if alone and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody part with the network")

    done = subprocess.run(
        [*alone, sys.executable, "-c", WATCH], capture_output=True, text=True, timeout=120, check=False
    )

    assert (done.stdout, done.stderr) == ("quiet\n", "")
