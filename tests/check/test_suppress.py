"""A directive in the text hides what it names, on its line, and says so when it is wrong."""

from __future__ import annotations

import pytest

from sansi.check import check
from sansi.check.suppress import Suppressions, unsuppressed

KNOWN = {"cn-mobile", "cn-resident-id"}
PHONE = "13812345678"


def left(text: str) -> list[str]:
    return [f.text for f in unsuppressed(text, check(text), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        f"{PHONE}  # sansi: ignore[cn-mobile] the hotline of the exhibition",
        f"{PHONE} sansi:ignore[cn-resident-id, cn-mobile]",
        f"# sansi: ignore[cn-mobile]\n{PHONE}",
        f"  <!-- sansi: ignore[cn-mobile] 公开电话 -->\n{PHONE}",
        f"// sansi: ignore[cn-mobile]\n{PHONE}",
        "1381234\n5678 # sansi: ignore[cn-mobile]",
    ],
)
def test_a_directive_covers_its_line_or_the_next(text: str) -> None:
    assert check(text)
    assert left(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{PHONE} # sansi: ignore[cn-resident-id]",
        f"words sansi: ignore[cn-mobile]\n{PHONE}",  # not alone in a comment
        f"# sansi: ignore[cn-mobile]\n\n{PHONE}",
        f"{PHONE}\n# sansi: ignore[cn-mobile]",
        f"{PHONE} # sansi: ignore",
        f"{PHONE} # sansi: ignore[]",
    ],
)
def test_a_directive_covers_nothing_else(text: str) -> None:
    assert left(text) == [PHONE]


def test_a_line_without_end_is_covered_only_nearby() -> None:
    text = f"{PHONE}{'。' * 5_000}sansi: ignore[cn-mobile]{'。' * 5_000}{PHONE}"

    assert left(text) == [PHONE, PHONE]


def test_a_bare_directive_and_an_unknown_rule_are_warned_of() -> None:
    here = Suppressions("sansi: ignore\nsansi: ignore[nope]", KNOWN)

    assert [w.at for w in here.warnings] == [0, 14]
    assert "must name rules" in here.warnings[0].reason.en
    assert "'nope'" in here.warnings[1].reason.en


def test_a_directive_covers_a_finding_of_a_window() -> None:
    line = f"{PHONE} sansi: ignore[cn-mobile]"
    (finding,) = check("一二三\n" + line)

    assert Suppressions(line, KNOWN).covers(finding, 4)
