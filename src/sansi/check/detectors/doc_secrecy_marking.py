"""密级标志 · Marking of a state secret (GB/T 9704-2012 7.2.2; 保守国家秘密法; BMB 国家秘密标志).

绝密, 机密 or 秘密, a star, and the period: 机密★1年. On an old copy the star is often missing and the
word stands alone at the top of the page, or behind 密级. The three words are also everyday words
(商业秘密法, 秘密花园): without a star, a period, a label or a line of their own they are not a marking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.context import line_of
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_B = r"[ \t\u3000\u00a0]"
_STAR = r"[★☆✩✭⭐*＊✫]"
_GRADE = rf"(?:绝{_B}{{0,4}}密|机{_B}{{0,4}}密|秘{_B}{{0,4}}密)"
_GRADES = tuple(
    (blank * times).join(word)
    for word in ("绝密", "机密", "秘密")
    for blank, most in (("", 1), (" ", 4), ("\u3000", 4), ("\t", 1), ("\u00a0", 4))
    for times in range(1, most + 1)
)
# What a marking goes on with, 级, 件 or a period; 秘密花园 is prose.
_AFTER_GRADE = frozenset("级件文长永启解开考一二三四五六七八九十两")
_NUM = r"[0-9０-９一二三四五六七八九十两〇]{1,3}"
_PERIOD = rf"(?:长期|永久|{_NUM}{_B}{{0,2}}(?:年|个月|月|天|日)|(?:启用|解密|开启|开考|考试结束)[前后]?|{_NUM}(?![0-9]))"
_STARRED = quick(
    rf"{_GRADE}{_B}{{0,3}}(?:级{_B}{{0,2}})?★{_B}{{0,3}}(?:{_PERIOD})?"
    rf"|{_GRADE}{_B}{{0,3}}{_STAR}{_B}{{0,3}}{_PERIOD}|★{_B}{{0,2}}{_GRADE}(?![\u4e00-\u9fff])"
)
_LABELLED = quick(
    rf"[【\[]?(?:密{_B}{{0,4}}级|秘密等级|保密等级|涉密等级|定密等级)(?:标志|标识)?(?:[（(][^）)]{{0,10}}[）)])?(?:{_B}{{0,3}}[:：|【\[=]|[】\]])"
    rf"{_B}{{0,3}}(?:{_GRADE}(?:级)?(?:{_B}{{0,3}}[★☆]?{_B}{{0,3}}{_PERIOD})?)(?![、/或和\u4e00-\u9fff])"
)
_BRACKET = quick(rf"[【\[〔（(《]{_B}{{0,2}}({_GRADE})(?:级|件|文件)?{_B}{{0,2}}[】\]〕）)》]")
_ALONE = quick(
    rf"[ \t\f\u3000*#>【\[]*({_GRADE})(?:级|件)?(?:{_B}*(?:{_STAR})?{_B}*{_PERIOD})?[】\]*]*[ \t\u3000\r]*$"
)
_ALLIED = "(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED)"
_EN_GRADE = rf"(?:TOP SECRET|SECRET|(?:NATO|EU) {_ALLIED}|[A-Z ]{{6,13}} UE/EU {_ALLIED}|COSMIC TOP SECRET|STATE SECRET)"
_EN = quick(
    rf"(?<![A-Za-z])(?P<value>{_EN_GRADE}//[A-Z][A-Z0-9 /,-]{{0,40}}[A-Z0-9]|CONFIDENTIAL//[A-Z][A-Z /,-]{{1,30}}[A-Z])(?![A-Za-z])"
    rf"|(?i:(?:security )?(?:classification|classified)(?: level)?)\s*[:=|]\s*(?P<labelled>{_EN_GRADE}|(?i:top secret))(?![A-Za-z])"
    rf"|^[\s*#=>_|\[(-]*(?P<alone>{_EN_GRADE}(?:\s*[-–—/:★]+\s*[A-Z0-9][A-Z0-9 ,/]{{1,40}})?)[\s*=_|\])-]*$"
    r"|^\s*(?P<portion>\((?:TS|S|C)//[A-Z][A-Z/ ,-]{1,20}\))"
)
_TALKED_ABOUT = quick(
    r"标[注明识为志]|字样|例如|比如|诸如|所谓|写作|格式|应当?标|如[“\"'「《：:]?$|示例|样式"
)
_AFTER_TALK = quick(r"[”\"'」》）)]*\s*(?:等?字样|标[志识注]|的标|等标|字[，。])")


_ON_DOCUMENTS = (
    (_STARRED, Both("密级后有★或保密期限", "grade with star or period"), Confidence.CERTAIN),
    (_LABELLED, Both("“密级”之后", "behind its label"), Confidence.LIKELY),
    (_BRACKET, Both("括号中的密级", "grade in brackets"), Confidence.LIKELY),
)


_LONGEST_ALONE = 40
# One of these stands beside a grade that marks, unless it fills its line: asked first, for prose
# says 秘密 too.
_SIGN_AFTER = quick(rf"{_B}{{0,3}}(?:级|件|文件)?{_B}{{0,3}}(?:{_STAR}|[】\]〕）)》])")
_SIGN_BEFORE = quick(rf"[★【\[〔（(《:：|=】\]]{_B}{{0,3}}$")
_CLOSES_LINE = frozenset(
    [
        "",
        *" \t\u3000\u00a0\r\n级件★☆✩✭⭐*＊✫】]长永启解开考一二三四五六七八九十两〇0123456789０１２３４５６７８９",
    ]
)
_EN_GOES_ON = quick(r"\s*[-–—/:★]+\s*[A-Z0-9]|[\s*=_|\])-]*$", re.MULTILINE)


def _marked(text: str, start: int, end: int) -> bool:
    return bool(_SIGN_AFTER.match(text, end) or _SIGN_BEFORE.search(text, max(0, start - 4), start))


def find(spot: Spot) -> Iterable[Hit]:
    """Markings as they stand on documents; never the words as prose uses them."""
    text, start, end, _ = spot
    if text[start].isascii():
        return _english(spot) if _worth_english(text, start, end) else ()
    marked = _marked(text, start, end)
    if not marked and text[end : end + 1] not in _CLOSES_LINE:
        return ()
    low, high = line_of(text, start, 160)
    if not marked and high - low > _LONGEST_ALONE:
        return ()
    line = text[low:high]
    for pattern, reason, sure in _ON_DOCUMENTS if marked else ():
        if place := _marking(pattern, line, start - low):
            return [Hit(low + place[0], low + place[1], sure, reason, weigh(labelled=True))]
    if (lone := _ALONE.match(line)) and _at_top(text, low):
        reason = Both("独占一行的密级", "grade on a line of its own")
        return [Hit(low + lone.start(1), low + lone.end(1), Confidence.LIKELY, reason, weigh())]
    return ()


def _marking(pattern: re.Pattern[str], line: str, at: int) -> tuple[int, int] | None:
    """Where the marking that holds the word at `at` stands in its line."""
    for found in pattern.finditer(line):
        start, end = found.span()
        if start <= at < end and not _talked_about(line, found.start(), end):
            return (start, end) if pattern is not _BRACKET or _heads_a_line(line, start, end) else None
    return None


def _talked_about(line: str, start: int, end: int) -> bool:
    """Whether the line explains the marking instead of bearing it."""
    return bool(
        _TALKED_ABOUT.search(line[max(0, start - 10) : start]) or _AFTER_TALK.match(line[end : end + 8])
    )


def _heads_a_line(line: str, start: int, end: int) -> bool:
    return not line[:start].strip(" \t\u3000*#>-") or not line[end:].strip(" \t\u3000\r*。")


def _at_top(text: str, line_start: int) -> bool:
    """Whether the line is among the first of the text or of a page, or follows an empty line."""
    above = text[max(0, line_start - 400) : line_start]
    return above.count("\n") <= 6 or above.endswith("\n\n") or "\f" in above


def _worth_english(text: str, start: int, end: int) -> bool:
    """Whether SECRET heads or fills a line, or stands behind a label; code is full of CLIENT_SECRET."""
    return (
        text[end - 6 : end] != "SECRET"
        or _EN_GOES_ON.match(text, end) is not None
        or "classifi" in text[start - 40 if start > 40 else 0 : start].lower()
    )


def _english(spot: Spot) -> Iterator[Hit]:
    low, high = line_of(spot.text, spot.start, 160)
    for found in _EN.finditer(spot.text[low:high]):
        start, end = found.span(found.lastgroup or 0)
        if start <= spot.start - low < end:
            reason = Both("英文密级标志", "classification marking")
            yield Hit(low + start, low + end, Confidence.LIKELY, reason, weigh(labelled=True))
            return


RULE = Rule(
    id="doc-secrecy-marking",
    category=Category.MARKING,
    severity=Severity.HIGH,
    title=Both("国家秘密标志", "State secrecy marking"),
    why=Both(
        "带有密级标志的内容一旦上网即可能构成泄密，责任由发布者承担。",
        "Whatever bears such a marking must not go online; publishing it may be an offence.",
    ),
    advice=Both(
        "立即停止发布，不要转发或截图，交本单位保密办处理。",
        "Stop, do not forward or copy it, and hand it to your unit's secrecy office.",
    ),
    source="GB/T 9704-2012; 中华人民共和国保守国家秘密法",
    triggers=(
        Words(_GRADES, before_han=_AFTER_GRADE),
        Words(
            (
                *(
                    "SECRET",
                    "CONFIDENTIAL//",
                    "NATO CONFIDENTIAL",
                    "NATO RESTRICTED",
                    "UE/EU",
                    "EU CONFIDENTIAL",
                ),
                *("EU RESTRICTED", "(S//", "(TS//", "(C//", "op secret", "op Secret"),
            )
        ),
    ),
    find=find,
    hits=(
        "«机密★1年»",
        "份号000001　«绝密★»",
        "«秘密 ★ 6个月»",
        "«密级：机密»",
        "«机　密»\n\n关于某事的通知",
        "«TOP SECRET//SI//NOFORN»",
        "Classification: «NATO CONFIDENTIAL»",
        "=== «RESTREINT UE/EU RESTRICTED» ===",
        "«(S//NF)» Unit moves at dawn.",
        "«【密级】绝密»",
    ),
    misses=(
        "商业秘密法",  # an everyday word
        "秘密花园★★★★★",  # stars of a review
        "密级分为绝密、机密、秘密三级",  # an explanation
        "应当标注“机密★1年”字样",  # talks about the marking
        "这是我们的秘密",  # prose
    ),
)
