"""The guide says what the columns are called and what the limits are."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils.translation import override

from sansi.web.orgs.roster import actions, reading
from sansi.web.orgs.roster.columns import COLUMNS, plain

DOCS = Path(__file__).parents[4] / "docs"


@pytest.mark.parametrize(("lang", "code"), [("zh", "zh-hans"), ("en", "en")])
def test_every_column_and_every_name_of_it_is_in_the_guide(lang: str, code: str) -> None:
    text = (DOCS / lang / "roster.md").read_text(encoding="utf-8")
    told = {plain(part) for line in text.splitlines() if line.startswith("| ") for cell in line.split("|")
            for part in cell.replace("、", ",").split(",")}  # fmt: skip
    with override(code):
        for columns in COLUMNS.values():
            for column in columns:
                assert {plain(str(column.title)), *column.called.split()} - {
                    "nameinenglish",
                    "codeoftheunitabove",
                    "unitname",
                } <= told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_limits_are_those_of_the_program(lang: str) -> None:
    text = (DOCS / lang / "roster.md").read_text(encoding="utf-8")
    for said in (
        f"{reading.MOST_BYTES >> 20} MB",
        f"{reading.MOST_ROWS:,}",
        f"{reading.MOST_CELLS:,}",
        f"{reading.MOST_COLUMNS} ",
        f"{actions.LONG:,}",
    ):
        assert said in text
