"""A second look chooses among what was read, and never makes a number up."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from sansi.check.evidence.checksums import luhn, mod_11_2
from sansi.ocr.closer import _province, _repaired, _settled, is_resident_id
from sansi.ocr.recognise import KEPT, Glyph, Reading

BODY = "11010519010203123"
NUMBER = BODY + mod_11_2(BODY)


def glyph(text: str, n: int = 0, sure: float = 0.99, **others: float) -> Glyph:
    shares = np.zeros(len(KEPT), np.float32)
    if text in KEPT:
        shares[KEPT.index(text)] = sure
    for c, share in others.items():
        shares[KEPT.index(c.removeprefix("_"))] = share
    return Glyph(text, n / 20, sure, shares)


def look(text: str, **at: tuple[float, str, float]) -> list[Glyph]:
    """A look at `text`; `p3=(0.6, "8", 0.4)` says that glyph 3 had that share, and what else it might be."""
    glyphs = [glyph(c, n) for n, c in enumerate(text)]
    for place, (sure, other, share) in at.items():
        n = int(place[1:])
        glyphs[n] = glyph(text[n], n, sure, **{f"_{other}": share})
    return glyphs


def said(glyphs: list[Glyph]) -> str:
    return Reading(tuple(glyphs)).text


def wrong(n: int, digit: str) -> str:
    return NUMBER[:n] + digit + NUMBER[n + 1 :]


def test_the_number_that_two_looks_agree_on_is_taken() -> None:
    assert said(_settled([look(wrong(3, "7")), look(NUMBER), look(NUMBER)])) == NUMBER


def test_a_number_that_one_look_alone_gives_is_not_taken_for_its_check_character() -> None:
    sure = look(wrong(3, "7"))

    assert said(_settled([sure, sure, sure, look(NUMBER)])) == wrong(3, "7")


def test_a_second_thought_that_all_looks_shared_completes_a_number() -> None:
    doubtful = look(wrong(3, "7"), p3=(0.5, "1", 0.45))

    assert said(_settled([doubtful, doubtful])) == NUMBER


def test_two_ways_to_complete_a_number_are_none() -> None:
    other = next(
        (n, d) for n in range(6, 18) for d in "0123456789"
        if d != NUMBER[n] and is_resident_id(wrong(3, "7")[:n] + d + NUMBER[n + 1 :])
    )  # fmt: skip
    at = {f"p{other[0]}": (0.5, other[1], 0.45), "p3": (0.5, "1", 0.45)}
    doubtful = look(wrong(3, "7"), **at)

    assert said(_settled([doubtful, doubtful])) == wrong(3, "7")


def test_no_number_ever_comes_out_that_no_look_thought_of() -> None:
    rng = Random(1)
    for _ in range(400):
        text = "".join(rng.choice("0123456789") for _ in range(18))
        if rng.random() < 0.5:
            text = wrong(rng.randrange(18), rng.choice("0123456789"))
        looks = [look(text) for _ in range(3)]
        assert said(_settled(looks)) == text


def test_the_longer_reading_is_taken_when_most_looks_saw_it() -> None:
    mobile = "13800000000"

    assert said(_settled([look(mobile[:10]), look(mobile), look(mobile)])) == mobile


def test_looks_that_all_differ_in_length_change_nothing() -> None:
    assert said(_settled([look("138000"), look("13800"), look("1380000")])) == "138000"


def test_a_card_number_is_completed_by_its_own_check() -> None:
    body = "622202020011223344"
    card = next(body + d for d in "0123456789" if luhn(body + d))
    read = card[:9] + "7" + card[10:]
    shares = look(read, p9=(0.5, card[9], 0.45))

    assert said(_repaired(shares, np.array([g.others for g in shares]))) == card


def test_a_known_host_is_chosen_among_what_was_thought_of() -> None:
    read = look("li98@gmall.com", p8=(0.9, "i", 0.06))
    sure = look("li98@gmall.com")

    assert said(_repaired(read, np.array([g.others for g in read]))) == "li98@gmail.com"
    assert said(_repaired(sure, np.array([g.others for g in sure]))) == "li98@gmall.com"


def test_a_sign_that_stands_in_no_mailbox_gives_way() -> None:
    glyphs = look("li98Φ139.com")
    glyphs[4] = glyph("Φ", 4, 0.8, **{"@": 0.1})

    assert said(_settled([glyphs, glyphs])) == "li98@139.com"


def test_a_star_that_was_thought_of_is_not_lost() -> None:
    glyphs = look("abc5☆x")
    glyphs[4] = glyph("☆", 4, 0.8, **{"★": 0.1})

    assert said(_settled([glyphs, glyphs])) == "abc5☆x"


@pytest.mark.parametrize(
    ("read", "others", "province"), [("翼", {"_冀": 0.1}, "冀"), ("翼", {}, "翼"), ("京", {}, "京")]
)
def test_the_province_of_a_plate_is_chosen_among_what_was_thought_of(
    read: str, others: dict[str, float], province: str
) -> None:
    assert _province(glyph(read, **others)).text == province


@pytest.mark.parametrize("text", [NUMBER[:17], wrong(3, "7"), NUMBER[:10] + "13" + NUMBER[12:], ""])
def test_what_is_no_resident_number(text: str) -> None:
    assert not is_resident_id(text)
    assert is_resident_id(NUMBER)
