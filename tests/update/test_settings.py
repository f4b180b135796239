"""The pages about the settings of the site say what its table says."""

from __future__ import annotations

from update import settings


def test_the_pages_of_the_settings_are_current() -> None:
    for file, text in settings.pages():
        assert (settings.ROOT / file).read_text("utf-8") == text, "run `make docs`"
