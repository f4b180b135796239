"""机动车号牌 · Chinese vehicle plate (GA 36-2018).

Province, letter of the issuing office, five characters (six for new energy, of which the first or
the last is D, F or another letter of GA 36), without I and O; 学 警 挂 港 澳 领 使 take the place of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.context import order_number, specimen
from sansi.check.evidence.digits import BLANKS, INVISIBLE, bytes_class
from sansi.check.evidence.documents import WIDE_ALNUM, narrow
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot

_PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云陕甘青宁新藏蒙使"
_GAPS = frozenset("·•・.．-－— 　") | INVISIBLE | (BLANKS - {"\n", "\r"})
_GAP = f"[{re.escape(''.join(sorted(_GAPS)))}]{{0,3}}"
_C = "[0-9A-HJ-NP-Z]"
_PLATE = quick(
    rf"[{_PROVINCES}]{_GAP}[A-HJ-NP-Z]{_GAP}"
    rf"(?:(?:[DFABCEGHJK]{_GAP}{_C}{_GAP}[0-9]{_GAP}[0-9]{_GAP}[0-9]{_GAP}[0-9]|(?:[0-9]{_GAP}){{5}}[DFABCEGHJK])"
    rf"|(?:{_C}{_GAP}){{4}}(?:{_C}|[学警挂港澳领使]))(?![0-9A-Za-z])"
)
_WIDE = quick("[！-～]")
_TWO_DIGITS = quick("[0-9][^0-9]*[0-9]")
_BETWEEN, _SIGN = bytes_class(_GAPS), bytes_class(WIDE_ALNUM)
_LETTER = bytes_class(frozenset(c for c in WIDE_ALNUM if c.isalpha()))
TRIGGER = Shape(
    # Two characters more than 沪A, for prose speaks of 沪A股.
    b"%s%s{0,3}%s(?:%s{0,3}%s){2}" % (bytes_class(frozenset(_PROVINCES)), _BETWEEN, _LETTER, _BETWEEN, _SIGN),
    frozenset(_PROVINCES) | WIDE_ALNUM | _GAPS | frozenset("学警挂港澳领"),
)


def find(spot: Spot) -> Iterator[Hit]:
    """Plates that stand alone and hold at least two digits."""
    text, low, high, _ = spot
    run = text[low:high]
    if _WIDE.search(run):
        run = narrow(run)
    for found in _PLATE.finditer(run.upper()):
        start, end = low + found.start(), low + found.end()
        if _TWO_DIGITS.search(found[0]) and not (order_number(text, start) or specimen(text, start)):
            reason = Both("省份简称、发牌机关与序号相符", "province, issuing office and serial fit")
            yield Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True))


RULE = Rule(
    id="cn-plate",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("车牌号", "Vehicle plate"),
    why=Both("能查到车主，也能据此知道其行踪。", "It leads to the owner and to where they have been."),
    advice=Both(
        "删除，或只留前两位；照片中请遮住。",
        "Remove it or keep the first two characters; cover it in pictures.",
    ),
    source="GA 36-2018",
    triggers=(TRIGGER,),
    find=find,
    keep=(2, 1),
    hits=(
        "车牌号«浙A12B45»违停",
        "一辆«京A·D12345»新能源车",
        "«粤Z·1234港»",
        "车牌：«沪 C 8K321»",
        "车主«川Ａ８Ｋ３２１»",
    ),
    misses=(
        "浙A1****5",  # masked
        "沪A股12345",  # shares
        "京A1234",  # too short
        "浙A1234567",  # too long
        "浙I12B45",  # I is not used
    ),
)
