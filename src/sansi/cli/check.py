"""sansi check · Check files, folders or standard input, and report."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from sansi.check.model import Both, Confidence, Severity
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Outcome, View
from sansi.cli import baseline, pool, progress
from sansi.cli.app import Failure, Localised, installed_version
from sansi.cli.inspector import Inspector, Job
from sansi.cli.lines import Questions
from sansi.cli.settings import Settings, settings
from sansi.cli.summary import Tally
from sansi.cli.walking import Globs, targets

FORMATS = ("text", "json", "jsonl", "sarif", "html")
_ABOUT = Both(
    "检查文件、文件夹或标准输入（-），指出不该公开的内容。\n\n"
    "退出码：0 没有发现，1 有发现，2 有文件没能查完。提示（possible）不算发现。",
    "Check files, folders or standard input (-) and say what must not go out.\n\n"
    "Exit codes: 0 nothing found, 1 found, 2 something could not be fully checked. Hints (possible) do not count.",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""

    def say(zh: str, en: str) -> str:
        return Both(zh, en).in_(lang)

    severities, confidences = [str(s) for s in Severity], [str(c) for c in Confidence]
    option = click.Option
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, metavar="[PATH… | -]"),
        option(["--format", "format_"], type=click.Choice(FORMATS), default="text", help=say("输出格式", "Form of the output."), show_default=True),
        option(["-o", "--output"], metavar="FILE", help=say("写到文件，而不是标准输出", "Write to a file instead of standard output.")),
        option(["--select"], multiple=True, metavar="RULES", help=say("只看这些规则，逗号分隔", "Show only these rules, separated by commas.")),
        option(["--ignore"], multiple=True, metavar="RULES", help=say("不看这些规则", "Leave these rules out.")),
        option(["--min-severity"], type=click.Choice(severities), help=say("最低严重程度", "Least severity to show.")),
        option(["--min-confidence"], type=click.Choice(confidences), help=say("最低把握程度", "Least confidence to show.")),
        option(["--fail-on"], type=click.Choice(confidences), help=say("从哪种把握程度起算作发现（默认 likely）", "Least confidence that makes exit 1 (likely).")),
        option(["--config"], metavar="FILE", help=say("设置文件（默认找最近的 sansi.toml）", "Settings (default: the nearest sansi.toml).")),
        option(["--baseline"], metavar="FILE", help=say("基线：已接受的发现不再报告", "Baseline: do not report what is accepted there.")),
        option(["--update-baseline"], is_flag=True, help=say("把现有发现写进基线", "Write what is found now to the baseline.")),
        option(["-j", "--jobs"], type=click.IntRange(0), default=1, metavar="N", help=say("进程数，0 为每个处理器一个", "Processes; 0 for one per processor.")),
        option(["--exit-zero"], is_flag=True, help=say("有发现也返回 0", "Exit 0 even if something is found.")),
        option(["--show-values"], is_flag=True, help=say("显示原文而不遮盖（SARIF 除外）", "Show values unmasked (never in SARIF).")),
        option(["--max-findings"], type=click.IntRange(1), default=10_000, metavar="N", help=say("每份文件最多列出几处", "Most findings to list per file."), show_default=True),
        option(["--input-format"], type=click.Choice(["text", "jsonl"]), default="text", help=say('jsonl：从标准输入逐行读 {"id","text"}', 'jsonl: read {"id","text"} lines from standard input.')),
        option(["--color"], type=click.Choice(["auto", "always", "never"]), default="auto", help=say("是否用颜色", "Whether to use colours.")),
        option(["-q", "--quiet"], is_flag=True, help=say("不显示小结", "No summary.")),
    ]  # fmt: skip
    return Localised(
        "check", params=params, callback=check, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang)
    )


@click.pass_obj
def check(lang: str, paths: Sequence[str], **options: Any) -> int:
    """Check `paths` and report; return the exit code."""
    chosen = settings(options["config"])
    fail_on = Confidence(options["fail_on"] or chosen.config.fail_on or Confidence.LIKELY)
    tally = Tally(fail_on)
    key = baseline.key_from(os.environ)
    job = _job(chosen, options, key)
    inspector = Inspector(job)
    questions = Questions(inspector, sys.stdin.buffer) if options["input_format"] == "jsonl" else None
    if questions:
        found = questions.results()
    else:
        found = pool.results(job, inspector, _targets(paths, chosen), options["jobs"] or os.cpu_count() or 1)
    accepted = baseline.opened(options["baseline"], key, update=options["update_baseline"])
    if options["update_baseline"] and accepted is None:
        raise Failure("--update-baseline 需要 --baseline FILE", "--update-baseline needs --baseline FILE")
    results = tally.counting(_told(_without(found, accepted), lang))
    _write(_report(options, lang, chosen, questions), results, options, lang)
    if options["update_baseline"] and accepted:
        return _updated(accepted, tally, options["baseline"], lang)
    if not options["quiet"]:
        click.echo("\n".join(tally.lines(lang)), err=True)
    return 0 if options["exit_zero"] and tally.exit_code == 1 else tally.exit_code


def ids(given: Iterable[str]) -> list[str]:
    """The rule ids of `--select a,b --select c`."""
    return [i.strip() for one in given for i in one.split(",") if i.strip()]


def _job(chosen: Settings, options: dict[str, Any], key: bytes) -> Job:
    least = options["min_severity"], options["min_confidence"]
    return chosen.job(
        ids(options["select"]),
        ids(options["ignore"]),
        min_severity=Severity(least[0]) if least[0] else None,
        min_confidence=Confidence(least[1]) if least[1] else None,
        show_values=options["show_values"] and options["format_"] != "sarif",
        most=options["max_findings"],
        key=key,
    )


def _targets(paths: Sequence[str], chosen: Settings) -> Iterator[Any]:
    if not paths:
        raise Failure(
            "要检查什么？给出路径，或用 - 读标准输入",
            "what is to be checked? Name a path, or - for standard input",
        )
    config = chosen.config
    exclude = Globs(str(Path(config.name).parent), config.exclude) if config.exclude else None
    return targets(paths, exclude)


def _without(found: Iterable[FileResult], accepted: baseline.Baseline | None) -> Iterator[FileResult]:
    for result in found:
        if accepted:
            accepted.accept(result)
        yield result


def _told(found: Iterable[FileResult], lang: str) -> Iterator[FileResult]:
    """`found` unchanged; what went wrong with a file is said on stderr at once."""
    for result in progress.shown(found, lang):
        path = clean(result.path)
        if result.problem and result.outcome in (Outcome.UNREADABLE, Outcome.PARTIAL):
            click.echo(f"{path}: {result.problem.in_(lang)}", err=True)
        for note in result.notes:
            click.echo(f"{path}:{note.line}: {note.reason.in_(lang)}", err=True)
        yield result


Report = Callable[[Iterable[FileResult]], Iterator[str]]


def _report(options: dict[str, Any], lang: str, chosen: Settings, questions: Questions | None) -> Report:
    """The report that was asked for; each is a module of its own, loaded only now."""
    view = View(
        chosen.by_id, lang, show_values=options["show_values"], columns=_columns(), colour=_colour(options)
    )
    if options["format_"] == "text":
        from sansi.check.report.text import as_text  # noqa: PLC0415

        return lambda results: as_text(results, view)
    if options["format_"] in ("json", "jsonl"):
        from sansi.check.report import machine  # noqa: PLC0415

        one_a_line = questions.answers if questions else machine.as_jsonl
        write = machine.as_json if options["format_"] == "json" else one_a_line
        return lambda results: write(results, view)
    view = replace(view, version=installed_version())
    if options["format_"] == "sarif":
        from sansi.check.report.sarif import as_sarif  # noqa: PLC0415

        return lambda results: as_sarif(results, view)
    from sansi.check.report.html import as_html  # noqa: PLC0415

    return lambda results: as_html(results, view)


def _columns() -> int:
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 160


def _colour(options: dict[str, Any]) -> bool:
    if options["color"] != "auto":
        return bool(options["color"] == "always")
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and not options["output"]


def _write(report: Report, results: Iterator[FileResult], options: dict[str, Any], lang: str) -> None:
    pieces = report(results)
    if options["output"]:
        from sansi.cli.writing import replace_file  # noqa: PLC0415

        data = "".join(pieces).encode("utf-8", "replace")
        try:
            replace_file(Path(options["output"]), data)
        except OSError as error:
            name, said = options["output"], error.strerror or str(error)
            raise Failure(f"写不了 {name}：{said}", f"cannot write {name}: {said}") from None
        return
    if options["format_"] != "text" and hasattr(sys.stdout, "reconfigure"):
        # What other programs read is UTF-8, whatever the terminal speaks.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    for piece in pieces:
        sys.stdout.write(piece)
        if options["input_format"] == "jsonl":
            # Whoever asks line by line waits for the answer before the next question.
            sys.stdout.flush()
    sys.stdout.flush()


def _updated(accepted: baseline.Baseline, tally: Tally, name: str, lang: str) -> int:
    try:
        count = accepted.write()
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(f"写不了基线 {name}：{said}", f"cannot write the baseline {name}: {said}") from None
    click.echo(
        Both(f"基线 {name} 已更新：{count} 处", f"baseline {name} updated: {count} findings").in_(lang),
        err=True,
    )
    return 2 if tally.exit_code == 2 else 0
