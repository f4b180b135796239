"""表格 · Lists of persons as offices, schools and programs write them, in every format a table comes in.

Also their harmless twins: the same table masked, of goods, of offices.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

from bench.accuracy import lookalikes, numbers, people
from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.values import value
from bench.accuracy.words import words

Row = list[str | Value]

_HEADS = {
    "cn_name": words(
        "姓名 名字 学生姓名 户主姓名 申请人 持卡人 联系人 员工姓名 户主 客户名称 投保人 患者 收件人 借款人 参保人"
    ),
    "cn_id": words("身份证号 身份证号码 证件号码 公民身份号码 身份证 证件号 居民身份证号"),
    "cn_mobile": words("联系电话 手机 手机号 手机号码 电话 联系方式 家长电话"),
    "bank_card": words("银行账号 银行卡号 卡号 账号 一卡通账号 打卡账号 工资卡号"),
    "cn_address": words("家庭住址 住址 地址 现住址 户籍地址 收货地址 详细地址 居住地址"),
    "email": words("邮箱 电子邮箱 E-mail"),
    "cn_plate": words("车牌号 车牌 号牌号码"),
    "cn_passport": words("护照号 护照号码"),
    "cn_permit": words("通行证号 港澳通行证"),
    "qq": words("QQ QQ号"),
    "wechat": words("微信 微信号"),
    "cn_landline": words("家庭电话 宅电 固定电话"),
}
_PLAIN_HEADS: dict[str, Callable[[Random], str]] = {
    "性别": lambda rng: rng.choice("男女"),
    "金额（元）": lambda rng: rng.choice(("300", "1200.00", "860", "5,000")),
    "备注": lambda rng: rng.choice(("", "", "已核实", "无", "新增")),
    "年龄": lambda rng: str(rng.randint(6, 92)),
    "学号": lambda rng: f"20{rng.randint(18, 26)}{numbers.digits(rng, 6)}",
    "出生日期": lambda rng: f"{rng.randint(1945, 2015)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
    "部门": lambda rng: rng.choice(("财务部", "市场部", "生产一部", "行政部")),
    "学历": lambda rng: rng.choice(("本科", "大专", "高中", "硕士")),
    "人数": lambda rng: str(rng.randint(1, 6)),
    "开户行": lambda rng: rng.choice(("农业银行", "农商行", "建设银行城关支行", "邮储银行")),
    "入职时间": lambda rng: f"20{rng.randint(10, 26)}.{rng.randint(1, 12)}",
}
TITLES = (
    "{y}年种粮补贴发放清册", "参训人员名单", "{y}级学生信息采集表", "员工花名册", "低保户信息表", "住户登记表", "客户名单",
    "疫苗接种登记", "参会人员信息",
    "客户资料导出", "家庭医生签约名单", "团体票购票名单", "业主信息", "征迁补偿对象公示", "医保参保登记表", "",
)  # fmt: skip


def _csv(writer: Writer, rows: list[Row], gap: str, *, quote: bool = False) -> None:
    # Between mere blanks nobody leaves a cell empty: the columns would be lost.
    empty = "无" if gap.isspace() and gap != "\t" else ""
    for row in rows:
        for i, cell in enumerate(row):
            writer.say(gap if i else "", '"' if quote else "").add(cell or empty).say('"' if quote else "")
        writer.say("\n")


def _markdown(writer: Writer, rows: list[Row]) -> None:
    for n, row in enumerate(rows):
        for cell in row:
            writer.say("| ").add(cell).say(" ")
        writer.say("|\n" + ("|" + "---|" * len(row) + "\n" if n == 0 else ""))


def _html(writer: Writer, rows: list[Row], *, lines: bool) -> None:
    end = "\n" if lines else ""
    writer.say("<table>", end)
    for n, row in enumerate(rows):
        writer.say("<tr>", end)
        for cell in row:
            tag = "th" if n == 0 else "td"
            writer.say(f"<{tag}>").add(cell).say(f"</{tag}>", end)
        writer.say("</tr>", end)
    writer.say("</table>")


def _padded(writer: Writer, rows: list[Row]) -> None:
    texts = [[c.text if isinstance(c, Value) else c for c in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*texts, strict=True)]
    for row, plain in zip(rows, texts, strict=True):
        for cell, text, width in zip(row, plain, widths, strict=True):
            writer.add(cell).say(" " * (width - _width(text) + 2))
        writer.say("\n")


def _width(text: str) -> int:
    return sum(1 if c.isascii() else 2 for c in text)


def _cells(writer: Writer, rows: list[Row]) -> None:
    """One cell a line: what is left of a table copied out of a PDF."""
    for row in rows:
        for cell in row:
            writer.add(cell or "无").say("\n")


def _blocks(writer: Writer, rows: list[Row], join: str, gap: str) -> None:
    for row in rows[1:]:
        for head, cell in zip(rows[0], row, strict=True):
            assert isinstance(head, str)
            writer.say(head, join).add(cell).say(gap)
        writer.say("\n")


def _json(writer: Writer, rows: list[Row]) -> None:
    for row in rows[1:]:
        for i, (head, cell) in enumerate(zip(rows[0], row, strict=True)):
            writer.say(", " if i else "{", json.dumps(head, ensure_ascii=False), ': "').add(cell).say('"')
        writer.say("}\n")


_LAYOUTS: tuple[Callable[[Writer, list[Row]], None], ...] = (
    lambda w, rows: _csv(w, rows, ","),
    lambda w, rows: _csv(w, rows, "，"),
    lambda w, rows: _csv(w, rows, ",", quote=True),
    lambda w, rows: _csv(w, rows, "\t"),
    lambda w, rows: _csv(w, rows, "\t"),
    lambda w, rows: _csv(w, rows, " "),
    lambda w, rows: _csv(w, rows, "　"),
    lambda w, rows: _csv(w, rows, "|"),
    lambda w, rows: _csv(w, rows, ";"),
    _markdown,
    _markdown,
    lambda w, rows: _html(w, rows, lines=True),
    lambda w, rows: _html(w, rows, lines=False),
    _padded,
    _padded,
    _cells,
    _json,
    lambda w, rows: _blocks(w, rows, "：", "\n"),
    lambda w, rows: _blocks(w, rows, ":", "  "),
    lambda w, rows: _blocks(w, rows, "：", "；"),
)


def _numbered(rng: Random, rows: list[Row]) -> list[Row]:
    if rng.random() < 0.5:
        return rows
    return [["序号", *rows[0]]] + [[str(i), *row] for i, row in enumerate(rows[1:], 1)]


def persons(rng: Random) -> Doc:
    """A table of persons. The first column is mostly the name; now and then everything is shuffled."""
    kinds = ["cn_name", *rng.sample([k for k in _HEADS if k != "cn_name"], rng.randint(1, 4))]
    if not {"cn_id", "cn_mobile", "bank_card"} & {*kinds}:
        kinds.append(rng.choice(("cn_id", "cn_mobile")))
    columns = kinds + rng.sample(tuple(_PLAIN_HEADS), rng.randint(0, 3))
    if rng.random() < 0.6:
        columns[1:] = rng.sample(columns[1:], len(columns) - 1)
    else:
        rng.shuffle(columns)
    way = rng.choice(("blanks", "fullwidth", "dashes", "zerowidth", "nbsp")) if rng.random() < 0.12 else None
    heads: Row = [rng.choice(_HEADS[c]) if c in _HEADS else c for c in columns]
    rows: list[Row] = [heads] + [[_cell(rng, c, way) for c in columns] for _ in range(rng.randint(2, 7))]
    writer = Writer().say(rng.choice(TITLES).replace("{y}", str(rng.randint(2018, 2026))), "\n")
    rng.choice(_LAYOUTS)(writer, _numbered(rng, rows))
    if rng.random() < 0.3:
        writer.say(f"\n制表单位：民政办　监督电话：{lookalikes.office_phone(rng)}")
    return writer.doc("table")


def _cell(rng: Random, kind: str, way: str | None) -> str | Value:
    if kind not in _HEADS:
        return _PLAIN_HEADS[kind](rng)
    if kind == "cn_name" and rng.random() < 0.1:
        name = people.name(rng)
        if len(name) == 2:
            return Value(f"{name[0]}{rng.choice((' ', '　'))}{name[1]}", kind)
    return value(rng, kind, way)


def headless(rng: Random) -> Doc:
    """Lines of name and number, no header: what is pasted into a chat."""
    gap, kinds = (
        rng.choice((" ", "，", "\t", "", "-", "/", "、", "：", " | ")),
        ["cn_name", rng.choice(("cn_id", "cn_mobile", "bank_card"))],
    )
    if rng.random() < 0.4:
        kinds.append(rng.choice([k for k in ("cn_id", "cn_mobile") if k not in kinds]))
    if gap == "" and len(kinds) > 2:
        gap = " "
    if rng.random() < 0.25:
        kinds.reverse()
    writer = Writer().say(
        rng.choice(("名单如下\n", "大家核对一下自己的信息：\n", "", "报名人员\n", "@所有人\n"))
    )
    for i in range(rng.randint(2, 8)):
        writer.say(
            rng.choice((f"{i + 1}. ", f"{i + 1}、", f"{i + 1}）"))
            if gap not in {"、", ""} and rng.random() < 0.4
            else ""
        )
        for n, kind in enumerate(kinds):
            writer.say(gap if n else "").add(value(rng, kind))
        writer.say("\n")
    return writer.doc("headless")


_HARMLESS: dict[str, tuple[tuple[str, ...], Callable[[Random], str]]] = {
    "person": (("姓名", "申请人", "户主"), lookalikes.masked_name),
    "masked_id": (("身份证号", "证件号码"), lookalikes.masked_id),
    "masked_mobile": (("手机号", "联系电话"), lookalikes.masked_mobile),
    "masked_card": (("银行卡号", "账号"), lookalikes.masked_card),
    "order": (("订单号", "单号", "流水号", "运单号"), lookalikes.order),
    "isbn": (("ISBN", "书号"), lookalikes.isbn),
    "product": (("型号", "编号", "许可证号"), lookalikes.product),
    "time": (("时间", "日期", "创建时间"), lookalikes.timestamp),
    "version": (("版本", "版本号"), lookalikes.version),
    "host": (("IP地址", "主机"), lookalikes.private_ip),
    "digest": (("校验值", "提交", "UUID"), lookalikes.digest),
    "title": (("名称", "项目", "品名"), lambda rng: rng.choice(words(
        "打印纸 工具书 绿化工程 办公桌椅 投影仪 道路维修 防汛沙袋 会计实务 黄金桂 高山茶 方便面 白云石"
    ))),
    "amount": (("金额", "数量", "单价"), lambda rng: str(rng.randint(1, 99999))),
    "office": (("单位", "科室"), lambda rng: rng.choice(words("办公室 财务科 规划股 信息中心 教务处 后勤处 综合窗口"))),
    "phone": (("办公电话", "值班电话", "咨询电话"), lookalikes.office_phone),
    "place": (("办公地址", "网点地址", "服务窗口地址"), people.office_address),
    "mail": (("邮箱", "公开邮箱"), lookalikes.role_mail),
    "wrong_id": (("资产编号", "条形码", "设备编号"), lookalikes.wrong_id),
}  # fmt: skip
_SETS = (
    "person masked_id masked_mobile amount", "person masked_id masked_card amount", "order title amount time",
    "isbn title amount", "product title amount",
    "time host version digest", "office phone place mail", "office phone", "order time amount",
    "wrong_id title amount time", "digest version time",
    "person masked_mobile time", "product version time", "title order wrong_id",
)  # fmt: skip


def harmless(rng: Random) -> Doc:
    """A table in which there is nothing to be found."""
    columns = rng.choice(_SETS).split()
    heads: Row = [rng.choice(_HARMLESS[c][0]) for c in columns]
    rows: list[Row] = [heads] + [[_HARMLESS[c][1](rng) for c in columns] for _ in range(rng.randint(2, 8))]
    writer = Writer().say(
        rng.choice(("清单", "明细表", "一览表", "公示名单", "通讯录（公开）", "附件1", "")), "\n"
    )
    rng.choice(_LAYOUTS)(writer, _numbered(rng, rows))
    return writer.doc("harmless-table", negative=True)


def lookalike_list(rng: Random) -> Doc:
    """Look-alikes one after another, in a frame that says what they are."""
    frames = {
        "order": "订单{x}已发货", "isbn": "书号ISBN {x}", "product": "型号{x}", "ts": "时间戳{x}", "version": "升级到{x}",
        "digest": "校验值{x}",
        "private_ip": "内网地址{x}", "hotline": "服务热线{x}", "masked_id": "身份证{x}", "masked_mobile": "手机{x}",
        "masked_card": "银行卡{x}",
        "placeholder": "密码：{x}", "role_mail": "邮箱{x}", "wrong_card": "货号{x}", "wrong_id": "流水号{x}",
    }  # fmt: skip
    writer = Writer()
    for _ in range(rng.randint(2, 6)):
        kind = rng.choice(tuple(frames))
        before, _, after = frames[kind].partition("{x}")
        writer.say(
            before,
            rng.choice(("", "：", " ", ": ")),
            lookalikes.MAKERS[kind](rng),
            after,
            rng.choice(("。", "\n", "，", "；\n")),
        )
    return writer.doc("lookalikes", negative=True)
