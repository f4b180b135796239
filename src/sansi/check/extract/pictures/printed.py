"""图中文字的排列 · The lines read from a picture as one text, in the order in which people read them.

Lines side by side are the cells of a row, parted by tabs; columns of running text come one after the other; an
identifier that was broken at the end of a cell or a bubble is put together again where its halves stand far apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from sansi.check.extract.document import Segment
from sansi.check.extract.reader import Character, Line
from sansi.check.place import Box, Place

_GAP = 1.8
"""Characters of a line that stand further apart than this many times its height are of two cells."""
_DIGITS_END = re.compile(r"[0-9][0-9 -]*\Z")
_DIGITS_START = re.compile(r"[0-9][0-9 -]*[Xx]?(?![0-9A-Za-z])")
_MAIL_END = re.compile(r"[A-Za-z0-9._%+-]+@?[A-Za-z0-9.-]*\Z")
_MAIL_START = re.compile(r"[A-Za-z0-9._%+@-]+")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,18}")
_ENDINGS = {"com", "cn", "net", "org", "edu", "gov", "hk", "tw", "me", "io"}
_CODE_END = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z]+\Z")
_CODE_START = re.compile(r"[0-9A-Z]+(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])|(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])")
# Half of a resident identity number can look like a mobile number; together there is a birthday in it.
_BORN = re.compile(
    r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
)
# Numbers that are written without blanks: mobile; card; resident identity number, social credit code.
_WHOLE = {11, 15, 16, 17, 18, 19}


@dataclass
class _Run:
    """A line, or a cell of one, on the page as if the page had been straight."""

    characters: list[Character]
    left: float
    right: float
    middle: float
    height: float
    tail: list[Character] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c.text for c in self.characters)


def segment_of(lines: Sequence[Line], place: Callable[[Box], Place]) -> list[Segment]:
    """The text of `lines` as one segment, or none; `place` makes a place of the box around what was found."""
    runs = _runs([line for line in lines if any(c.text for c in line.characters)])
    _rejoin(_rows(runs))
    written = _Writing()
    for column in _columns(_rows([run for run in runs if run.characters])):
        for row in column:
            written.row(row)
    return written.segments(place)


def _runs(lines: Sequence[Line]) -> list[_Run]:
    turn = _turn(lines)
    lean = _lean(lines, turn)
    found = []
    for line in lines:
        for characters in _cells(line, turn):
            boxes = [turn(c.box) for c in characters]
            left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
            # A long line that leans has a box much higher than its letters: theirs is what counts.
            height = median(b[3] - b[1] for b in boxes)
            across = sum(b[0] + b[2] for b in boxes) / 2 / len(boxes)
            down = sum(b[1] + b[3] for b in boxes) / 2 / len(boxes)
            found.append(_Run(characters, left, right, down - lean(down) * across, height))
    return found


Turn = Callable[[Box], Box]


def _turn(lines: Sequence[Line]) -> Turn:
    """What puts boxes where they would be if the page were held so that it can be read."""
    across = sum(line.characters[-1].box[2] - line.characters[0].box[2] for line in lines)
    down = sum(line.characters[-1].box[3] - line.characters[0].box[3] for line in lines)
    if abs(across) >= abs(down):
        return (lambda b: b) if across >= 0 else lambda b: (-b[2], -b[3], -b[0], -b[1])
    if down > 0:
        return lambda b: (b[1], -b[2], b[3], -b[0])
    return lambda b: (-b[3], b[0], -b[1], b[2])


def _lean(lines: Sequence[Line], turn: Turn) -> Callable[[float], float]:
    """How steeply lines fall at a height of the page: photos from aside make it change downward."""
    slopes = []
    for line in lines:
        first, last = turn(line.characters[0].box), turn(line.characters[-1].box)
        wide = (last[0] + last[2] - first[0] - first[2]) / 2
        if len(line.characters) > 5 and wide > 0:
            high = (last[1] + last[3] - first[1] - first[3]) / 2
            slopes.append((wide, (first[1] + last[3]) / 2, high / wide))
    weight = sum(s[0] for s in slopes)
    if not weight or len(slopes) < 3:
        steady = median(s[2] for s in slopes) if slopes else 0.0
        return lambda _: steady
    y = sum(w * down for w, down, _ in slopes) / weight
    mean = sum(w * slope for w, _, slope in slopes) / weight
    spread = sum(w * (down - y) ** 2 for w, down, _ in slopes)
    change = sum(w * (down - y) * (slope - mean) for w, down, slope in slopes) / spread if spread else 0.0
    return lambda down: mean + change * (down - y)


def _cells(line: Line, turn: Turn) -> Iterator[list[Character]]:
    """The characters of a line, cut where a wide gap shows that two cells were read as one line."""
    characters = [c for c in line.characters if c.text]
    boxes = [turn(c.box) for c in characters]
    height = median(b[3] - b[1] for b in boxes)
    start = 0
    for n in range(1, len(boxes)):
        if boxes[n][0] - boxes[n - 1][2] > _GAP * height:
            yield characters[start:n]
            start = n
    yield characters[start:]


def _rows(runs: list[_Run]) -> list[list[_Run]]:
    """Runs at one height side by side, rows from top to bottom, runs from left to right."""
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda r: r.middle):
        for row in rows[-3:]:
            middle = sum(r.middle for r in row) / len(row)
            near = abs(run.middle - middle) < 0.45 * min(run.height, max(r.height for r in row))
            if near and not any(_overlap(run, other) > 0.3 for other in row):
                row.append(run)
                break
        else:
            rows.append([run])
    rows.sort(key=lambda row: sum(r.middle for r in row) / len(row))
    return [sorted(row, key=lambda r: r.left) for row in rows]


def _overlap(one: _Run, other: _Run) -> float:
    """How much of the narrower of two runs stands above or below the other."""
    narrower = min(one.right - one.left, other.right - other.left)
    return (min(one.right, other.right) - max(one.left, other.left)) / narrower if narrower > 0 else 0.0


def _rejoin(rows: list[list[_Run]]) -> None:
    """Take the rest of an identifier that was broken in a cell or a bubble up to where it begins.

    First those that leave no doubt: the end of one number and the beginning of the next can have a length that fits.
    """
    for surely in (True, False):
        for n, row in enumerate(rows):
            for run in row:
                if not run.tail and (below := _below(run, rows[n + 1 : n + 4])):
                    _join(run, below, row, rows[n + 1 : n + 4], surely=surely)


def _join(run: _Run, below: _Run, row: list[_Run], rows: list[list[_Run]], *, surely: bool) -> None:
    """Take from `below` what completes an identifier at the end of `run`; `rows` are those under its `row`."""
    broken = _full(run, below) and not _next_row(row, rows[0], below)
    size = _continued(run.text, below.text, surely=surely, broken=broken)
    alone = len(row) == 1 and rows[0] == [below]
    if not size or (alone and run.text[-1].isdigit() and "@" not in run.text + below.text):
        return  # nothing between the halves but a line break, which the rules read across
    run.tail += below.characters[:size]
    del below.characters[:size]
    (under,) = (one for one in rows if any(r is below for r in one))
    if not below.characters and all(_below(r, [under]) for r in row):
        # A cell of two lines: its row is where its middle is, unless a cell beside it has but the first.
        run.middle = (run.middle + below.middle) / 2


def _below(run: _Run, rows: list[list[_Run]]) -> _Run | None:
    """The run right under another, in the same column, as near as lines of one cell are."""
    under = [other for row in rows for other in row if _continues(run, other)]
    return min(under, key=lambda other: abs(other.left - run.left) + other.middle - run.middle, default=None)


def _continues(run: _Run, other: _Run) -> bool:
    gap = (other.middle - run.middle) / max(run.height, other.height)
    # The first line of a paragraph is indented: the next one begins further left.
    begins = -5 * run.height < other.left - run.left < 2.5 * run.height
    return begins and 0.6 < gap < 1.9 and 0.7 < other.height / run.height < 1.4


def _full(run: _Run, below: _Run) -> bool:
    """Whether a line had no room left: one that ends earlier than the line under it was not broken there."""
    room = run.height
    return below.right < run.right + room or below.right - below.left < run.right - run.left + room


def _next_row(row: list[_Run], under: list[_Run], below: _Run) -> bool:
    """Whether `below` is in the next row of a table: each cell of both rows has its fellow in the other.

    Where a cell is broken, there is next to it one that is not, such as a name, or it stands between the halves.
    """
    return (
        len(row) == len(under) > 1
        and any(r is below for r in under)
        and all(_overlap(one, other) > 0.3 for one, other in zip(row, under, strict=True))
    )


def _continued(above: str, below: str, *, surely: bool, broken: bool) -> int:
    """How many characters of the line `below` complete an identifier that the line `above` ends with.

    `broken` says that the lines stand as one that was broken does; only halves that make no sense alone need not.
    """
    return _mail_continued(above, below, broken=broken) or _number_continued(
        above, below, surely=surely or not broken
    )


def _mail_continued(above: str, below: str, *, broken: bool) -> int:
    end, start = _MAIL_END.search(above), _MAIL_START.match(below)
    if not end or not start:
        return 0
    # What goes on as an address does, up to where it does no longer: 'examp' + 'le.com please'.
    whole = _MAIL.match(end[0] + start[0])
    if not whole or "@" not in whole[0] or whole.end() <= len(end[0]):
        return 0
    if "@" in end[0] and "@" in start[0]:
        return 0
    if _MAIL.fullmatch(end[0]) and end[0].rpartition(".")[2].lower() in _ENDINGS and start[0][0] != ".":
        return 0
    if _MAIL.match(start[0]) and not (broken and _may_begin_mail(above, end[0], start[0])):
        return 0
    return whole.end() - len(end[0])


def _may_begin_mail(above: str, end: str, start: str) -> bool:
    """Whether a line can end with the beginning of a mailbox whose rest looks like a whole one.

    A number above an address is a value of its own, such as the mobile number of the row or line before.
    """
    if (digits := _DIGITS_END.search(above)) and _MOBILE.search(re.sub(r"[ -]", "", digits[0])):
        return False
    return start[0].isdigit() or any(c.isalpha() for c in end)


def _number_continued(above: str, below: str, *, surely: bool) -> int:
    for at_end, at_start in ((_DIGITS_END, _DIGITS_START), (_CODE_END, _CODE_START)):
        end, start = at_end.search(above), at_start.match(below)
        if not end or not start:
            continue
        first, rest = (sum(c.isalnum() for c in m[0]) for m in (end, start))
        whole = re.sub(r"[ -]", "", end[0] + start[0])
        mobile = _MOBILE.search(end[0]) or _MOBILE.match(start[0])
        fits = not surely and first + rest in _WHOLE and first >= 3 and not mobile
        if fits or _BORN.fullmatch(whole):
            return len(start[0].rstrip(" -"))
    return 0


def _columns(rows: list[list[_Run]]) -> Iterator[list[list[_Run]]]:
    """The rows, but two columns of running text one after the other."""
    waiting: list[list[_Run]] = []
    for row in rows:
        if len(row) == 2 and all(len(r.characters) >= 12 for r in row):
            waiting.append(row)
            continue
        yield from _parted(waiting)
        waiting = []
        yield [row]
    yield from _parted(waiting)


def _parted(rows: list[list[_Run]]) -> Iterator[list[list[_Run]]]:
    if len(rows) < 4:
        yield rows
        return
    yield [[row[0]] for row in rows]
    yield [[row[1]] for row in rows]


class _Writing:
    """The text as it grows, with the character and its box that each code point came from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._boxes: list[Box] = []
        self._length = 0

    def row(self, row: list[_Run]) -> None:
        for n, run in enumerate(row):
            self._add("\t" if n else "", None)
            for c in (*run.characters, *run.tail):
                self._add(c.text, c.box)
        self._add("\n", None)

    def _add(self, text: str, box: Box | None) -> None:
        if box is not None:
            self._starts.append(self._length)
            self._boxes.append(box)
        self._pieces.append(text)
        self._length += len(text)

    def segments(self, place: Callable[[Box], Place]) -> list[Segment]:
        text = "".join(self._pieces)
        if not text.strip():
            return []

        def locate(start: int, end: int) -> Place:
            first = max(0, bisect_right(self._starts, start) - 1)
            boxes = self._boxes[first : max(first + 1, bisect_right(self._starts, max(start, end - 1)))]
            return place(
                (
                    min(b[0] for b in boxes),
                    min(b[1] for b in boxes),
                    max(b[2] for b in boxes),
                    max(b[3] for b in boxes),
                )
            )

        return [Segment(text, locate, pictured=True)]
