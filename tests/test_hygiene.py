"""What must not creep into the repository: hosts, paths, unexplained exceptions, unhashed requirements."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from sansi.check.rules import shipped

ROOT = Path(__file__).parents[1]
TEXT = {".py", ".toml", ".md", ".txt", ".in", ".yaml", ".yml", ".svg", ".cfg", ".sh", ""}


def tracked() -> list[Path]:
    """Files that git keeps, or all but what tools leave behind where there is no git."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        found = (p for p in ROOT.rglob("*") if p.is_file() and not any(q.startswith(".") for q in p.parts))
        return sorted(found)
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


TRACKED = [p for p in tracked() if p.suffix in TEXT]
SOURCES = [p for p in TRACKED if p.suffix == ".py"]


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


# Spelt in parts, so that this file does not hold them.
INDEX_HOSTS = re.compile("pypi" + r"\.org|python" + r"hosted\.org|registry" + r"\.npmjs|crates" + r"\.io/api")
MACHINE_PATHS = re.compile(
    "/" + "root/|/" + r"work/(?:main|shared)|/" + "tmp/" + "h/|file:" + "///(?:opt|work)"
)


def test_no_file_names_the_host_of_an_index() -> None:
    assert [short(p) for p in TRACKED if INDEX_HOSTS.search(p.read_text(encoding="utf-8"))] == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert [
        short(p) for p in TRACKED if MACHINE_PATHS.search(p.read_text(encoding="utf-8", errors="replace"))
    ] == []


REASONED = {
    "noqa": re.compile(r"#\s*noqa(?!: [A-Z0-9, ]+ - \S)"),
    "type: ignore": re.compile(r"#\s*type:\s*ignore(?!\[[a-z, -]+\])"),
    "pragma": re.compile(r"#\s*pragma: no cover(?! - \S)"),
}


@pytest.mark.parametrize("kind", REASONED)
def test_every_exception_to_a_rule_says_why(kind: str) -> None:
    offences = [
        f"{short(path)}:{number}"
        for path in SOURCES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if REASONED[kind].search(line)
    ]

    assert offences == []


def test_every_rule_that_lint_is_spared_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("[tool.ruff.lint]")[1].split("[tool.ruff.lint.mccabe]")[0]
    lines = [line for line in block.splitlines() if re.match(r'\s+"[A-Z]+[0-9]*",|"[^"]+" = \[.*\]', line)]

    assert [line for line in lines if "#" not in line and not line.startswith('"bench/**"')] == []


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name)
def test_every_requirement_is_pinned_and_hashed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    requirements = re.findall(
        r"(?m)^([a-z0-9][^\s;]*).*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text + "\n"
    )
    named = re.findall(r"(?m)^[a-zA-Z0-9]", text)

    assert len(requirements) == len(named)
    assert [name for name, _ in requirements if "==" not in name] == []


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.in")), ids=lambda p: p.name)
def test_every_list_of_requirements_is_resolved(path: Path) -> None:
    assert path.with_suffix(".txt").exists()


def test_the_version_is_the_top_of_the_changelog() -> None:
    import importlib.metadata

    top = re.search(r"(?m)^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))

    assert top
    assert importlib.metadata.version("sansi") == top[1]


@pytest.mark.parametrize("rule", shipped(), ids=lambda r: r.id)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_its_page(rule: object, lang: str) -> None:
    pages = ROOT / "docs" / lang / "rules"
    assert (pages / f"{rule.id}.md").exists()
