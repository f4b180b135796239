"""记录与名单 · Records of persons, or of things, in the notations of tables and exports.

Columns are drawn anew for each document and headed as one of many people would head them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.english_decoys import MAKERS as DECOYS
from bench.accuracy.english_values import MAKERS

Piece = str | Value
# Kind of data → headings. Cells of private persons …
PRIVATE: dict[str, tuple[str, ...]] = {
    "id": ("ID card", "id_card", "IDNo", "identity_no", "身份证号", "证件号码", "ID Number", "idcard"),
    "mobile": ("Mobile", "mobile", "phone_number", "Cell (CN)", "手机", "联系电话", "tel", "Contact No."),
    "name": ("Name (CN)", "name", "姓名", "full_name", "Chinese name", "学生姓名", "收货人", "username_cn"),
    "addr": ("Address", "address", "家庭住址", "收货地址", "Home address (CN)", "addr"),
    "bank": ("Bank card", "bank_card_no", "银行卡号", "Account", "卡号", "salary_account"),
    "card": ("Credit card", "card_number", "CC", "pan", "Card No."),
    "mail": ("Email", "e-mail", "email", "邮箱", "mail_address", "Private email"),
    "phone": ("Phone", "phone", "Mobile (intl)", "home_phone", "WhatsApp", "cell"),
    "ssn": ("SSN", "ssn", "Social Security No.", "social_security_number"),
    "nino": ("NINO", "NI number", "ni_no", "National Insurance"),
    "iban": ("IBAN", "iban", "Account (IBAN)", "bank_iban"),
    "passport": ("Passport", "passport_no", "Passport No.", "passportNumber"),
    "cnpass": ("Passport (CN)", "passport_no", "护照号码", "Passport No."),
    "plate": ("Plate", "plate_no", "车牌号", "Vehicle"),
    "wechat": ("WeChat", "wechat_id", "微信号", "WeChat ID"),
    "qq": ("QQ", "qq", "QQ号", "QQ number"),
    "ip": ("IP", "last_login_ip", "ip_address", "登录IP", "client_ip"),
    "mac": ("MAC", "mac_address", "device_mac", "MAC地址"),
    "wallet": ("Wallet", "wallet_address", "payout_wallet", "钱包地址"),
}
# … and cells of nobody.
PUBLIC: dict[str, tuple[str, ...]] = {
    "n": ("Age", "Qty", "score", "年龄", "seat", "No. of items"),
    "day": ("Date", "joined", "日期", "created_at", "Valid until"),
    "order": ("Order", "order_no", "订单号", "invoice", "Tracking"),
    "money": ("Amount", "fee", "金额", "net", "balance"),
    "uuid": ("id", "uuid", "request_id", "session"),
    "digits9": ("ref", "student_no", "员工编号", "account_ref"),
    "longish": ("serial", "batch_no", "流水号", "transaction_id"),
    "ver": ("version", "app_version", "版本"),
    "masked": ("card (masked)", "phone_masked", "脱敏号码", "masked"),
    "sha": ("commit", "hash", "sha1", "revision"),
    "epochms": ("ts", "timestamp", "时间戳", "updated"),
    "part": ("part", "model", "型号", "device"),
    "person": ("Official", "author", "reviewer", "contact person"),
    "qip": ("internal_ip", "node", "内网IP", "bind"),
    "role": ("office_mail", "support", "部门邮箱", "helpdesk"),
    "switch": ("office_tel", "switchboard", "办公电话", "front desk"),
    "coord": ("location", "lat_lon", "坐标", "gps"),
    "sha256": ("sha256", "checksum", "digest"),
}
_ALL: Mapping[str, Callable[[random.Random], Piece]] = {**MAKERS, **DECOYS, "longish": DECOYS["digits18"]}


class Table(NamedTuple):
    """Headings, kinds and rows of cells."""

    heads: list[str]
    rows: list[list[Piece]]


def _table(rng: random.Random, kinds: Sequence[str], rows: int) -> Table:
    heads = [rng.choice((PRIVATE | PUBLIC)[k]) for k in kinds]
    return Table(heads, [[_ALL[k](rng) for k in kinds] for _ in range(rows)])


def _row(w: Writer, cells: Sequence[Piece], start: str, between: str, end: str) -> None:
    for i, cell in enumerate(cells):
        w.say(between if i else start).add(cell)
    w.say(end)


def _delimited(rng: random.Random, w: Writer, t: Table) -> None:
    start, between, end = rng.choice(
        (
            ("", ",", "\n"),
            ("", ",", "\r\n"),
            ("", "\t", "\n"),
            ("", ";", "\n"),
            ("", " | ", "\n"),
            ('"', '","', '"\n'),
            ("", ", ", "\n"),
            ("", "    ", "\n"),
            ("", "|", "\n"),
        )
    )
    _row(w, t.heads, start, between, end)
    for cells in t.rows:
        # A comma inside a cell is quoted, as every spreadsheet does.
        quoted = between.startswith(",")
        _row(
            w,
            [f'"{c}"' if quoted and isinstance(c, str) and "," in c else c for c in cells],
            start,
            between,
            end,
        )


def _markdown(_rng: random.Random, w: Writer, t: Table) -> None:
    _row(w, t.heads, "| ", " | ", " |\n")
    w.say("|", "---|" * len(t.heads), "\n")
    for cells in t.rows:
        _row(w, cells, "| ", " | ", " |\n")


def _html(_rng: random.Random, w: Writer, t: Table) -> None:
    w.say("<table>\n")
    _row(w, t.heads, "<tr><th>", "</th><th>", "</th></tr>\n")
    for cells in t.rows:
        _row(w, cells, "<tr><td>", "</td><td>", "</td></tr>\n")
    w.say("</table>\n")


def _json(rng: random.Random, w: Writer, t: Table) -> None:
    lined = rng.random() < 0.5
    w.say("" if lined else "[\n")
    for n, cells in enumerate(t.rows):
        w.say("{")
        for i, (head, cell) in enumerate(zip(t.heads, cells, strict=True)):
            w.say(", " if i else "", f'"{head}": "').add(cell).say('"')
        w.say("}" if lined or n == len(t.rows) - 1 else "},", "\n")
    w.say("" if lined else "]\n")


def _yaml(_rng: random.Random, w: Writer, t: Table) -> None:
    for cells in t.rows:
        for i, (head, cell) in enumerate(zip(t.heads, cells, strict=True)):
            w.say("  " if i else "- ", head, ": '").add(cell).say("'\n")


def _xml(_rng: random.Random, w: Writer, t: Table) -> None:
    w.say("<records>\n")
    for cells in t.rows:
        w.say("  <record>")
        for head, cell in zip(t.heads, cells, strict=True):
            w.say(f'<field name="{head}">').add(cell).say("</field>")
        w.say("</record>\n")
    w.say("</records>\n")


def _sql(_rng: random.Random, w: Writer, t: Table) -> None:
    for cells in t.rows:
        w.say("INSERT INTO export (`", "`, `".join(t.heads), "`) VALUES ('")
        _row(w, cells, "", "', '", "');\n")


def _blocks(rng: random.Random, w: Writer, t: Table) -> None:
    mark, gap = rng.choice((": ", "：", " = ", ":\t", " - ")), rng.choice(("\n\n", "\n-----\n", "\n***\n"))
    for cells in t.rows:
        for head, cell in zip(t.heads, cells, strict=True):
            w.say(head, mark).add(cell).say("\n")
        w.say(gap)


def _python(_rng: random.Random, w: Writer, t: Table) -> None:
    w.say("COLUMNS = (")
    _row(w, t.heads, '"', '", "', '")\n')
    w.say("ROWS = [\n")
    for cells in t.rows:
        _row(w, cells, '    ("', '", "', '"),\n')
    w.say("]\n")


def _query(_rng: random.Random, w: Writer, t: Table) -> None:
    for cells in t.rows:
        w.say("GET /export?")
        for i, (head, cell) in enumerate(zip(t.heads, cells, strict=True)):
            w.say("&" if i else "", head.replace(" ", "_"), "=").add(cell)
        w.say(" HTTP/1.1\n")


_NOTATIONS = (
    _delimited,
    _delimited,
    _delimited,
    _markdown,
    _html,
    _json,
    _json,
    _yaml,
    _xml,
    _sql,
    _blocks,
    _blocks,
    _python,
    _query,
)
_TITLES = (
    "",
    "",
    "",
    "Export of 2025\n\n",
    "# List\n\n",
    "见下表 (see below):\n",
    "Sheet1\n",
    "-- dump\n",
    "附件：名单\n\n",
)


def _kinds(rng: random.Random, *, private: bool) -> list[str]:
    if private:
        personal = rng.sample(sorted(PRIVATE), k=rng.randint(1, 4))
        # Characters without an identifier beside them need not be a private person's name.
        if personal == ["name"]:
            personal.append("mobile")
        kinds = personal + rng.sample(sorted(PUBLIC), k=rng.randint(0, 3))
    else:
        # Six office numbers in one table are one mistake, not six: seldom enough to leave the others their weight.
        kinds = rng.sample(
            sorted(PUBLIC.keys() - ({"switch"} if rng.random() < 0.7 else set())), k=rng.randint(3, 6)
        )
    rng.shuffle(kinds)
    if "name" in kinds:
        kinds.insert(0, kinds.pop(kinds.index("name")))
    return kinds


def persons(rng: random.Random) -> Doc:
    """A list of private persons."""
    return _written(rng, private=True)


def things(rng: random.Random) -> Doc:
    """A list of things, orders, versions or offices."""
    return _written(rng, private=False)


def _written(rng: random.Random, *, private: bool) -> Doc:
    table = _table(rng, _kinds(rng, private=private), rng.randint(1, 6))
    w, notation = Writer().say(rng.choice(_TITLES)), rng.choice(_NOTATIONS)
    notation(rng, w, table)
    return w.doc(f"records{notation.__name__.replace('_', '-')}", negative=not private, lang="mixed")
