"""Compiled patterns are kept for this user alone; whatever is wrong with them, they are made anew."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from sansi.check import Checker, load
from sansi.check.prefilter import vectorscan
from sansi.cli import cache
from tests.cli.conftest import PHONE

RULES = tuple(r for r in load().rules if r.id in ("cn-mobile", "cn-resident-id"))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache.database(RULES)
    (file,) = (tmp_path / "sansi").iterdir()
    return file


def compiles(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    made: list[bool] = []
    real = vectorscan.compile_database

    def counting(plan: object) -> bytes:
        made.append(True)
        return real(plan)  # type: ignore[arg-type]

    monkeypatch.setattr(vectorscan, "compile_database", counting)
    return made


def test_patterns_are_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = compiles(monkeypatch)
    database = cache.database(RULES)

    assert made == []
    assert [f.text for f in Checker(RULES, engine="hyperscan", database=database).check(PHONE)] == [PHONE]


def test_the_cache_is_the_users_own(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("data", [b"", b"junk", b"sansi-patterns-1\n" + bytes(64)])
def test_damage_is_mended_in_silence(kept: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(data or whole[:-1])
    made = compiles(monkeypatch)

    assert cache.database(RULES)
    assert made == [True]
    assert len(kept.read_bytes()) == len(whole)


def test_a_file_that_others_could_have_written_is_not_trusted(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.chmod(0o666)
    made = compiles(monkeypatch)
    cache.database(RULES)

    assert made == [True]


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert cache.database(RULES)


def test_old_sets_of_rules_are_dropped(kept: Path) -> None:
    for i in range(12):
        other = kept.with_name(f"old{i}")
        other.write_bytes(b"x")
        os.utime(other, (i, i))
    kept.unlink()
    cache.database(RULES)

    assert len(list(kept.parent.iterdir())) == 8
    assert kept.exists()


def test_without_hyperscan_there_is_nothing_to_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sansi.check.prefilter.vectorscan", None)
    monkeypatch.delattr("sansi.check.prefilter.vectorscan", raising=False)

    assert cache.database(RULES) is None


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_CACHE_HOME": "/c"}, "linux", "/c/sansi"),
        ({"HOME": "/h"}, "linux", "/h/.cache/sansi"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/sansi"),
        ({"LOCALAPPDATA": "/l", "USERPROFILE": "/u"}, "win32", "/l/sansi/cache"),
    ],
)
def test_caches_are_where_the_platform_wants_them(
    environ: dict[str, str], platform: str, folder: str
) -> None:
    assert cache.folder(environ, platform) == Path(folder)
