"""At which words an internal marking is looked for, and at which prose is turned away."""

from __future__ import annotations

import pytest

from sansi.check import Checker
from sansi.check.detectors.doc_internal_marking import RULE
from sansi.check.evidence.internal_words import worth


def is_worth(marked: str) -> bool:
    """Whether the word between « and » is worth the reading of its line."""
    before, word, after = marked.replace("»", "«").split("«")
    return worth(before + word + after, len(before), len(before + word))


@pytest.mark.parametrize(
    "marked",
    [
        "请各位«妥善保管»自己的账号，不要告诉任何人。",
        "各地都在想办法，人才«外流»的原因却没有找到",
        "侵犯«商业秘密»的行为",
        "泄露«内部»信息的人",
        "某某«内部»资料",
        "某有«限公司»使用",
        "«Internal» Audit Department",
        "The «Confidential» Information means",
        "an external«/internal» number",
        "Please «do not share» your password.",
    ],
)
def test_prose_is_turned_away(marked: str) -> None:
    assert not is_worth(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "本文件请«妥善保管»，用后收回",
        "«严格保密»",
        "关于某事的报告　«不宜公开»",
        "密级：«不予公开»",
        "«商业秘密»★5年",
        "密级：«商业秘密»",
        "«商业秘密»",
        "«内部»资料，不得外传",
        "«内部»★注意保存",
        "此件为«内部»资料",
        "【«内部»】关于某事",
        "仅供系统«内部»使用",
        "仅«供领导»参阅",
        "Classification: «Internal»",
        "# «CONFIDENTIAL»",
        "«Confidential» - do not copy",
        "Sensitivity«: internal»",
        "«do not share» outside the team",
        "COMPANY ONLY - «do not share»",
        "for «internal use only» please",
    ],
)
def test_a_marking_is_worth_its_line(marked: str) -> None:
    assert is_worth(marked)


@pytest.mark.parametrize(
    ("text", "marking"),
    [
        ("本资料仅供内部交流使用", "本资料仅供内部交流"),
        ("公开属性：不公开", "公开属性：不公开"),
        ("Kestrel Works | Internal | Page 7", "Internal"),
        ("classification: highly restricted", "highly restricted"),
    ],
)
def test_a_marking_is_found_at_its_words(text: str, marking: str) -> None:
    assert [f.text for f in Checker([RULE]).check(text)] == [marking]


@pytest.mark.parametrize(
    "text", ["Documents are public, internal, confidential or restricted.", "Cui | 2", "business confidence"]
)
def test_the_names_of_grades_are_no_marking(text: str) -> None:
    assert Checker([RULE]).check(text) == []
