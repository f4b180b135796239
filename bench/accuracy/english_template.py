"""带空位的文稿 · Templates with slots, from which the English, mixed, code and config documents are made.

`«slot»` draws a value; `«slot#1»` draws it once for the document; `«a|b|@slot»` takes one alternative,
`@` making it a slot; `«?slot»` draws what the policy leaves open; `⟦2-5⟧row «slot#r»⟦/⟧` repeats a
stretch, `#r` being another number in each row. No such sign occurs in code: nothing needs escaping.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bench.accuracy.credentials_values import Secret, token
from bench.accuracy.doc import Doc, Value, Writer

Piece = str | Value
Maker = Callable[[random.Random], Piece | Sequence[Piece]]

_SLOT = re.compile(r"«([^»]*)»")
_ROWS = re.compile(r"⟦(\d+)(?:-(\d+))?⟧(.*?)⟦/⟧", re.DOTALL)


class Template(NamedTuple):
    """A kind of document; `negative` promises that nothing in it may be found."""

    genre: str
    lang: str
    negative: bool
    text: str


def find(genre: str, *texts: str, lang: str = "en") -> list[Template]:
    """Templates that hold something to be found."""
    return [Template(genre, lang, False, t.strip("\n") + "\n") for t in texts]


def spare(genre: str, *texts: str, lang: str = "en") -> list[Template]:
    """Templates in which nothing may be found."""
    return [Template(genre, lang, True, t.strip("\n") + "\n") for t in texts]


class Slots:
    """What the slots of one document hold: fresh for each `«slot»`, remembered for each `«slot#1»`."""

    def __init__(self, rng: random.Random, makers: Mapping[str, Maker]) -> None:
        self._rng, self._makers = rng, makers
        self._kept: dict[str, Piece | Sequence[Piece]] = {}
        self._secrets: dict[str, Secret] = {}

    def fill(self, inside: str) -> Piece | Sequence[Piece]:
        """What stands for `«inside»`."""
        inside = inside.removeprefix("?")
        if "|" in inside:
            inside = self._rng.choice(inside.split("|"))
            if not inside.startswith("@"):
                return inside
            inside = inside[1:]
        if "#" not in inside:
            return self._draw(inside, "")
        if inside not in self._kept:
            name, key = inside.split("#", 1)
            self._kept[inside] = self._draw(name, key)
        return self._kept[inside]

    def _draw(self, name: str, key: str) -> Piece | Sequence[Piece]:
        # A credential and the name of its variable must be of the same issuer.
        if name in {"tok", "var", "issuer", "tokalone"}:
            if not key or key not in self._secrets:
                self._secrets[key] = token(self._rng, alone=name == "tokalone")
            secret = self._secrets[key]
            if name == "var":
                return secret.name
            return secret.issuer if name == "issuer" else Value(secret.value, secret.type)
        return self._makers[name](self._rng)


def _repeat(rng: random.Random, text: str) -> str:
    rows = 0

    def repeated(m: re.Match[str]) -> str:
        nonlocal rows
        out = []
        for _ in range(rng.randint(int(m[1]), int(m[2] or m[1]))):
            rows += 1
            out.append(m[3].replace("#r", f"#r{rows}").replace("№", str(rows)))
        return "".join(out)

    return _ROWS.sub(repeated, text)


def write(rng: random.Random, template: Template, makers: Mapping[str, Maker]) -> Doc:
    """A document from `template`."""
    text, slots, writer, at = _repeat(rng, template.text), Slots(rng, makers), Writer(), 0
    for m in _SLOT.finditer(text):
        writer.say(text[at : m.start()])
        piece = slots.fill(m[1])
        for one in [piece] if isinstance(piece, str | Value) else piece:
            if m[1].startswith("?"):
                writer.doubt(one if isinstance(one, str) else one.text)
            else:
                writer.add(one)
        at = m.end()
    return writer.say(text[at:]).doc(template.genre, negative=template.negative, lang=template.lang)
