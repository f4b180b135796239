"""House style, section 6: how long a file and a function may be. Tables of data and what Django writes (migrations) are not counted."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src/sansi"
FILES = sorted(p for p in SRC.rglob("*.py") if not {"data", "migrations"} & set(p.relative_to(SRC).parts))


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> list[tuple[int, str]]:
    """(lines, place) of every function, its decorators and docstring left out."""
    found = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                said = ast.get_docstring(node)
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                size -= len(said.splitlines()) if said else 0
                found.append((size, f"{path.relative_to(SRC)}:{node.lineno} {node.name}"))
    return found


def percentile(values: list[int], share: float) -> int:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def test_files_are_short() -> None:
    sizes = [lines_of(path) for path in FILES]

    assert statistics.median(sizes) <= 90
    assert percentile(sizes, 0.95) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_file_is_long(path: Path) -> None:
    assert lines_of(path) <= 500


def test_functions_are_short() -> None:
    sizes = [size for size, _ in functions()]

    assert statistics.median(sizes) <= 9
    assert percentile(sizes, 0.95) <= 40


def test_no_function_is_long() -> None:
    assert [place for size, place in functions() if size > 70] == []
