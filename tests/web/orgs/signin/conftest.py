"""People who sign in."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from sansi.web.orgs.models import Person
from tests.web.signing_in import with_password
from tests.web.town import Town


@pytest.fixture(autouse=True)
def nobody_is_held_back(db: None) -> None:
    cache.clear()


@pytest.fixture
def mayor(town: Town) -> Person:
    """Administers the town: needs two steps."""
    return with_password(town.mayor)


@pytest.fixture
def dora(town: Town) -> Person:
    """Serves at the desk and has no duty: a password does."""
    return with_password(town.dora)
