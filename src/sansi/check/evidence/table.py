"""表格 · Which column a place stands in, and what its header says.

Rows on neighbouring lines with cells parted by |, tabs, commas or wide blanks are read here, HTML and
one cell a line in `cells`. The header is the nearest line above with the same sort of cells whose cells
are words from forms and hold no long number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sansi.check.evidence.cells import table_around, table_headed
from sansi.check.evidence.quick import quick
from sansi.check.model import Spot

# Further up than this a header no longer types its column: it bounds the overlap that a big text
# needs between its windows.
_REACH = 60_000
_LONGEST_LINE = 2_000
_LONGEST_CELL = 80

_HEADER_WORD = quick(
    r"姓\s*名|名字|联系人|身份证|证件|证号|手\s*机|电\s*话|联系方式|住\s*址|地\s*址|护照|通行证|银行卡|卡号|账\s*号|账户|户名"
    r"|QQ|微信|车牌|邮箱|信用代码|密码|口令|序号|料号|物料|编号|编码|单号|货号|批号|型号|品名|学号|工号|\bname\b|phone|mobile|\bcell\b|\bid\b|id_card|address|passport|card"
    r"|account|e-?mail|plate|ssn|tel\b|iban|\bcontact\b|国籍|性别|出生|nationality|birth|nric",
    re.IGNORECASE,
)
_LONG_NUMBER = quick(r"[0-9０-９]{5}")
_RULE_LINE = quick(r"[\s|:+=\-–—─━┄┈╌]+$")


class _Splitter(NamedTuple):
    """How cells are parted: by what pattern, by what characters, and whether each of them parts."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    every: bool


# In order: the first that parts the line decides. Single blanks only serve under a known header.
_SPLITTERS = (
    _Splitter(quick(r"[|│｜┃]"), tuple("|│｜┃"), every=True),
    _Splitter(quick(r"\t"), ("\t",), every=True),
    _Splitter(quick(r"[,，](?![0-9]{3}(?:[^0-9]|$))"), (",", "，"), every=False),
    _Splitter(quick(r"[;；]"), (";", "；"), every=True),
    _Splitter(quick(r" {2,}|\u3000+"), ("  ", "\u3000"), every=False),
    _Splitter(quick(r" "), (" ",), every=True),
)
_BARS, _TABS = _SPLITTERS[:2]


def _signs(line: str, splitter: _Splitter) -> int:
    """How many signs stand in `line` that may part cells: far cheaper than to part it."""
    count = 0
    for sign in splitter.signs:
        count += line.count(sign)
    return count


_EDGES = frozenset("|│｜┃\t,，;；\n\r \u3000\u00a0<>\"'“”*`（(+＋")


class _Row(NamedTuple):
    start: int
    end: int


def column(spot: Spot, at: int) -> str:
    """The header of the column that `at` stands in, without blanks; "" when there is none."""
    # A cell begins behind what parts cells; what stands in the middle of a sentence is in no column.
    text = spot.text
    if at and text[at - 1] not in _EDGES:
        return ""
    bare: set[int] = spot.memo.setdefault("bare", set())
    line_start = text.rfind("\n", at - _LONGEST_LINE if at > _LONGEST_LINE else 0, at) + 1
    if line_start in bare:
        return ""
    row = _line(text, at)
    over = _header_over(spot, row) if row else None
    if row and over:
        splitter, header = over
        index = _index(splitter, text, row.start, at)
        if index < len(header):
            return header[index]
    cells = table_around(spot, at)
    if cells:
        return cells.header_at(at)
    if row and not over and not _tagged(text, row):
        bare.add(line_start)
    return ""


