"""构建 · Compiles the translations whenever a wheel is built, so that every way of installing brings them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):  # type: ignore[type-arg]
    """`.po` to `.mo`, beside each other."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the signature is hatch's
        """Compile them all."""
        for source in Path(self.root, "src/sansi/web").rglob("*.po"):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as made:
                write_mo(made, read_po(text))
