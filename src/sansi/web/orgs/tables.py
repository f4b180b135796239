"""表格 · A table that filters, sorts, pages and exports; one description serves the page and the file.

What is in the address (`?q=…&sort=-name&page=3`) is all the state there is: a table can be bookmarked, works without
scripts, and its export holds exactly the rows that were shown, of all pages.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from openpyxl import Workbook

Words = str | Promise
PER_PAGE = 50
# A cell that begins so is a formula to a spreadsheet, which would run it on the reader's machine.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What no XML, and so no spreadsheet, can hold.
_UNPRINTABLE = {code: None for code in range(32) if code not in {9, 10, 13}}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it shows of a row, by which fields it is sorted, where it leads."""

    key: str
    label: Words
    value: Callable[[Any], Any]
    sort: tuple[str, ...] = ()
    link: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above the table. `narrow` gives the condition for a chosen value."""

    key: str
    label: Words
    choices: tuple[tuple[str, Words], ...]
    narrow: Callable[[str], Q]
    default: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table shows and how it can be asked."""

    title: Words
    columns: tuple[Column, ...]
    search: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    name: str = "table"
    empty: Words = ""
    order: tuple[str, ...] = ("pk",)

    def narrowed(self, rows: QuerySet[Any], asked: QueryDict) -> QuerySet[Any]:
        """The rows that were asked for, in the order that was asked for."""
        for word in asked.get("q", "").split()[:5]:
            condition = Q()
            for name in self.search:
                condition |= Q(**{f"{name}__icontains": word})
            rows = rows.filter(condition)
        for choice in self.filters:
            value = asked.get(choice.key, choice.default)
            if value in dict(choice.choices) and value:
                rows = rows.filter(choice.narrow(value))
        return rows.order_by(*self._order(asked.get("sort", "")))

    def _order(self, asked: str) -> list[str]:
        for column in self.columns:
            if column.sort and asked.lstrip("-") == column.key:
                turned = [f"-{name}" for name in column.sort] if asked.startswith("-") else list(column.sort)
                return [*turned, "pk"]
        return list(self.order)

    def answer(
        self, request: HttpRequest, rows: QuerySet[Any], template: str = "orgs/table.html", **more: Any
    ) -> HttpResponse:
        """The page; or the file, when `?format=` asks for one."""
        rows = self.narrowed(rows, request.GET)
        wanted = request.GET.get("format")
        if wanted in {"csv", "xlsx"}:
            return self.export(rows, wanted)
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
        shown = [[self._cell(column, row) for column in self.columns] for row in page]
        sort = request.GET.get("sort", "")
        heads = [
            {
                "label": column.label,
                "by": (f"-{column.key}" if sort == column.key else column.key) if column.sort else "",
                "now": {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, ""),
            }
            for column in self.columns
        ]
        chosen = [(c, request.GET.get(c.key, c.default)) for c in self.filters]
        return render(
            request,
            template,
            {"table": self, "page": page, "rows": shown, "heads": heads, "chosen": chosen, **more},
        )

    @staticmethod
    def _cell(column: Column, row: Any) -> dict[str, Any]:
        return {
            "value": column.value(row),
            "url": column.link(row) if column.link else "",
            "label": column.label,
        }

    def export(self, rows: QuerySet[Any], wanted: str) -> HttpResponse:
        """All rows as a file: CSV (UTF-8 with the mark that spreadsheets look for) or XLSX."""
        lines = in_language(get_language(), self._lines(rows))
        name = f"sansi-{self.name}.{wanted}"
        if wanted == "csv":
            answer: Any = StreamingHttpResponse(csv_lines(lines), content_type="text/csv; charset=utf-8")
        else:
            answer = HttpResponse(xlsx_file(lines), content_type=XLSX)
        answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
        return answer  # type: ignore[no-any-return]

    def _lines(self, rows: QuerySet[Any]) -> Iterator[list[str]]:
        yield [str(column.label) for column in self.columns]
        for row in rows.iterator(chunk_size=2000):
            yield [as_text(column.value(row)) for column in self.columns]


def in_language(language: str | None, lines: Iterator[list[str]]) -> Iterator[list[str]]:
    """The lines, each made in this language: a streamed answer is made after the request's has been forgotten."""
    with override(language):
        yield from lines


def as_text(value: Any) -> str:
    """What a cell says, safe for a spreadsheet."""
    text = "" if value is None else str(value).translate(_UNPRINTABLE)
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_lines(lines: Iterable[list[str]]) -> Iterator[bytes]:
    """The lines of a CSV file."""
    yield "\ufeff".encode()
    for line in lines:
        buffer = io.StringIO()
        csv.writer(buffer).writerow(line)
        yield buffer.getvalue().encode("utf-8", "replace")


def xlsx_file(lines: Iterable[list[str]]) -> bytes:
    """A workbook with one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Table"))
    for line in lines:
        sheet.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
