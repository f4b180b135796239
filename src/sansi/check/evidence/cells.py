"""逐格表格 · Tables whose cells stand one after the other: HTML, or one cell a line.

A table copied out of a word processor or a web page often comes as its cells, one a line, the
header's first. How many columns there are shows in how many header words stand in a row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sansi.check.evidence.quick import quick
from sansi.check.model import Spot

_REACH = 60_000
_LONGEST_CELL = 80
_MOST_LINES = 4_000
_TAG = quick(r"<(/?)t([rdh])(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_CONTENT = quick(r"(?:\s|<[^<>]{0,200}>|[*\"'“”])*+")
_HEADER = quick(
    r"序号|编号|姓\s*名|名字|联系人|申请人|户主|业主|患者|考生|学生|收[件货]人|借款人|[家住户]主"
    r"|客户|旅客|性\s*别|年\s*龄|籍\s*贯|出生|生日|身份证|证件|证号|手\s*机|电\s*话|联系方式"
    r"|住\s*址|地\s*址|户籍"
    r"|护照|通行证|银行|卡号|账\s*[号户]|户名|开户|QQ|微信|车牌|号牌|邮箱|邮编|信用代码|密码|口令"
    r"|账号|学号|工号|考号|准考证|部门|科室|单位|职务|职位|职称|岗位|学历|专业|班级|年级|学校|院系"
    r"|金额|标准|补助|补贴|工资"
    r"|日期|时间|成绩|得分|分数|排名|名次|等级|类别|类型|状态|备注|说明|原因|关系|面积|人数|数量"
    r"|项目|内容|座机|宅电|所属|人$|地区|乡镇|村组"
    r"|\bname\b|phone|mobile|\bid\b|address|passport|card|account|e-?mail|plate|ssn|\btel\b|iban"
    r"|contact|gender|\bsex\b|\bage\b|birth|note|remark|amount|date|department|title|wechat"
    r"|\bno\.?$",
    re.IGNORECASE,
)  # fmt: skip
_NO_HEADER = quick(r"[0-9]{2}|[：:，,。；|\t]")
_LEAST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one table in order: where each begins and ends, and its column's header."""

    starts: list[int]
    ends: list[int]
    headers: list[str]
    width: int

    def header_at(self, at: int) -> str:
        """The header over the cell that holds `at`, or ""."""
        i = bisect_right(self.starts, at) - 1
        return self.headers[i] if i >= 0 and at <= self.ends[i] else ""

    def under(self, header_at: int) -> Iterator[tuple[str, int, int]]:
        """(header, start, end) of the cells below the header cell that holds `header_at`."""
        i = bisect_right(self.starts, header_at) - 1
        if 0 <= i < self.width:
            for j in range(self.width + i, len(self.starts), self.width):
                yield self.headers[j], self.starts[j], self.ends[j]


def table_around(spot: Spot, at: int) -> Cells | None:
    """The HTML or one-cell-a-line table that holds `at`, read once per text."""
    text = spot.text
    known: dict[tuple[str, int], Cells | None] = spot.memo.setdefault("cells", {})
    if (opening := _html_start(text, at)) is not None:
        if ("html", opening) not in known:
            known["html", opening] = _html(text, opening)
        return known["html", opening]
    first = _stack_start(text, at, spot.memo.setdefault("stack", {}))
    if first is None:
        return None
    if ("stack", first) not in known:
        known["stack", first] = _stacked(text, first)
    return known["stack", first]


def table_headed(spot: Spot, at: int) -> Cells | None:
    """The same where `at` may stand in the header: only from there is a table looked for."""
    if _html_start(spot.text, at) is None and not _in_header(spot.text, at):
        return None
    return table_around(spot, at)


def _in_header(text: str, at: int) -> bool:
    """Whether the line, or the one below it, is a header's; of two in a row one may be unknown."""
    line = _cell_line(text, at)
    if line is None or _is_header(text, line):
        return line is not None
    below = _cell_line(text, line[1] + 1) if line[1] < len(text) - 1 else None
    return below is not None and _is_header(text, below)


