"""The Python interface: a file of any kind in, a report out."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import sansi.sandbox
from sansi.check import check
from sansi.check.report.result import FileResult, Item, Outcome
from sansi.check.rules import shipped
from sansi.sandbox import check_bytes, check_file
from sansi.sandbox.report import report_of

PHONE = "13812345678"


def test_a_text_has_the_findings_of_check(tmp_path: Path) -> None:
    text = f"会议纪要\n电话 {PHONE}\n"
    file = tmp_path / "纪要.txt"
    file.write_text(text, "utf-8")
    made = check_file(file)
    (found,), (expected,) = made.findings, check(text)

    assert (made.path, made.kind, made.outcome, made.problem) == (str(file), "text", "findings", None)
    assert found[:6] == expected[:6]
    assert found.where.as_dict() == {"kind": "text", "line": 2, "column": 4}
    assert (found.where.said("zh"), found.where.said("en")) == ("第 2 行第 4 列", "line 2, column 4")
    assert (found.title, found.why, found.severity) == (expected.title, expected.why, expected.severity)


def test_bytes_have_the_name_that_somebody_gave_them() -> None:
    made = check_bytes(f"电话 {PHONE}".encode("gb18030"), "粘贴")

    assert (made.path, made.outcome, [f.text for f in made.findings]) == ("粘贴", "findings", [PHONE])
    assert check_bytes("好".encode(), "b").outcome is Outcome.CLEAN


def test_what_nothing_reads_is_unreadable() -> None:
    made = check_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(99), "a.7z")

    assert (made.kind, made.outcome) == ("7z", "unreadable")
    assert made.problem
    assert made.problem.en == "is a 7z archive: unpack it and check what is inside"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "no", "does not exist"), (tmp_path, "is a folder")):
        made = check_file(path)
        assert made.outcome is Outcome.UNREADABLE
        assert made.problem
        assert said in made.problem.en


def test_many_threads_ask_at_once() -> None:
    texts = [f"第 {n} 份，电话 {13812345000 + n}" for n in range(200)]
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda t: check_bytes(t.encode(), t), texts))

    assert [[f.text for f in m.findings] for m in made] == [[t[-11:]] for t in texts]


def test_a_file_that_changes_meanwhile_is_partial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.check.inspector import Job
    from sansi.sandbox import Pool, wire

    file = tmp_path / "a"
    file.write_text(f"电话{PHONE}" + " " * 100)
    with Pool(Job()) as pool:
        read = wire._read

        def shrinking(source: object, size: int) -> bytes:
            file.write_text(f"电话{PHONE}")
            return read(source, size)  # type: ignore[arg-type]

        monkeypatch.setattr(wire, "_read", shrinking)
        result = pool.check_file(str(file))

    assert result.outcome is Outcome.PARTIAL
    assert result.problem
    assert "check again when it is finished" in result.problem.en


def test_a_program_that_used_it_ends_and_leaves_nobody_behind() -> None:
    program = (
        "from sansi.sandbox import check_bytes, report\n"
        "check_bytes(b'x', 'x')\n"
        "print(*[c.pid for c in report._Shared.pool._all])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stderr == ""
    assert done.stdout.split()
    assert not [pid for pid in done.stdout.split() if Path(f"/proc/{pid}").exists()]


def test_a_report_has_no_value_in_its_repr() -> None:
    made = check_bytes(f"电话 {PHONE}".encode(), "a")

    assert PHONE not in repr(made)


def test_skipped_is_for_folders_only() -> None:
    result = FileResult("a", Outcome.SKIPPED, list[Item]())

    assert report_of(result, {r.id: r for r in shipped()}).outcome is Outcome.UNREADABLE


def test_the_package_has_nothing_else() -> None:
    assert all(getattr(sansi.sandbox, name) for name in sansi.sandbox.__all__)
    with pytest.raises(AttributeError):
        sansi.sandbox.nothing  # noqa: B018 - looking is the point
