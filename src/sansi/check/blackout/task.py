"""一次遮盖 · What the black-out of a format is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sansi.check.blackout.values import Stretch, Values, merged, replaced, squeezed
from sansi.check.extract.budget import Budget
from sansi.check.extract.reader import Line, Ocr
from sansi.check.model import Both
from sansi.check.place import Place


@dataclass(frozen=True)
class Found:
    """What has to go from one text.

    `stretches` are where it stands; `values` those of them that must be nowhere else in the file either, with what
    stands there instead. A marking (秘密) is only the former: elsewhere its letters are prose.
    """

    stretches: Sequence[Stretch]
    values: dict[str, str]


Find = Callable[[str], Found]
"""What has to go from a text. It is handed in, so that nothing here knows the rules."""


class MemoryOcr:
    """Reads each picture once: it is looked at before, while and after it is blacked out."""

    def __init__(self, ocr: Ocr) -> None:
        """Have pictures read by `ocr`."""
        self._ocr = ocr
        self._read: dict[tuple[bytes, int, int], Sequence[Line]] = {}

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
        """See `Ocr`."""
        from hashlib import blake2b  # noqa: PLC0415 - only where there are pictures

        key = blake2b(rgb, digest_size=16).digest(), width, height
        if key not in self._read:
            self._read[key] = self._ocr.read(rgb, width, height)
        return self._read[key]


@dataclass
class Task:
    """What has to go, by which means, and what is said about it while it is done.

    `places` are those of what was found, for formats in which a place says more than a value: a date in a cell is
    stored as another number. `local` are the markings and the like, which go only where they are found, squeezed.
    `pictured`: pages were made pictures, so that nobody without OCR can read them any more. `coarse` asks for
    pages and pictures as nothing but pixels.
    """

    find: Find
    values: Values = field(default_factory=Values)
    places: list[tuple[Place, str]] = field(default_factory=list)
    local: set[str] = field(default_factory=set)
    budget: Budget = field(default_factory=Budget)
    ocr: Ocr | None = None
    coarse: bool = False
    pictured: bool = False
    depth: int = 0
    how: list[Both] = field(default_factory=list)

    def cuts(self, text: str) -> list[Stretch]:
        """What has to go from `text`: what is found in it, and every value that was found anywhere."""
        known = self.values.cuts(text)
        if not self.local or len(text) < 2 or text.isspace():
            return known
        # Words that come together here only because a file keeps them so must not make new findings.
        here = [s for s in self.find(text).stretches if squeezed(text[s.start : s.end]).text in self.local]
        return merged([*known, *here])

    def known(self, text: str) -> list[Stretch]:
        """Only the values that were found anywhere."""
        return self.values.cuts(text)

    def without(self, text: str) -> str:
        """`text` with the values gone that were found anywhere."""
        return replaced(text, self.known(text))

    def say(self, how: Both) -> None:
        """Tell the author what was done, once."""
        if how not in self.how:
            self.how.append(how)


@dataclass(frozen=True)
class Blackout:
    """Blacks out the files of some kinds. Raises Unreadable rather than doing it by half."""

    kinds: tuple[str, ...]
    black_out: Callable[[bytes, Task], bytes]
