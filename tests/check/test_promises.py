"""What Sansi never does, proved by its absence (ARCHITECTURE.md, "never")."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sansi.check
from sansi.check.model import Category
from sansi.check.rules import shipped

ROOT = Path(__file__).parents[2]
CHECK = Path(sansi.check.__file__).parent
WATCH = Path(__file__).with_name("watched_check.py")

# Names of what must never be classified, as a label or a column would spell them.
NEVER = (
    "民族",
    "宗教",
    "政治面貌",
    "信仰",
    "种族",
    "党派",
    "政治观点",
    "ethnic",
    "religio",
    "politic",
    "race",
    "belief",
    "opinion",
)


def watched(
    *arguments: str, before: tuple[str, ...] = (), cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-X", "utf8", "-I", str(WATCH), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, timeout=300, check=False
    )


@pytest.mark.parametrize("engine", ["hyperscan", "re2", "re"])
def test_a_check_opens_sends_starts_and_imports_nothing(engine: str, tmp_path: Path) -> None:
    done = watched(engine, cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("quiet after "), (
        "the watcher says how much it checked, and the check nothing"
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == [], "no file is left behind"


@pytest.mark.parametrize("what", ["open", "socket", "sqlite3", "subprocess", "import", "log", "print"])
def test_the_watcher_notices_a_planted(what: str, tmp_path: Path) -> None:
    done = watched("re", what, cwd=tmp_path)

    assert done.returncode == 1, f"planted {what}, and nobody noticed: {done.stdout}{done.stderr}"


def test_a_check_needs_no_network(tmp_path: Path) -> None:
    alone = ("unshare", "-rn")
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us leave the network (unshare -n): not proved here")

    done = watched("hyperscan", before=alone, cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr


def test_categories_are_the_closed_list() -> None:
    assert {c.value for c in Category} == {
        "personal-data",
        "credential",
        "marking",
        "hidden-fact",
        "link",
        "code-name",
        "habit",
    }


@pytest.mark.parametrize("rule", shipped(), ids=lambda r: r.id)
def test_no_rule_names_opinion_belief_or_origin(rule: sansi.check.Rule) -> None:
    said = " ".join((rule.id, rule.category.value, *rule.title, *rule.why, *rule.advice)).lower()

    # "traces", "embrace": only the word itself counts in English.
    words = {w.strip(".,;:()“”") for w in said.replace("-", " ").split()}
    assert [n for n in NEVER if n in words or (not n.isascii() and n in said)] == []


def _strings(tree: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


@pytest.mark.parametrize("module", sorted(CHECK.rglob("*.py")), ids=lambda p: str(p.relative_to(CHECK)))
def test_no_reason_or_table_is_headed_by_them(module: Path) -> None:
    headings = {s.strip(" :：").lower() for s in _strings(ast.parse(module.read_text(encoding="utf-8")))}

    assert [
        n
        for n in ("民族", "宗教", "宗教信仰", "政治面貌", "ethnicity", "religion", "political")
        if n in headings
    ] == []


def test_no_data_file_is_headed_by_them() -> None:
    for table in sorted((CHECK / "data").rglob("*")):
        if table.is_file() and table.suffix not in {".py", ".pyc"}:
            head = table.read_bytes()[:2000].decode("utf-8", "replace").lower()
            assert [n for n in ("宗教", "政治面貌", "ethnicity", "religion") if n in head] == [], table.name
            assert table.stem.lower() not in NEVER


# What a module of the engine may import from the standard library is what cannot reach out.
REACHES_OUT = {
    "asyncio", "ctypes", "dbm", "ftplib", "http", "logging", "mmap", "multiprocessing", "pickle", "requests", "shelve", "shutil",
    "smtplib", "socket", "sqlite3", "ssl", "subprocess", "syslog", "tempfile", "urllib", "warnings", "webbrowser",
}  # fmt: skip
# Parsing an address is not opening it.
ALLOWED = {"urllib.parse"}
SPOKEN_FOR = {
    # PDFium takes the addresses of buffers: one module holds all of that.
    "extract/pdfium.py": {"ctypes"},
    # Silences what a library would print about tags that are thrown away.
    "clean/cleaners/picture.py": {"warnings"},
}


@pytest.mark.parametrize("module", sorted(CHECK.rglob("*.py")), ids=lambda p: str(p.relative_to(CHECK)))
def test_no_module_of_the_engine_imports_what_reaches_out(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    imported |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}

    imported -= SPOKEN_FOR.get(module.relative_to(CHECK).as_posix(), set())
    assert {i for i in imported - ALLOWED if i.split(".")[0] in REACHES_OUT} == set()
    assert called & {"print", "input", "eval", "exec", "breakpoint"} == set()
