"""The hooks hold back a commit, with real git and real pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sansi.cli.init import HOOK
from tests.cli.conftest import ID

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "repository"
    here.mkdir()
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    environ = {
        "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
        "PATH": f"{BIN}:{os.environ['PATH']}", "LANG": "en_US.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
    }  # fmt: skip
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(here)
    sh("git", "init", "-q")
    return here


def sh(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=120, check=False)


def test_a_commit_is_held_back_until_it_is_clean(repository: Path) -> None:
    (repository / ".pre-commit-config.yaml").write_text(HOOK, encoding="utf-8")
    assert sh("pre-commit", "install").returncode == 0
    (repository / "名单.txt").write_text(f"甲组 {ID}\n", encoding="utf-8")
    (repository / "p.png").write_bytes(b"\x89PNG\0\0")
    sh("git", "add", "-A")
    refused = sh("git", "commit", "-qm", "x")

    assert refused.returncode == 1
    assert "Resident identity number" in refused.stdout + refused.stderr
    assert ID not in refused.stdout + refused.stderr
    (repository / "名单.txt").write_text("甲组\n", encoding="utf-8")
    sh("git", "add", "-A")
    assert sh("git", "commit", "-qm", "x").returncode == 0


def test_the_hooks_of_this_repository_can_be_tried(repository: Path) -> None:
    source = repository.parent / "sansi"
    source.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
    for command in (["git", "init", "-q"], ["git", "add", "-A"], ["git", "commit", "-qm", "x"]):
        subprocess.run(command, cwd=source, check=True)
    (repository / "a.txt").write_text(f"甲组 {ID}\n", encoding="utf-8")
    sh("git", "add", "-A")
    tried = sh("pre-commit", "try-repo", source, "sansi-system", "--all-files")

    assert tried.returncode == 1
    assert "Resident identity number" in tried.stdout


@pytest.mark.usefixtures("repository")
def test_the_manifest_is_valid() -> None:
    assert sh("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml").returncode == 0
