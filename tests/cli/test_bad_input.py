"""Whatever is wrong with the input: a message that names it and the remedy, exit 2, the rest checked."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from sansi.check.report.result import Outcome
from sansi.cli import reading
from sansi.cli.inspector import Inspector, Job
from sansi.cli.walking import Target
from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def others(write: Write) -> None:
    """One more file, which must be checked whatever happens to its neighbours."""
    write("z.txt", PHONE)


def tried(run: Run, *paths: str, lang: str = "en") -> str:
    done = run("check", *paths, "z.txt", "--format", "json", "--lang", lang)
    last = json.loads(done.stdout)["files"][-1]

    assert done.returncode == 2
    assert (last["path"], last["outcome"]) == ("z.txt", "findings")
    return done.stderr


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), "is a 7z archive: unpack it and check what is inside"),
        (b"\x7fELF\2\1\1\0" + bytes(40), "is a program, which is not checked"),
        (bytes(1000), "is of no kind that can be read: save it as a common one"),
        ("正常的话".encode() * 20 + b"\xff\xfe\xff" + PHONE.encode(), "not valid UTF-8"),
    ],
)
def test_bytes_that_are_no_text(run: Run, write: Write, data: bytes, said: str) -> None:
    write("a", data)
    stderr = tried(run, "a")

    assert stderr.startswith("a: ")
    assert said in stderr


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"PK\x03\x04" + bytes(40), b"\xff\xd8\xff\xe0\0", b"{\\rtf1"]
)
def test_documents_that_are_broken(run: Run, write: Write, data: bytes) -> None:
    write("a", data)
    done = run("check", "a", "z.txt", "--format", "json")
    broken, sound = json.loads(done.stdout)["files"]

    assert sound["outcome"] == "findings"
    # Where nothing reads the kind yet, what is written as text is checked as text.
    assert broken["outcome"] in (
        ("unreadable", "partial") if data[:1] != b"{" else ("unreadable", "partial", "clean")
    )
    if broken["outcome"] != "clean":
        assert done.returncode == 2
        assert broken["problem"]


def test_what_can_be_read_of_a_broken_file_is_checked(run: Run, write: Write) -> None:
    write("a", "正常的话".encode() * 20 + b"\xff" + PHONE.encode())
    done = run("check", "a", "--format", "json")
    (file,) = json.loads(done.stdout)["files"]

    assert (done.returncode, file["outcome"], len(file["findings"])) == (2, "partial", 1)
    assert "1 places are not valid UTF-8" in file["problem"]


def test_a_replacement_character_that_somebody_wrote_is_no_fault(run: Run, write: Write) -> None:
    write("a", "\ufffd 坏字\n")

    assert run("check", "a").returncode == 0


def test_a_stray_zero_byte_does_not_hide_a_text(run: Run, write: Write) -> None:
    write("a", "正常的话，".encode() * 20 + b"\0" + PHONE.encode())

    assert run("check", "a").returncode == 1


@pytest.mark.usefixtures("others")
def test_special_files_are_named_and_never_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("sock")
        stderr = tried(run, "pipe", "sock", "/dev/null")

    assert "pipe: is a pipe (FIFO), not a regular file" in stderr
    assert "sock: is a socket, not a regular file" in stderr
    assert "/dev/null: is a device, not a regular file" in stderr


def test_special_files_in_a_folder_are_passed_over(run: Run, write: Write, tmp_path: Path) -> None:
    write("d/a.txt", "好")
    os.mkfifo(tmp_path / "d" / "pipe")

    assert run("check", "d").returncode == 0


@pytest.mark.usefixtures("others")
def test_links_that_loop(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("y")
    (tmp_path / "y").symlink_to("x")

    assert "x: is a loop of links" in tried(run, "x")
    write("d/a.txt", "好")
    (tmp_path / "d" / "up").symlink_to("..")
    (tmp_path / "d" / "self").symlink_to("self")
    (tmp_path / "d" / "gone").symlink_to("nowhere")
    assert run("check", "d").returncode == 0


@pytest.mark.usefixtures("others")
def test_a_file_that_may_not_be_read(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a", PHONE)
    real = os.open

    def refuse(path: str, *more: int) -> int:
        if path == "a":
            raise PermissionError(13, "Permission denied", path)
        return real(path, *more)

    monkeypatch.setattr(os, "open", refuse)

    assert "a: permission denied: ask its owner" in tried(run, "a")
    assert "a: 没有读取权限；请让文件主人开放" in tried(run, "a", lang="zh")


def test_a_folder_that_may_not_be_read(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("d/secret/a", PHONE)
    write("d/z.txt", PHONE)
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    done = run("check", "d")

    assert done.returncode == 2
    assert "d/secret: permission denied" in done.stderr
    assert "d/z.txt" in done.stdout


def test_a_read_that_fails_half_way(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("a", PHONE)

    def broken(_self: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(reading.FileText, "_blocks", broken)
    result = Inspector(Job()).file(Target(str(file), named=True))

    assert result
    assert result.outcome is Outcome.UNREADABLE
    assert result.problem
    assert result.problem.en == "cannot be read: Input/output error"


def test_a_file_that_changes_under_our_feet(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("a", PHONE)
    blocks = reading.FileText._blocks

    def growing(self: reading.FileText) -> object:
        yield from blocks(self)
        with file.open("a") as more:
            more.write("x")

    monkeypatch.setattr(reading.FileText, "_blocks", growing)
    result = Inspector(Job()).file(Target(str(file), named=True))

    assert result
    assert result.outcome is Outcome.PARTIAL
    assert len(result.items) == 1
    assert result.problem
    assert "check again when it is finished" in result.problem.en


def test_folders_of_any_depth(run: Run, tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(120):
        deep /= "深" * 5
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(PHONE)

    assert run("check", ".").returncode == 1


def test_a_path_that_is_too_long(run: Run) -> None:
    done = run("check", "x" * 5_000)

    assert done.returncode == 2
    assert "the path is too long" in done.stderr


def test_broken_settings_are_refused_before_anything_is_checked(run: Run, write: Write) -> None:
    write("sansi.toml", "[check]\nignroe = []\n")
    write("a.txt", PHONE)
    done = run("check", "a.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert "sansi.toml:2: unknown key 'ignroe', did you mean 'ignore'?" in done.stderr


@pytest.mark.parametrize(
    ("data", "said"), [(None, "cannot read the settings file s.toml"), ("设置".encode("gbk"), "is not UTF-8")]
)
def test_settings_that_cannot_be_read(run: Run, write: Write, data: bytes | None, said: str) -> None:
    if data:
        write("s.toml", data)
    done = run("check", ".", "--config", "s.toml")

    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 20, b"%PDF-1"])
def test_standard_input_that_is_no_text(run: Run, data: bytes) -> None:
    done = run("check", "-", stdin=data)

    assert done.returncode == 2
    assert "<stdin>: is" in done.stderr


def test_standard_input_in_gbk(run: Run) -> None:
    done = run("check", "-", stdin=f"联系电话：{PHONE}，请转告。".encode("gbk"))

    assert "<stdin> · GB18030" in done.stdout


def test_standard_input_with_a_mark(run: Run) -> None:
    assert run("check", "-", stdin=f"身份证{ID}".encode("utf-16")).returncode == 1


def test_standard_input_that_is_broken(run: Run) -> None:
    assert run("check", "-", stdin="正常的话".encode() * 9 + b"\xff" + PHONE.encode()).returncode == 2


def test_a_worker_that_dies_is_reported_and_the_rest_goes_on(run: Run, write: Write) -> None:
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    from sansi.check.model import Both
    from sansi.cli import pool
    from sansi.cli.walking import Obstacle

    class Pool:
        def __init__(self) -> None:
            self.asked = 0

        def submit(self, *_: object) -> Future[None]:
            self.asked += 1
            if self.asked > 1:
                raise RuntimeError("the pool is broken")
            dead: Future[None] = Future()
            dead.set_exception(BrokenProcessPool())
            return dead

    broken = Pool()
    with pool._Readers(Inspector(Job()), 2, "en") as readers:
        results = [pool._Asked(broken, Target(name, named=True), readers).result() for name in "ab"]
        obstacle = readers.here(Obstacle("x", Both("甲", "a")))

    assert [r.outcome for r in results] == [Outcome.UNREADABLE, Outcome.UNREADABLE]
    assert "check this file by itself" in (results[0].problem or Both("", "")).en
    assert obstacle.outcome is Outcome.UNREADABLE
