"""Reports say what was found, and never what it was, unless they were asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from sansi.check import Both, Category, Confidence, check, load
from sansi.check.report.explain import page
from sansi.check.report.html import as_html
from sansi.check.report.machine import as_json, as_jsonl
from sansi.check.report.preview import Stretch, clean, preview
from sansi.check.report.result import FileResult, Item, Outcome, View, by_line
from sansi.check.report.sarif import as_sarif
from sansi.check.report.text import as_text, width

ID, PHONE = "11010519491231002X", "13812345678"
TEXT = f"关于补贴的公示\n1 甲组 {ID} 138 1234 5678\n电话：{PHONE}\n"
RULES = {r.id: r for r in load().rules}
ZH = View(RULES, "zh", version="0.1.0")
EN = replace(ZH, lang="en")

Report = Callable[[Iterable[FileResult], View], Iterator[str]]


def items(text: str, *, key: bytes = b"", show_values: bool = False) -> list[Item]:
    found = check(text)
    stretch = Stretch(text, found, key=key, show_values=show_values)
    return [stretch.item(f, f.where) for f in found]


def result(text: str = TEXT, path: str = "公示.txt", **more: object) -> FileResult:
    here = items(text)
    return FileResult(path, Outcome.FINDINGS if here else Outcome.CLEAN, here, encoding="utf-8", **more)  # type: ignore[arg-type]


UNREADABLE = FileResult("a.pdf", Outcome.UNREADABLE, problem=Both("是 PDF 文件", "is a PDF file"))


def written(report: Report, view: View, *results: FileResult) -> str:
    return "".join(report(results, view))


@pytest.mark.parametrize("report", [as_text, as_json, as_jsonl, as_sarif, as_html])
@pytest.mark.parametrize("view", [ZH, EN, replace(ZH, colour=True, columns=50)])
def test_no_report_gives_a_value_away(report: Report, view: View) -> None:
    text = written(report, view, result(), result("x" * 200 + TEXT.replace("\n", " ") + "y" * 200))

    assert ID not in text
    assert PHONE not in text
    assert "1234 5678" not in text
    assert "19491231" not in text


def test_text_underlines_the_place_under_wide_characters() -> None:
    lines = written(as_text, ZH, result()).splitlines()
    shown, under = lines[1].split("│ ")[1], lines[2].split("│ ")[1]

    assert shown == "1 甲组 110105********002X 138 **** 5678"
    assert under == " " * width("1 甲组 ") + "━" * 18 + " " + "━" * 13


def test_text_explains_a_rule_once() -> None:
    text = written(as_text, ZH, result(), result(path="另一份.txt"))

    assert text.count(RULES["cn-mobile"].why.zh) == 1
    assert text.count("手机号码 cn-mobile") == 4
    assert "2:6 — 确定：校验码正确" in text


def test_text_speaks_english() -> None:
    text = written(as_text, EN, result())

    assert "high Resident identity number cn-resident-id 2:6 — certain: check character right" in text
    assert "why Beside a name" in text


def test_text_says_which_encoding_and_whether_all_was_checked() -> None:
    broken = replace_fields(result(), encoding="gb18030", outcome=Outcome.PARTIAL)

    assert written(as_text, ZH, broken).startswith("公示.txt · GB18030 · 只检查了一部分\n")


def replace_fields(file: FileResult, **fields: object) -> FileResult:
    for name, value in fields.items():
        setattr(file, name, value)
    return file


def test_text_has_nothing_to_say_of_a_clean_file() -> None:
    assert written(as_text, ZH, FileResult("a", Outcome.CLEAN), UNREADABLE) == ""


def test_a_long_line_is_cropped_around_each_place() -> None:
    text = written(as_text, replace(ZH, columns=60), result("甲" * 100 + f"电话{PHONE}" + "乙" * 100))
    shown, under = (line.split("│ ")[1] for line in text.splitlines()[1:3])

    assert shown.startswith("…甲")
    assert shown.endswith("乙…")
    assert width(shown) <= 56
    assert len(under.rstrip("━")) == width(shown[: shown.index("138")])


def test_a_long_line_that_ends_after_its_place_is_cropped_on_one_side() -> None:
    text = written(as_text, replace(ZH, columns=60), result("甲" * 100 + f"电话{PHONE}。"))

    assert text.splitlines()[1].endswith("138****5678。")


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b[" not in written(as_text, ZH, result())
    assert "\x1b[31m━" in written(as_text, replace(ZH, colour=True), result())


def test_a_hint_is_painted_as_one() -> None:
    file = result()
    file.items = [i._replace(confidence=Confidence.POSSIBLE) for i in file.items]

    assert "\x1b[2m━" in written(as_text, replace(ZH, colour=True), file)
    assert "— 提示：" in written(as_text, ZH, file)


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("甲组", 4), ("ａ", 2), ("e\u0301", 1), ("☺\ufe0f", 1), ("“", 1)]
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_what_would_steer_a_terminal_is_made_harmless() -> None:
    assert clean("\x1b[2J\u202eabc\tde\r\nf\u200b\u3000g") == "·[2J·abc de⏎f g"
    assert clean("平常") == "平常"


def test_a_file_name_cannot_steer_a_terminal() -> None:
    assert "\x1b" not in written(as_text, ZH, result(path="\x1b[31mred"))


def test_json_has_the_shape_of_the_contract() -> None:
    log = json.loads(
        written(as_json, EN, result(), FileResult("b", Outcome.CLEAN, encoding="utf-8"), UNREADABLE)
    )
    first, clean_file, unreadable = log["files"]

    assert set(log) == {"version", "files"}
    assert log["version"] == 1
    assert set(first) == {"path", "findings", "outcome"}
    assert set(first["findings"][0]) == {
        "rule", "start", "end", "where", "severity", "confidence", "reason", "title", "text",
    }  # fmt: skip
    assert first["findings"][0]["where"] == {"kind": "text", "line": 2, "column": 6}
    assert first["findings"][0]["text"] == "110105********002X"
    assert (first["findings"][0]["start"], first["findings"][0]["end"]) == (13, 31)
    assert set(first["findings"][0]["title"]) == set(first["findings"][0]["reason"]) == {"zh", "en"}
    assert clean_file == {"path": "b", "findings": [], "outcome": "clean"}
    assert unreadable == {
        "path": "a.pdf",
        "findings": [],
        "outcome": "unreadable",
        "problem": "is a PDF file",
    }


def test_json_of_no_files_is_still_one_object() -> None:
    assert json.loads(written(as_json, EN)) == {"version": 1, "files": []}


def test_json_says_the_encoding_where_offsets_depend_on_it() -> None:
    log = json.loads(written(as_json, EN, replace_fields(result(), encoding="gb18030")))

    assert log["files"][0]["encoding"] == "gb18030"


def test_json_lines_have_one_finding_each() -> None:
    lines = [json.loads(line) for line in written(as_jsonl, EN, result(), UNREADABLE).splitlines()]

    assert lines.pop() == {"path": "a.pdf", "outcome": "unreadable", "problem": "is a PDF file"}
    assert [(f["path"], f["rule"]) for f in lines] == [
        ("公示.txt", "cn-resident-id"),
        ("公示.txt", "cn-mobile"),
        ("公示.txt", "cn-mobile"),
    ]


def test_values_are_shown_when_asked_for() -> None:
    shown = items(TEXT, show_values=True)

    assert [i.text for i in shown] == [ID, "138 1234 5678", PHONE]
    assert shown[0].line == f"1 甲组 {ID} 138 1234 5678"


def test_a_marking_is_no_secret_in_itself() -> None:
    (finding,) = check(f"电话{PHONE}")
    marking = finding._replace(about=replace(finding.about, category=Category.MARKING))

    assert preview(marking) == PHONE


def test_a_long_preview_is_cut() -> None:
    (finding,) = check(f"电话{PHONE}")
    long = finding._replace(text="长" * 99, about=replace(finding.about, category=Category.MARKING))

    assert preview(long).endswith("…")
    assert len(preview(long)) == 64


def test_where_a_finding_ends_is_known_over_line_breaks() -> None:
    one, two = items(f"号码{PHONE}\n打我电话1391234\n5678吧")

    assert (one.where["line"], one.end_line, one.end_column) == (1, 1, 14)
    assert (two.where["line"], two.end_line, two.end_column) == (2, 3, 5)


def test_a_finding_that_reaches_into_the_line_is_masked_in_it() -> None:
    one, two = items("号码1391234\n5678，13812345678")

    assert "5678" not in two.line.split("，")[0].replace("****", "")[:3]
    assert two.line[two.at : two.at + len(two.text)] == two.text
    assert one.line[one.at : one.at + len(one.text)] == one.text


def test_neighbours_that_touch_a_line_are_not_in_it() -> None:
    text = f"{PHONE}\n号码1391234\n5678\n"
    two = items(text)[1]

    assert two.line == "号码139****⏎5678"


def test_a_fingerprint_without_a_key_survives_a_move_and_another_value() -> None:
    (here,), (moved,) = items(f"电话：{PHONE}"), items("\n\n  电话：13987654321")

    assert here.fingerprint == moved.fingerprint
    assert here.fingerprint != items(f"手机：{PHONE}")[0].fingerprint


def test_a_fingerprint_with_a_key_stands_for_the_value() -> None:
    (here,), (moved,) = items(f"电话：{PHONE}", key=b"k"), items(f"手机：{PHONE}", key=b"k")

    assert here.fingerprint == moved.fingerprint
    assert here.fingerprint != items("电话：13987654321", key=b"k")[0].fingerprint
    assert here.fingerprint != items(f"电话：{PHONE}", key=b"other")[0].fingerprint


def test_sarif_numbers_findings_that_look_alike() -> None:
    log = json.loads(written(as_sarif, EN, result(f"电话：{PHONE}\n电话：{PHONE}\n")))
    prints = [r["partialFingerprints"]["sansi/v1"] for r in log["runs"][0]["results"]]

    assert [p.rpartition(":")[2] for p in prints] == ["1", "2"]
    assert len({p.rpartition(":")[0] for p in prints}) == 1


def test_sarif_tells_hints_and_failures() -> None:
    hints = result()
    hints.items = [i._replace(confidence=Confidence.POSSIBLE) for i in hints.items]
    partial = FileResult("/abs/b c.txt", Outcome.PARTIAL)
    (run,) = json.loads(written(as_sarif, EN, hints, UNREADABLE, partial))["runs"]
    (invocation,) = run["invocations"]

    assert {r["level"] for r in run["results"]} == {"note"}
    assert not invocation["executionSuccessful"]
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"]["text"] == "a.pdf: is a PDF file"
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///abs/b%20c.txt"


def test_sarif_has_no_line_of_text() -> None:
    log = written(as_sarif, ZH, result("绝不外传的话 " + TEXT))

    assert "绝不外传" not in log
    assert "snippet" not in log


def test_html_needs_nothing_else() -> None:
    page_ = written(as_html, ZH, result(path="<script>.txt"), UNREADABLE)

    assert "<script" not in page_
    assert "&lt;script&gt;.txt" in page_
    assert "http" not in page_.replace("http-equiv", "")
    assert "src=" not in page_
    assert "没能查完的" in page_
    assert "<b>3</b> 处要处理" in page_


def test_html_of_nothing_found_says_so() -> None:
    assert "Nothing found that must not go out" in written(
        as_html, EN, FileResult("a", Outcome.CLEAN, encoding="utf-8")
    )


def test_html_tells_hints_encodings_and_shown_values() -> None:
    file = replace_fields(result(), encoding="gb18030")
    file.items[0] = file.items[0]._replace(confidence=Confidence.POSSIBLE)
    text = written(as_html, replace(EN, show_values=True), file)

    assert "<b>1</b> hints" in text
    assert "GB18030" in text
    assert "do not pass it on" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_says_all_there_is_to_say(lang: str) -> None:
    for rule in RULES.values():
        text = page(rule, lang)
        for words in (rule.title, rule.why, rule.advice):
            assert words.in_(lang) in text
        assert f"`{rule.id}`" in text
        assert rule.source in text


def test_a_page_makes_the_invisible_visible() -> None:
    rule = replace(RULES["cn-mobile"], hits=("«139\u200b1`2\n3»",), misses=(), origin="office.toml")

    assert "- `` «139⟨U+200B⟩1`2⏎3» ``" in page(rule, "zh")
    assert "来自 office.toml" in page(rule, "zh")
    assert "不会误报" not in page(rule, "zh")
    assert "139" not in page(rule, "zh", examples=False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("姓名\t电话", "姓名 电话"), ("甲\u00a0乙\u2003丙\t丁", "甲 乙 丙 丁"), ("\a\u200b", "·")],
)
def test_every_sort_of_blank_is_one_and_the_rest_is_a_dot(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_nothing_stands_on_no_line() -> None:
    assert list(by_line([])) == []
