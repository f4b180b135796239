"""The pages about the rules are those that `make docs` writes."""

from __future__ import annotations

from update.docs import ROOT, pages


def test_the_pages_of_the_rules_are_current() -> None:
    wanted = {ROOT / file: text for file, text in pages()}
    there = {file: file.read_text("utf-8") for file in ROOT.glob("*/rules/*.md")}

    assert there == wanted, "run `make docs`"
