"""设置文档 · Writes docs/{zh,en}/settings.md from the table of settings of the web platform. `make docs` runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sansi.check.model import Both
from sansi.web.settings.options import Option
from sansi.web.settings.table import TABLE

ROOT = Path(__file__).parents[1] / "docs"
_TITLE = Both("网站的设置", "Settings of the site")
_ABOUT = Both(
    "都是环境变量。写错的名字和读不懂的值，启动时就会说明看到了什么、可以写什么。标着“机密”的，也可以把值放进文件，"
    "用 `名字_FILE` 指明文件在哪里。`sansi doctor` 检查各项设置是否相互一致。",
    "All are environment variables. A name that is unknown or a value that can't be read is refused at the start, with "
    "what was seen and what is allowed. What is marked “secret” may also stand in a file that `NAME_FILE` points to. "
    "`sansi doctor` looks whether the settings go together.",
)
_HEAD = Both("| 名字 | 作用 | 可以是 | 默认 |", "| name | what for | allowed | default |")
_SECRET = Both("机密。", "Secret. ")
_NOTHING = Both("（空）", "(nothing)")


def pages() -> Iterator[tuple[Path, str]]:
    """(file below docs/, its text) for both languages."""
    for lang in ("zh", "en"):
        rows = [_row(option, lang) for option in TABLE]
        table = "\n".join((_HEAD.in_(lang), "| --- | --- | --- | --- |", *rows))
        yield (
            Path(lang, "settings.md"),
            "\n\n".join((f"# {_TITLE.in_(lang)}", _ABOUT.in_(lang), table)) + "\n",
        )


def _row(option: Option, lang: str) -> str:
    about = (_SECRET.in_(lang) if option.secret else "") + option.about.in_(lang)
    default = f"`{option.default}`" if option.default else _NOTHING.in_(lang)
    cells = (f"`{option.name}`", about, option.kind.allowed.in_(lang), default)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> None:
    """Write both pages."""
    for file, text in pages():
        (ROOT / file).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
