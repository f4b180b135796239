"""sansi init · A `sansi.toml` to begin with, every line of it explained. Nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import click

from sansi.check.model import Both
from sansi.cli.app import Failure, Localised
from sansi.cli.settings import NAME
from sansi.cli.writing import new_file

PRE_COMMIT = ".pre-commit-config.yaml"
_ABOUT = Both(
    "在当前文件夹写一份带中英文说明的 sansi.toml；已有的文件不会被覆盖。",
    "Write a sansi.toml with comments in both languages to this folder; nothing is overwritten.",
)
TEMPLATE = """\
# 三思的设置 · Settings of Sansi. 去掉行首的 # 即生效 · Remove the # at the front of a line to use it.
# 每个人都能用 sansi rules 看到这里的规则 · Everybody can see the rules set here with `sansi rules`.

[check]
# 只看或不看哪些规则 · Show only these rules, or leave some out.
# select = ["cn-resident-id", "cn-mobile"]
# ignore = ["ip-address"]
# 最低严重程度：high medium low · Least severity to show.
# min_severity = "medium"
# 最低把握程度：certain likely possible · Least confidence to show, and to make `sansi check` exit 1.
# min_confidence = "likely"
# fail_on = "likely"
# 不检查的路径，写法同 .gitignore · Paths to leave out, written as in a .gitignore.
# exclude = ["vendor/", "*.min.js"]

# 改变某条规则的严重程度 · Change the severity of a rule.
[severity]
# cn-landline = "low"

# 可以公开的内容 · What may go out: the value as it is found, or a pattern for all of it.
[allow]
# values = ["press@office.example.cn"]
# patterns = ["010-5555[0-9]{4}"]

# 单位自己的规则 · Rules of your own. category: personal-data credential marking hidden-fact link code-name
# 词（words）和格式（pattern，RE2 语法）至少要有一样 · At least one of words and pattern (RE2 syntax).
# [[rule]]
# id = "own-project-name"
# category = "code-name"
# severity = "medium"
# title = { zh = "项目代号", en = "Project code name" }
# why = { zh = "代号在发布会前不公开。", en = "The name is not public before the launch." }
# advice = { zh = "改称“新项目”。", en = "Write “the new project”." }
# words = ["青鸟计划", "Project Bluebird"]
# pattern = "QN-[0-9]{4}"
# ignore_case = true
# allow = ["QN-0000"]
# keep = [0, 0]
# hits = ["«青鸟计划»启动", "编号«QN-2031»"]
# misses = ["青鸟飞过", "QN-0000"]
"""
HOOK = """\
# 提交前检查 · Check before each commit: pre-commit install
repos:
  - repo: local
    hooks:
      - id: sansi
        name: sansi
        entry: sansi check
        language: system
        types: [text]
"""


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    flag = Both("另写一份 .pre-commit-config.yaml", "Write a .pre-commit-config.yaml as well.").in_(lang)
    params: list[click.Parameter] = [click.Option(["--pre-commit"], is_flag=True, help=flag)]
    return Localised("init", params=params, callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang))


@click.pass_obj
def run(lang: str, /, *, pre_commit: bool) -> int:
    """Write the files; refuse, before any is written, if one exists."""
    files = {NAME: TEMPLATE, **({PRE_COMMIT: HOOK} if pre_commit else {})}
    for name in files:
        if Path(name).exists():
            raise Failure(f"{name} 已经存在，没有改动它", f"{name} exists and was left as it is")
    for name, text in files.items():
        try:
            new_file(Path(name), text)
        except OSError as error:
            said = error.strerror or str(error)
            raise Failure(f"写不了 {name}：{said}", f"cannot write {name}: {said}") from None
        click.echo(Both(f"已写好 {name}", f"{name} written").in_(lang), err=True)
    return 0
