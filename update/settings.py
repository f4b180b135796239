"""设置页 · Writes docs/{zh,en}/settings.md from the table of `SANSI_*` settings. `make docs` runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sansi.check.model import Both
from sansi.web.settings.options import Option
from sansi.web.settings.table import TABLE

ROOT = Path(__file__).parents[1] / "docs"
_TITLE = Both("网站的设置", "Settings of the site")
_ABOUT = Both(
    "网站只从环境变量读设置，全部列在这里，都可以不设。systemd 的写在 `/etc/sansi/sansi.env`，容器的写在 `compose.yml`，"
    "命令行的写在命令前面：`SANSI_TIME_ZONE=Asia/Urumqi sansi serve`。改了要重启网站和后台作业。\n\n"
    "标有“密”的也可以放在文件里，由 `名字_FILE` 给出路径：`SANSI_SECRET_KEY_FILE=/run/secrets/secret_key`。"
    "没有的名字、读不出的值，启动时就会拒绝，并说明看到了什么、可以写什么。",
    "The site reads its settings from the environment and nowhere else. All are listed here, and none has to be set. "
    "With systemd they stand in `/etc/sansi/sansi.env`, with containers in `compose.yml`, on a command line before the "
    "command: `SANSI_TIME_ZONE=Asia/Urumqi sansi serve`. After a change, restart the site and its worker.\n\n"
    "One that is marked *secret* may also be put into a file, which `NAME_FILE` names: "
    "`SANSI_SECRET_KEY_FILE=/run/secrets/secret_key`. An unknown name or an unreadable value is refused at the start, "
    "with what was seen and what is allowed.",
)
_HEAD = Both("| 设置 | 默认 | 含义 | 可以是 |", "| setting | default | what it is | what may stand there |")
_EMPTY = Both("（空）", "(nothing)")
_SECRET = Both("（密）", " (secret)")


def _row(option: Option, lang: str) -> str:
    secret = _SECRET.in_(lang) if option.secret else ""
    default = f"`{option.default}`" if option.default else _EMPTY.in_(lang)
    return f"| `{option.name}`{secret} | {default} | {option.about.in_(lang)} | {option.kind.allowed.in_(lang)} |"


def page(lang: str) -> str:
    """The page in `lang`."""
    rows = "\n".join(_row(option, lang) for option in TABLE)
    return f"# {_TITLE.in_(lang)}\n\n{_ABOUT.in_(lang)}\n\n{_HEAD.in_(lang)}\n|---|---|---|---|\n{rows}\n"


def pages() -> Iterator[tuple[str, str]]:
    """The file of each page below `docs`, and its text."""
    for lang in ("zh", "en"):
        yield f"{lang}/settings.md", page(lang)


def main() -> None:
    """Write the pages."""
    for file, text in pages():
        (ROOT / file).write_text(text, encoding="utf-8")
        print(f"docs/{file}")


if __name__ == "__main__":
    main()
