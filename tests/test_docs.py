"""What the docs say is so: options, targets, tests, links, numbers and pictures. No network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sansi.check.config import reader, rule
from sansi.check.rules import shipped
from sansi.cli import app
from update import counts, picture

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LANGS = ("zh", "en")
# The pages of rules are written from the rules, and tests/update/test_docs.py compares them.
PAGES = [*ROOT.glob("*.md"), *DOCS.glob("*/*.md")]
TESTS = "\n".join(p.read_text("utf-8") for p in (ROOT / "tests").rglob("test_*.py"))


def page(lang: str, name: str) -> str:
    return (DOCS / lang / f"{name}.md").read_text("utf-8")


def options(command: str) -> Iterator[str]:
    """Every way to write every option of `command`."""
    for parameter in app.load(command, "en").params:
        if isinstance(parameter, click.Option):
            yield from parameter.opts


def test_both_languages_have_the_same_pages() -> None:
    zh, en = ({p.name for p in (DOCS / lang).glob("*.*")} for lang in LANGS)

    assert zh == en


@pytest.mark.parametrize("lang", LANGS)
def test_both_languages_have_the_same_sections(lang: str) -> None:
    for name in sorted(p.stem for p in (DOCS / "en").glob("*.md")):
        levels = [re.findall(r"(?m)^#+(?= )", page(one, name)) for one in LANGS]
        assert levels[0] == levels[1], name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["check", "redact", "clean", "rules", "explain", "init"])
def test_every_option_is_explained(command: str, lang: str) -> None:
    text = page(lang, command if command in {"redact", "clean"} else "check")

    assert f"sansi {command}" in text
    assert [o for o in options(command) if not re.search(rf"`[^`\n]*{re.escape(o)}(?![a-z-])", text)] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["check", "redact", "clean"])
def test_no_option_is_made_up(name: str, lang: str) -> None:
    known = {o for c in ("check", "redact", "clean", "rules", "explain", "init") for o in options(c)}
    named = set(re.findall(r"`(--[a-z-]+)", page(lang, name)))

    assert named - known - {"--help", "--version"} == set()


@pytest.mark.parametrize("lang", LANGS)
def test_every_setting_is_explained(lang: str) -> None:
    text = page(lang, "check")
    keys = [*(f"check.{k}" for k in reader.CHECK), *(f"allow.{k}" for k in reader.ALLOW), *rule.KEYS]

    assert [k for k in keys if f"`{k}`" not in text] == []
    assert [c for c in rule.CATEGORIES if f"`{c}`" not in text] == []


def test_every_target_that_is_named_exists_and_the_other_way_round() -> None:
    made = set(re.findall(r"(?m)^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8")))
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`make ([a-z]+)|(?m:^make ([a-z]+))", text))

    assert {a or b for a, b in named} - made == set()
    assert made - {a or b for a, b in named} <= {"help", "clean"}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_test_that_is_named_exists(path: Path) -> None:
    named = re.findall(r"`(test_\w+)`", path.read_text("utf-8"))

    assert [n for n in named if f"def {n}(" not in TESTS] == []


def test_every_invariant_names_its_test() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("## Invariants")[1].split("\n## ")[0]
    invariants = re.split(r"(?m)^\d+\. ", text)[1:]

    assert len(invariants) > 5
    assert [i[:40] for i in invariants if "`test_" not in i] == []


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"(?m)^#+ (.+)$", path.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    dead = []
    prose = re.sub(r"(?ms)^```.*?^```$|`[^`\n]*`", "", path.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        file, _, anchor = target.partition("#")
        there = path.parent / file if file else path
        if "://" not in target and not (there.exists() and (not anchor or anchor in anchors(there))):
            dead.append(target)

    assert dead == []


@pytest.mark.parametrize("path", counts.READMES, ids=lambda p: p.name)
def test_numbers_of_rules_are_those_of_the_rules(path: Path) -> None:
    text = path.read_text("utf-8")

    assert counts.counted(text) == text, "run `make docs`"
    assert set(re.findall(r"<!--n:([a-z-]+)-->", text)) == set(counts.counts())
    assert counts.counts()["all"] == len(shipped())


@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_is_what_the_command_prints(lang: str) -> None:
    svg = picture.drawn(lang)

    assert picture.picture(lang).read_text("utf-8") == svg, "run `make docs`"
    assert "@font-face" not in svg
    assert "url(http" not in svg


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_folders_that_are_named_exist(path: Path) -> None:
    named = re.findall(
        r"`((?:src|tests|bench|update|samples|requirements|docs)/[\w./-]*)`", path.read_text("utf-8")
    )

    assert [n for n in named if "NAME" not in n and not (ROOT / n).exists()] == []
