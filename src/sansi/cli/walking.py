"""走目录 · Which files a path stands for: itself, or what lies below it and is not ignored.

`.gitignore` files hold as they do for git, from the top of the repository down. Links to folders
are not followed, so that no loop of links can trap the walk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sansi.check.model import Both
from sansi.sandbox.files import why

# What tools keep for themselves; nobody publishes it by hand.
_NEVER = frozenset(
    (
        ".git",
        ".hg",
        ".svn",
        ".venv",
        "node_modules",
        "__pycache__",
        ".tox",
        ".nox",
        ".mypy_cache",
        ".ruff_cache",
    )
)
_HERE = os.path.join(os.curdir, "")  # noqa: PTH118 - "./" as scandir writes it, which nobody types


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check. `named` when the person gave this very path rather than a folder above it."""

    path: str
    named: bool


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A path that cannot be checked, and why. `excluded` when that was somebody's wish."""

    path: str
    reason: Both
    excluded: bool = False


Found = Target | Obstacle


class Globs:
    """The patterns of one folder, as in a .gitignore."""

    def __init__(self, folder: str, lines: Iterable[str]) -> None:
        """Read the patterns that hold below `folder`."""
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 50 ms that a single file need not pay

        self._spec: Any = GitIgnoreSpec.from_lines(lines)
        self._folder = os.path.abspath(folder)  # noqa: PTH100 - resolve() would follow links

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether `path` is left out; None when no pattern speaks of it."""
        relative = os.path.relpath(os.path.abspath(path), self._folder)  # noqa: PTH100 - as above
        if relative.startswith(os.pardir):
            return None
        inside = relative.replace(os.sep, "/") + ("/" if folder else "")
        include: bool | None = self._spec.check_file(inside).include
        return include


def targets(paths: Sequence[str], exclude: Globs | None) -> Iterator[Found]:
    """What `paths` stand for, each path once, in a stable order."""
    seen: set[str] = set()
    for path in paths:
        for found in _below(path, exclude) if os.path.isdir(path) else _single(path, exclude):  # noqa: PTH112 - a Path for each file is what makes walking slow
            if found.path not in seen:
                seen.add(found.path)
                yield found


def _single(path: str, exclude: Globs | None) -> Iterator[Found]:
    yield _wish(path) if exclude and _excluded(exclude, path) else Target(path, named=True)


def _wish(path: str) -> Obstacle:
    reason = Both("按 sansi.toml 的 exclude 跳过", "left out by exclude in sansi.toml")
    return Obstacle(path, reason, excluded=True)


def _excluded(exclude: Globs, path: str) -> bool:
    """Whether `path` or a folder above it is left out."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    if exclude.verdict(str(absolute), folder=False):
        return True
    return any(exclude.verdict(str(p), folder=True) for p in absolute.parents)


def _below(top: str, exclude: Globs | None) -> Iterator[Found]:
    """Every file below `top`: depth first, by name, without recursion, however deep it goes."""
    if exclude and _excluded(exclude, os.path.join(top, "x")):  # noqa: PTH118 - same
        yield _wish(top)
        return
    stack: list[tuple[str, list[Globs]]] = [(top, _above(top))]
    while stack:
        folder, globs = stack.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda e: e.name)
        except OSError as error:
            yield Obstacle(folder, why(error))
            continue
        if any(e.name == ".gitignore" for e in entries):
            globs = [*globs, *_read(folder, ".gitignore")]
        wanted = [e for e in entries if not _left_out(e, globs, exclude)]
        yield from (Target(e.path.removeprefix(_HERE), named=False) for e in wanted if _is_file(e))
        stack += [(e.path, globs) for e in reversed(wanted) if _is_folder(e)]


def _left_out(entry: os.DirEntry[str], globs: Sequence[Globs], exclude: Globs | None) -> bool:
    if entry.name in _NEVER:
        return True
    if not (globs or exclude):
        return False
    folder = _is_folder(entry)
    if exclude and exclude.verdict(entry.path, folder=folder):
        return True
    # The deepest .gitignore that speaks of it decides, as in git.
    verdicts = (g.verdict(entry.path, folder=folder) for g in reversed(globs))
    return next((v for v in verdicts if v is not None), False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return _asked(lambda: entry.is_dir(follow_symlinks=False))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file or a link to one; a broken link is nothing that could go out."""
    return _asked(entry.is_file)


def _asked(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except OSError:
        return False


def _above(top: str) -> list[Globs]:
    """The .gitignore files from the repository's top down to the parent of `top`."""
    here = Path(os.path.abspath(top))  # noqa: PTH100 - resolve() would follow links
    chain = [here, *here.parents]
    root = next((p for p in chain if (p / ".git").exists()), None)
    if root is None:
        return []
    folders = list(reversed(chain[: chain.index(root) + 1]))
    globs = _read(str(root / ".git" / "info"), "exclude", holds_below=str(root))
    for folder in folders[:-1]:
        globs += _read(str(folder), ".gitignore")
    return globs


def _read(folder: str, name: str, holds_below: str = "") -> list[Globs]:
    try:
        text = Path(folder, name).read_text("utf-8", errors="replace")
    except OSError:
        return []
    lines = text.splitlines()
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return []
    return [Globs(holds_below or folder, lines)]
