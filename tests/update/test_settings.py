"""The pages about settings are those that `make docs` writes."""

from __future__ import annotations

import pytest

from update import settings


@pytest.mark.parametrize(("file", "text"), list(settings.pages()), ids=["zh", "en"])
def test_the_pages_of_the_settings_are_current(file: object, text: str) -> None:
    assert (settings.ROOT / str(file)).read_text("utf-8") == text, "run `make docs`"
