"""README 的插图 · docs/{zh,en}/check.svg: what `sansi check` really prints, drawn. `make docs` runs it."""

from __future__ import annotations

import contextlib
import io
import re
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from sansi.cli.app import run

ROOT = Path(__file__).parents[1]
SAMPLES = {"zh": "samples/通知.md", "en": "samples/press-release.txt"}
# Whoever looks at the picture has a font; fetching one would tell another machine about it.
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FONT = re.compile(r"font-family: Fira Code, monospace;")
_FONTS = "font-family: ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace;"
# Full-width Latin letters, where a font has them, would not fit their cells.
_WIDE = re.compile(r"\s*font-variant-east-asian: full-width;")
# rich gives a text the width of its characters, and a Han character is two cells wide; it would be
# squeezed. Each run of characters of one width gets its own place instead.
_TEXT = re.compile(r'<text ([^>]*)x="([0-9.]+)"([^>]*)textLength="[0-9.]+"([^>]*)>([^<]+)</text>')
_CELL = 12.2


def picture(lang: str) -> Path:
    """Where the picture for readers of `lang` is."""
    return ROOT / "docs" / lang / "check.svg"


def drawn(lang: str) -> str:
    """The picture, from what the command prints now."""
    command = ["check", SAMPLES[lang]]
    said = Text.from_ansi(_said([*command, "--lang", lang, "--color", "always"]))
    lines = [Text(f"$ sansi {' '.join(command)}", style="dim"), *said.split()]
    console = Console(record=True, width=max(line.cell_len for line in lines), file=io.StringIO())
    console.print(*lines, sep="\n")
    svg = console.export_svg(title="sansi", unique_id=f"sansi-{lang}")
    svg = _WIDE.sub("", _FONT.sub(_FONTS, _FONT_FACE.sub("", svg)))
    svg = _TEXT.sub(_in_cells, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _in_cells(text: re.Match[str]) -> str:
    before, x, between, after, words = text.groups()
    at, runs = float(x), []
    for _, same in groupby(unescape(words), cell_len):
        piece = "".join(same)
        long = cell_len(piece) * _CELL
        shown = escape(piece).replace(" ", "&#160;")
        runs.append(f'<text {before}x="{at:.1f}"{between}textLength="{long:.1f}"{after}>{shown}</text>')
        at += long
    return "".join(runs)


def _said(arguments: list[str]) -> str:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        run(arguments)
    return out.getvalue().rstrip("\n") + "\n\n" + err.getvalue()


def main() -> None:
    """Draw the picture of each language."""
    for lang in SAMPLES:
        picture(lang).write_text(drawn(lang), "utf-8")


if __name__ == "__main__":
    main()
