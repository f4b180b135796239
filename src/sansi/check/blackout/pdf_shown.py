"""PDF 内容流里的文字 · The strings that a content stream shows, as glyph codes that can be taken out one by one.

A glyph that goes leaves a gap of its width, rounded up: what follows stays in its place, and how wide the gap is does
not tell digits from Han characters (ISO 32000-1 9.4.3).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

from sansi.check.blackout.pdf_fonts import code_size

_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_STEP = 250
"""Thousandths of the font's size to which a gap is rounded up."""
_KEPT_OUT = ("/ActualText", "/Alt", "/E")
Width = Callable[[int], float]
"""The width of a glyph by its code, in thousandths of the font's size."""


class State(NamedTuple):
    """What decides how strings are shown: font, its size, the spaces after letters and words."""

    font: Any = None
    size: float = 0.0
    letter: float = 0.0
    word: float = 0.0


@dataclass
class Shown:
    """One operation that shows glyphs: where in the stream it is, with which codes, in which state."""

    at: int
    codes: list[bytes]
    state: State
    code_size: int
    gone: set[int] = field(default_factory=set)


class Stream:
    """A content stream: of a page, or of a form that it draws."""

    def __init__(self, owner: Any, resources: Any) -> None:
        """Read the operations of `owner`, a page or a form."""
        self.owner = owner
        self.resources = resources
        self.operations: list[Any] = list(pikepdf.parse_content_stream(owner))
        self.shown: list[Shown] = []
        self.forms: list[Any] = []
        self._read()

    def _read(self) -> None:
        state, stack = State(), []
        for at, (operands, operator) in enumerate(self.operations):
            name = str(operator)
            if name == "q":
                stack.append(state)
            elif name == "Q":
                state = stack.pop() if stack else state
            elif name in _SHOWING:
                if name == '"':
                    state = state._replace(word=float(operands[0]), letter=float(operands[1]))
                raw = _strings(operands, name)
                if any(raw):
                    size = code_size(state.font)
                    self.shown.append(Shown(at, _codes(raw, size), state, size))
            elif name == "Do":
                form = self._named("/XObject", operands[0])
                if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                    self.forms.append(form)
            else:
                state = self._set(state, name, operands)

    def _set(self, state: State, name: str, operands: Any) -> State:
        if name == "Tf":
            return state._replace(font=self._named("/Font", operands[0]), size=float(operands[1]))
        if name == "Tc":
            return state._replace(letter=float(operands[0]))
        if name == "Tw":
            return state._replace(word=float(operands[0]))
        if name == "gs":
            given = self._named("/ExtGState", operands[0])
            if isinstance(given, pikepdf.Dictionary) and "/Font" in given:
                return state._replace(font=given["/Font"][0], size=float(given["/Font"][1]))
        return state

    def _named(self, kind: str, name: Any) -> Any:
        if not isinstance(self.resources, pikepdf.Dictionary):
            return None
        found = self.resources.get(kind)
        return found.get(str(name)) if isinstance(found, pikepdf.Dictionary) else None

    def edited(self, width: Callable[[Shown], Width]) -> bytes:
        """The stream without the glyphs that are gone, and without texts that stand for glyphs elsewhere."""
        gone = {shown.at: shown for shown in self.shown if shown.gone}
        out: list[Any] = []
        for at, (operands, operator) in enumerate(self.operations):
            name = str(operator)
            if at in gone:
                out += _without(operands, name, gone[at], width(gone[at]))
            elif name in ("BDC", "DP") and len(operands) == 2:
                out.append(([operands[0], silent(operands[1])], operator))
            else:
                out.append((operands, operator))
        return bytes(pikepdf.unparse_content_stream(out))


def silent(properties: Any) -> Any:
    """Properties of a marked stretch without the texts that stand for what is drawn in it."""
    if isinstance(properties, pikepdf.Dictionary) and not properties.is_indirect:
        for key in _KEPT_OUT:
            if key in properties:
                del properties[key]
    return properties


def _strings(operands: Any, name: str) -> list[bytes]:
    if name == "TJ":
        return [bytes(e) for e in operands[0] if isinstance(e, pikepdf.String)]
    return [bytes(operands[-1])]


def _codes(raw: list[bytes], size: int) -> list[bytes]:
    size = size or 1
    return [one[i : i + size] for one in raw for i in range(0, len(one), size)]


def _without(operands: Any, name: str, shown: Shown, width: Width) -> list[Any]:
    """The operations that show what is left of one."""
    before: list[Any] = []
    if name == '"':
        before = [([operands[0]], pikepdf.Operator("Tw")), ([operands[1]], pikepdf.Operator("Tc"))]
    if name in ("'", '"'):
        before.append(([], pikepdf.Operator("T*")))
    elements = list(operands[0]) if name == "TJ" else [operands[-1]]
    kept = _Kept()
    number = 0
    for element in elements:
        if not isinstance(element, pikepdf.String):
            kept.move(float(element))
            continue
        for code in _codes([bytes(element)], shown.code_size):
            if number in shown.gone:
                kept.skip(_advance(code, shown, width))
            else:
                kept.show(code)
            number += 1
    return [*before, ([pikepdf.Array(kept.elements())], pikepdf.Operator("TJ"))]


def _advance(code: bytes, shown: Shown, width: Width) -> float:
    """How far a glyph moves on, in thousandths of the font's size."""
    state = shown.state
    extra = state.letter + (state.word if code == b" " else 0.0)
    return width(int.from_bytes(code, "big")) + (1000 * extra / state.size if state.size else 0.0)


class _Kept:
    """The elements of a TJ array while some glyphs are left out."""

    def __init__(self) -> None:
        self._elements: list[Any] = []
        self._string = b""
        self._skipped = 0.0
        self._skipping = False

    def show(self, code: bytes) -> None:
        """A glyph that stays."""
        self._gap()
        self._string += code

    def skip(self, advance: float) -> None:
        """A glyph that goes."""
        self._flush()
        self._skipping = True
        self._skipped += advance

    def move(self, by: float) -> None:
        """A gap that was there before; within what goes, part of the new one."""
        if self._skipping:
            self._skipped -= by
        else:
            self._flush()
            self._elements.append(round(by))

    def _gap(self) -> None:
        if self._skipping:
            self._elements.append(-math.ceil(self._skipped / _STEP) * _STEP)
            self._skipping, self._skipped = False, 0.0

    def _flush(self) -> None:
        if self._string:
            self._elements.append(pikepdf.String(self._string))
            self._string = b""

    def elements(self) -> list[Any]:
        """All that is left, with its gaps."""
        self._gap()
        self._flush()
        return self._elements
