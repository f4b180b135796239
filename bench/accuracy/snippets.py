"""片语 · Values with and without labels, dropped into running text: every type, every way to announce it."""

from __future__ import annotations

from random import Random

from bench.accuracy import foreign, numbers
from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.forms import Cast, chosen, fill
from bench.accuracy.values import any_way, value
from bench.accuracy.words import words

LABELS = {
    "cn_id": words(
        "身份证 身份证号 身份证号码 身份证件号 公民身份号码 居民身份证号码 证件号码 证件号 身份证件号码 ID号 "
        "证号 本人身份证 sfz 身份号"
    ),
    "cn_mobile": words(
        "手机 手机号 手机号码 电话 联系电话 联系方式 移动电话 Tel 电话号码 mobile 手机/微信 常用电话 家长电话 "
        "☎ 📱 本机号码"
    ),
    "cn_landline": words("宅电 家庭电话 住宅电话 固定电话 座机 家里电话 固话"),
    "bank_card": words("银行卡 银行卡号 卡号 账号 银行账号 收款账号 储蓄卡号 工资卡 一卡通账号 帐号 借记卡 打款卡号 社保卡金融账号"),
    "cn_passport": words("护照 护照号 护照号码 因私护照 普通护照 Passport 护照编号 证件号（护照）"),
    "cn_permit": words("港澳通行证 通行证号 往来港澳通行证 港澳通行证号码 回乡证 港澳居民来往内地通行证 往来港澳通行证号"),
    "cn_uscc": words("统一社会信用代码 信用代码 社会信用代码 税号 纳税人识别号 统一代码"),
    "cn_plate": words("车牌 车牌号 车牌号码 号牌号码 车号 车辆牌照"),
    "email": words("邮箱 电子邮箱 E-mail 邮件 个人邮箱 Email 联系邮箱 电邮"),
    "qq": words("QQ QQ号 qq 扣扣 QQ号码 腾讯QQ 企鹅"),
    "wechat": words("微信 微信号 vx VX wx 威信 V信 WeChat 加微 加v 薇 个人微信 微信ID"),
    "cn_address": words("住址 家庭住址 地址 现住址 户籍地址 收货地址 通讯地址 居住地址 家住 户籍所在地 常住地址 详细地址 寄送地址"),
    "credit_card": words("信用卡 信用卡号 Visa卡 卡号 外币卡"),
    "iban": words("IBAN 国际银行账号 收款IBAN"),
    "us_ssn": words("SSN 社会安全号 美国社保号 SSN号码"),
    "uk_nino": words("NI号码 英国国民保险号 NINO"),
    "ip": words("IP IP地址 登录IP 来源IP 公网IP 出口地址"),
    "mac": words("MAC MAC地址 物理地址 网卡地址"),
    "wallet": words("钱包地址 收款地址 BTC地址 USDT地址 充值地址"),
    "password": words("密码 登录密码 口令 初始密码 管理员密码 开机密码 wifi密码 password pwd 默认密码 解压密码"),
    "phone_intl": words("境外电话 海外手机 WhatsApp 电话 国外手机 Tel"),
}  # fmt: skip
_JOINS = ("：", "：", "：", ":", ": ", " ", "是", "为", "", "：\n", "=", "→", "（", "】", " - ", "就是", "——")
_OPEN = frozenset(
    words("cn_id cn_mobile bank_card cn_plate email cn_uscc mac ip wallet iban phone_intl cn_address")
)
"""Types that say what they are without a label."""

