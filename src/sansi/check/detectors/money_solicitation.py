"""与选举、投票挂钩的财物 · Money or gifts tied to a vote (选举法 第五十八条; 村民委员会组织法 第十七条).

A hint about a posting habit, never about an opinion: election words alone yield nothing, and money
words alone yield nothing. Both must stand in one sentence, with a transfer phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_ZH_VOTE = quick(
    r"(?:选举|换届|投票|拉票|选票|候选人|参选|竞选|当选|评选|海选|票选|投我|投[他她它]|投\S{1,4}一票"
    r"|一票|贿选|选我|选[他她]|打榜|推荐票)"
)
_ZH_MONEY = quick(
    r"(?:红包|转账|好处费|辛苦费|感谢费|劳务费|误工费|酬劳|返现|现金|购物卡|加油卡|礼品卡|油卡"
    r"|话费|烟酒|米面油|土特产|打款|请客|请吃饭|摆酒"
    r"|[0-9０-９一二两三五百十]{1,6}\s?(?:元|块)(?:钱)?|[0-9]{1,5}\s?[rR][mM][bB])"
)
_ZH_GIVE = quick(
    r"(?:发|送|给|领|得|拿|收|转|打|返|奖励|兑换|即可|就能|有偿|谢礼|酬谢|表示|意思|请|换|买|到账|支付|每票|一票)"
)
_EN_VOTE = quick(
    r"(?:vote|votes|voting|ballot|election|elect|candidate|poll)",
    re.IGNORECASE,
)
_EN_MONEY = quick(
    r"(?:cash|gift\s?cards?|money|red (?:packet|envelope)s?|vouchers?|(?:[$€£¥]\s?[0-9]+)"
    r"|[0-9]+\s?(?:dollars|yuan|rmb|bucks|pounds|euros)|payment|bribes?|reward|paypal|venmo"
    r"|e-?transfer)",
    re.IGNORECASE,
)
_EN_GIVE = quick(
    r"(?:pay|paid|send|give|get|receive|earn|transfer|offer|collect|in (?:exchange|return)|each"
    r"|per vote|for (?:your|every|each)|to anyone|to everyone)",
    re.IGNORECASE,
)
_CHINESE = (
    _ZH_VOTE,
    _ZH_MONEY,
    _ZH_GIVE,
)
_ENGLISH = (
    _EN_VOTE,
    _EN_MONEY,
    _EN_GIVE,
)
_SENTENCE = quick(r"[^。！？!?\n；;]{1,200}+")
_BACK = quick(r"[^。！？!?\n；;]*+")
_AGAINST = quick(
    r"禁止|不得|严禁|严查|严肃|查处|举报|抵制|拒绝|打击|不准|杜绝|违法|违纪|犯罪|处罚|条例|法律"
    r"|规定|案例|警示|通报|审理|被判|guilty|illegal|prohibit|forbid|ban(?:ned)?|crime|offen[cs]e"
    r"|report|law|convicted|fraud|fined|charged|refuse|never|must not",
    re.IGNORECASE,
)
_WORDS = (
    "选举",
    "换届",
    "投票",
    "拉票",
    "选票",
    "候选人",
    "参选",
    "竞选",
    "评选",
    "一票",
    "投我",
    "选我",
    "海选",
    "打榜",
    "票选",
    "推荐票",
)
_EN_WORDS = ("vote", "ballot", "election", "candidate")


def find(spot: Spot) -> Iterable[Hit]:
    """Sentences that hold a vote, money, and the giving of it."""
    text, at, _, _ = spot
    asking, paying, giving = _ENGLISH if text[at].isascii() else _CHINESE
    back = _BACK.match(text[at - 120 if at > 120 else 0 : at][::-1])
    sentence = _SENTENCE.match(text, at - back.end() if back else at)
    start, end = sentence.span() if sentence else (at, at)
    # Money first: most that is written about a vote has none in it.
    paid = paying.search(text, start, end)
    asked = asking.search(text, start, end) if paid and giving.search(text, start, end) else None
    if not (paid and asked) or _AGAINST.search(text, start, end):
        return ()
    low, high = min(asked.start(), paid.start()), max(asked.end(), paid.end())
    reason = Both(f"同一句中既有“{asked[0]}”又有“{paid[0]}”", f"“{asked[0]}” and “{paid[0]}” in one sentence")
    return [Hit(low, high, Confidence.LIKELY, reason, weigh(labelled=True))]


RULE = Rule(
    id="money-solicitation",
    category=Category.HABIT,
    severity=Severity.MEDIUM,
    title=Both("与投票挂钩的财物", "Money or gifts tied to a vote"),
    why=Both(
        "以财物换取选票属于破坏选举，发布者也要承担责任。",
        "Offering money for votes is an offence, for the one who posts it too.",
    ),
    advice=Both(
        "删去与财物有关的表述；评选活动请写明规则，不设财物回报。",
        "Take the money out; state the rules of a contest and offer nothing for a vote.",
    ),
    source="中华人民共和国全国人民代表大会和地方各级人民代表大会选举法; 中华人民共和国村民委员会组织法",
    triggers=(Words(_WORDS), Words(_EN_WORDS, any_case=True)),
    find=find,
    hits=(
        "«投票给3号，每人发50元»红包，截图来领",
        "«换届在即，选我的转账»200元",
        "We will pay «$20 cash for every vote» you bring",
    ),
    misses=(
        "今天下午投票选举村委会主任",  # a vote, no money
        "春节给大家发50元红包",  # money, no vote
        "严禁在选举中发红包拉票",  # against it
        "It is illegal to pay cash for a vote",  # against it
    ),
)
