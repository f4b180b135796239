"""A folder stands for what lies below it and is not ignored, as git has it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import PHONE, Run

Write = Callable[[str, str | bytes], Path]


def checked(run: Run, *paths: str) -> list[str]:
    log = json.loads(run("check", *(paths or (".",)), "--format", "json").stdout)
    return [f["path"] for f in log["files"]]


def test_files_come_in_a_stable_order_each_once(run: Run, write: Write) -> None:
    for name in ("b/2", "a", "b/1", "b/c/3", "d"):
        write(name, "好")

    assert checked(run, ".") == ["a", "d", "b/1", "b/2", "b/c/3"]
    assert checked(run, "b/1", "b", "b/1") == ["b/1", "b/2", "b/c/3"]


def test_folders_of_tools_are_passed_over(run: Run, write: Write) -> None:
    for name in (".git/config", ".venv/x", "node_modules/y", "a/__pycache__/z", "a/b"):
        write(name, "好")

    assert checked(run) == ["a/b"]


def test_gitignore_holds_below_its_folder_and_the_deepest_decides(run: Run, write: Write) -> None:
    write(".gitignore", "# comment\n*.log\n/build/\nout/*\n!out/keep.txt\n")
    write("sub/.gitignore", "!keep.log\nsecret.txt\n")
    for name in (
        "a.log",
        "a.txt",
        "build/x",
        "sub/build/x",
        "sub/keep.log",
        "sub/other.log",
        "sub/secret.txt",
    ):
        write(name, "好")
    for name in ("out/keep.txt", "out/drop.txt", "secret.txt"):
        write(name, "好")

    subprocess.run(["git", "init", "-q"], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-oc", "--exclude-standard"], capture_output=True, check=True, text=True
    ).stdout.split()

    assert sorted(checked(run)) == sorted(listed)


def test_the_gitignore_above_holds_inside_a_repository(run: Run, write: Write) -> None:
    write(".git/info/exclude", "*.bak\n")
    write(".gitignore", "*.log\n")
    for name in ("sub/a.log", "sub/a.bak", "sub/a.txt"):
        write(name, "好")

    assert checked(run, "sub") == ["sub/a.txt"]


def test_an_empty_gitignore_ignores_nothing(run: Run, write: Write) -> None:
    write(".gitignore", "# nothing\n")
    write("a", "好")

    assert checked(run) == [".gitignore", "a"]


def test_a_file_that_is_named_is_checked_although_git_ignores_it(run: Run, write: Write) -> None:
    write(".gitignore", "*.log\n")
    write("a.log", PHONE)

    assert run("check", "a.log").returncode == 1


def test_binaries_of_a_folder_are_skipped_and_said_so(run: Run, write: Write) -> None:
    for i in range(7):
        write(f"d/{i}.png", b"\x89PNG\0\0")
    done = run("check", "d")

    assert done.returncode == 0
    assert "7 skipped (of a kind that is not checked, or excluded): d/0.png" in done.stderr
    assert "and 2 more" in done.stderr
    log = json.loads(run("check", "d", "--format", "json").stdout)
    assert {f["outcome"] for f in log["files"]} == {"skipped"}


def test_a_binary_that_is_named_is_unreadable(run: Run, write: Write) -> None:
    write("a.png", b"\x89PNG\0\0")

    assert run("check", "a.png").returncode == 2


def test_what_the_settings_exclude_is_skipped_even_when_named(run: Run, write: Write) -> None:
    write("sansi.toml", '[check]\nexclude = ["vendor/", "*.min.js"]\n')
    for name in ("vendor/a", "b.min.js", "c"):
        write(name, PHONE)

    assert checked(run) == ["c", "sansi.toml"]
    done = run("check", "vendor/a", "b.min.js", "vendor")
    assert done.returncode == 0
    assert "3 skipped" in done.stderr


def test_excludes_count_from_the_folder_of_the_settings(run: Run, write: Write, tmp_path: Path) -> None:
    write("office/sansi.toml", '[check]\nexclude = ["/a"]\n')
    write("office/a", PHONE)
    write("a", PHONE)

    log = json.loads(
        run("check", "a", "office/a", "--config", "office/sansi.toml", "--format", "json").stdout
    )

    assert [f["outcome"] for f in log["files"]] == ["findings", "skipped"]


def test_a_link_to_a_file_is_followed_and_to_a_folder_is_not(run: Run, write: Write, tmp_path: Path) -> None:
    write("x/a", "好")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "file").symlink_to("../x/a")
    (tmp_path / "d" / "folder").symlink_to("../x")

    assert checked(run, "d") == ["d/file"]
