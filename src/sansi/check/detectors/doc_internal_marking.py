"""内部标志 · Marking of internal matter (内部资料, 注意保存, 不得外传; FOR OFFICIAL USE ONLY …).

There is no national standard for the wording. What tells a marking from prose (内部控制, 内部员工) is
the fixed phrase, or standing in brackets, beside a dash, or on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.context import line_of
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_B = r"[ \t\u3000\u00a0，,、·；;！!—-]{0,4}"
_THING = (
    r"(?:部)?(?:资料|文件|材料|文稿|刊物|信息|稿件|文档|图纸|数据|内容|通知|会议|讲话|邮件|版本|报告"
    r"|简报|参考|通报|传阅|档案|手册|试卷|教材)"
)
_KEEP = (
    r"(?:请?注意保[存密管]|妥善保[管存]|请?勿外[传泄借发]|不得外[传泄借发]|禁止外[传泄借发]"
    r"|严禁外[传泄借发]|切勿外[传泄]|不[要可准许能]外[传泄]|(?:请勿|不得|严禁"
    r"|禁止)(?:对外)?(?:转发|转载|扩散|传播|复印|复制|翻印|翻拍|拍照|截屏|截图|公开|外流|上网|泄露"
    r"|引用|提供)(?:[、和或及]?(?:转发|转载|扩散|传播|复制|复印|拍照|外传|上网|引用))*"
    r"|阅后(?:即焚|收回|销毁|退回|请?[归交退]还?)|不(?:宜|予|得|便)?对外(?:公开|发布|提供|宣传"
    r"|披露)|不(?:宜|予)公开|不作公开|注意保密|严格保密|限内部)"
)
_USE = r"(?:使用|参考|参阅|传阅|交流|掌握|学习|发行|查阅|阅读|阅知|讨论|人员使用|员工使用|流通|传达|阅)"
_PHRASES = quick(
    rf"内部{_THING}{_B}(?:[，,]?{_KEEP}|(?:仅供|只供)(?:内部)?{_USE})(?:{_B}{_KEEP})*"
    r"|(?:仅供|只供|限|仅限|供)(?:本?(?:单位|部门|公司|机关|系统|委|局|校|院|行业|[党校公]内)?内部"
    r"|领导|本?(?:单位|部门|公司|校)内?部?|党内|系统内部?|会议代表|与会人员"
    rf"|项目组){_USE}(?:{_B}{_KEEP})*"
    r"|(?:未经(?:批准|许可|同意|授权)[，,]?(?:不得|严禁|禁止|请勿)(?:翻印|外传|复制|转发|公开|扩散"
    r"|转载|外借|对外提供|对外发布|复印|传播|引用)(?:[、和或及]?(?:翻印|外传|复制|转发|扩散|传播"
    r"|公开|引用))*)"
    rf"|(?:工作秘密|商业秘密|公司机密|商业机密|公司绝密|企业秘密|核心商密|普通商密){_B}(?:[★☆]\S{{0,4}}|{_KEEP}|[:：]?[一二三甲乙]级)"
    r"|内部[★☆](?:\S{1,4})?|(?:核心|普通)商密[★☆▲]?(?:\S{0,4})?"
    r"|(?:此件|本件|该件|此文|本资料|本文件|本材料|此材料|本报告|本文|本稿|本邮件|本简报"
    rf"|本群信息){_B}(?:不公开|不予公开|不对外公开|内部掌握|{_KEEP}|(?:属于?|系|为)(?:内部{_THING}?"
    rf"|工作秘密){_B}{_KEEP}?|(?:仅供|仅限|只限|限)(?:内部|本单位|本部门"
    rf"|领导){_USE}(?:{_B}{_KEEP})*)"
)
_ALONE = quick(
    rf"[\s*#>·—-]*([【\[（(〔《“]?\s*(?:内部(?:{_THING}|使用|传阅|参阅|参考|事项|公开"
    rf"|秘密)(?:[（(]?第?\S{{0,8}}[期号)）])?|工作秘密|公司机密|商业秘密|商业机密|内部"
    rf"|{_KEEP})\s*[】\]）)〕》”]?)[\s*。！!]*$"
)
_BRACKET = quick(
    rf"[【\[〔（(]\s*(?:内部(?:{_THING}|使用|传阅|参阅|参考)?|工作秘密|公司机密|商业秘密|{_KEEP}|内部{_THING}{_B}{_KEEP})\s*[】\]〕）)]"
)
_LABELLED = quick(
    r"(?:密\s*级|保密等级|文件密级|知悉范围|公开属性|公开方式|发布层级"
    r"|保密级别)\s*[:：]\s*(?:内部(?:公开|使用|资料|文件)?|工作秘密|不予公开|不公开|商业秘密"
    r"|公司机密|限内部)(?![\u4e00-\u9fff])"
)
_EN = quick(
    r"(?<![A-Za-z])(?:"
    r"(?:(?:strictly|company|highly|commercial[- ]in[- ]|business|proprietary|privileged)\s*(?:and"
    r"|&|[-–—/|,])?\s*)?confidential(?:ity)?\s*(?:[-–—:/|,.&]"
    r"|and)+\s*(?:(?:for\s+)?internal(?:\s+use)?(?:\s+only)?|do not (?:distribute|forward|copy"
    r"|share|circulate)|not for (?:distribution|circulation|release|publication)|proprietary"
    r"|restricted)(?:\s*[-–—:/|,.]+\s*do not (?:distribute|forward|copy|share|circulate))?"
    r"|(?:for\s+)?(?:internal|official|government|company|staff"
    r"|departmental)\s+use\s+only(?:\s*[-–—:/|,.]+\s*(?:do not (?:distribute|forward|copy|share)"
    r"|not for (?:distribution|release|publication|public release)|confidential))?"
    r"|for official use only|not for (?:public )?(?:release|distribution|circulation"
    r"|publication)(?: outside[\w ,']{0,40})?|do not (?:distribute|circulate|forward"
    r"|share) (?:outside|externally)(?: [\w ,']{0,30})?"
    r"|internal (?:document|memo|draft|only|circulation only"
    r"|eyes only)[ ,:–—-]{1,4}(?:do not (?:distribute|share|forward)|not for (?:distribution"
    r"|release|publication))"
    r"|(?:company|strictly|business|highly|staff[- ]in[- ]|commercial[- ]in[- ]) ?(?:confidential|confidence)"
    r"|controlled unclassified information|(?:CUI|FOUO)//[A-Z/-]{2,20}|official[- ]sensitive"
    r"|sensitive but unclassified|restricted circulation"
    r")(?![A-Za-z])",
    re.IGNORECASE,
)
_EN_ALONE = quick(
    r"[\s*#>|=_-]*(confidential|internal|internal only|restricted|proprietary|private (?:and"
    r"|&) confidential|u//fouo|fouo|cui)[\s*|=_-]*\.?$",
    re.IGNORECASE,
)
_EN_LABEL = quick(
    r"(?:(?:data |document |information )?(?:classification|sensitivity|distribution|handling"
    r"|security level|confidentiality)(?: level| label)?)\s*[:=]\s*(?:(?:company |highly "
    r"|strictly )?(?:confidential|internal|restricted|sensitive)(?: use)?(?: only)?)(?![A-Za-z])",
    re.IGNORECASE,
)
_DISCLAIMER = quick(
    r"this (?:e-?mail|message|communication|transmission)|intended (?:solely |only )?(?:for"
    r"|recipient)|attachments?|recipient|本邮件(?:及|的)?[^。]{0,12}附件|收件人|律师|隐私政策|免责"
    r"|legally privileged",
    re.IGNORECASE,
)
_TALKED_ABOUT = quick(
    r"标[注明识为志有]|字样|例如|比如|诸如|所谓|应当?标|盖有|印有|写着|如[“\"'「《：:]?$|labell?ed"
    r"|marked|stamped|phrase|words|terms? ?$|\bthe [\"“]$",
    re.IGNORECASE,
)
_AFTER_TALK = quick(
    r"[”\"'」》）)]*\s*(?:等?(?:的)?字样|标[志识注记]|等标|(?:label|marking|stamp|banner|tag)s?(?![A-Za-z]))",
    re.IGNORECASE,
)
_EN_WORDS = (
    "onfidential",
    "use only",
    "ot for release",
    "ot for public",
    "ot for distribution",
    "ot for circulation",
    "ot for publication",
    "o not distribute",
    "o not circulate",
    "o not forward",
    "o not share",
    "nclassified",
    "ensitive",
    "restricted",
    "internal",
    "FOUO",
    "CUI",
    "proprietary",
    "in confidence",
    "in-confidence",
)
# Rare strings rather than common words: each is a call, and prose is full of 单位 and 公开.
_ZH_WORDS = (
    *("内部", "外传", "外泄", "外借", "外流", "注意保", "妥善保", "严格保密", "工作秘密", "商业秘密", "公司机密"),
    *("商业机密", "公司绝密", "企业秘密", "商密", "阅后", "宜公开", "予公开", "作公开", "件不公开", "文不公开"),
    *("对外公开", "对外发布", "对外提供", "对外宣传", "对外披露", "本群信息"),
    *(
        who + what
        for who in ("供", "限", "供本", "限本")
        for what in ("领导", "单位", "部门", "公司", "校", "系统", "党内", "会议代表", "与会人员", "项目组")
    ),
    *(
        no + what
        for no in ("勿", "得", "禁", "止", "对外")
        for what in ("转发", "转载", "扩散", "传播", "复印", "复制", "翻印", "翻拍", "拍照", "截屏", "截图", "上网", "引用")
    ),
)  # fmt: skip


# What must stand beside 内部 or internal for any of the patterns to match: asked first, for prose
# says 内部控制 and internal audit on every page.
_BESIDE_ZH = quick(
    rf"(?:{_THING}|使用|传阅|参阅|参考|事项|公开|秘密|掌握|[★☆]|[ \t\u3000]*(?:[】\]〕）)》”。！!*]|$))",
    re.MULTILINE,
)
_BEFORE_ZH = quick(r"[供限级属系为性式:：]")
_BESIDE_EN = quick(
    r"only|do not|not for|document|memo|draft|circul|confiden|unclassified|official|fouo|cui|[:=]",
    re.IGNORECASE,
)
_SHORT = 60


def find(spot: Spot) -> Iterator[Hit]:
    """Markings as they stand on documents; never the words as prose uses them."""
    text = spot.text
    english = text[spot.start].isascii()
    if not english and not _worth_zh(spot):
        return
    low, high = line_of(text, spot.start, 200)
    key = ("internal", english, low)
    if key in spot.memo or (english and not _worth_en(spot, low, high)):
        return
    spot.memo[key] = True
    yield from _in_line(text[low:high], low, *(_ENGLISH if english else _CHINESE))


def _worth_zh(spot: Spot) -> bool:
    if spot.text[spot.start : spot.end] != "内部":
        return True
    return bool(
        _BESIDE_ZH.match(spot.text, spot.end)
        or _BEFORE_ZH.search(spot.text, max(0, spot.start - 8), spot.start)
    )


def _worth_en(spot: Spot, low: int, high: int) -> bool:
    return high - low < _SHORT or bool(_BESIDE_EN.search(spot.text, max(low, spot.start - 40), spot.end + 40))


_CHINESE = ((_PHRASES, _LABELLED, _BRACKET), _ALONE)
_ENGLISH = ((_EN, _EN_LABEL), _EN_ALONE)


def _in_line(
    line: str, low: int, patterns: tuple[re.Pattern[str], ...], alone: re.Pattern[str]
) -> Iterator[Hit]:
    taken = -1
    for pattern in patterns:
        for found in pattern.finditer(line):
            if found.start() >= taken and not _talked_about(line, found):
                taken = found.end()
                yield Hit(
                    low + found.start(),
                    low + found.end(),
                    Confidence.LIKELY,
                    Both("内部标志的固定用语", "a set phrase of internal markings"),
                    weigh(labelled=True),
                )
    if taken < 0 and (lone := alone.match(line)):
        yield Hit(
            low + lone.start(1),
            low + lone.end(1),
            Confidence.LIKELY,
            Both("独占一行的内部标志", "a marking on a line of its own"),
            weigh(),
        )


def _talked_about(line: str, found: re.Match[str]) -> bool:
    """Whether the line explains the marking, or is the foot of an e-mail."""
    return bool(
        _TALKED_ABOUT.search(line[max(0, found.start() - 12) : found.start()])
        or _AFTER_TALK.match(line[found.end() : found.end() + 12])
        or _DISCLAIMER.search(line)
    )


RULE = Rule(
    id="doc-internal-marking",
    category=Category.MARKING,
    severity=Severity.MEDIUM,
    title=Both("内部文件标志", "Internal marking"),
    why=Both(
        "标明内部的材料未经批准不得公开，其中可能含有工作秘密。",
        "Matter marked internal may not be published without leave; it may hold what must stay inside.",
    ),
    advice=Both(
        "先问清是否可以公开；不能公开的，删除或改写。",
        "Ask whether it may be published; if not, remove or rewrite it.",
    ),
    source="GB/T 9704-2012; 中华人民共和国保守国家秘密法 第六十四条 (工作秘密); agencies' usual wording",
    triggers=(Words(_ZH_WORDS), Words(_EN_WORDS, any_case=True)),
    find=find,
    hits=(
        "«内部资料 注意保存»",
        "«内部文件，不得外传»",
        "«本材料仅供内部参阅»。",
        "«【内部】»\n关于某事的说明",
        "«FOR OFFICIAL USE ONLY»",
        "Classification line: «CONFIDENTIAL - INTERNAL USE ONLY»",
        "«此件不公开»",
    ),
    misses=(
        "加强内部控制",  # prose
        "应标注“内部资料 注意保存”字样",  # talks about the marking
        "This e-mail is confidential and intended solely for the recipient",  # a disclaimer
        "内部员工优惠",  # prose
        "此件公开发布",  # the opposite
    ),
)
