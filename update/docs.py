"""规则文档 · Writes docs/{zh,en}/rules: one page a rule, and a list of them. `make docs` runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sansi.check.model import Both, Rule
from sansi.check.report.explain import CATEGORIES, SEVERITIES, page
from sansi.check.rules import shipped

ROOT = Path(__file__).parents[1] / "docs"
_TITLE = Both("规则", "Rules")
_ABOUT = Both(
    "三思自带的全部规则。命令行里用 `sansi explain 编号` 看同样的说明，用 `sansi rules` 看单位自己加的规则。",
    "Every rule that ships with Sansi. `sansi explain ID` shows the same page, and `sansi rules` also lists the "
    "organisation's own.",
)
_HEAD = Both("| 编号 | 名称 | 严重程度 |", "| id | title | severity |")


def pages() -> Iterator[tuple[Path, str]]:
    """(file below docs/, its text) for every page there should be."""
    for lang in ("zh", "en"):
        folder = Path(lang, "rules")
        for rule in shipped():
            yield folder / f"{rule.id}.md", page(rule, lang)
        yield folder / "README.md", _index(lang)


def _index(lang: str) -> str:
    parts = [f"# {_TITLE.in_(lang)}", _ABOUT.in_(lang)]
    for category, name in CATEGORIES.items():
        if rules := [r for r in shipped() if r.category is category]:
            rows = "\n".join(_row(r, lang) for r in rules)
            parts += [f"## {name.in_(lang)}", f"{_HEAD.in_(lang)}\n| --- | --- | --- |\n{rows}"]
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule, lang: str) -> str:
    return f"| [`{rule.id}`]({rule.id}.md) | {rule.title.in_(lang)} | {SEVERITIES[rule.severity].in_(lang)} |"


def main() -> None:
    """Write every page, and remove those of rules that are gone."""
    wanted = dict(pages())
    for old in ROOT.glob("*/rules/*.md"):
        if old.relative_to(ROOT) not in wanted:
            old.unlink()
    for file, text in wanted.items():
        (ROOT / file).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / file).write_text(text, "utf-8")
    print(f"{len(wanted)} pages")


if __name__ == "__main__":
    main()
