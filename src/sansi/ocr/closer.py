"""细看 · A second look at what may be an identifier that was not read well.

Where a number just misses its check character, or the model was in doubt, the place is read again at other widths
and sharper. What comes out is only ever what some look at the picture said: a check character chooses among what
was read, it never makes up a digit, so that no identifier is found that does not stand there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np

from sansi.check.evidence.checksums import luhn, mod_11_2
from sansi.ocr.models import Floats, Pixels
from sansi.ocr.recognise import KEPT, PROVINCES, Glyph, Reading, Recogniser

_RUN = re.compile(r"[0-9A-Za-z@._\-·Φ©®Θ☆*|]{6,}")
_PLATE = re.compile(
    r"[\u4e00-\u9fff][A-Z][·.,•・-]?[A-Z0-9]{4}(?:[A-Z0-9]{1,2}|[挂掛学警港澳领使])(?![0-9A-Za-z])"
)
_DOMAIN = re.compile(r"[.,](?:com|cn|net|org|edu|gov)\b", re.IGNORECASE)
_RESIDENT = re.compile(
    r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]"
)
_CARD = re.compile(r"(?:4|5[1-5]|6[0-9]|9[0-9])[0-9]{14,17}")
_HOSTS = (
    "qq.com", "163.com", "126.com", "139.com", "sina.com", "sina.cn", "sohu.com", "yeah.net", "vip.qq.com",
    "foxmail.com", "gmail.com", "outlook.com", "hotmail.com", "icloud.com", "aliyun.com", "189.cn", "yahoo.com",
)  # fmt: skip
_YEAR = re.compile(r"[lI|](?=9[0-9]{2}(?![0-9]))|(?<=[0-9])[lI|](?=[@0-9])|(?<=[0-9])[lI|](?![A-Za-z])")
_WORD = re.compile(r"(?<![0-9A-Za-z])[1I|](?=[a-z]{2})|(?<=[a-z])[1I|](?=[a-z])")
_DOUBT = 0.85
_TOLD = 0.35
_NEARLY = 0.8
"""A second thought counts when it has this share, and this part of the share of the first one."""
_MOST_DOUBTS = 2
"""Of more doubtful places some choice is right by accident."""
_HALF = 0.5
"""The share that each digit of a resident number must have in all looks together."""
_STRANGE = 0.03
"""The share from which a letter of identifiers is taken for a sign that never stands in one."""
_INDEX = {c: n for n, c in enumerate(KEPT)}
_NO_LETTERS = {"O": "0", "I": "1", "掛": "挂", ",": "."}
_PROVINCES = [_INDEX[c] for c in PROVINCES]
_LOOKS: tuple[tuple[float, float], ...] = ((1.3, 0.0), (1.0, 1.2), (0.85, 0.6))
"""How much wider, and how much sharper, each further look is."""


class _Run(NamedTuple):
    """A stretch of glyphs of a line."""

    start: int
    end: int


class Closer:
    """Looks again at doubtful runs of a line."""

    def __init__(self, recogniser: Recogniser) -> None:
        """Look with the recogniser that read the line."""
        self._recogniser = recogniser

    def look(self, line: Pixels, reading: Reading) -> Reading:
        """The reading, better where a second look was worth it."""
        glyphs = list(reading.glyphs)
        for run in reversed(list(_doubtful(reading))):
            there = glyphs[run.start : run.end]
            glyphs[run.start : run.end] = _settled([there, *self._again(line, there)])
        for plate in _PLATE.finditer(reading.text):
            if len(glyphs) == len(reading.glyphs) == len(reading.text):
                glyphs[plate.start() : plate.end()] = _plate(glyphs[plate.start() : plate.end()])
        return Reading(tuple(glyphs))

    def _again(self, line: Pixels, there: list[Glyph]) -> Iterator[list[Glyph]]:
        """The same stretch as other looks at it read it."""
        height, width = line.shape[:2]
        letter = (there[-1].at - there[0].at) / max(1, len(there) - 1)
        first, last = there[0].at - 0.6 * letter, there[-1].at + 0.6 * letter
        left = max(0, int(first * width - 0.7 * height))
        right = min(width, int(last * width + 0.7 * height) + 1)
        part = line[:, left:right]
        if part.shape[1] < 8:
            return
        for stretch, sharper in _LOOKS:
            seen = self._recogniser.read(_sharpened(part, sharper), stretch=stretch)
            placed = [g._replace(at=(left + g.at * (right - left)) / width) for g in seen.glyphs]
            kept = [g for g in placed if first <= g.at <= last and g.text != " "]
            if kept:
                yield kept


def _sharpened(image: Pixels, amount: float) -> Pixels:
    if not amount:
        return image
    soft = cv2.GaussianBlur(image, (0, 0), max(1.0, image.shape[0] / 24))
    sharp: Pixels = cv2.addWeighted(image, 1 + amount, soft, -amount, 0)
    return sharp


def _doubtful(reading: Reading) -> Iterator[_Run]:
    """The stretches of a line that may be an identifier and may be misread."""
    if len(reading.text) != len(reading.glyphs):
        return
    for found in _RUN.finditer(reading.text):
        text, glyphs = found[0], reading.glyphs[found.start() : found.end()]
        digits = sum(c.isdigit() for c in text)
        unsure = min(g.sure for g in glyphs) < _DOUBT
        almost = 16 <= len(text) <= 20 and digits >= 14 and not _checked(text)
        mail = "@" in text or _DOMAIN.search(text)
        # One that is read wrongly is often read surely: 1 and l are alike in many founts.
        alike = "@" in text and (_YEAR.search(text) or _WORD.search(text))
        if almost or alike or (unsure and (digits >= 5 or mail)):
            yield _Run(found.start(), found.end())


def is_resident_id(text: str) -> bool:
    """Whether it has the form, a day of birth and the right check character of GB 11643."""
    text = text.upper()
    return bool(_RESIDENT.fullmatch(text)) and mod_11_2(text[:17]) == text[17]


def _text(glyphs: list[Glyph]) -> str:
    return "".join(g.text for g in glyphs)


def _settled(looks: list[list[Glyph]]) -> list[Glyph]:
    """What several looks at the same stretch come to; the first of them is the first reading."""
    first = looks[0]
    texts = Counter(_text(look) for look in looks)
    for text, count in texts.most_common():
        # Seen twice: one slip in eleven has the right check character by accident.
        if count >= 2 and is_resident_id(text):
            return next(look for look in looks if _text(look) == text)
    lengths = Counter(len(look) for look in looks)
    size = max(lengths, key=lambda n: (lengths[n], n == len(first)))
    if lengths[size] < 2:
        return _unproved(looks)
    same = [look for look in looks if len(look) == size]
    shares = np.mean([[g.others for g in look] for look in same], axis=0)
    fused = [_best(glyph, share) for glyph, share in zip(same[0], shares, strict=True)]
    if "@" in _text(fused):
        fused = _spelled(fused, shares)
    fused = _repaired(fused, shares)
    if is_resident_id(_text(fused)) and shares.max(axis=1).min() < _HALF:
        return _unproved(looks)
    return fused


def _unproved(looks: list[list[Glyph]]) -> list[Glyph]:
    """The first look that is no resident number: too doubtful to be told as one."""
    return next((look for look in looks if not is_resident_id(_text(look))), looks[0])


def _best(glyph: Glyph, share: Floats) -> Glyph:
    """A glyph as all looks together see it."""
    at = int(share.argmax())
    there = _INDEX.get(glyph.text)
    better = share[at] > (_STRANGE if there is None else share[there]) and glyph.text not in "☆*"
    return glyph._replace(text=KEPT[at], sure=float(share[at])) if better else glyph


def _spelled(glyphs: list[Glyph], shares: Floats) -> list[Glyph]:
    """With 1 or l in a mailbox as people choose them, where the model thought of both: years, and whole words."""
    text = _text(glyphs)
    for pattern, wanted in ((_YEAR, "1"), (_WORD, "l")):
        for found in pattern.finditer(text):
            n = found.start()
            if shares[n][_INDEX[wanted]] > _STRANGE:
                glyphs[n] = glyphs[n]._replace(text=wanted)
    return glyphs


def _repaired(glyphs: list[Glyph], shares: Floats) -> list[Glyph]:
    """With a second thought instead of a first one, if just one such choice is right by its own check."""
    text = _text(glyphs)
    if _CARD.fullmatch(text) and not is_resident_id(text) and not luhn(text):
        wanted = _checked
    elif len(text) == 18 and sum(c.isdigit() for c in text) >= 16 and not is_resident_id(text):
        wanted = is_resident_id
    elif "@" in text and text.rpartition("@")[2].lower() not in _HOSTS:
        return _hosted(glyphs, shares)
    else:
        return glyphs
    others = {n: told for n, share in enumerate(shares) if (told := _told(share, text[n]))}
    if len(others) > _MOST_DOUBTS:
        return glyphs
    found = set()
    for n, told in others.items():
        found |= {t for c in told if wanted(t := text[:n] + c + text[n + 1 :])}
    if len(found) != 1:
        return glyphs
    return [g._replace(text=c) for g, c in zip(glyphs, found.pop(), strict=True)]


def _told(share: Floats, read: str) -> list[str]:
    """What else a character may be, by the model's own account."""
    enough = max(_TOLD, _NEARLY * float(share.max()))
    return [KEPT[i] for i in np.flatnonzero(share >= enough) if KEPT[i] != read]


