"""The samples show what can be found: in a text, a document and a picture. They are small."""

from __future__ import annotations

from pathlib import Path

import pytest

from sansi.sandbox import check_file

SAMPLES = Path(__file__).parents[1] / "samples"
SHOWN = {
    "会议纪要.docx": {"cn-resident-id", "meta-tracked-change", "meta-hidden-text", "meta-comment"},
    "statement.pdf": {"payment-card", "meta-redaction-leak", "meta-comment"},
    "登记表照片.png": {"cn-resident-id", "cn-mobile", "meta-gps"},
}


@pytest.mark.parametrize("name", SHOWN)
def test_documents_and_pictures_among_the_samples_show_what_they_hide(name: str) -> None:
    report = check_file(SAMPLES / name)

    assert (report.outcome, report.problem) == ("findings", None)
    assert {f.rule for f in report.findings} >= SHOWN[name]


def test_samples_are_small() -> None:
    assert sum((SAMPLES / name).stat().st_size for name in SHOWN) < 200_000
