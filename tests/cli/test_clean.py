"""`sansi clean`: another file without what was hidden, words about it, the original untouched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.check.clean import office
from tests.check.clean.deep import left_of
from tests.check.clean.test_pictures import PLANTS, held, jpeg, same_pixels
from tests.cli.conftest import Run

Write = Callable[[str, str | bytes], Path]


def test_a_photo(run: Run, write: Write, tmp_path: Path) -> None:
    original = write("a.jpg", jpeg())
    done = run("clean", "a.jpg", "-o", "b.jpg")

    assert done.returncode == 0
    assert "a.jpg: cleaned, verified, written to b.jpg" in done.stderr
    assert "taken out: the photo holds the coordinates" in done.stderr
    fresh = (tmp_path / "b.jpg").read_bytes()
    assert left_of(fresh, PLANTS) == []
    assert same_pixels(fresh, jpeg())
    assert held(fresh) == 6
    assert original.read_bytes() == jpeg()


def test_hidden_content_is_left_and_said_until_it_is_asked_for(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write("a.xlsx", office.book())
    done = run("clean", "a.xlsx", "-o", "b.xlsx", "--lang", "zh")

    assert done.returncode == 0
    assert "留下了：" in done.stderr
    assert "--hidden" in done.stderr
    assert left_of((tmp_path / "b.xlsx").read_bytes(), office.BOOK_HIDDEN) == office.BOOK_HIDDEN
    assert run("clean", "a.xlsx", "-o", "b.xlsx", "--hidden", "--force").returncode == 0
    assert left_of((tmp_path / "b.xlsx").read_bytes(), office.BOOK_HIDDEN) == []


def test_nothing_hidden_is_said_too(run: Run, write: Write) -> None:
    write("a.jpg", jpeg())
    run("clean", "a.jpg", "-o", "b.jpg")

    assert "nothing to take out was found" in run("clean", "b.jpg", "-o", "c.jpg").stderr


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"only words", "plain text"),
        ("a.eml", b"From: a@example.com\nTo: b@example.com\nSubject: x\n\nx\n", "is a mail"),
        ("a.bin", bytes(range(256)) * 9, "cannot be cleaned"),
        ("a.jpg", jpeg()[:99], "damaged"),
        ("gone.jpg", None, "does not exist"),
    ],
)
def test_what_cannot_be_cleaned_is_refused_with_a_reason(
    run: Run, write: Write, tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    if data is not None:
        write(name, data)
    done = run("clean", name, "-o", "out")

    assert done.returncode == 2
    assert words in done.stderr
    assert not (tmp_path / "out").exists()


def test_neither_the_original_nor_another_file_is_overwritten(run: Run, write: Write) -> None:
    file = write("a.jpg", jpeg())
    write("b.jpg", "mine")

    assert "never touched" in run("clean", "a.jpg", "-o", "a.jpg", "--force").stderr
    assert "exists" in run("clean", "a.jpg", "-o", "b.jpg").stderr
    assert run("clean", "a.jpg", "-o", "no/such/folder.jpg").returncode == 2
    assert file.read_bytes() == jpeg()


def test_a_name_that_promises_macros_is_refused(run: Run, write: Write) -> None:
    write("a.pptm", office.slides())

    assert ".pptx" in run("clean", "a.pptm", "-o", "b.pptm").stderr
    assert run("clean", "a.pptm", "-o", "b.pptx").returncode == 0
