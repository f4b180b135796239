"""Every table says where it comes from, is small, and is written the same way each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from update import table
from update.table import DATA, LARGEST_BYTES

TABLES = sorted(path for path in DATA.iterdir() if path.suffix in {".tsv", ".txt"})


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_names_its_source_and_is_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]

    assert head
    assert any("(" in line and line.startswith("# from") for line in head) or "by hand" in head[0]
    assert text.endswith("\n")
    assert len(text.encode()) <= LARGEST_BYTES


def test_a_table_is_written_under_its_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "DATA", tmp_path)

    table.write("x.txt", "试 · test", ["from nowhere 1 (MIT): nothing"], iter(["一", "二"]))

    written = (tmp_path / "x.txt").read_text(encoding="utf-8")
    assert written == "# 试 · test\n# from nowhere 1 (MIT): nothing\n一\n二\n"


def test_lists_kept_by_hand_have_their_sections() -> None:
    assert set(table.by_hand("by_hand_names.txt")) == {"compound", "rare", "given"}
    assert set(table.by_hand("by_hand_lookalikes.txt")) == {"words", "names_too"}
