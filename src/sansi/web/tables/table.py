"""表格 · A table of an officer's page, as the address asks for it: narrowed, sorted, on a page, or as a file.

Everything it does is in the address, so it works without JavaScript, can be bookmarked, and the way back is the way
the browser knows. Words and choices that make no sense are passed over, never an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import pgettext

from sansi.web.tables.columns import Choice, Column, Words
from sansi.web.tables.rows import ListRows, QueryRows, Rows

LONGEST = 100
"""Of the words that are looked for."""
FORMATS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column: where its link leads, and how the table is sorted by it now."""

    column: Column
    url: str
    order: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell."""

    column: Column
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen in a list."""

    value: str
    title: Words
    selected: bool


class Table:
    """A table, bound to what the address asks.

    `name` begins the parameters of this table where a page has several. `order` is a column's key, with `-` for
    downwards; without it rows stand as they come. `search` are fields of a query in which words are looked for too.
    """

    def __init__(  # noqa: PLR0913 - all but three are named and have defaults
        self,
        request: HttpRequest,
        rows: QuerySet[Any] | Sequence[Any],
        columns: Sequence[Column],
        *,
        caption: str | Promise,
        choices: Sequence[Choice] = (),
        order: str = "",
        search: Sequence[str] = (),
        name: str = "",
        file: str = "table",
        size: int = 50,
        empty: str | Promise = "",
        exports: bool = True,
    ) -> None:
        """Bind it."""
        self.asked: QueryDict = request.GET
        self.path = request.path
        self.columns = columns
        self.caption = caption
        self.choices = choices
        self.search = search
        self.name = name
        self.file = file
        self.size = size
        self.empty = empty
        self.exports = exports
        self.order = self._known(self._of("sort")) or order
        self._all: Rows = QueryRows(rows) if isinstance(rows, QuerySet) else ListRows(rows)

    @property
    def id(self) -> str:
        """What its parts are called in the page."""
        return f"table-{self.name or 'rows'}"

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self._of("q").replace("\0", "").strip()[:LONGEST]

    @property
    def searched(self) -> bool:
        """Whether there is anything to look for words in."""
        return bool(self.search) or any(column.search for column in self.columns)

    @property
    def narrowed(self) -> bool:
        """Whether some rows may be left out."""
        return bool(self.words or any(self.choice_of(choice) != choice.default for choice in self.choices))

    @property
    def format(self) -> str:
        """The kind of file that is asked for, or nothing."""
        asked = self._of("format")
        return asked if self.exports and asked in FORMATS else ""

    def choice_of(self, choice: Choice) -> str:
        """What is chosen there, its default, or nothing."""
        value = self._of(choice.key)
        return value if value in {option for option, _ in choice.options} else choice.default

    @cached_property
    def rows(self) -> Rows:
        """What is left, in order."""
        rows = self._all
        if self.words and self.searched:
            rows = rows.looked_for(self.words, self.columns, self.search)
        for choice in self.choices:
            if value := self.choice_of(choice):
                rows = rows.chosen(choice.of(value))
        column = self._column(self.order)
        return rows.sorted(column, down=self.order.startswith("-")) if column else rows

    @cached_property
    def page(self) -> Page[Any]:
        """The page that is asked for, the nearest there is."""
        return Paginator(self.rows.cut(), self.size).get_page(self._of("page"))

    @property
    def headings(self) -> Iterator[Heading]:
        """The heads of the columns."""
        for column in self.columns:
            mine = self.order.lstrip("-") == column.key
            down = mine and not self.order.startswith("-")
            url = self.url(sort=f"-{column.key}" if down else column.key) if column.sort else ""
            order = ("descending" if self.order.startswith("-") else "ascending") if mine else ""
            yield Heading(column, url, order)

    @property
    def body(self) -> Iterator[list[Cell]]:
        """The cells of the page's rows."""
        for row in self.page.object_list:
            yield [Cell(c, c.plain(row), c.link(row) if c.link else None) for c in self.columns]

    @property
    def lists(self) -> Iterator[tuple[str, Words, list[Option]]]:
        """The lists to choose from: parameter, title, options."""
        for choice in self.choices:
            now = self.choice_of(choice)
            options = [Option(value, title, value == now) for value, title in choice.options]
            if not choice.default:
                options.insert(0, Option("", pgettext("table", "All"), not now))
            yield self.name + choice.key, choice.title, options

    @property
    def orders(self) -> Iterator[tuple[Option, Option]]:
        """The ways to sort, for a screen too small for heads of columns."""
        for column in self.columns:
            if column.sort:
                up, down = column.key, f"-{column.key}"
                yield (
                    Option(up, column.title, self.order == up),
                    Option(down, column.title, self.order == down),
                )

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Parameters that aren't this table's: a form would lose them."""
        own = {self.name + key for key in ("q", "sort", "page", "format", *(c.key for c in self.choices))}
        return [(key, value) for key, values in self.asked.lists() for value in values if key not in own]

    @property
    def downloads(self) -> list[tuple[str, str]]:
        """The kinds of file and their addresses."""
        return [(kind.upper(), self.url(format=kind)) for kind in FORMATS] if self.exports else []

    @property
    def bare(self) -> str:
        """The address of the whole table."""
        asked = QueryDict(mutable=True)
        for key, value in self.kept:
            asked.appendlist(key, value)
        return self._link(asked)

    @property
    def previous(self) -> str:
        """The address of the page before, or nothing."""
        return self.url(page=str(self.page.previous_page_number())) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        """The address of the page after, or nothing."""
        return self.url(page=str(self.page.next_page_number())) if self.page.has_next() else ""

    def url(self, **changes: str) -> str:
        """This table's address with something changed; a new order begins on the first page."""
        asked = self.asked.copy()
        for key in ("page", "format"):
            asked.pop(self.name + key, None)
        for key, value in changes.items():
            asked[self.name + key] = value
        return self._link(asked)

    def _link(self, asked: QueryDict) -> str:
        # The path beside it: a bare "?" would keep what is there.
        return f"{self.path}?{asked.urlencode()}" if asked else self.path

    def _of(self, key: str) -> str:
        return self.asked.get(self.name + key) or ""

    def _known(self, order: str) -> str:
        column = self._column(order)
        return order if column and column.sort and order.count("-") <= 1 + column.key.count("-") else ""

    def _column(self, order: str) -> Column | None:
        key = order.removeprefix("-")
        return next((column for column in self.columns if column.key == key), None)
