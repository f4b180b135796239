"""README 里的规则数 · The numbers of rules in both READMEs, from the rules themselves. `make docs` runs it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from sansi.check.rules import shipped

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
# A number that is counted stands between its name and a closing mark: <!--n:all-->158<!--/-->.
_COUNTED = re.compile(r"(<!--n:([a-z-]+)-->)[0-9]+(<!--/-->)")


def counts() -> dict[str, int]:
    """How many rules there are in each group of the README, and in all."""
    groups = Counter(_group(rule.id, rule.category.value) for rule in shipped())
    return {**groups, "all": groups.total()}


def _group(rule_id: str, category: str) -> str:
    if category != "personal-data":
        return category
    return "china" if rule_id.startswith("cn-") or rule_id in {"qq-id", "wechat-id"} else "world"


def counted(text: str) -> str:
    """`text` with every counted number as it is now. Raises KeyError for a name that nothing has."""
    now = counts()
    return _COUNTED.sub(lambda m: f"{m[1]}{now[m[2]]}{m[3]}", text)


def main() -> None:
    """Write the numbers into both READMEs."""
    for readme in READMES:
        readme.write_text(counted(readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
