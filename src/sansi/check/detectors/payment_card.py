"""银行卡号 · Bank or credit card number (ISO/IEC 7812-1).

Twelve to nineteen digits whose last is the Luhn check digit, behind an issuer prefix of a scheme
that exists. One random number in ten passes Luhn, so prefix, length and the way it is parted
count too. The sample numbers that payment companies print in their manuals are not findings.
"""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.evidence import cards
from sansi.check.evidence.checksums import luhn, mod_11_2
from sansi.check.evidence.context import alone, named, order_column, order_number, part_of_code, specimen
from sansi.check.evidence.digits import INVISIBLE, Number, number_of, numbers
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import claim
from sansi.check.model import Both, Category, Hit, Rule, Severity, Spot

LABELS = (
    r"(?:银行|信用|借记|储蓄|工资|贷记|一卡通|社保)?卡\s*(?:号码|号)?|卡号|(?:银行|收款|汇款|开户"
    r"|工资|打款|退款)?(?:账|帐)\s*(?:户|号)(?:号码)?"
    r"|[农工建中交招]行|银联|银行|(?:credit|debit|bank|payment|visa|master\s?card|amex"
    r"|union\s?pay)[\s\w]{0,12}?(?:card)?|card(?:\s*(?:number|no\.?|#))?|account|\bpan\b|visa"
    r"|mastercard|amex"
)
# Whose prefixes are few enough to stand without a label.
_STRONG = {"UnionPay", "Visa", "Mastercard", "American Express", "JCB", "Discover"}
# Printed in the manuals of Visa, Stripe, PayPal, Adyen, UnionPay and others for testing.
_SAMPLES = frozenset(
    [
        "4111111111111111",
        "4012888888881881",
        "4222222222222",
        "4242424242424242",
        "4000056655665556",
        "5555555555554444",
        "2223003122003222",
        "5200828282828210",
        "5105105105105100",
        "378282246310005",
        "371449635398431",
        "378734493671000",
        "6011111111111117",
        "6011000990139424",
        "6011000000000004",
        "3056930009020004",
        "30569309025904",
        "38520000023237",
        "3566002020360505",
        "3530111333300000",
        "6200000000000005",
        "6200000000000047",
        "6205500000000000004",
        "4000000000000002",
        "4000000000000077",
        "4000000000009995",
        "4000000000003220",
        "4917610000000000",
        "4444333322221111",
        "5454545454545454",
        "4539578763621486",
        "6250947000000014",
        "6216261000000000018",
        "6221558812340000",
        "6250946000000016",
        "4532015112830366",
        "4916338506082832",
        "5425233430109903",
        "4263982640269299",
        "374245455400126",
        "4007000000027",
        "4012888818888",
        "4000002500003155",
        "4000000000003063",
        "5506900140100305",
        "6759649826438453",
        "36227206271667",
        "5019717010103742",
        "4571736000000075",
    ]
)
_PARTED = quick(
    r"4,4,4,[1-4]|4,4,4,4,[1-3]|4,6,[45]|6,(?:10|13|9|11|12)|8,(?:8|11)|4,(?:12|15)|(?:1,)+1|4,4,8"
    r"|4,4,11|(?:4,){2}9|5,5,5,4|3,4,4,4,4|6,4,4,[45]|4,4,4,4,4"
)


def _resident_id(digits: str) -> bool:
    """One identity number in ten passes Luhn, and some begin like a card."""
    return len(digits) == 18 and digits[6:8] in {"19", "20"} and mod_11_2(digits[:17]) == digits[17]


def _sample(digits: str) -> bool:
    return digits in _SAMPLES or len(set(digits[6:])) == 1 or digits.endswith("0000000000")


def _as_people_part_it(number: Number) -> bool:
    if all(not gap.strip("".join(INVISIBLE)) for gap in number.gaps):
        return True
    wrapped = sum("\n" in gap for gap in number.gaps) == 1
    return wrapped or (number.even and _PARTED.fullmatch(",".join(map(str, number.shape))) is not None)


def find(spot: Spot) -> Iterable[Hit]:
    """Card numbers with an issuer prefix and a right check digit."""
    hits: list[Hit] = []
    for number in numbers(spot, cards.BEGINNINGS):
        digits = number.digits
        if (
            luhn(digits)
            and alone(spot.text, number.start, number.end)
            and not _sample(digits)
            and (scheme := cards.scheme(digits))
            and not _resident_id(digits)
            and (hit := _weighed(spot, number, scheme))
            and not (hits and _next_row(spot.text, hits[-1], hit))
        ):
            hits.append(hit)
    return hits


def _next_row(text: str, shorter: Hit, longer: Hit) -> bool:
    """Whether a number is whole on its line and what follows is the number of the next row."""
    whole = shorter.start == longer.start and "\n" not in text[shorter.start : shorter.end]
    return whole and "\n" in text[shorter.end : longer.end]


def _weighed(spot: Spot, number: Number, scheme: str) -> Hit | None:
    text, start, end = spot.text, number.start, number.end
    if order_number(text, start) or specimen(text, start):
        return None
    label = named(spot, start, LABELS)
    if not label and (
        order_column(spot, start)
        or not _strong(number.digits, scheme)
        or not _as_people_part_it(number)
        or part_of_code(text, start, end)
    ):
        return None
    reason = Both(f"{scheme}号段，校验位正确", f"{scheme} prefix, check digit right")
    return claim(start, end, label, reason, checked=True)


def _strong(digits: str, scheme: str) -> bool:
    """Whether the prefix says enough without a label."""
    return (scheme in _STRONG and len(digits) >= 15) or cards.chinese_bank(digits) is not None


RULE = Rule(
    id="payment-card",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("银行卡号", "Payment card number"),
    why=Both(
        "与姓名、手机号同时公开，可被用来盗刷或行骗。",
        "With a name and a telephone number it serves theft and fraud.",
    ),
    advice=Both("删除，或只留后四位。", "Remove it or keep only the last four digits."),
    source="ISO/IEC 7812-1; GB/T 14916",
    triggers=number_of(cards.BEGINNINGS),
    find=find,
    keep=(0, 4),
    hits=(
        "卡号：«6222021234567890128»",
        "请汇到«6222 0212 3456 7890 128»",
        "card «4539-1488-0343-6467»",
        "信用卡«４５３９１４８８０３４３６４６７»到期",
        "卡号«6222021234\n567890128»",
        "卡号\n«62128829773479893»\n5",
    ),
    misses=(
        "卡号6222021234567890129",  # wrong check digit
        "card 4111 1111 1111 1111",  # a manual's sample
        "订单号6222021234567890128",  # an order number
        "卡号6222 **** **** 0128",  # masked
        "卡号7722021234567890126",  # no such issuer
    ),
)