def cells_under(spot: Spot) -> Iterable[tuple[str, int, int]]:
    """(header, start, end) of every cell of the column that the word at `spot` heads, if it does.

    For what only its header tells from any word or number: it is cheaper to look down from the
    few headers than up from every word.
    """
    # Most labels stand in prose, many in one paragraph: a line that heads nothing is asked once.
    text, at, barren = spot.text, spot.start, spot.memo.setdefault("barren", set())
    line_start = text.rfind("\n", at - _LONGEST_LINE if at > _LONGEST_LINE else 0, at) + 1
    if line_start in barren:
        return ()
    row = _line(text, at)
    table = _table(spot, row) if row else None
    if row and table:
        return _column_under(text, row, at, table)
    tagged = row is None or _tagged(text, row)
    cells = table_headed(spot, at) if row is None or tagged or row.end - row.start <= _LONGEST_CELL else None
    if cells:
        return cells.under(at)
    if row is None or not tagged:
        barren.add(line_start)
    return ()


def _index(splitter: re.Pattern[str], text: str, start: int, at: int) -> int:
    """How many cells of the row from `start` on stand before `at`."""
    if splitter is _TABS.pattern:
        return text.count("\t", start, at)
    return sum(1 for _ in splitter.finditer(text, start, at))


def _column_under(text: str, row: _Row, at: int, table: _Table) -> Iterator[tuple[str, int, int]]:
    splitter, header, rows = table
    index = _index(splitter, text, row.start, at)
    for cells in rows:
        if index < len(cells):
            start, end = cells[index]
            yield _bare(header[index]), start, end


def _tagged(text: str, row: _Row) -> bool:
    """Whether the line may stand in an HTML table."""
    return text.find("<", row.start - 400 if row.start > 400 else 0, row.end) >= 0


_Table = tuple[re.Pattern[str], list[str], list[list[tuple[int, int]]]]


def _table(spot: Spot, row: _Row) -> _Table | None:
    """The table headed by `row`, read once however many of its headers are asked for."""
    known: dict[int, _Table | None] = spot.memo.setdefault("tables", {})
    if row.start not in known:
        known[row.start] = _read(spot.text, row) if _may_head(spot.text, row) else None
    return known[row.start]


def _may_head(text: str, row: _Row) -> bool:
    """Whether a table can go on below `row`: it is no sentence, and the next line is no blank one."""
    if text.find("。", row.start, row.end) >= 0:
        return False
    following = text[row.end + 1 : row.end + 200].partition("\n")[0]
    return not following.isspace() and following != ""


def _read(text: str, row: _Row) -> _Table | None:
    below = _line(text, row.end + 1)
    following = text[below.start : below.end] if below else ""
    line = text[row.start : row.end]
    ruled = _RULE_LINE.match(following) is not None
    for splitter in _SPLITTERS:
        if not _signs(line, splitter) or not (ruled or _signs(following, splitter)):
            continue
        header = splitter.pattern.split(line)
        alike = ruled or abs(len(splitter.pattern.split(following)) - len(header)) <= 1
        if alike and len(header) > 1 and _is_header(header):
            rows = _rows_below(text, row.end + 1, splitter.pattern, len(header))
            return splitter.pattern, header, list(rows)
    return None


def _rows_below(
    text: str, start: int, splitter: re.Pattern[str], count: int
) -> Iterator[list[tuple[int, int]]]:
    lowest = min(len(text), start + _REACH)
    while start < lowest:
        row = _line(text, start)
        if row is None:
            return
        start = row.end + 1
        line = text[row.start : row.end]
        if line.strip() and _RULE_LINE.match(line):
            continue
        cells = splitter.split(line)
        if len(cells) < 2 or abs(len(cells) - count) > 1 or _is_header(cells):
            return
        yield _places(text, row, splitter)


