"""What tests of the site share: a small organisation and its people, and how tables of the audit log are emptied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from playwright.sync_api import Browser, sync_playwright

from sansi.web.audit import triggers
from tests.web.town import Town, found_town

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)


@pytest.fixture(scope="session", autouse=True)
def audit_tables_can_be_emptied_between_tests() -> Iterator[None]:
    """Tests with real transactions end by emptying every table, which the triggers rightly refuse."""
    real = BaseDatabaseOperations.execute_sql_flush

    def flush(self: Any, sql_list: list[str]) -> None:
        triggers.remove(self.connection)
        real(self, sql_list)
        triggers.install(self.connection)

    patch = pytest.MonkeyPatch()
    patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
    yield
    patch.undo()


@pytest.fixture
def town(db: None) -> Town:
    """A fictional town with its officers; see `tests.web.town`."""
    return found_town()


@pytest.fixture
def without_triggers(db: None) -> Iterator[None]:
    """What somebody does who owns the database."""
    triggers.remove(connection)
    yield
    triggers.install(connection)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once: Playwright runs once in a process."""
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine: install Debian's package `chromium`")
    with sync_playwright() as driver:
        # Its own sandbox needs rights that root and containers don't have; only our own pages are opened.
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
