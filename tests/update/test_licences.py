"""The pages about licences say what the installed packages say of themselves."""

from __future__ import annotations

import platform
import sys

import pytest

from update import licences

PERMISSIVE = ("MIT", "BSD", "Apache", "MPL", "PSF", "Zlib", "0BSD", "CC0")
# Installed by itself and never changed, so that it can be replaced by another build.
LESSER = {"psycopg", "psycopg-binary", "psycopg-pool"}
LINUX = sys.platform == "linux" and platform.machine() == "x86_64"


@pytest.mark.skipif(not LINUX, reason="wheels of other platforms hold other libraries")
def test_the_pages_of_the_licences_are_current() -> None:
    for file, text in licences.pages():
        assert (licences.ROOT / file).read_text("utf-8") == text, "run `make docs`"


@pytest.mark.parametrize("name", licences.packages())
def test_every_package_that_runs_is_permissive(name: str) -> None:
    said = licences.licence(name)

    if name in LESSER:
        assert "LGPL" in said or "Lesser" in said
        return
    assert any(word in said for word in PERMISSIVE)
    assert "GPL" not in said
