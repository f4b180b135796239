"""The pages about files say what the tests prove, and are those that `make docs` writes."""

from __future__ import annotations

import pytest

from update import files


@pytest.mark.parametrize(("file", "text"), list(files.pages()), ids=["zh", "en"])
def test_the_pages_of_the_files_are_current(file: object, text: str) -> None:
    assert (files.ROOT / str(file)).read_text("utf-8") == text, "run `make docs`"
