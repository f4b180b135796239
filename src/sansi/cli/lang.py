"""界面语言 · Which language to speak: `--lang`, else the locale of the person's terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGS = ("zh", "en")


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of `--lang` anywhere on the line, else that of the locale, else English.

    It is read before the options are, because their help is written in it.
    """
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
        if argument == "--lang":
            return _known("".join(arguments[i + 1 : i + 2]))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return _known(environ[name])
    return "en"


def _known(tag: str) -> str:
    return "zh" if tag.lower().startswith("zh") else "en"