def _checked(text: str) -> bool:
    return is_resident_id(text) or (bool(_CARD.fullmatch(text)) and luhn(text))


def _hosted(glyphs: list[Glyph], shares: Floats) -> list[Glyph]:
    """With the name of a mail provider that everybody knows, where each letter of it was thought of."""
    host = _text(glyphs).rpartition("@")[2]
    start = len(glyphs) - len(host)
    for known in _HOSTS:
        if len(known) != len(host):
            continue
        changed = [n for n, (a, b) in enumerate(zip(known, host.lower(), strict=True)) if a != b]
        if len(changed) <= 2 and all(shares[start + n][_INDEX[known[n]]] > _STRANGE for n in changed):
            tail = [g._replace(text=c) for g, c in zip(glyphs[start:], known, strict=True)]
            return glyphs[:start] + tail
    return glyphs


def _plate(glyphs: list[Glyph]) -> list[Glyph]:
    """A number plate: it begins with a province, and has neither O nor I behind the letter of its place (GA 36)."""
    province = _province(glyphs[0])
    if province.text not in PROVINCES:
        return glyphs
    tail = [g._replace(text=_NO_LETTERS.get(g.text, g.text)) for g in glyphs[2:]]
    return [province, glyphs[1], *tail]


def _province(glyph: Glyph) -> Glyph:
    """The first sign of a plate, where the model thought of a province second."""
    if glyph.text in PROVINCES:
        return glyph
    at = max(_PROVINCES, key=lambda n: float(glyph.others[n]))
    return glyph._replace(text=KEPT[at]) if glyph.others[at] > _STRANGE else glyph
