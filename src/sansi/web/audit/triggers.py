"""只增不改 · The database's own refusal to change or delete audit rows, on SQLite and PostgreSQL.

It stops the program and whoever has only its connection; who owns the database can drop a trigger, and is found
out by the chain and the day heads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("audit_entry", "audit_head")
_REFUSAL = "audit rows are added, never changed"
_GAP = "an audit row follows the last one"
_FIRST = "0" * 64

_SQLITE = [
    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for table in TABLES
    for act in ("UPDATE", "DELETE")
] + [
    # INSERT OR REPLACE deletes without firing the trigger on DELETE: what is there already must not be inserted.
    f"""CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry
    WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit_entry)
      OR NEW.prev IS NOT COALESCE((SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1), '{_FIRST}')
    BEGIN SELECT RAISE(ABORT, '{_GAP}'); END""",  # noqa: S608 - made of constants
    f"""CREATE TRIGGER audit_head_follows BEFORE INSERT ON audit_head
    WHEN EXISTS (SELECT 1 FROM audit_head WHERE id = NEW.id OR day >= NEW.day)
    BEGIN SELECT RAISE(ABORT, '{_GAP}'); END""",  # noqa: S608 - made of constants
]
_SQLITE_NAMES = [f"{t}_no_{a}" for t in TABLES for a in ("update", "delete")] + [
    f"{t}_follows" for t in TABLES
]

_POSTGRES = [
    f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE OR REPLACE FUNCTION audit_follow() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE last record;
    BEGIN
      SELECT seq, hash INTO last FROM audit_entry ORDER BY seq DESC LIMIT 1;
      IF NEW.seq <> COALESCE(last.seq, 0) + 1 OR NEW.prev <> COALESCE(last.hash, '{_FIRST}') THEN
        RAISE EXCEPTION '{_GAP}' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$""",  # noqa: S608 - made of constants
    "CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_follow()",
] + [
    f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} FOR EACH {each} EXECUTE FUNCTION audit_refuse()"
    for table in TABLES
    for name, act, each in (
        ("no_change", "UPDATE OR DELETE", "ROW"),
        ("no_truncate", "TRUNCATE", "STATEMENT"),
    )
]


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse."""
    with connection.cursor() as cursor:
        for statement in _POSTGRES if connection.vendor == "postgresql" else _SQLITE:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Let it happen again: for undoing the migration, and for tests that empty the tables between them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS audit_refuse CASCADE")
            cursor.execute("DROP FUNCTION IF EXISTS audit_follow CASCADE")
        else:
            for name in _SQLITE_NAMES:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