def _places(text: str, row: _Row, splitter: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the cells of `row` stand, without the blanks, quotes and tags around them."""
    places, start = [], row.start
    for end, following in [*((m.start(), m.end()) for m in splitter.finditer(text, *row)), (row.end, 0)]:
        lead = _LEAD.match(text, start, end)
        first = lead.end() if lead else start
        places.append((first, first + len(text[first:end].rstrip(_DRESS))))
        start = following
    return places


_DRESS = " \t\r\u00a0\u3000\"'“”*`"
_LEAD = quick(rf"(?:[{_DRESS}]|<[^<>]{{0,200}}>)*+")


def _bare(cell: str) -> str:
    return re.sub(r"<[^>]*>|[\s*#\"'“”]", "", cell)


def _line(text: str, at: int) -> _Row | None:
    start = text.rfind("\n", max(0, at - _LONGEST_LINE), at) + 1
    end = text.find("\n", at, at + _LONGEST_LINE)
    if end < 0:
        end = len(text)
    return _Row(start, end) if end - start <= _LONGEST_LINE else None


_Header = tuple[re.Pattern[str], list[str]]
_Climbed = dict[int, tuple[int, list[str]]]
"""The place and the cells of the header by the start of each row below it; of all rows with one number of cells."""


def _header_over(spot: Spot, row: _Row) -> _Header | None:
    """The header row over `row`, with the splitter that both share."""
    known: dict[int, _Header | None] = spot.memo.setdefault("table", {})
    if row.start not in known:
        known[row.start] = _search(spot, row)
    return known[row.start]


def _search(spot: Spot, row: _Row) -> _Header | None:
    text = spot.text
    above = _above(text, row.start, row.start - _REACH)
    over = text[above.start : above.end] if above else ""
    if not above or not over or over.isspace():
        return None  # a paragraph, the usual case
    line = text[row.start : row.end]
    if header := _as_above(spot, row, above, line):
        return _TABS.pattern, header
    ruled = _RULE_LINE.match(over) is not None
    for splitter in _SPLITTERS:
        signs = _signs(line, splitter)
        if not signs or not (ruled or _alike(signs, _signs(over, splitter), splitter)):
            continue
        count = len(splitter.pattern.split(line))
        if count > 1 and (header := _climb(spot, row, splitter.pattern, count)):
            return splitter.pattern, header
    return None


def _as_above(spot: Spot, row: _Row, above: _Row, line: str) -> list[str]:
    """The header of the row above where it has as many cells, parted by tabs: each row of a sheet is asked."""
    tabs = line.count("\t")
    if not tabs or _signs(line, _BARS):
        return _NONE
    known: _Climbed = spot.memo.get(("climbed", _TABS.pattern, tabs + 1), {})
    header = known.get(above.start)
    if header is None or header[0] < row.start - _REACH:
        return _NONE
    known[row.start] = header
    return header[1]


def _alike(here: int, above: int, splitter: _Splitter) -> bool:
    """Whether two lines with so many signs can have as many cells, or one more or less."""
    return above > 0 and not (splitter.every and abs(here - above) > 1)


def _above(text: str, start: int, lowest: int) -> _Row | None:
    """The line that ends before `start`, unless it begins before `lowest` or is too long for a row."""
    end = start - 1
    if end <= max(0, lowest):
        return None
    low = max(0, lowest, end - _LONGEST_LINE)
    found = text.rfind("\n", low, end)
    return None if found < 0 and low > 0 else _Row(found + 1, end)


def _climb(spot: Spot, row: _Row, splitter: re.Pattern[str], count: int) -> list[str]:
    """The cells of the nearest header above with about `count` cells, or [].

    Every row on the way is remembered with what it led to: without that, a table of persons would
    be climbed from each of its rows.
    """
    known: _Climbed = spot.memo.setdefault(("climbed", splitter, count), {})
    lowest = row.start - _REACH
    passed, at, header = [row.start], row.start, (-1, _NONE)
    while above := _above(spot.text, at, lowest):
        at = above.start
        if at in known:
            header = known[at]
            break
        line = spot.text[at : above.end]
        if line.strip() and _RULE_LINE.match(line):
            continue
        cells = splitter.split(line.rstrip("\r"))
        if abs(len(cells) - count) > 1 or len(cells) < 2:
            break
        if _is_header(cells):
            header = at, [_bare(c) for c in cells]
            break
        if len(cells) == count:
            passed.append(at)
    known.update((start, header) for start in passed)
    return header[1] if header[0] >= lowest else _NONE


_NONE: list[str] = []


def _is_header(cells: list[str]) -> bool:
    wanted = 2 if len(cells) > 2 else 1
    for cell in cells:
        if len(cell) < 60 and _HEADER_WORD.search(cell):
            wanted -= 1
            if not wanted:
                return _LONG_NUMBER.search("|".join(cells)) is None
    return False
