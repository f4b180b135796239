"""口令列 · The column under a header cell that says 密码 or `password`.

Rows in Markdown, tab- or comma-separated text. The header must be a row of short cells with the
label as one whole cell; rows follow without a break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.quick import quick

_ROWS = 400
_WIDEST = 2000
_BEFORE_LABEL = tuple(
    "初始 登录 登陆 默认 临时 邮箱 系统 账号 原始 开机 数据库 wifi mysql db user login initial".split()
)
_HEADER_CELL = quick(
    rf"\s*[*\"'`]{{0,2}}(?:{'|'.join(_BEFORE_LABEL)})?[ _]?"
    r"(?:密码|口令|密碼|password|passwd|pwd|passcode|pass)(?:[（(][^()（）]{1,12}[)）])?[*\"'`]{0,2}\s*",
    re.IGNORECASE,
)
_CELL_EDGES = frozenset("|,，\"'`*")
_CELL_END = quick(r"(?:[（(][^()（）]{1,12}[)）])?[*\"'`]{0,2}[^\S\t\n]*+(?:[|\t,，\n]|\Z)")
_RULE = quick(r"[\s|:+\-=]+")
_DRESS = " \t\r\"'`*"


def _cells(line: str, delimiter: str) -> list[tuple[int, str]]:
    cells, at = [], 0
    for cell in line.split(delimiter):
        cells.append((at, cell))
        at += len(cell) + len(delimiter)
    return cells


def _column(line: str, offset: int) -> tuple[str, int, int] | None:
    """The delimiter, the cell of the line that covers `offset` and the count, if it is a header."""
    for delimiter in ("|", "\t", ",", "，"):
        if delimiter not in line:
            continue
        cells = _cells(line, delimiter)
        for number, (at, cell) in enumerate(cells):
            if at <= offset < at + len(cell) + 1 and _HEADER_CELL.fullmatch(cell):
                return delimiter, number, len(cells)
    return None


def may_head(text: str, start: int, end: int) -> bool:
    """Whether the label at the place can be the end of a header cell, by what stands around it.

    Short labels end in what parts cells (`pass |`) or in a quote.
    """
    if text[end - 1].isalpha() and not _CELL_END.match(text, end):
        return False
    left = text[start - 10 if start > 10 else 0 : start].rstrip(" _")
    return not left or left[-1] in _CELL_EDGES or left[-1].isspace() or left.lower().endswith(_BEFORE_LABEL)


def column_below(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The places of the cells below the header cell at `start`, if there is a table."""
    left = text.rfind("\n", max(0, start - _WIDEST), start) + 1
    right = text.find("\n", start, start + _WIDEST)
    if right < 0 or start - left > _WIDEST:
        return
    header = _column(text[left:right], start - left)
    if not header:
        return
    delimiter, number, count = header
    # A row like the one above it is no header: | DB_PASSWORD | … | in a table of settings.
    above = text[max(0, left - _WIDEST) : max(0, left - 1)].rpartition("\n")[2]
    if above.count(delimiter) == count - 1:
        return
    for _ in range(_ROWS):
        left = right + 1
        right = text.find("\n", left, left + _WIDEST)
        line = text[left : right if right >= 0 else min(len(text), left + _WIDEST)]
        cells = _cells(line, delimiter)
        if len(cells) != count:
            return
        if not _RULE.fullmatch(line):
            at, cell = cells[number]
            inner = cell.strip(_DRESS)
            place = left + at + cell.find(inner)
            yield place, place + len(inner)
        if right < 0:
            return
