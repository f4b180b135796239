"""Files that are no plain text: by content, through the sandbox, with their outcome in every report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.inspector import Inspector, Job
from sansi.check.model import Both
from sansi.check.place import CellPlace, FieldPlace, ImagePlace, InnerPlace, PagePlace, TextPlace
from sansi.check.report.html import as_html
from sansi.check.report.machine import as_json, as_jsonl
from sansi.check.report.result import FileResult, Outcome, View
from sansi.check.report.sarif import as_sarif
from sansi.check.report.text import as_text
from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]
HTML = f"<!doctype html><html><body><p>电话 <b>{PHONE}</b></p></body></html>"
MAIL = f"From: a@example.org\nTo: b@example.org\nSubject: x\n\n电话 {PHONE}\n"


def outcomes(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    return {f["path"]: f["outcome"] for f in json.loads(done.stdout)["files"]}


@pytest.mark.parametrize("text", [HTML, MAIL, "WARC/1.1\r\n" + PHONE], ids=["html", "mail", "warc"])
def test_what_is_written_as_text_is_checked_whoever_reads_it(run: Run, write: Write, text: str) -> None:
    write("d/a", text)

    assert f"{PHONE[:3]}****" in run("check", "d").stdout
    assert f"{PHONE[:3]}****" in run("check", "-", stdin=text).stdout


def test_standard_input_may_be_any_file(run: Run) -> None:
    done = run("check", "-", "--format", "json", stdin=b"7z\xbc\xaf\x27\x1c" + bytes(100))

    assert outcomes(done) == {"<stdin>": "unreadable"}
    assert "<stdin>: is a 7z archive: unpack it" in done.stderr


def test_a_file_is_what_its_bytes_say(run: Run, write: Write) -> None:
    write("a.pdf", f"电话{PHONE}")
    write("b.txt", b"7z\xbc\xaf\x27\x1c" + bytes(100))
    done = run("check", "a.pdf", "b.txt", "--format", "json")

    assert outcomes(done) == {"a.pdf": "findings", "b.txt": "unreadable"}


def test_unknown_binaries_in_a_folder_are_skipped_and_named_ones_are_not(run: Run, write: Write) -> None:
    write("d/a.bin", bytes(range(256)) * 4)
    write("d/b.7z", b"7z\xbc\xaf\x27\x1c" + bytes(100))

    done = run("check", "d", "--format", "json")
    assert (done.returncode, set(outcomes(done).values())) == (0, {"skipped"})
    done = run("check", "d/a.bin", "d/b.7z", "--format", "json")
    assert (done.returncode, set(outcomes(done).values())) == (2, {"unreadable"})


def test_several_processes_find_the_same_in_documents(start: Run, write: Write) -> None:
    for i in range(12):
        write(f"d/{i:02}.html", HTML)
        write(f"d/{i:02}.bin", bytes(range(256)))
        write(f"d/{i:02}.txt", PHONE)

    alone = start("check", "d", "-", "--format", "json", stdin=HTML)
    together = start("check", "d", "-", "--format", "json", "-j", "2", stdin=HTML)

    assert together.stdout == alone.stdout
    assert together.returncode == alone.returncode == 1
    assert alone.stdout.count('"rule": "cn-mobile"') == 25


def test_plain_text_starts_no_child_and_loads_nothing_for_documents(start: Run, write: Write) -> None:
    write("a.txt", f"电话{PHONE}\n<p>\nFrom: 3\n")
    program = (
        "import sys; sys.argv = ['sansi', 'check', 'a.txt', '-q']\n"
        "from sansi.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = 'subprocess zipfile lxml PIL multiprocessing sansi.sandbox.pool sansi.check.extract.kinds'.split()\n"
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.stderr == "[]\n"


def test_a_start_takes_little_time(start: Run, write: Write) -> None:
    write("a.txt", "好")
    start("check", "a.txt")
    before = os.times()
    start("check", "a.txt")
    after = os.times()

    # Issue 2 asks for .25 s on a quiet machine; twice that is a mistake wherever it runs.
    used_s = after.children_user + after.children_system - before.children_user - before.children_system
    assert used_s < 0.5


def test_a_file_of_two_gigabytes_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    for name, magic in (("zeros", b""), ("a.7z", b"7z\xbc\xaf\x27\x1c"), ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\n")):
        with (tmp_path / name).open("wb") as stream:
            stream.write(magic)
            stream.truncate(2 << 30)
    done = run("check", "zeros", "a.7z", "a.pdf", "--format", "json")

    assert set(outcomes(done).values()) == {"unreadable"}
    assert "a.7z: is a 7z archive" in done.stderr


# The reports, of a document that has a place of every sort.


def document() -> Document:
    weave = Weave()
    weave.add(f"电话{PHONE}\n", PagePlace(3, (1.0, 2.0, 3.0, 4.04)))
    weave.add(f"证件 {ID}\n", CellPlace("名\x1b单", "C5"))
    weave.add(f"电话 {PHONE}\n", ImagePlace((0, 0, 10, 10), 1, 100, 100))
    weave.add(f"手机：{PHONE}\n", InnerPlace(("附件.zip", "a.txt"), TextPlace(4, 2)))
    facts = [
        Fact("meta-gps", FieldPlace("GPS"), Both("有拍摄地点", "has a place"), "39.9, 116.4"),
        Fact("meta-macro", FieldPlace("vbaProject.bin"), Both("有宏", "has macros")),
    ]
    return Document("docx", weave.segments(), facts, gaps=[Both("第 2 页没有读", "page 2 was not read")])


@pytest.fixture(scope="module")
def result() -> FileResult:
    return Inspector(Job()).document("通知.docx", document())


@pytest.fixture(scope="module")
def view() -> View:
    return View(Inspector(Job()).by_id, "zh", version="0.1.0")


def test_a_document_with_gaps_is_partial_and_its_findings_are_listed(result: FileResult) -> None:
    assert result.outcome is Outcome.PARTIAL
    assert len(result.items) == 6
    assert result.problem == Both("第 2 页没有读", "page 2 was not read")


def test_text_says_the_place_in_words_and_has_an_empty_gutter(result: FileResult, view: View) -> None:
    for lang, words in (
        ("zh", ("第 3 页", "C5", "图片左上角", "附件.zip › a.txt › 第 4 行第 2 列", "属性“GPS”")),
        ("en", ("page 3", "C5", "image, top left", "附件.zip › a.txt › line 4, column 2", "field “GPS”")),
    ):
        text = "".join(as_text([result], replace(view, lang=lang)))
        assert all(w in text for w in words)
        gutters = [line.partition("│")[0] for line in text.splitlines() if "│" in line]
        assert {g.strip() for g in gutters} == {""}
    assert "只检查了一部分" in "".join(as_text([result], view))


def test_html_says_the_kind_the_place_and_what_was_not_read(result: FileResult, view: View) -> None:
    page = "".join(as_html([result], view))

    for words in ("<small>DOCX", "第 3 页", "图片左上角", "属性“GPS”", "第 2 页没有读"):
        assert words in page
    assert '<span class="number"></span>' in page
    assert PHONE not in page


def test_html_of_what_could_not_be_read_does_not_look_clean(view: View) -> None:
    lost = FileResult("a.pdf", Outcome.UNREADABLE, problem=Both("损坏", "is damaged"), kind="pdf")
    page = "".join(as_html([lost], view))

    assert '<h1 class="bad">没能全部查完' in page
    assert "损坏" in page


def test_json_has_the_place_of_the_contract(result: FileResult, view: View) -> None:
    (file,) = json.loads("".join(as_json([result], view)))["files"]
    places = [f["where"] for f in file["findings"]]

    assert file["outcome"] == "partial"
    assert file["problem"] == "第 2 页没有读"
    assert {"kind": "page", "page": 3, "box": [1.0, 2.0, 3.0, 4.0], "part": "body"} in places
    assert {"kind": "text", "line": 4, "column": 2, "inside": ["附件.zip", "a.txt"]} in places
    assert [p["kind"] for p in places] == ["page", "cell", "image", "text", "field", "field"]


def test_json_lines_end_with_what_was_not_checked(result: FileResult, view: View) -> None:
    clean = FileResult("b", Outcome.CLEAN)
    lines = [json.loads(line) for line in "".join(as_jsonl([result, clean], view)).splitlines()]

    assert [line.get("rule") for line in lines[:-1]].count(None) == 0
    assert lines[-1] == {"path": "通知.docx", "outcome": "partial", "problem": "第 2 页没有读"}


def test_sarif_has_regions_only_for_lines_of_the_file_itself(result: FileResult, view: View) -> None:
    (run,) = json.loads("".join(as_sarif([result], view)))["runs"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    places = [r["locations"][0] for r in run["results"]]

    assert "第 2 页没有读" in note["message"]["text"]
    assert all("region" not in p["physicalLocation"] for p in places)
    assert places[0]["logicalLocations"][0]["kind"] == "page"


def test_a_name_inside_a_file_cannot_steer_a_terminal(result: FileResult, view: View) -> None:
    from sansi.sandbox.messages import result_as_dict, result_from

    there = json.loads(json.dumps(result_as_dict(result)))
    back = result_from(there, "通知.docx", frozenset(view.rules))

    assert "\x1b" not in "".join(as_text([back], view))
    assert (back.outcome, len(back.items)) == (result.outcome, len(result.items))
    assert [i.where for i in back.items] == [i.where for i in result.items]