_FRAMES = (
    "{x}", "{x}，麻烦登记一下。", "请记录：{x}", "他发来的是{x}，让我转给你", "附：{x}", "（{x}）", "备注：{x}；其余不变",
    "昨天说的那个{x}，别弄丢了",
    "1、{x}\n2、其他材料后补", "【{x}】", "· {x}", "“{x}”", "核对无误：{x}。", "※{x}※", "最新的是{x}，以前的作废",
    "{x}  谢谢", "> {x}", "再发一遍{x}啊",
)  # fmt: skip
FILLERS = (
    "今天天气不错，下午开会。", "材料我已经放在前台了。", "这件事先这样，回头再说。", "会议改到周三上午九点。",
    "请各位按时提交周报。", "收到请回复。",
    "本周完成了三项工作，进度正常。", "图书馆新到一批书，欢迎借阅。", "附件共12页，请查收。",
    "资金已经拨付到位，项目进展顺利。", "大家辛苦了！", "",
    "第3版方案见共享盘，版本号2.1.0。", "预计12月底前完成验收。", "该路段全长3.6公里，总投资2.4亿元。",
    "按照第十二条的规定办理。", "他说：“再等等。”",
)  # fmt: skip
_MARKED = (
    "{x}\n\n关于{t}的{k}", "{k}（{x}）\n{t}", "{x}　　　　　　编号：0{n}\n{t}{k}", "{t}{k}\n\n{x}", "《{t}{k}》{x}",
    "【{x}】{t}{k}", "<p>{x}</p>\n<h1>{t}{k}</h1>",
    "# {t}{k}\n\n> {x}", "{x} 第{n}页 共{n}页\n{t}", "水印：{x}", "{t}{k}封面注明：{x}", "主题：{t}{k}（{x}）",
    "★ {t}\n{x}\n", "页眉：{x}\n正文：{t}工作已经展开。",
    "{x}\n{org}\n{t}{k}\n各单位：", "00{n}号\n{x}\n{t}{k}", "  {x}\n发文单位：{org}\n{t}",
)  # fmt: skip
_TOPICS = words(
    "应急预案 人事安排 经济运行 征地补偿 安全检查 巡查整改 信访情况 干部调整 网络安全 重大项目 预算编制 采购计划 薪酬方案 审计情况"
)
_KINDS = words("通知 报告 请示 纪要 方案 情况说明 通报 函 意见 清单 讲话稿 汇报")


def snippets(rng: Random) -> Doc:
    """Two to five values in running text."""
    writer = Writer()
    for _ in range(rng.randint(1, 4)):
        writer.say(rng.choice(FILLERS), rng.choice(("", "\n", " ")))
        _one(rng, writer)
        writer.say(rng.choice(("\n", "\n", "\n\n", " ", "")))
    return writer.say(rng.choice(FILLERS)).doc("snippets")


def _one(rng: Random, writer: Writer) -> None:
    kind = rng.choice(tuple(LABELS))
    before, _, after = rng.choice(_FRAMES).partition("{x}")
    if kind in _OPEN and rng.random() < 0.35:
        # Latin letters and digits right before or after would make it a part of something longer.
        writer.say(before).add(any_way(rng, kind)).say(after)
        return
    label, join = rng.choice(LABELS[kind]), rng.choice(_JOINS)
    if join == "" and kind in {"wechat", "password", "qq", "email"} and label[-1].isascii():
        join = " "
    open_with, close = {"（": ("", "）"), "】": ("【", "")}.get(join, ("", ""))
    writer.say(before, open_with, label, join).add(any_way(rng, kind)).say(close, after)


def marked(rng: Random) -> Doc:
    """A document with a marking where documents carry it."""
    x = value(rng, rng.choice(("secrecy_marking", "internal_marking")))
    template = rng.choice(_MARKED).replace("{t}", rng.choice(_TOPICS)).replace("{k}", rng.choice(_KINDS))
    before, _, after = template.partition("{x}")
    cast, writer = Cast(rng), Writer()
    fill(writer, cast, before)
    writer.add(x)
    fill(writer, cast, after)
    return writer.say("\n", *(rng.choice(FILLERS) for _ in range(3))).doc("marked")


_ABROAD = (
    ("passport", "⟦{adj}|{zh}⟧⟦护照|护照号|护照号码|籍护照⟧⟦：| |:⟧"), ("passport", "⟦Passport No.|护照号码⟧⟦：|: ⟧"),
    ("passport", "国籍：{zh}；护照号："), ("iban", "IBAN⟦：|: | ⟧"), ("us_ssn", "SSN⟦：|: |是⟧"), ("uk_nino", "NI number: "),
    ("credit_card", "⟦Visa|信用卡|Mastercard|运通卡⟧⟦：| ⟧"), ("wallet", "⟦钱包|地址|收U地址⟧⟦：| ⟧"), ("phone_intl",
    "⟦电话|Tel|联系⟧⟦：| ⟧"),
)  # fmt: skip


def abroad(rng: Random) -> Doc:
    """A person abroad, in Chinese text."""
    writer = Writer().say(rng.choice(("客户资料：", "外宾信息\n", "海外同事：", "申请人情况：", "")))
    for kind, label in rng.sample(_ABROAD, rng.randint(1, 3)):
        country, number = foreign.passport(rng)
        adjective, zh = foreign.PASSPORT_COUNTRIES[country]
        writer.say(chosen(rng, label).replace("{adj}", adjective).replace("{zh}", zh))
        piece = Value(number, kind) if kind == "passport" else value(rng, kind)
        if kind == "credit_card":
            piece = Value(numbers.card_written(rng, piece.text), kind)
        writer.add(piece).say(rng.choice(("，", "；", "\n", "。", " ")))
    return writer.say(rng.choice(FILLERS)).doc("abroad")
