"""日本个人编号 · Japanese individual number (My Number).

Twelve digits, the last a check digit modulo eleven.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity

_WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def is_my_number(code: str) -> bool:
    """Whether the last of the twelve digits is the check digit of the others."""
    rest = weighted(code[:11], _WEIGHTS) % 11
    return int(code[11]) == (0 if rest <= 1 else 11 - rest)


SCHEME = Scheme(
    labels=("my number", "マイナンバー", "個人番号", "个人编号", "個人編號", "个人番号"),
    written=r"\d{4}[ -]?\d{4}[ -]?\d{4}",
    holds=is_my_number,
)

RULE = Rule(
    id="jp-my-number",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("日本个人编号", "Japanese individual number (My Number)"),
    why=WHY,
    advice=ADVICE,
    source="Act on the Use of Numbers to Identify a Specific Individual; MIC Ordinance 85 of 2014, art. 5",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "マイナンバー：«7391-8264-0056»",
        "日本个人编号«739182640056»已登记",
        "My Number: «7391 8264 0056»",
    ),
    misses=(
        "My Number: 739182640050",  # wrong check digit
        "739182640056",  # no label
        "マイナンバー 123456789018",  # the specimen of the guides
    ),
)
