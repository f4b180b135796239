"""A baseline accepts what somebody has looked at; what is new is still reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]
NOTICE = f"甲组 {ID}\n电话：{PHONE}\n"
FILE = "known.toml"


@pytest.fixture(params=[{}, {"SANSI_BASELINE_KEY": "一把钥匙"}], ids=["plain", "keyed"])
def key(request: pytest.FixtureRequest) -> dict[str, str]:
    return request.param  # type: ignore[no-any-return]


def test_what_was_accepted_is_not_reported(run: Run, write: Write, key: dict[str, str]) -> None:
    write("a.txt", NOTICE)
    made = run("check", "a.txt", "--baseline", FILE, "--update-baseline", **key)
    again = run("check", "a.txt", "--baseline", FILE, **key)

    assert (made.returncode, again.returncode, again.stdout) == (0, 0, "")
    assert "baseline known.toml updated: 2 findings" in made.stderr
    assert "2 in the baseline" in again.stderr


def test_moved_lines_are_still_known(run: Run, write: Write, key: dict[str, str]) -> None:
    write("a.txt", NOTICE)
    run("check", "a.txt", "--baseline", FILE, "--update-baseline", **key)
    write("a.txt", "新的一行\n\n" + NOTICE)

    assert run("check", "a.txt", "--baseline", FILE, **key).returncode == 0


def test_one_more_of_the_same_is_new(run: Run, write: Write, key: dict[str, str]) -> None:
    write("a.txt", NOTICE)
    run("check", "a.txt", "--baseline", FILE, "--update-baseline", **key)
    write("a.txt", NOTICE + NOTICE)
    done = run("check", "a.txt", "--baseline", FILE, "--format", "jsonl", **key)

    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2


def test_the_same_in_another_file_is_new(run: Run, write: Write, key: dict[str, str]) -> None:
    write("a.txt", NOTICE)
    run("check", "a.txt", "--baseline", FILE, "--update-baseline", **key)
    write("b.txt", NOTICE)

    assert run("check", ".", "--baseline", FILE, **key).returncode == 1


def test_a_baseline_has_no_values_and_no_line_numbers_and_is_in_order(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write("b.txt", NOTICE)
    write("a.txt", NOTICE + "电话：13987654321\n")
    run("check", ".", "--baseline", FILE, "--update-baseline", "--show-values")
    text = (tmp_path / FILE).read_text("utf-8")
    entries = [line for line in text.splitlines() if line.startswith("  {")]

    assert ID not in text
    assert PHONE not in text
    assert "line" not in text.partition("findings = [")[2]
    assert entries == sorted(entries)
    assert len(entries) == 4
    assert "count = 2 }" in entries[0] + entries[1]


def test_updating_keeps_files_that_were_not_looked_at_and_drops_what_is_gone(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write("a.txt", NOTICE)
    write("b.txt", NOTICE)
    run("check", "a.txt", "b.txt", "--baseline", FILE, "--update-baseline")
    write("a.txt", "好")
    run("check", "a.txt", "--baseline", FILE, "--update-baseline")
    text = (tmp_path / FILE).read_text("utf-8")

    assert "a.txt" not in text
    assert text.count("b.txt") == 2


def test_another_key_is_noticed(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    run("check", "a.txt", "--baseline", FILE, "--update-baseline", SANSI_BASELINE_KEY="one")

    for environ in ({}, {"SANSI_BASELINE_KEY": "other"}):
        done = run("check", "a.txt", "--baseline", FILE, **environ)
        assert done.returncode == 2
        assert "made with another SANSI_BASELINE_KEY" in done.stderr
    assert run("check", "a.txt", "--baseline", FILE, "--update-baseline").returncode == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "the first time, add --update-baseline"), ("{", "is damaged"), ("version = 1", "is damaged")],
)
def test_a_baseline_that_cannot_be_used(run: Run, write: Write, text: str | None, said: str) -> None:
    if text:
        write(FILE, text)
    done = run("check", ".", "--baseline", FILE)

    assert done.returncode == 2
    assert said in done.stderr


def test_updating_needs_a_file_that_can_be_written(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    assert "needs --baseline" in run("check", "a.txt", "--update-baseline").stderr
    done = run("check", "a.txt", "--baseline", "no/such/folder/x", "--update-baseline")
    assert done.returncode == 2
    assert "cannot write the baseline" in done.stderr


def test_updating_does_not_hide_that_something_could_not_be_read(run: Run, write: Write) -> None:
    assert run("check", "nope", "--baseline", FILE, "--update-baseline").returncode == 2
