"""应答 · The page with its table, or the table as a file, by what the address asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from sansi.web.tables import files
from sansi.web.tables.table import Table

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def answer(
    request: HttpRequest,
    template: str,
    tables: Table | Sequence[Table],
    context: dict[str, Any] | None = None,
    *,
    exported: Callable[[Table], None] | None = None,
) -> HttpResponse:
    """The page; the first table is `table` in it, and all are `tables`. `exported` is told before a file is made."""
    every = [tables] if isinstance(tables, Table) else list(tables)
    for table in every:
        if table.format:
            if exported:
                exported(table)
            return as_file(table)
    return render(request, template, {"table": every[0], "tables": every} | (context or {}))


def as_file(table: Table) -> HttpResponse:
    """All rows that are left, not only those of the page."""
    columns = [column for column in table.columns if column.exported]
    head = [str(column.title) for column in columns]
    rows = ([column.plain(row) for column in columns] for row in table.rows.each())
    return download(table.format, slugify(table.file), head, rows, title=str(table.caption))


def download(
    kind: str, name: str, head: Sequence[str], rows: Iterable[Sequence[str]], title: str = ""
) -> HttpResponse:
    """A file to save, as `kind`: csv or xlsx."""
    made = files.as_xlsx(head, rows, title) if kind == "xlsx" else files.as_csv(head, rows)
    response = HttpResponse(made, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    # It may hold addresses: no copy is to stay behind on a shared computer or a proxy.
    response["Cache-Control"] = "no-store, private"
    return response