def _html_start(text: str, at: int) -> int | None:
    """Where the table that is open at `at` begins."""
    near = at - 400 if at > 400 else 0
    if text.rfind("<", near, at) < 0:
        return None
    if text.rfind("<t", near, at) < 0 and text.rfind("<T", near, at) < 0:
        return None
    low = max(0, at - _REACH)
    opening = max(text.rfind("<table", low, at), text.rfind("<TABLE", low, at))
    return opening if opening >= 0 else None


def _html(text: str, opening: int) -> Cells | None:
    closing = text.find("</table", opening, opening + _REACH)
    stop = closing if closing >= 0 else min(len(text), opening + _REACH)
    rows: list[list[tuple[int, int]]] = []
    begun: int | None = None
    for tag in _TAG.finditer(text, opening, stop):
        if begun is not None and rows:
            rows[-1].append(_inside(text, begun, tag.start()))
        begun = None
        if tag[1]:
            continue
        if tag[2].lower() == "r":
            rows.append([])
        else:
            begun = tag.end()
    rows = [row for row in rows if row]
    return _headed(text, rows) if len(rows) > 1 else None


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """A cell without the blanks, tags and quotes around its words."""
    lead = _CONTENT.match(text, start, end)
    start = lead.end() if lead else start
    tail = text.find("<", start, end)
    end = tail if tail >= 0 else end
    while end > start and text[end - 1] in " \t\r\n\u3000*\"'“”":
        end -= 1
    return start, end


def _headed(text: str, rows: list[list[tuple[int, int]]]) -> Cells | None:
    names = [re.sub(r"\s", "", text[start:end]) for start, end in rows[0]]
    if not any(_HEADER.search(name) for name in names):
        return None
    starts, ends, headers = [], [], []
    for number, row in enumerate(rows):
        # A row that lacks cells (a heading across the table) would shift all columns after it.
        cells = [*row, *[row[-1]] * len(names)][: len(names)]
        for column, (start, end) in enumerate(cells):
            starts.append(start)
            ends.append(end)
            headers.append(names[column] if number else "")
    return Cells(starts, ends, headers, len(names))


def _cell_line(text: str, at: int) -> tuple[int, int] | None:
    """The line around `at`, if it is short enough to be one cell and not empty."""
    start = text.rfind("\n", max(0, at - _LONGEST_CELL), at) + 1
    end = text.find("\n", at, at + _LONGEST_CELL)
    end = end if end >= 0 else len(text)
    return (start, end) if 0 < end - start <= _LONGEST_CELL else None


def _is_header(text: str, line: tuple[int, int]) -> bool:
    cell = text[line[0] : line[1]].strip()
    return 0 < len(cell) <= 16 and not _NO_HEADER.search(cell) and bool(_HEADER.search(cell))


def _stack_start(text: str, at: int, known: dict[int, int | None]) -> int | None:
    """The first header line of the one-cell-a-line table around `at`."""
    line, first = _cell_line(text, at), None
    passed: list[int] = []
    lowest = max(0, at - _REACH)
    while line and line[0] >= lowest and len(passed) < _MOST_LINES:
        if line[0] in known:
            first = known[line[0]]
            break
        passed.append(line[0])
        if _is_header(text, line):
            first = line[0]
            above = _cell_line(text, line[0] - 1) if line[0] else None
            if not above or not _is_header(text, above):
                break
        line = _cell_line(text, line[0] - 1) if line[0] else None
    known.update(dict.fromkeys(passed, first))
    return first


def _width(text: str, lines: list[tuple[int, int]]) -> int:
    """How many header lines stand in a row; one we do not know may stand between two we do."""
    known = [_is_header(text, line) for line in lines[:60]] + [False, False]
    return next(i for i in range(len(known) - 1) if not known[i] and not known[i + 1])


def _stacked(text: str, first: int) -> Cells | None:
    lines: list[tuple[int, int]] = []
    line = _cell_line(text, first)
    while line and line[0] < first + _REACH:
        lines.append(line)
        line = _cell_line(text, line[1] + 1) if line[1] < len(text) - 1 else None
    width = _width(text, lines)
    if width < _LEAST_COLUMNS or len(lines) < 2 * width:
        return None
    rows = [lines[i : i + width] for i in range(0, len(lines) - width + 1, width)]
    return _headed(text, [[_inside(text, *cell) for cell in row] for row in rows])
