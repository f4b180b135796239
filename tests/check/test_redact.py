"""What was found is gone, stays gone, and the rest is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sansi.check import Both, Category, Checker, Confidence, Finding, Rule, Severity, check
from sansi.check.model import Hit, Spot, Words
from sansi.check.redact import STYLES, masked, pseudonym, redact

ID = "11010519491231002X"
PHONE = "13812345678"
PARTS = (
    f"身份证号：{ID}", "110105 19491231 002X", PHONE, "138 1234 5678", "电话", "，", "\n", " ", "1", "86", "abc", "手机号码",
    "姓名：张三", "\t|", "0", "-", "１３８１２３４５６７８", "8", "【", "x",
)  # fmt: skip


def test_a_mask_keeps_what_the_rule_allows() -> None:
    text = f"身份证号：{ID}，电话 138 1234 5678。"

    assert redact(text, check(text)) == "身份证号：110105********002X，电话 138 **** 5678。"


def test_a_label_says_what_stood_there_in_either_language() -> None:
    assert redact(f"证号{ID}", check(f"证号{ID}"), "label") == "证号【居民身份证号】"
    assert redact(f"ID {ID}", check(f"ID {ID}"), "label", lang="en") == "ID [Resident identity number]"


def test_removing_leaves_nothing() -> None:
    assert redact(f"证号{ID}。", check(f"证号{ID}。"), "remove") == "证号。"


def test_a_pseudonym_is_the_same_for_the_same_value_however_written() -> None:
    text = f"{PHONE}，138 1234 5678，13987654321"
    once, again, other = redact(text, check(text), "hash", b"key").split("，")

    assert once == again != other
    assert once.startswith("【手机号码·")
    assert redact(text, check(text), "hash", "key") == redact(text, check(text), "hash", b"key")


def test_a_pseudonym_depends_on_the_key() -> None:
    (finding,) = check(PHONE)

    assert pseudonym(finding, b"one") != pseudonym(finding, b"other")
    assert pseudonym(finding, b"one").isalpha()


def test_a_hash_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        redact(PHONE, check(PHONE), "hash")


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="'blur'"):
        redact(PHONE, check(PHONE), "blur")


def test_findings_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        redact("某" + PHONE, check(PHONE))


def test_nothing_found_changes_nothing() -> None:
    assert redact("春天来了", []) == "春天来了"


@pytest.mark.parametrize(
    ("value", "keep", "mask"),
    [
        ("110105 19491231 002X", (6, 4), "110105 ******** 002X"),
        ("138\u200b1234\u200b5678", (3, 4), "138****5678"),
        ("1391234\n5678", (3, 4), "139****\n5678"),
        ("secret", (0, 0), "********"),  # neither a character nor the length
        ("12345", (3, 2), "********"),  # the ends would be all of it
        ("A" * 200, (4, 0), "********"),
    ],
)
def test_masks(value: str, keep: tuple[int, int], mask: str) -> None:
    assert masked(value, keep) == mask


def rule_of(word: str, rule_id: str = "own-x") -> Rule:
    def find(spot: Spot) -> Iterator[Hit]:
        yield Hit(spot.start, spot.end, Confidence.LIKELY, Both("词", "word"))

    both = Both("词", "word")
    return Rule(
        id=rule_id, category=Category.CODE_NAME, severity=Severity.LOW, title=both, why=both, advice=both,
        source="-", triggers=(Words((word,)),), find=find, hits=(word,), misses=("-",),
    )  # fmt: skip


def test_a_mask_that_is_still_recognised_gives_way_to_less() -> None:
    stars = Checker([rule_of("********"), rule_of("密码", "own-y")], engine="re")

    assert redact("a密码b", stars.check("a密码b"), recheck=stars.check) == "a████b"


def test_what_removing_uncovers_goes_too() -> None:
    joined = Checker([rule_of("密"), rule_of("ab", "own-y")], engine="re")

    assert redact("xa密by", joined.check("xa密by"), "remove", recheck=joined.check) == "x********y"


def test_where_nothing_is_left_and_still_something_is_found_the_surroundings_go() -> None:
    def find(spot: Spot) -> Iterator[Hit]:
        yield Hit(spot.start, spot.end, Confidence.LIKELY, Both("词", "word"))

    everything = Checker(
        [rule_of(w, f"own-{i}") for i, w in enumerate(("k", "*", "█", "…", "ab", "a", "b"))], engine="re"
    )
    text = "0" * 40 + "akb" + "0" * 40

    assert redact(text, everything.check(text), recheck=everything.check).strip("0") == ""


def test_what_a_label_uncovers_far_from_it_goes_too() -> None:
    seen: list[str] = []
    plain = Checker([rule_of("密")], engine="re")
    later = Checker([rule_of("密"), rule_of("远", "own-y")], engine="re")

    def recheck(text: str) -> list[Finding]:
        seen.append(text)
        return (plain if len(seen) == 1 else later).check(text)

    assert redact("远的密", plain.check("远的密"), "label", recheck=recheck) == "【词】的【词】"


def test_what_was_left_on_purpose_stays() -> None:
    text = f"{ID}，{PHONE}"
    phones = [f for f in check(text) if f.rule == "cn-mobile"]

    assert redact(text, phones) == f"{ID}，138****5678"


def test_findings_that_overlap_become_one() -> None:
    two = Checker([rule_of("甲乙"), rule_of("乙丙", "own-y")], engine="re")
    findings = [
        *Checker([two.rules[0]], engine="re").check("甲乙丙"),
        *Checker([two.rules[1]], engine="re").check("甲乙丙"),
    ]

    assert redact("甲乙丙", findings, recheck=two.check) == "********"


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join), st.sampled_from(STYLES))
def test_a_redacted_text_has_nothing_left_to_find_and_stays_as_it_is(text: str, style: str) -> None:
    once = redact(text, check(text), style, b"key")

    assert check(once) == []
    assert redact(once, check(once), style, b"key") == once


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join), st.sampled_from(STYLES))
def test_no_finding_of_a_redacted_rule_is_left(text: str, style: str) -> None:
    chosen = [f for f in check(text) if f.rule == "cn-resident-id"]
    once = redact(text, chosen, style, b"key")

    assert not (chosen and [f for f in check(once) if f.rule == "cn-resident-id"])
