"""数据库设置 · What Django is told of the database, for SQLite and PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_SQLITE = {
    # A writer that begins by reading would meet "database is locked" when it comes to write.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
}


def database(chosen: dict[str, Any], data: Path) -> dict[str, Any]:
    """The default connection. Without a choice: a file in the data folder."""
    chosen = chosen or {"ENGINE": "django.db.backends.sqlite3", "NAME": str(data / "sansi.sqlite3")}
    if chosen["ENGINE"].endswith("sqlite3"):
        # Opening anew for each request costs twice the request itself.
        return chosen | {"OPTIONS": _SQLITE, "CONN_MAX_AGE": None}
    options = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}} | chosen["OPTIONS"]
    return chosen | {"OPTIONS": options}
