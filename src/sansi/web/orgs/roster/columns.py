"""列名 · The columns a table of units or people may have, by the many names people give them in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from sansi.web.audit.refused import Refused
from sansi.web.orgs.models import Upload
from sansi.web.orgs.roster.reading import Line

What = Upload.What


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the reader's language, what else it may be called, and how long its cells may be."""

    key: str
    title: str | Promise
    called: str
    longest: int
    needed: bool = False


UNITS = (
    Column(
        "code",
        gettext_lazy("Unit code"),
        "单位代码 代码 编码 单位编码 机构代码 code unitcode id",
        40,
        needed=True,
    ),
    Column(
        "name",
        gettext_lazy("Unit name"),
        "单位名称 名称 单位 机构名称 部门 部门名称 name unitname unit",
        120,
        needed=True,
    ),
    Column(
        "name_en", gettext_lazy("Name in English"), "英文名称 英文名 nameinenglish englishname nameen", 160
    ),
    Column(
        "parent",
        gettext_lazy("Code of the unit above"),
        "上级单位代码 上级代码 上级编码 上级 上级单位 codeoftheunitabove parent parentcode above unitabove",
        40,
    ),
)
PEOPLE = (
    Column(
        "email",
        gettext_lazy("E-mail"),
        "电子邮箱 邮箱 电子邮件 邮件 邮箱地址 email mail emailaddress",
        254,
        needed=True,
    ),
    Column("name", pgettext_lazy("of a person", "Name"), "姓名 名字 name fullname", 100, needed=True),
    Column(
        "unit",
        gettext_lazy("Unit code"),
        "单位代码 单位编码 部门代码 部门编码 所在单位代码 机构代码 unitcode unit departmentcode",
        40,
    ),
    Column("post", gettext_lazy("Post"), "职务 岗位 职位 post position jobtitle", 100),
    Column("language", gettext_lazy("Language"), "语言 language", 20),
    Column(
        "from_on",
        gettext_lazy("Serves since"),
        "任职日期 到任日期 任职时间 开始日期 servessince from since startdate",
        20,
    ),
)
COLUMNS = {What.UNITS: UNITS, What.PEOPLE: PEOPLE}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by the keys of their columns; only those that aren't empty."""

    number: int
    cells: dict[str, str]


def plain(text: str) -> str:
    """A name of a column without what people put around it: blanks, stars, brackets and what stands in them."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\([^()]*\)|[\s*_:\-./'\"]", "", text)


def rows_of(lines: Sequence[Line], what: What) -> tuple[list[Row], list[str]]:
    """The rows under their columns, and the names of columns that nobody knows and that are not read.

    Raises:
        Refused: a column is missing or there twice, or there is nothing but the head.
    """
    columns = COLUMNS[what]
    head, *rest = lines
    known = {plain(name): column for column in columns for name in (column.called.split())}
    found: dict[int, Column] = {}
    unknown = []
    for place, text in enumerate(head.cells):
        column = known.get(plain(text))
        if column is None:
            unknown += [text] if text else []
        elif column in found.values():
            raise Refused(
                _("The head (row %(row)s) names “%(column)s” twice.")
                % {"row": head.number, "column": column.title}
            )
        else:
            found[place] = column
    _all_there(columns, found, head)
    if not rest:
        raise Refused(_("There is nothing below the head of the table."))
    return [
        Row(
            line.number,
            {c.key: line.cells[p] for p, c in found.items() if p < len(line.cells) and line.cells[p]},
        )
        for line in rest
    ], unknown


def _all_there(columns: Sequence[Column], found: dict[int, Column], head: Line) -> None:
    missing = [str(column.title) for column in columns if column.needed and column not in found.values()]
    if missing:
        raise Refused(
            _(
                "The head (row %(row)s) lacks: %(missing)s. Seen there: %(seen)s. Columns may be called: %(right)s."
            )
            % {
                "row": head.number,
                "missing": _(", ").join(missing),
                "seen": _(", ").join(text for text in head.cells if text)[:300],
                "right": "; ".join(
                    f"{column.title} ({' / '.join(column.called.split()[:3])})"
                    for column in columns
                    if column.needed
                ),
            }
        )
