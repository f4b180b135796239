"""What an organisation sets holds, and everybody can see it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

from sansi.check.config import parse
from sansi.cli.init import TEMPLATE
from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]
OWN = """
[[rule]]
id = "own-project"
category = "code-name"
severity = "low"
title = { zh = "项目代号", en = "Project code name" }
words = ["青鸟计划"]
pattern = "QN-[0-9]{4}"
"""


def test_own_rules_find_and_are_listed_with_where_they_come_from(run: Run, write: Write) -> None:
    write("sansi.toml", OWN)
    write("a.txt", "青鸟计划，编号QN-2031。")
    done = run("check", "a.txt", "--format", "jsonl")

    assert [json.loads(line)["rule"] for line in done.stdout.splitlines()] == ["own-project", "own-project"]
    listed = {r["id"]: r for r in json.loads(run("rules", "--format", "json").stdout)}
    assert listed["own-project"]["origin"] == "sansi.toml"
    assert listed["cn-mobile"]["origin"] == "sansi"
    assert "项目代号" in run("rules", "--lang", "zh").stdout
    assert "来自 sansi.toml" in run("explain", "own-project", "--lang", "zh").stdout


def test_own_rules_work_in_other_processes(start: Run, write: Write) -> None:
    write("sansi.toml", OWN)
    for name in ("a.txt", "b.txt"):
        write(name, "青鸟计划")

    assert start("check", "a.txt", "b.txt", "-j", "2").stdout.count("own-project") == 2


def test_settings_choose_and_options_win(run: Run, write: Write) -> None:
    write(
        "sansi.toml",
        '[check]\nignore = ["cn-mobile"]\nmin_severity = "medium"\n[severity]\ncn-resident-id = "low"\n',
    )
    write("a.txt", f"{PHONE} {ID}")

    assert run("check", "a.txt").stdout == ""
    assert "cn-mobile" in run("check", "a.txt", "--select", "cn-mobile").stdout
    assert "low Resident identity number" in run("check", "a.txt", "--min-severity", "low").stdout


def test_selecting_never_changes_what_is_found_at_a_place(run: Run, write: Write) -> None:
    write("a.txt", f"{PHONE} {ID}")

    assert run("check", "a.txt", "--select", "cn-landline").stdout == ""


def test_an_allow_list_is_counted(run: Run, write: Write) -> None:
    write("sansi.toml", f'[allow]\nvalues = ["{PHONE}"]\n')
    write("a.txt", PHONE)
    done = run("check", "a.txt")

    assert done.returncode == 0
    assert "1 on the allow-list" in done.stderr


def test_the_nearest_settings_of_the_repository_hold(
    run: Run, write: Write, tmp_path: Path, monkeypatch: object
) -> None:
    import os

    write("sansi.toml", '[check]\nignore = ["cn-mobile"]\n')
    write("deep/er/a.txt", PHONE)
    os.chdir(tmp_path / "deep" / "er")

    assert run("check", "a.txt").returncode == 1  # outside a repository only the folder itself counts
    (tmp_path / ".git").mkdir()
    assert run("check", "a.txt").returncode == 0


def test_init_writes_settings_that_can_be_used(run: Run, tmp_path: Path) -> None:
    done = run("init", "--pre-commit")

    assert done.returncode == 0
    assert "sansi.toml written" in done.stderr
    assert run("check", ".").returncode == 0
    assert (tmp_path / ".pre-commit-config.yaml").read_text("utf-8").startswith("#")


def test_init_overwrites_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    write("sansi.toml", "# mine\n")
    done = run("init", "--pre-commit")

    assert done.returncode == 2
    assert "sansi.toml exists and was left as it is" in done.stderr
    assert (tmp_path / "sansi.toml").read_text("utf-8") == "# mine\n"
    assert not (tmp_path / ".pre-commit-config.yaml").exists()


def test_init_says_when_it_cannot_write(run: Run, tmp_path: Path, monkeypatch: object) -> None:
    import pytest

    from sansi.cli import init

    def refuse(_file: Path, _text: str) -> None:
        raise PermissionError(13, "Permission denied")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(init, "new_file", refuse)
        done = run("init")

    assert done.returncode == 2
    assert "cannot write sansi.toml: Permission denied" in done.stderr


def test_every_line_of_the_template_works_when_it_is_switched_on() -> None:
    keys = ("select", "ignore", "min_", "fail_on", "exclude", "cn-", "values", "patterns", "[[rule", "id", "category",
            "severity", "title", "why", "advice", "words", "pattern", "allow", "keep", "hits", "misses")  # fmt: skip
    lines = [
        line[2:]
        if line.startswith("# ") and line[2:].startswith(keys) and ("=" in line or "[[" in line)
        else line
        for line in TEMPLATE.splitlines()
    ]
    config = parse("\n".join(lines))

    assert len(config.rules) == 1
    assert config.rules[0].hits
    assert config.exclude
    assert config.severities
    assert tomllib.loads(TEMPLATE) == {"check": {}, "severity": {}, "allow": {}}
    # Each option that can be set is explained.
    from sansi.check.config.reader import ALLOW, CHECK
    from sansi.check.config.rule import KEYS

    for key in {*CHECK, *ALLOW, *KEYS} - {"lang", "source"}:
        assert f"# {key} = " in TEMPLATE, key


def test_explain_prints_the_page(run: Run) -> None:
    from sansi.check import load
    from sansi.check.report.explain import page

    rule = next(r for r in load().rules if r.id == "cn-resident-id")

    assert run("explain", "cn-resident-id").stdout == page(rule, "en")
    assert run("explain", "cn-resident-id", "--lang", "zh").stdout == page(rule, "zh")


def test_explain_suggests_the_nearest(run: Run) -> None:
    done = run("explain", "cn-resident")

    assert done.returncode == 2
    assert "did you mean cn-resident-id" in done.stderr
    assert "没有规则" in run("explain", "xyzzy", "--lang", "zh").stderr


def test_rules_are_listed(run: Run) -> None:
    done = run("rules")

    assert done.returncode == 0
    assert "cn-resident-id" in done.stdout
    assert "Resident identity number" in done.stdout
