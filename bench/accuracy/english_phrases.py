"""标签与数据 · Personal data after the many labels that people give it, and look-alikes after labels of their own."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import random
from collections.abc import Callable

from bench.accuracy.doc import Doc, Writer
from bench.accuracy.english_decoys import MAKERS as DECOYS
from bench.accuracy.english_values import MAKERS

# Of each kind of data: how English and how Chinese writers introduce it, and whether it speaks for itself.
LABELS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "id": (("ID card", "ID number", "Chinese ID", "National ID", "resident ID card no.", "ID No", "identity card number", "PRC ID"), ("身份证", "身份证号", "证件号码", "身份证号码", "公民身份号码")),
    "mobile": (("mobile", "cell", "China mobile", "phone (CN)", "Tel", "contact", "Mob.", "WeChat/phone"), ("手机", "电话", "联系方式", "手机号", "联系电话", "致电", "打")),
    "bank": (("bank card", "UnionPay card", "account no. (CCB)", "debit card", "card number", "salary card"), ("银行卡", "卡号", "工资卡", "银行卡号", "收款账号")),
    "card": (("card number", "Visa", "Mastercard", "credit card", "AmEx", "CC#", "card no.", "paid by card"), ("信用卡", "信用卡号", "卡号", "Visa卡")),
    "iban": (("IBAN", "account", "Pay to", "bank details", "my IBAN is", "Bankverbindung"), ("IBAN", "国际账号", "收款IBAN", "账户")),
    "ssn": (("SSN", "Social Security Number", "social", "Social Security No.", "SSN#", "soc sec no", "Taxpayer SSN"), ("SSN", "美国社保号", "社会安全号码", "SSN为")),
    "nino": (("NI number", "NINO", "National Insurance number", "NI no.", "N.I. No"), ("NINO", "英国国民保险号", "国民保险号")),
    "phone": (("phone", "mobile", "cell", "call me on", "text", "WhatsApp", "Tel.", "home", "reach me at", "Handy", "☎"), ("电话", "海外手机", "国外号码", "WhatsApp", "联系电话")),
    "passport": (("passport", "passport no.", "Passport number", "Passport #", "PPT No.", "travel document"), ("护照", "护照号", "护照号码")),
    "cnpass": (("Chinese passport", "passport no.", "PRC passport number", "passport"), ("护照", "护照号码", "因私护照", "护照号")),
    "permit": (("Home Return Permit", "HK & Macao travel permit", "Mainland Travel Permit", "EEP no."), ("港澳通行证", "回乡证", "往来港澳通行证号")),
    "uscc": (("Unified Social Credit Code", "USCC", "business licence no.", "social credit code"), ("统一社会信用代码", "信用代码", "纳税人识别号", "税号")),
    "plate": (("plate", "license plate", "car reg", "plate number", "vehicle"), ("车牌", "车牌号", "车号", "车辆")),
    "mail": (("e-mail", "email", "Email", "mail me at", "write to", "my address:", "backup email"), ("邮箱", "邮件", "电子邮箱", "Email", "联系邮箱")),
    "workmail": (("e-mail", "Email", "contact", "work mail"), ("邮箱", "电子邮件", "联系人邮箱")),
    "qq": (("QQ", "QQ number", "my QQ is", "QQ ID"), ("QQ", "QQ号", "加QQ", "扣扣", "QQ号码")),
    "wechat": (("WeChat", "WeChat ID", "Weixin", "wechat id", "my WeChat:"), ("微信", "微信号", "加微信", "vx", "微信ID")),
    "ip": (("IP", "IP address", "from", "client", "login from", "source ip", "remote_addr"), ("IP", "IP地址", "登录IP", "来自", "客户端地址", "公网IP")),
    "mac": (("MAC", "MAC address", "hwaddr", "ether", "device", "BSSID"), ("MAC", "MAC地址", "物理地址", "网卡")),
    "wallet": (("crypto", "wallet", "wallet address", "send to", "deposit address", "donate"), ("钱包地址", "打币到", "收款地址", "钱包", "USDT地址")),
}  # fmt: skip
BETWEEN = (": ", ": ", " ", " - ", " = ", ":", " (", "\t", " is ", ":\n", " no: ", " — ", '="', " | ")
BETWEEN_ZH = ("：", "：", "", ":", "是", "为", "（", " ", "=", "：\n", "\t", "|")
CLOSING = {" (": ")", "（": "）", '="': '"'}
AFTER = ("", "", ".", ", thanks", "\n", "; ", " (new)", ", please don't share", " and that's it", " / ", "!")
AFTER_ZH = ("", "", "。", "，请保密", "收", "\n", "；", "已登记", "、", "，谢谢", "的用户")
SUBJECTS = (
    "",
    "",
    "Emma's ",
    "my ",
    "His ",
    "Customer ",
    "the tenant's ",
    "Applicant ",
    "my dad's ",
    "Driver's ",
    "Patient ",
    "guest ",
    "New ",
)
SUBJECTS_ZH = ("", "", "本人", "客户", "患者", "业主", "申请人", "他的", "我妈的", "学生家长", "租客", "旅客")

# A label on the left, on the right the decoy that belongs to it.
LOOKALIKES: tuple[tuple[str, str], ...] = (
    ("Order no.", "order"), ("Tracking number", "order"), ("Invoice", "order"), ("Case reference", "order"), ("Booking ref.", "order"), ("运单号", "order"), ("订单编号", "order"), ("发票号码", "digits10"), ("流水号", "digits18"), ("Serial", "part"), ("Batch", "digits18"), ("Transaction ID", "digits18"), ("交易单号", "digits18"),
    ("Hotline", "office"), ("Toll free", "office"), ("客服热线", "office"), ("Switchboard", "switch"), ("Reception", "switch"), ("办公室电话", "switch"), ("Fax", "switch"), ("传真", "switch"), ("Press office", "role"), ("General enquiries", "role"), ("投稿邮箱", "role"), ("Unsubscribe", "role"), ("Example", "exmail"), ("示例邮箱", "exmail"),
    ("ISBN", "isbn"), ("书号", "isbn"), ("Version", "ver"), ("Firmware", "build"), ("版本号", "build"), ("Client version", "build"), ("Chrome", "build"), ("Gateway", "qip"), ("内网地址", "qip"), ("bind", "qip"), ("监听地址", "qip"), ("Commit", "sha"), ("checksum", "sha256"), ("MD5", "md5"), ("request id", "uuid"), ("Timestamp", "epochms"), ("时间戳", "epoch"),
    ("Test card", "samplecard"), ("测试卡号", "samplecard"), ("Card", "masked"), ("身份证号", "masked"), ("手机", "masked"), ("SSN", "masked"), ("Amount", "money"), ("金额", "money"), ("Coordinates", "coord"), ("坐标", "coord"), ("Tx", "txhash"), ("Key fingerprint", "md5"), ("物料编码", "notid"), ("Warehouse code", "notid"), ("Model", "part"), ("学号", "digits10"), ("Meter reading", "digits9"), ("Grant no.", "digits9"), ("Customer no.", "digits10"), ("Page views", "n5"), ("date", "day"), ("项目编号", "order"), ("PIN code area", "n3"), ("备案号", "digits10"),
)  # fmt: skip


def _between(rng: random.Random, label: str, *, zh: bool) -> str:
    between = rng.choice(BETWEEN_ZH if zh else BETWEEN)
    # "QQ" and "MAC" against a digit or letter would be another word.
    return " " if not between and label[-1].isascii() else between


def labelled(rng: random.Random) -> Doc:
    """One to four pieces of one person's data, each after its label."""
    zh, w = rng.random() < 0.4, Writer()
    kinds = rng.sample(sorted(LABELS), k=rng.choice((1, 1, 1, 2, 3, 4)))
    for kind in kinds:
        label = rng.choice(LABELS[kind][zh])
        between = _between(rng, label, zh=zh)
        w.say(rng.choice(SUBJECTS_ZH if zh else SUBJECTS), label, between).add(MAKERS[kind](rng))
        w.say(CLOSING.get(between, ""), rng.choice(AFTER_ZH if zh else AFTER))
        if kind != kinds[-1]:
            w.say(rng.choice(("\n", "\n", "；", "，") if zh else ("\n", "\n", ", ", "; ", " / ")))
    return w.doc("labelled", lang="mixed" if zh else "en")


def lookalikes(rng: random.Random) -> Doc:
    """One to four look-alikes, each after a label of its own."""
    w = Writer()
    for label, decoy in rng.sample(LOOKALIKES, k=rng.randint(1, 4)):
        zh = not label[0].isascii()
        make: Callable[[random.Random], str] = DECOYS[decoy]
        w.say(
            label,
            rng.choice(("：", ":", "是", "为") if zh else (": ", " ", " - ", "=", " = ", " is ")),
            make(rng),
            rng.choice(("\n", "; ", "\n", "，" if zh else ", ")),
        )
    return w.doc("lookalikes", negative=True, lang="mixed")
