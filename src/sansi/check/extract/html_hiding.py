"""网页里藏着的文字 · Elements of a page that are in the source but not on the screen (HTML 6.1, CSS 2.2 9.2, 11.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from sansi.check.extract.document import Fact
from sansi.check.extract.sources import Quotes
from sansi.check.model import Both, Confidence

_HIDDEN = Both("页面上看不见、源码里有的文字", "text that is in the source but not shown on the page")
_STYLE = re.compile(
    r"(?:^|[;\s\"'])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|text-indent\s*:\s*-\d{3}|(?:left|top)\s*:\s*-\d{3})",
    re.IGNORECASE,
)
_SELECTOR = re.compile(r"([.#][\w-]{1,80})\s{0,20}$")
_ATTRIBUTE = re.compile(r"(?:^|\s)hidden(?=[\s=/]|$)(?!\s*=\s*[\"']?until)", re.IGNORECASE)
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr basefont frame keygen".split()
)
"""The elements that hold nothing."""
_SELF_ENDING = frozenset("p li dt dd td th tr option optgroup tbody thead tfoot".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code em font i kbd label mark q s samp small span strong sub sup u".split()
)
_MOST_FACTS = 20
_MOST_LOOKED_AT = 500
_MOST_NESTED = 500


class _Range(NamedTuple):
    start: int
    end: int


class Hiding:
    """Which stretches of the text stand in hidden elements."""

    def __init__(self) -> None:
        """Begin with nothing hidden."""
        self.open: list[str] = []
        self._selectors: set[str] = set()
        self._start = 0
        self._ranges: list[_Range] = []

    def sheet(self, css: str) -> None:
        """Note the classes and ids that a style sheet in the page does not show."""
        if "none" in css or "hidden" in css:
            for rule in css.split("}"):
                selectors, _, style = rule.rpartition("{")
                if _STYLE.search(style):
                    for one in selectors[-2000:].split(","):
                        last = _SELECTOR.search(one)
                        if last:
                            self._selectors.add(last[1])

    def hides(self, name: str, attributes: dict[str, str], raw: str) -> bool:
        """Whether a start tag hides what is inside."""
        if name == "template":
            return True
        if name in VOID or not raw:
            return False
        style = attributes.get("style")
        if style and _STYLE.search(style):
            return True
        if "hidden" in raw.lower() and (_ATTRIBUTE.search(_unquoted(raw))):
            return True
        if not self._selectors:
            return False
        return any("." + one in self._selectors for one in attributes.get("class", "").split()) or (
            "#" + attributes.get("id", "") in self._selectors
        )

    def start(self, name: str, at: int) -> None:
        """A hidden element begins, or one inside of it, at `at` of the text."""
        if not self.open:
            self._start = at
        elif name in VOID:
            return
        elif name in _SELF_ENDING and name == self.open[-1]:
            self.open.pop()
            if not self.open:
                self._ranges.append(_Range(self._start, at))
                return
        if len(self.open) < _MOST_NESTED:
            self.open.append(name)

    def end(self, name: str, at: int) -> None:
        """An element ends at `at` of the text while something is hidden."""
        if name in self.open:
            while self.open.pop() != name:
                pass
        elif name not in _INLINE:
            # The parent ends, and with it what has no end tag of its own.
            self.open.clear()
        if not self.open:
            self._ranges.append(_Range(self._start, at))

    def facts(self, body: Quotes) -> list[Fact]:
        """A fact for each hidden stretch with words that are nowhere to be seen."""
        if self.open:
            self._ranges.append(_Range(self._start, body.length))
            self.open.clear()
        if not self._ranges:
            return []
        text = "".join(body.pieces)
        seen = _seen(text, self._ranges)
        found: list[Fact] = []
        for start, end in self._ranges[:_MOST_LOOKED_AT]:
            words = text[start:end].strip()
            if len(words) > 1 and "".join(words.split()) not in seen:
                where = body.place(start + len(text[start:end]) - len(text[start:end].lstrip()))
                found.append(
                    Fact(
                        "meta-hidden-text", where, _HIDDEN, " ".join(words.split())[:200], Confidence.POSSIBLE
                    )
                )
                if len(found) == _MOST_FACTS:
                    break
        return found


def _seen(text: str, ranges: list[_Range]) -> str:
    """The text without what is hidden and without blanks."""
    out, at = [], 0
    for start, end in ranges:
        out.append(text[at:start])
        at = end
    out.append(text[at:])
    return "".join("\n".join(out).split())


def _unquoted(raw: str) -> str:
    """The attributes of a tag without their quoted values."""
    return re.sub(r"\"[^\"]*\"|'[^']*'", '""', raw)
