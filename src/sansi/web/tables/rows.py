"""行的来源 · Rows out of a query or a list, narrowed and sorted in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from sansi.web.tables.columns import Column, plain

# So many rows of a query are held at a time while it is exported.
CHUNK = 2000


class Rows(Protocol):
    """Rows that can be narrowed, sorted, counted and cut."""

    def looked_for(self, words: str, columns: Sequence[Column], fields: Sequence[str]) -> Rows:
        """Those in which every word stands, in any of the columns that are searched, or of the fields of a query."""
        ...

    def chosen(self, condition: Q | Callable[[Any], bool]) -> Rows:
        """Those that meet a condition."""
        ...

    def sorted(self, column: Column, *, down: bool) -> Rows:
        """The same in the order of a column."""
        ...

    def cut(self) -> Any:
        """What Django's Paginator takes."""
        ...

    def each(self) -> Iterator[Any]:
        """One after the other."""
        ...


class QueryRows:
    """Rows of a query."""

    def __init__(self, query: QuerySet[Any]) -> None:
        """Take the query as it is, with its order."""
        self.query = query

    def looked_for(self, words: str, columns: Sequence[Column], fields: Sequence[str]) -> Rows:
        """See `Rows`."""
        query = self.query
        searched = {*fields, *(field for column in columns for field in column.search)}
        for word in words.split():
            condition = Q()
            for field in searched:
                condition |= Q(**{f"{field}__icontains": word})
            query = query.filter(condition)
        return QueryRows(query)

    def chosen(self, condition: Q | Callable[[Any], bool]) -> Rows:
        """See `Rows`."""
        return QueryRows(self.query.filter(condition))

    def sorted(self, column: Column, *, down: bool) -> Rows:
        """See `Rows`."""
        # By the key at last: rows that are equal otherwise would change places between pages.
        fields = [f"-{field}" if down else field for field in column.sort]
        return QueryRows(self.query.order_by(*fields, "pk"))

    def cut(self) -> QuerySet[Any]:
        """See `Rows`."""
        return self.query if self.query.ordered else self.query.order_by("pk")

    def each(self) -> Iterator[Any]:
        """See `Rows`."""
        return self.cut().iterator(chunk_size=CHUNK)


class ListRows:
    """Rows in a list."""

    def __init__(self, rows: Sequence[Any]) -> None:
        """Take the rows in their order."""
        self.rows = rows

    def looked_for(self, words: str, columns: Sequence[Column], fields: Sequence[str]) -> Rows:  # noqa: ARG002 - a list has none
        """See `Rows`."""
        searched = [column for column in columns if column.search]
        asked = words.casefold().split()

        def has(row: Any) -> bool:
            text = "\n".join(column.plain(row) for column in searched).casefold()
            return all(word in text for word in asked)

        return ListRows([row for row in self.rows if has(row)])

    def chosen(self, condition: Q | Callable[[Any], bool]) -> Rows:
        """See `Rows`."""
        assert not isinstance(condition, Q), "rows in a list are chosen by a test"
        return ListRows([row for row in self.rows if condition(row)])

    def sorted(self, column: Column, *, down: bool) -> Rows:
        """See `Rows`."""

        def key(row: Any) -> tuple[bool, Any]:
            value = column.value(row)
            # Empty cells last, and numbers as numbers.
            return value is None, value if isinstance(value, int) else plain(value)

        return ListRows(sorted(self.rows, key=key, reverse=down))

    def cut(self) -> Sequence[Any]:
        """See `Rows`."""
        return self.rows

    def each(self) -> Iterator[Any]:
        """See `Rows`."""
        return iter(self.rows)
