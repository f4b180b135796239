"""阅读器的约定 · What every module of `readers/` provides as `READER`, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from sansi.check.extract.budget import Budget
from sansi.check.extract.document import Document
from sansi.check.model import Both
from sansi.check.place import Box


class Character(NamedTuple):
    """A character read from an image, and its box in pixels of that image."""

    text: str
    box: Box


class Line(NamedTuple):
    """A line read from an image, in order of reading; `sure` is 0 to 1."""

    characters: tuple[Character, ...]
    sure: float


class Ocr(Protocol):
    """Reads the words in pictures. Made by who runs the reader: the models are opened files."""

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
        """The lines of an upright image of `width` * `height` * 3 bytes."""
        ...


@dataclass
class Asked:
    """What a reader is asked, beside the bytes: how far it may go and with what tools.

    `kind` is what `kinds.kind_of` said; `name` is for messages only, never for deciding.
    """

    kind: str
    name: str = ""
    budget: Budget = field(default_factory=Budget)
    ocr: Ocr | None = None
    depth: int = 0


@dataclass(frozen=True)
class Reader:
    """Reads the files of some kinds. `read` raises Unreadable when nothing can be had."""

    kinds: tuple[str, ...]
    title: Both
    read: Callable[[bytes, Asked], Document]
