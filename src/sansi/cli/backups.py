"""备份文件 · One file that holds the whole database, made while people work, and read into an empty database again.

SQLite writes it by `VACUUM INTO`, PostgreSQL by `pg_dump`; each is looked over before it counts. The keys in the data
folder are not in it: whoever finds a backup can neither sign in anybody's name nor read what was sealed.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from sansi.cli.app import Failure

_SQLITE, _POSTGRES = ".sqlite3", ".pgdump"
_PART = ".part"


def _kind() -> str:
    return _SQLITE if connection.vendor == "sqlite" else _POSTGRES


def make(folder: Path, keep: int) -> Path:
    """A new backup in `folder`, of which the newest `keep` stay. Raises Failure; then the old ones all stay."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = folder / f"sansi-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{_kind()}"
        part = made.with_name(made.name + _PART)
        # Nobody else may read it, from its first byte on.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _write(part)
            look_over(part, _kind())
            part.rename(made)
        finally:
            part.unlink(missing_ok=True)
        for old in sorted(folder.glob(f"sansi-*{_kind()}"))[:-keep]:
            old.unlink()
    except OSError as problem:
        raise Failure(f"备份写不进 {folder}：{problem}", f"{folder} can't be written to: {problem}") from None
    return made


def _write(part: Path) -> None:
    if _kind() == _SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(part)])
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part}")


def look_over(file: Path, kind: str) -> None:
    """Read a backup from end to end. Raises Failure when it is no whole backup of a site."""
    if kind == _SQLITE:
        _look_over_sqlite(file)
    else:
        # The list alone stands at the front: only turning all of it into SQL reads the rest.
        with Path(os.devnull).open("wb") as nowhere:
            _tool(["pg_restore", "--file=-", str(file)], {}, nowhere.fileno())


def _look_over_sqlite(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            tables = copy.execute("SELECT count(*) FROM django_migrations").fetchone()[0]
    except sqlite3.DatabaseError:
        sound, tables = False, 0
    if not (sound and tables):
        raise Failure(f"{file} 不是完好的备份", f"{file} is no sound backup")


def read(file: Path) -> None:
    """Read a backup into the database, which must be empty. Raises Failure."""
    if file.suffix != _kind():
        raise Failure(
            f"{file.name} 是另一种数据库的备份；请改 SANSI_DATABASE_URL",
            f"{file.name} is a backup of another kind of database: change SANSI_DATABASE_URL",
        )
    look_over(file, _kind())
    if connection.introspection.table_names():
        raise Failure(
            "数据库不是空的。恢复不会覆盖任何数据：请先把旧库移开，或另建一个空库",
            "the database is not empty. Nothing is ever overwritten: put the old one aside, or make an empty one",
        )
    connection.close()
    if _kind() == _SQLITE:
        _copy(file, Path(str(connection.settings_dict["NAME"])))
    else:
        _run(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            "--exit-on-error",
            str(file),
        )


def _copy(file: Path, there: Path) -> None:
    with suppress(FileNotFoundError):
        there.unlink()
    # What an empty database that was opened once leaves behind would be taken for the end of this one.
    for rest in ("-wal", "-shm"):
        Path(f"{there}{rest}").unlink(missing_ok=True)
    handle = os.open(there, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as copy, file.open("rb") as backup:
        while block := backup.read(1 << 20):
            copy.write(block)
        os.fsync(copy.fileno())


def _run(program: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on the site's database; a password travels in the environment, seen by nobody."""
    known, told = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    # Django's list is for psql: the database's name stands last.
    database = [f"--dbname={known[-1]}"]
    _tool([program, *known[1:-1], *database, *arguments], told or {}, None)


def _tool(command: list[str], told: Mapping[str, str], output: int | None) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - our own command line
            command, env={**os.environ, **told}, stdout=output, stderr=subprocess.PIPE, text=True, check=False
        )
    except FileNotFoundError:
        raise Failure(
            f"没有 {command[0]}。Debian 上：apt install postgresql-client",
            f"there is no {command[0]}. On Debian: apt install postgresql-client",
        ) from None
    if done.returncode:
        raise Failure(f"{command[0]}：{done.stderr.strip()}", f"{command[0]}: {done.stderr.strip()}")
