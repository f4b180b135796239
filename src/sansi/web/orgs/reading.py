"""读表 · Read a table of units or people: CSV in UTF-8, UTF-16 or GB18030, or XLSX. Bytes in, rows of text out."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

LARGEST = 10 << 20
MOST_ROWS = 200_000
# A workbook is a zip: what it unpacks to is not bounded by what was uploaded.
LARGEST_UNPACKED = 300 << 20
HEADINGS = {
    "units": {
        "code": {"code", "代码", "单位代码", "编码"},
        "name": {"name", "名称", "单位名称", "单位"},
        "name_en": {"name_en", "english name", "name in english", "英文名", "英文名称"},
        "parent": {"parent", "parent code", "上级", "上级代码", "上级单位代码"},
    },
    "people": {
        "email": {"email", "e-mail", "mail", "邮箱", "电子邮箱", "电子邮件"},
        "name": {"name", "姓名"},
        "unit": {"unit", "unit code", "单位", "单位代码", "所在单位"},
        "post": {"post", "title", "职务", "岗位"},
        "language": {"language", "语言"},
    },
}
NEEDED = {"units": ("code", "name", "parent"), "people": ("email", "name", "unit")}


class Unreadable(Exception):  # noqa: N818 - it says what is wrong, in the words of the rest
    """The file can't be read as a table; the message says why and what to do."""


def table(data: bytes, what: str) -> list[dict[str, str]]:
    """The rows by the names of our fields; `line` is the number of the line in the file.

    Raises:
        Unreadable: no table, too big, or a heading that is needed is missing.
    """
    if len(data) > LARGEST:
        raise Unreadable(_("The file is bigger than %(size)d MB: split it.") % {"size": LARGEST >> 20})
    lines = _workbook(data) if data.startswith(b"PK\x03\x04") else _text(data)
    lines = ((number, cells) for number, cells in lines if any(cells))
    _first, headings = next(lines, (0, []))
    places = _places(headings, what)
    rows: list[dict[str, str]] = []
    for number, cells in lines:
        if len(rows) == MOST_ROWS:
            raise Unreadable(_("More than %(number)d rows: split the file.") % {"number": MOST_ROWS})
        row = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        rows.append(row | {"line": str(number)})
    return rows


def _places(headings: list[str], what: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        for name, known in HEADINGS[what].items():
            if heading.strip().strip("*").lower() in known and name not in found:
                found[name] = at
    missing = [name for name in NEEDED[what] if name not in found]
    if missing:
        raise Unreadable(
            _("The first line must hold the headings %(needed)s; missing: %(missing)s.")
            % {"needed": ", ".join(NEEDED[what]), "missing": ", ".join(missing)}
        )
    return found


def _text(data: bytes) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(data)
    if "\x00" in text:
        raise Unreadable(_("This is not a table: save it as CSV or XLSX."))
    first = text.partition("\n")[0]
    # Spreadsheets write what the country separates by; a heading holds none of the others.
    mark = max(",;\t，", key=first.count)
    if mark == "，":
        text, mark = text.replace("，", ","), ","
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            yield number, [cell.strip() for cell in cells]
    except csv.Error:
        raise Unreadable(_("This is not a table: save it as CSV or XLSX.")) from None


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The characters of this file can't be read: save it as CSV in UTF-8."))


def _workbook(data: bytes) -> Iterator[tuple[int, list[str]]]:
    bad = Unreadable(_("This workbook can't be read: save it anew as XLSX or CSV."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise bad from None
    if unpacked > LARGEST_UNPACKED:
        raise bad
    try:
        with warnings.catch_warnings():
            # Of styles and extensions that it leaves out: we read no styles.
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
                yield number, [_cell(cell) for cell in cells]
            book.close()
    except Exception:  # noqa: BLE001 - a damaged workbook fails in as many ways as it has parts
        raise bad from None


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a code of digits, typed into a spreadsheet
    return "" if value is None else str(value).strip()
