"""列表页 · A page that is one table, described once: `LISTING.answer(request, rows)` is the whole view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from sansi.web.tables.answer import answer
from sansi.web.tables.columns import Choice, Column, Words
from sansi.web.tables.table import Table


@dataclass(frozen=True, slots=True)
class Listing:
    """What its table shows and how it can be asked. `order`: fields by which rows stand until asked otherwise."""

    title: Words
    columns: Sequence[Column]
    search: Sequence[str] = ()
    choices: Sequence[Choice] = ()
    name: str = "table"
    empty: Words = ""
    order: Sequence[str] = ("pk",)

    def answer(
        self, request: HttpRequest, rows: QuerySet[Any], template: str = "tables/listing.html", **more: Any
    ) -> HttpResponse:
        """The page; or the file, when `?format=` asks for one."""
        table = Table(
            request,
            rows.order_by(*self.order),
            self.columns,
            caption=self.title,
            choices=self.choices,
            search=self.search,
            file=f"sansi-{self.name}",
            empty=self.empty,
        )
        return answer(request, template, table, more)
