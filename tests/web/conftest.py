"""What tests of the site share: a small organisation and its people, and how tables of the audit log are emptied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

from sansi.web.audit import triggers
from tests.web.town import Town, found_town


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
