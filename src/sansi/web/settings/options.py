"""设置 · One setting: how it is read from the environment, and what is said when it can't be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from sansi.check.model import Both

PREFIX = "SANSI_"


class BadSetting(ImproperlyConfigured):
    """A setting that is unknown or can't be read; the message says what was seen and what is allowed."""

    def __init__(self, message: Both) -> None:
        """Say it in both languages: nobody has chosen one yet."""
        super().__init__(f"{message.zh}\n{message.en}")
        self.message = message


@dataclass(frozen=True)
class Kind:
    """A type of value: how it is read, and what may stand there."""

    read: Callable[[str], Any]
    allowed: Both


@dataclass(frozen=True)
class Option:
    """One `SANSI_*` setting. A secret may also be given as a file, by `NAME_FILE`."""

    name: str
    kind: Kind
    default: str
    about: Both
    secret: bool = False

    def value(self, environ: Mapping[str, str]) -> Any:
        """What is set, or the default. Raises BadSetting."""
        text = self._text(environ)
        try:
            return self.kind.read(self.default if text is None else text)
        except (ValueError, LookupError):
            seen = "…" if self.secret else text
            raise BadSetting(
                Both(
                    f"{self.name}：设为 {seen!r}，无法读取。可以是：{self.kind.allowed.zh}。",
                    f"{self.name}: {seen!r} can't be read. Allowed: {self.kind.allowed.en}.",
                )
            ) from None

    def _text(self, environ: Mapping[str, str]) -> str | None:
        file = environ.get(f"{self.name}_FILE") if self.secret else None
        if not file:
            return environ.get(self.name)
        if self.name in environ:
            raise BadSetting(
                Both(
                    f"{self.name} 和 {self.name}_FILE 只能设一个。",
                    f"Set only one of {self.name} and {self.name}_FILE.",
                )
            )
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as problem:
            raise BadSetting(
                Both(
                    f"{self.name}_FILE：{file!r} 读不出来（{problem}）。可以是：UTF-8 文本文件的路径。",
                    f"{self.name}_FILE: {file!r} can't be read ({problem}). Allowed: the path of a text file in UTF-8.",
                )
            ) from None


def read_all(options: tuple[Option, ...], environ: Mapping[str, str]) -> dict[str, Any]:
    """Every setting by its name. Raises BadSetting for a wrong value and for a `SANSI_*` name that is none."""
    known = {o.name for o in options} | {f"{o.name}_FILE" for o in options if o.secret}
    for name in environ:
        if name.startswith(PREFIX) and name not in known and name not in ELSEWHERE:
            near = nearest(name, known)
            raise BadSetting(
                Both(
                    f"没有 {name} 这个设置。是不是 {near}？",
                    f"There is no setting {name}. Did you mean {near}?",
                )
            )
    return {option.name: option.value(environ) for option in options}


# Read by the command line, or by the tests.
ELSEWHERE = {"SANSI_LANG", "SANSI_BASELINE_KEY", "SANSI_CACHE", "SANSI_FONT", "SANSI_TEST_DATABASE"}


def nearest(name: str, known: set[str]) -> str:
    """The known name that looks most like this one."""
    import difflib  # noqa: PLC0415 - only a mistake needs it

    return difflib.get_close_matches(name, sorted(known), n=1, cutoff=0)[0]
