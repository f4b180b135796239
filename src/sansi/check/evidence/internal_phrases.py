"""内部标志用语 · The set phrases of internal markings, put together from their parts.

A marking says what the thing is (内部资料), who it is for (仅供内部参阅), what not to do with it (不得外传),
or that it is not public (此件不公开). The parts combine freely; each alone is everyday language.
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick

B = r"[ \t\u3000\u00a0，,、·；;！!—-]{0,4}"


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


THING = "部?" + _any(
    "资料 文件 材料 文稿 刊物 信息 稿件 文档 图纸 数据 内容 通知 会议 讲话 邮件 版本 报告 简报 参考 通报 传阅 档案 手册 试卷 教材"
)
USE = _any("使用 参考 参阅 传阅 交流 掌握 学习 发行 查阅 阅读 阅知 讨论 人员使用 员工使用 流通 传达 阅")
_DONT = _any("不得 请勿 勿 禁止 严禁 切勿 不要 不可 不准 不许 不能")
_DO = _any(
    "外传 外泄 外借 外发 外流 转发 转载 扩散 传播 复印 复制 翻印 翻拍 拍照 截屏 截图 公开 上网 泄露 引用 提供 对外提供 对外发布 对外公开"
)
_KEEP = (
    rf"(?:请?注意保[存密管]|妥善保[管存]|{_DONT}(?:对外)?{_DO}(?:[、和或及]?{_DO})*|阅后(?:即焚|收回|销毁|退回|请?[归交退]还?)"
    r"|不[宜予得便]?对外(?:公开|发布|提供|宣传|披露)|不[宜予]公开|不作公开|严格保密|限内部)"
)
_CIRCLE = _any("单位 部门 公司 机关 系统 委 局 校 院 行业 党内 校内 公司内")
_READERS = (
    rf"(?:本?{_CIRCLE}?内部|领导|本?(?:单位|部门|公司|校)内?部?|党内|系统内部?|会议代表|与会人员|项目组)"
)
_THIS = _any("此件 本件 该件 此文 本资料 本文件 本材料 此材料 本报告 本文 本稿 本邮件 本简报 本群信息")
_TRADE = _any("工作秘密 商业秘密 公司机密 商业机密 公司绝密 企业秘密 核心商密 普通商密")
_FOR = rf"(?:仅供|只供|仅限|只限|限){_READERS}{USE}(?:{B}{_KEEP})*"

PHRASES = quick(
    rf"内部(?:{THING}|使用|传阅|参阅|掌握){B}(?:{_KEEP}|(?:仅供|只供)(?:内部)?{USE})(?:{B}{_KEEP})*"
    rf"|{_FOR}"
    rf"|未经(?:批准|许可|同意|授权)[，,]?{_DONT}{_DO}(?:[、和或及]?{_DO})*"
    rf"|{_TRADE}{B}(?:[★☆▲]\S{{0,4}}|{_KEEP}|[:：]?[一二三甲乙]级)|(?:核心|普通)商密|内部[★☆]\S{{0,4}}"
    rf"|{_THIS}{B}(?:不公开|不予公开|不对外公开|内部掌握|{_KEEP}|(?:属于?|系|为)(?:内部{THING}?|工作秘密){B}{_KEEP}?|{_FOR})"
)
LABELLED = quick(
    r"(?:密\s*级|保密等级|文件密级|知悉范围|公开属性|公开方式|发布层级|保密级别)\s*[:：]\s*"
    r"(?:内部(?:公开|使用|资料|文件)?|工作秘密|不予公开|不公开|商业秘密|公司机密|限内部)(?![\u4e00-\u9fff])"
)
_INSIDE = (
    rf"(?:内部(?:{THING}|使用|传阅|参阅|参考)?|工作秘密|公司机密|商业秘密|{_KEEP}|内部{THING}{B}{_KEEP})"
)
BRACKET = quick(rf"[【\[〔（(]\s*{_INSIDE}\s*[】\]〕）)]")
ALONE = quick(
    rf"([【\[（(〔《“]?\s*(?:内部(?:{THING}|使用|传阅|参阅|参考|事项|公开|秘密)(?:[（(]?第?\S{{0,8}}[期号)）])?"
    rf"|工作秘密|公司机密|商业秘密|商业机密|内部|供{_READERS}{USE}|{_KEEP})\s*[】\]）)〕》”]?)[\s*。！!]*$"
)

_NOT = r"(?:do not|don't|not to be) (?:distribute|forward|copy|share|circulate)(?:d|ed)?"
_NOT_FOR = r"not for (?:public )?(?:release|distribution|circulation|publication|disclosure)"
_DASH = r"\s*[-–—:/|,.;&]+\s*"
_MOST = r"(?:strictly|company|highly|business|proprietary|privileged|commercial[- ]in)"
_ONLY = r"(?:for\s+)?(?:internal|official|government|company|staff|departmental)(?: use| circulation| distribution)? only"
EN_PHRASES = quick(
    r"(?<![A-Za-z])(?:"
    rf"(?:{_MOST}\s*(?:and|&|[-–—/|,])?\s*)?confidential(?:{_DASH}|\s+and\s+)(?:{_ONLY}|internal"
    rf"|{_NOT}|{_NOT_FOR}|proprietary|restricted)(?:{_DASH}{_NOT})?"
    rf"|{_ONLY}(?:{_DASH}(?:{_NOT}|{_NOT_FOR}|confidential))?"
    rf"|{_NOT_FOR}(?: outside[\w ,']{{0,40}})?"
    r"|do not (?:distribute|circulate|forward|share) (?:outside|externally)(?: [\w ,']{0,30})?"
    rf"|internal (?:document|memo|draft|only|eyes only){_DASH}(?:{_NOT}|{_NOT_FOR})"
    rf"|restricted{_DASH}internal(?: use)?(?: only)?|internal{_DASH}(?:restricted|confidential)"
    r"|(?:company|strictly|business|highly|staff[- ]in|commercial[- ]in)[- ](?:confidential|confidence)"
    r"|controlled unclassified information|(?:CUI|FOUO)//[A-Z/-]{2,20}|official[- ]sensitive"
    r"|sensitive but unclassified|restricted circulation"
    r")(?![A-Za-z])",
    re.IGNORECASE,
)
EN_ALONE = quick(
    r"[\[(]?(company confidential|company internal|confidential|internal|internal only|restricted"
    r"|proprietary|private (?:and|&) confidential|u//fouo|fouo|cui)[\])]?[\s*|=_-]*\.?$",
    re.IGNORECASE,
)
EN_LABELLED = quick(
    r"(?:data |document |information )?(?:classification|sensitivity|distribution|handling"
    r"|security level|confidentiality)(?: level| label)?\s*[:=]\s*"
    r"((?:company |highly |strictly )?(?:confidential|internal|restricted|sensitive)(?: use)?(?: only)?)(?![A-Za-z])",
    re.IGNORECASE,
)

_DISCLAIMER = quick(
    r"this (?:e-?mail|message|communication|transmission)|intended (?:solely |only )?(?:for|recipient)|attachments?|recipient"
    r"|本邮件(?:及|的)?[^。]{0,12}附件|收件人|律师|隐私政策|免责|legally privileged",
    re.IGNORECASE,
)
_EXPLAINED = quick(
    r"标[注明识为志有]|字样|例如|比如|诸如|所谓|应当?标|盖有|印有|写着|如[“\"'「《：:]?$|labell?ed"
    r"|marked|stamped|phrase|words|terms? ?$|called? |\bor [\"“]$|\bthe [\"“]$",
    re.IGNORECASE,
)
_EXPLAINED_AFTER = quick(
    r"[”\"'」》）)]*\s*(?:等?(?:的)?字样|标[志识注记]|等标|(?:label|marking|stamp|banner|tag)s?(?![A-Za-z]))",
    re.IGNORECASE,
)


def explained(line: str, start: int, end: int) -> bool:
    """Whether the line talks about the marking, or is the foot of an e-mail, instead of bearing it."""
    return bool(
        _EXPLAINED.search(line[max(0, start - 14) : start])
        or _EXPLAINED_AFTER.match(line[end : end + 12])
        or _DISCLAIMER.search(line)
    )


# One of these stands in whatever `EN_PHRASES` matches; looking for a plain string is next to nothing.
_IN_PHRASES = (
    *("only", "not for", "do not", "don't", "not to be", "internal d", "internal m", "internal e"),
    *("restricted", "proprietary", "official", "unclassified", "//", "confidence"),
    *(f"{last}{gap}confidential" for last in "ysn" for gap in "- "),
)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands in `text`, in any case; a loop, for it is three times faster than any()."""
    low = text.lower()
    for word in words:  # noqa: SIM110 - see above
        if word in low:
            return True
    return False


def may_match(pattern: re.Pattern[str], line: str) -> bool:
    """Whether what every match of an English pattern holds is in the line at all."""
    if pattern is EN_LABELLED:
        return ":" in line or "=" in line
    if pattern is not EN_PHRASES:
        return True
    low = line.lower()
    return _holds(low, _IN_PHRASES) or ("internal" in low and "confidential" in low)
