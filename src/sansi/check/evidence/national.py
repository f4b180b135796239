"""各国号码 · How a national number is recognised: its label, its shape, its check digit.

A number that is all digits and merely passes its check is not claimed: one in ten of all numbers
does. It needs its label; only shapes that nothing else has may do without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sansi.check.evidence.context import order_number, specimen
from sansi.check.evidence.folded import fold
from sansi.check.evidence.labels import Value, values
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Confidence, Hit, Shape, Spot, Trigger, Words

ALNUM = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
WHY = Both(
    "与姓名、生日同时公开，他人即可冒用身份办事、开户或报税。",
    "Beside a name and a birthday, it lets others act, open accounts or file taxes as that person.",
)
ADVICE = Both("删除，或只留最后几位。", "Remove it, or keep only its last characters.")

_DIGIT = quick(r"\d")
_TEMPLATE = quick(r"(\d)\1+|0?12345678\d*|9876543210?")


@dataclass(frozen=True)
class Scheme:
    """One country's number. `written` matches plain text (see `folded`), without edges.

    `labels` in lower case are looked for in any case; with a capital, as they stand. `holds` is
    given the characters alone, in capitals. `checked` says whether `holds` includes a check
    digit. `shape` is given only where the number is claimed without a label, then as `bare`, or
    as `written` where `bare` is empty. `ignore` are well-known specimens.
    """

    labels: tuple[str, ...]
    written: str
    holds: Callable[[str], bool]
    checked: bool = True
    shape: Shape | None = None
    bare: str = ""
    ignore: frozenset[str] = field(default=frozenset())

    @cached_property
    def _after_label(self) -> re.Pattern[str]:
        # ASCII: else İ passes for I and ſ for S, in letters that have a value each.
        return quick(_edged(self.written), re.IGNORECASE | re.ASCII)

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return quick(_edged(self.bare or self.written), re.ASCII)

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """The labels, and the shape where there is one."""
        folded = tuple(w for w in self.labels if w == w.lower())
        exact = tuple(w for w in self.labels if w != w.lower())
        found: list[Trigger] = [Words(folded, any_case=True)] if folded else []
        if exact:
            found.append(Words(exact))
        return (*found, self.shape) if self.shape else tuple(found)

    def find(self, spot: Spot) -> Iterable[Hit]:
        """The numbers a label points at, or those in a run of the shape."""
        word = spot.text[spot.start : spot.end]
        if _DIGIT.search(word):
            return self._shaped(spot)
        return self._labelled(spot, word) if _begins_a_word(spot) else ()

    def _labelled(self, spot: Spot, word: str) -> Iterator[Hit]:
        for value in values(spot, self._after_label, far=self.checked and not _goes_on(spot)):
            if self._right(value) and not specimen(spot.text, value.start):
                zh, en = ("校验位正确", "check digit right") if self.checked else ("格式相符", "right shape")
                reason = Both(f"{zh}，标签为“{word}”", f"{en}, labelled “{word}”")
                sure = Confidence.CERTAIN if self.checked else Confidence.LIKELY
                yield Hit(value.start, value.end, sure, reason, weigh(checked=self.checked, labelled=True))

    def _shaped(self, spot: Spot) -> Iterator[Hit]:
        window = fold(spot.text, spot.start - 2, spot.end + 2)
        for m in self._alone.finditer(window.text):
            value = Value(m[0], *window.place(m.start(), m.end()))
            if (
                self._right(value)
                and not specimen(spot.text, value.start)
                and not order_number(spot.text, value.start)
            ):
                reason = Both("格式独特，校验位正确", "a shape of its own, check digit right")
                yield Hit(value.start, value.end, Confidence.LIKELY, reason, weigh(checked=self.checked))

    def _right(self, value: Value) -> bool:
        code = "".join(c for c in value.written if c.isalnum()).upper()
        return code not in self.ignore and not _TEMPLATE.fullmatch(code) and self.holds(code)


def _edged(written: str) -> str:
    """`written` where no ASCII letter or digit, no dash or dot before more of them, touches it."""
    edge = r"(?![0-9A-Za-z*])(?![-/.@][0-9A-Za-z*]|,[0-9]{3}(?![0-9]))"
    return rf"(?<![0-9A-Za-z*])(?<![0-9][-./])(?:{written}){edge}"


def _begins_a_word(spot: Spot) -> bool:
    """Whether an ASCII label is no end of a longer word: SIN, not coSIN."""
    first, left = spot.text[spot.start], spot.text[spot.start - 1 : spot.start]
    return not (first.isascii() and left.isascii() and left.isalpha())


def _goes_on(spot: Spot) -> bool:
    """Whether letters follow an ASCII label: SINs, but also NINOJG103759A."""
    last, right = spot.text[spot.end - 1], spot.text[spot.end : spot.end + 1]
    return last.isascii() and right.isascii() and right.isalpha()


def real_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def real_day(month: int, day: int) -> bool:
    """Whether some year has this day: for numbers that do not tell the century."""
    return real_date(2000, month, day)
