"""页面 · What people photograph and send: official papers, lists, chats, cards, screens. All made up."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import segno
from PIL import Image

from bench.accuracy import numbers, people
from bench.photos.sheet import Sheet, font, pick

Truth = tuple[str, str]
_LEVELS = ("机密★10年", "秘密★5年", "绝密★30年", "机密★20年", "秘密★1年", "绝密★长期", "秘密★3年", "机密★5年")
_INTERNAL = ("内部资料 注意保存", "内部资料，不得外传", "内部文件 严禁外传")
_PROSE = (
    "为进一步做好当前工作，各单位要提高认识，压实责任，明确分工，确保各项任务落到实处。",
    "请于本月二十五日前将有关情况报送办公室，联系人及方式见后，逾期不再受理。",
    "会议听取了上半年工作情况的汇报，研究部署了下一阶段的重点任务和保障措施。",
    "各部门要认真对照检查，及时发现问题，限期整改到位，并建立长效机制。",
    "有关材料应当妥善保管，使用完毕后按规定归档，不得随意复制和转借他人。",
)
_OFFICES = ("某某市档案局", "某某区民政局", "某某县教育局", "某某市水务局")


_SORTS: dict[str, tuple[str, Callable[[Random], str], tuple[str, ...]]] = {
    "id": ("cn-resident-id", numbers.resident_id, ("身份证号：", "身份证 ", "公民身份号码：")),
    "mobile": ("cn-mobile", numbers.mobile, ("联系电话：", "手机：", "电话 ")),
    "card": ("payment-card", numbers.bank_card, ("银行卡号：", "卡号：")),
    "email": ("email", people.email, ("邮箱：", "电子邮件：")),
    "passport": ("cn-passport", numbers.cn_passport, ("护照号码：",)),
    "uscc": ("cn-uscc", numbers.uscc, ("统一社会信用代码：",)),
    "plate": ("cn-plate", numbers.plate, ("车牌号：",)),
}


def identifier(rng: Random, kind: str = "") -> tuple[str, Truth]:
    """A label with an identifier as people write it, and what must be found."""
    kind = kind or rng.choice(("id", "id", "mobile", "mobile", "card", "email", "passport", "uscc", "plate"))
    rule, make, labels = _SORTS[kind]
    value = make(rng)
    written = value
    if kind == "card" and rng.random() < 0.5:
        written = " ".join(value[i : i + 4] for i in range(0, len(value), 4))
    return rng.choice(labels) + written, (rule, value)


def decoy(rng: Random) -> str:
    """What looks like an identifier and is none; an 18-digit run never has the right check character."""
    while True:
        run = "1101" + numbers.digits(rng, 14)
        if numbers.resident_check(run[:17]) != run[17]:
            break
    return rng.choice((
        f"订单编号：{run}", f"流水号 {run}", "读《秘密花园》有感", "商业秘密保护培训班", f"版本 3.{rng.randint(1, 9)}.12",
        f"发票号码 {numbers.digits(rng, 8)}", f"预算 {rng.randint(10, 99)},{numbers.digits(rng, 3)}.00 元", "机密性和完整性",
    ))  # fmt: skip


def paper(rng: Random, width: int = 1240, height: int = 1754) -> Sheet:
    """A page of an official document, often with a marking of secrecy at the top left."""
    sheet = Sheet.blank(width, height, (rng.randint(244, 255),) * 3)
    unit = width / 1240
    body = font(pick(rng, "serif" if rng.random() < 0.7 else "sans"), int(rng.randint(28, 36) * unit))
    head = font(pick(rng, "bold"), int(52 * unit))
    bold = font(pick(rng, "bold"), int(34 * unit))
    x, y = 150 * unit, 110 * unit
    if rng.random() < 0.75:
        marking = rng.choice(_LEVELS)
        sheet.write((x, y), marking, bold)
        sheet.truths.append(("doc-secrecy-marking", marking))
    elif rng.random() < 0.5:
        marking = rng.choice(_INTERNAL)
        sheet.write((x, y), marking, bold)
        sheet.truths.append(("doc-internal-marking", marking))
    y += 130 * unit
    title = rng.choice(_OFFICES) + "文件"
    sheet.write(((width - sheet.pen.textlength(title, font=head)) / 2, y), title, head, (190, 20, 20))
    y += 120 * unit
    sheet.pen.line((x, y, width - x, y), fill=(190, 20, 20), width=max(2, int(4 * unit)))
    y += 40 * unit
    while y < height - 260 * unit:
        if rng.random() < 0.45:
            text, truth = identifier(rng)
            sheet.truths.append(truth)
            paragraph = f"　　联系人{people.name(rng)}，{text}。" if rng.random() < 0.6 else "　　" + text
        else:
            paragraph = "　　" + (decoy(rng) + "。" if rng.random() < 0.3 else "") + rng.choice(_PROSE)
        for line in sheet.wrapped(paragraph, body, width - 2 * x):
            sheet.write((x, y), line, body)
            y += body.size * 1.6
    return sheet


def table(rng: Random) -> Sheet:
    """A list of people as a spreadsheet prints it."""
    columns = [("序号", 80), ("姓名", 130), ("身份证号", 300), ("手机号", 200), ("银行卡号", 320)]
    if rng.random() < 0.4:
        columns[4] = ("电子邮箱", 340)
    if rng.random() < 0.3:
        columns[2] = ("身份证号", 170)  # so narrow that the number is broken
    rows, pitch = rng.randint(6, 12), rng.choice((44, 52, 60))
    size = rng.randint(22, 26)
    face = font(pick(rng, "sans" if rng.random() < 0.6 else "serif"), size)
    narrow = columns[2][1] < 200
    pitch = max(pitch, size * 3) if narrow else pitch
    width = sum(w for _, w in columns) + 80
    sheet = Sheet.blank(width, 160 + pitch * (rows + 1))
    title = "人员信息登记表"
    sheet.write((width / 2 - 4 * size, 40), title, font(pick(rng, "bold"), size + 8))
    for n in range(rows + 1):
        y, x = 120 + n * pitch, 40
        cells = [name for name, _ in columns]
        if n:
            person = identifier(rng, "id")[1], identifier(rng, "mobile")[1]
            last = identifier(rng, "email" if columns[4][0] == "电子邮箱" else "card")[1]
            cells = [str(n), people.name(rng), person[0][1], person[1][1], last[1]]
            sheet.truths += [*person, last]
        for cell, (_, wide) in zip(cells, columns, strict=True):
            sheet.pen.rectangle((x, y, x + wide, y + pitch), outline=(90, 90, 90))
            lines = sheet.wrapped(cell, face, wide - 12)
            top = y + (pitch - len(lines) * size * 1.25) / 2
            for line in lines:
                sheet.write((x + 6, top), line, face)
                top += size * 1.25
            x += wide
    return sheet


def chat(rng: Random, height: int = 2340) -> Sheet:
    """A screenshot of a chat on a phone; long lines break where the bubble ends."""
    width = 1080
    dark = rng.random() < 0.2
    sheet = Sheet.blank(width, height, (25, 25, 25) if dark else (237, 237, 237))
    ink = (225, 225, 225) if dark else (25, 25, 25)
    face, small = font(pick(rng, "sans"), rng.randint(40, 46)), font(pick(rng, "sans"), 30)
    sheet.write(
        (430, 60), rng.choice(("工作群(38)", "项目组", "家长群(52)")), font(pick(rng, "bold"), 46), ink
    )
    y = 180.0
    while y < height - 420:
        if rng.random() < 0.2:
            sheet.write((470, y), f"{rng.randint(7, 22)}:{rng.randint(10, 59)}", small, (140, 140, 140))
            y += 80
        text, truths = rng.choice(("好的", "收到，谢谢", "您看这样可以吗？", rng.choice(_PROSE)[:18])), []
        if rng.random() < 0.6:
            said, truth = identifier(rng)
            text, truths = rng.choice(("", "我的", "请登记，")) + said, [truth]
        elif rng.random() < 0.2:
            text = decoy(rng)
        mine = rng.random() < 0.4
        lines = sheet.wrapped(text, face, 640)
        wide = max(sheet.pen.textlength(line, font=face) for line in lines)
        tall = len(lines) * face.size * 1.35
        left = width - 170 - wide - 30 if mine else 170
        paint = (
            ((70, 150, 80) if dark else (149, 236, 105))
            if mine
            else ((55, 55, 55) if dark else (255, 255, 255))
        )
        sheet.pen.rounded_rectangle((left - 30, y, left + wide + 30, y + tall + 50), 16, fill=paint)
        at = (width - 140, y, width - 40, y + 100) if mine else (40, y, 140, y + 100)
        sheet.pen.rounded_rectangle(at, 12, fill=tuple(rng.randint(60, 220) for _ in range(3)))
        for n, line in enumerate(lines):
            sheet.write(
                (left, y + 20 + n * face.size * 1.35), line, face, (20, 20, 20) if mine and not dark else ink
            )
        sheet.truths += truths
        y += tall + 110
    return sheet


def card(rng: Random) -> Sheet:
    """The layout of a resident identity card, with a grey box for the portrait; no real design."""
    sheet = Sheet.blank(1011, 638, (214, 228, 238))
    for n in range(0, 1011, 14):
        sheet.pen.line((n, 0, n - 240, 638), fill=(203, 220, 231), width=3)
    label, text = font(pick(rng, "sans"), 30), font(pick(rng, "sans"), 36)
    blue = (40, 90, 150)
    number = numbers.resident_id(rng)
    rows = (
        ("姓名", people.name(rng), 70), ("性别", rng.choice("男女"), 145),
        ("出生", f"{number[6:10]} 年 {int(number[10:12])} 月 {int(number[12:14])} 日", 220),
    )  # fmt: skip
    for name, value, y in rows:
        sheet.write((60, y + 4), name, label, blue)
        sheet.write((160, y), value, text)
    sheet.write((60, 300), "住址", label, blue)
    for n, line in enumerate(sheet.wrapped(people.address(rng), text, 440)[:3]):
        sheet.write((160, 296 + n * 48), line, text)
    sheet.pen.rectangle((690, 90, 940, 410), fill=(170, 175, 180))
    sheet.write((60, 530), "公民身份号码", label, blue)
    sheet.write((330, 524), number, font(pick(rng, "sans"), 42))
    sheet.truths.append(("cn-resident-id", number))
    return sheet


def screen(rng: Random) -> Sheet:
    """A form on the screen of a computer."""
    sheet = Sheet.blank(1400, 900, (240, 243, 247))
    face = font(pick(rng, "sans"), rng.randint(22, 28))
    sheet.pen.rectangle((0, 0, 1400, 60), fill=(44, 92, 160))
    sheet.write((30, 12), rng.choice(("信访登记系统", "人事管理平台", "客户资料")), face, (255, 255, 255))
    if rng.random() < 0.3:
        marking = rng.choice(_LEVELS)
        sheet.write((1180, 80), marking, font(pick(rng, "bold"), 26), (200, 30, 30))
        sheet.truths.append(("doc-secrecy-marking", marking))
    for n in range(rng.randint(5, 9)):
        text, truth = identifier(rng)
        sheet.truths.append(truth)
        sheet.pen.rectangle(
            (60, 130 + n * 80, 1340, 190 + n * 80), fill=(255, 255, 255), outline=(200, 205, 212)
        )
        sheet.write((80 + (n % 2) * 40, 142 + n * 80), text, face)
    return sheet


def with_code(rng: Random) -> Sheet:
    """A poster with a QR code that holds more than it shows."""
    number, mobile = numbers.resident_id(rng), numbers.mobile(rng)
    payload, truth = rng.choice((
        (f"https://example.org/q?idcard={number}", ("cn-resident-id", number)),
        (f"BEGIN:VCARD\nVERSION:3.0\nFN:{people.name(rng)}\nTEL:{mobile}\nEND:VCARD", ("cn-mobile", mobile)),
        (f"姓名：{people.name(rng)} 身份证号：{number}", ("cn-resident-id", number)),
    ))  # fmt: skip
    sheet = Sheet.blank(900, 1100)
    held = io.BytesIO()
    segno.make(payload, error="m", micro=False).save(held, kind="png", scale=9, border=4)
    sheet.image.paste(Image.open(held).convert("RGB"), (120, 260))
    sheet.write((250, 100), "扫码登记健康信息", font(pick(rng, "bold"), 48))
    sheet.truths.append(truth)
    return sheet
