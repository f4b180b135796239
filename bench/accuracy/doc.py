"""带标注的文稿 · A labelled document, and the writer that keeps its labels true.

`TYPES` is the closed list of the 33 types that are measured. A span is [start, end) in code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from bench.accuracy.words import words

TYPES = words(
    "cn_id cn_mobile cn_landline bank_card cn_passport cn_permit cn_uscc cn_plate email qq wechat cn_address "
    "cn_name phone_intl credit_card iban us_ssn uk_nino passport ip mac wallet secrecy_marking internal_marking "
    "aws_key github_token private_key jwt slack_token other_token password connection_string cn_cloud_key"
)

_FIELD = re.compile(r"\{(\w+)\}")


class Value(NamedTuple):
    """Something that must be found, before it stands in a text."""

    text: str
    type: str
    disguise: str = "plain"


@dataclass(frozen=True, slots=True)
class Gold:
    """One thing that must be found in a document, and how it was disguised."""

    start: int
    end: int
    type: str
    disguise: str = "plain"


@dataclass(frozen=True, slots=True)
class Doc:
    """A synthetic document with everything in it that must be found, in order of place.

    `negative` means that nothing may be found in it, so `gold` is empty. `doubt` marks places where
    the policy leaves it open whether they are to be found: what is found there counts for nothing.
    """

    text: str
    gold: tuple[Gold, ...]
    genre: str
    negative: bool
    lang: str = "zh"
    doubt: tuple[tuple[int, int], ...] = ()


class Writer:
    """Writes a document piece by piece and remembers where the things to be found stand."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gold: list[Gold] = []
        self._doubt: list[tuple[int, int]] = []

    def say(self, *texts: str) -> Writer:
        """Write text in which nothing must be found."""
        for text in texts:
            self._parts.append(text)
            self._length += len(text)
        return self

    def put(self, text: str, type: str, disguise: str | None = None) -> Writer:  # noqa: A002 - the word for it
        """Write something that must be found."""
        assert type in TYPES, type
        assert text == text.strip(), repr(text)
        start = self._length
        self.say(text)
        self._gold.append(Gold(start, self._length, type, disguise or "plain"))
        return self

    def doubt(self, text: str) -> Writer:
        """Write something of which the policy does not say whether it must be found."""
        self._doubt.append((self._length, self._length + len(text)))
        return self.say(text)

    def add(self, piece: str | Value) -> Writer:
        """Write either kind of piece."""
        return self.put(*piece) if isinstance(piece, Value) else self.say(piece)

    def fill(self, template: str, **fields: str | Value) -> Writer:
        """Write `template` with each `{field}` replaced; other braces stay as they are."""
        at = 0
        for field in _FIELD.finditer(template):
            if field[1] not in fields:
                continue
            self.say(template[at : field.start()]).add(fields[field[1]])
            at = field.end()
        return self.say(template[at:])

    def doc(self, genre: str, *, negative: bool = False, lang: str = "zh") -> Doc:
        """Finish. A negative with something to be found in it is a mistake of its generator."""
        assert not (negative and self._gold), genre
        return Doc("".join(self._parts), tuple(self._gold), genre, negative, lang, tuple(self._doubt))
