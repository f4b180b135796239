"""The original is never touched; the copy has its encoding, its line ends, and nothing to find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sansi.cli import redact, writing
from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]
NOTICE = f"甲组 {ID}\r\n联系电话：{PHONE}，请转告各位同事。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_encoding_and_line_ends_stay(run: Run, write: Write, tmp_path: Path, encoding: str) -> None:
    original = write("a.txt", NOTICE.encode(encoding))
    done = run("redact", "a.txt", "-o", "b.txt")

    assert done.returncode == 0
    assert "a.txt: 2 blacked out, written to b.txt" in done.stderr
    expected = NOTICE.replace(ID, "110105********002X").replace(PHONE, "138****5678")
    assert (tmp_path / "b.txt").read_bytes() == expected.encode(encoding)
    assert original.read_bytes() == NOTICE.encode(encoding)
    assert run("check", "b.txt").returncode == 0


@pytest.mark.parametrize(
    ("style", "left"),
    [("label", "甲组 【居民身份证号】"), ("remove", "甲组 \r\n"), ("mask", "甲组 110105********002X")],
)
def test_styles(run: Run, write: Write, style: str, left: str) -> None:
    write("a.txt", NOTICE)

    assert left in run("redact", "a.txt", "-o", "-", "--style", style, "--lang", "zh").stdout


def test_hash_takes_its_key_from_the_environment(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    done = run("redact", "a.txt", "-o", "-", "--style", "hash")

    assert done.returncode == 2
    assert "SANSI_REDACT_KEY" in done.stderr
    assert (
        "[Mobile number·" in run("redact", "a.txt", "-o", "-", "--style", "hash", SANSI_REDACT_KEY="k").stdout
    )


def test_standard_input_to_standard_output(run: Run) -> None:
    assert run("redact", "-", "-o", "-", stdin=f"电话{PHONE}").stdout == "电话138****5678"


def test_what_is_allowed_ignored_or_not_asked_for_stays(run: Run, write: Write) -> None:
    write("sansi.toml", f'[allow]\nvalues = ["{PHONE}"]\n')
    write("a.txt", f"{PHONE} {ID} 13987654321 # sansi: ignore[cn-resident-id]\n")

    assert (
        run("redact", "a.txt", "-o", "-").stdout
        == f"{PHONE} {ID} 139****4321 # sansi: ignore[cn-resident-id]\n"
    )
    assert run("redact", "a.txt", "-o", "-", "--ignore", "cn-mobile").stdout.startswith(
        f"{PHONE} {ID} 13987654321"
    )


def test_the_original_is_never_written_to(run: Run, write: Write) -> None:
    file = write("a.txt", NOTICE)

    for output in ("a.txt", str(file)):
        done = run("redact", "a.txt", "-o", output, "--force")
        assert done.returncode == 2
        assert "never touched" in done.stderr
    assert file.read_bytes() == NOTICE.encode()


def test_another_file_is_overwritten_only_by_force(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", NOTICE)
    write("b.txt", "mine")

    assert "add --force" in run("redact", "a.txt", "-o", "b.txt").stderr
    assert (tmp_path / "b.txt").read_text() == "mine"
    assert run("redact", "a.txt", "-o", "b.txt", "--force").returncode == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"7z\xbc\xaf\x27\x1c" + bytes(99), "a: is a 7z archive"),
        ("正常的话".encode() * 9 + b"\xff" + PHONE.encode(), "a: 1 places are not valid"),
    ],
)
def test_what_is_not_all_text_is_refused(
    run: Run, write: Write, tmp_path: Path, data: bytes, said: str
) -> None:
    write("a", data)
    done = run("redact", "a", "-o", "b")

    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "b").exists()


def test_what_is_too_big_is_refused(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redact, "_LARGEST", 10)
    write("a", NOTICE)

    assert "too big" in run("redact", "a", "-o", "b").stderr


def test_a_place_that_cannot_be_written(run: Run, write: Write) -> None:
    write("a", NOTICE)
    done = run("redact", "a", "-o", "no/such/folder/b")

    assert done.returncode == 2
    assert "cannot write no/such/folder/b" in done.stderr


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")

    def fail(_self: Path, _to: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        writing.replace_file(file, b"new")

    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert file.read_bytes() == b"old"
