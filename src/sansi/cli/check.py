"""sansi check · Check files, folders or standard input, and report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sansi.check.model import Both, Confidence, Severity
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Outcome
from sansi.cli import pool, progress
from sansi.cli.app import Failure, Localised
from sansi.cli.inspector import Inspector, Job
from sansi.cli.lines import Questions
from sansi.cli.options import BASELINE_KEY, ids, options
from sansi.cli.output import report, write
from sansi.cli.settings import Settings, settings
from sansi.cli.summary import Tally
from sansi.cli.walking import Found, Globs, targets

if TYPE_CHECKING:
    from sansi.cli.baseline import Baseline


_ABOUT = Both(
    "检查文件、文件夹或标准输入（-），指出不该公开的内容。\n\n"
    "退出码：0 没有发现，1 有发现，2 有文件没能查完。提示（possible）不算发现。",
    "Check files, folders or standard input (-) and say what must not go out.\n\n"
    "Exit codes: 0 nothing found, 1 found, 2 something could not be fully checked. Hints (possible) do not count.",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    paths = click.Argument(["paths"], nargs=-1, metavar="[PATH… | -]")
    about = _ABOUT.in_(lang)
    return Localised("check", params=[paths, *options(lang)], callback=run, help=about, short_help=about)


@click.pass_obj
def run(lang: str, /, paths: Sequence[str], **given: Any) -> int:
    """Check `paths` and report; return the exit code."""
    chosen = settings(given["config"])
    key = os.environ.get(BASELINE_KEY, "").encode()
    job = _job(chosen, given, key)
    inspector = Inspector(job)
    accepted = _baseline(given, key)
    questions = Questions(inspector, sys.stdin.buffer) if given["input_format"] == "jsonl" else None
    if questions:
        found = questions.results()
    else:
        jobs = given["jobs"] or os.cpu_count() or 1
        found = pool.results(job, inspector, _targets(paths, chosen), jobs, lang)
    tally = Tally(Confidence(given["fail_on"] or chosen.config.fail_on or Confidence.LIKELY))
    results = tally.counting(_told(_without(found, accepted), lang))
    write(report(given, lang, chosen, questions), results, given)
    if given["update_baseline"] and accepted:
        return _updated(accepted, tally, given["baseline"], lang)
    if not given["quiet"]:
        click.echo("\n".join(tally.lines(lang)), err=True)
    return 0 if given["exit_zero"] and tally.exit_code == 1 else tally.exit_code


def _job(chosen: Settings, given: dict[str, Any], key: bytes) -> Job:
    severity, confidence = given["min_severity"], given["min_confidence"]
    return chosen.job(
        ids(given["select"]),
        ids(given["ignore"]),
        min_severity=Severity(severity) if severity else None,
        min_confidence=Confidence(confidence) if confidence else None,
        show_values=given["show_values"] and given["format_"] != "sarif",
        most=given["max_findings"],
        glimpses=given["format_"] == "html",
        key=key,
    )


def _baseline(given: dict[str, Any], key: bytes) -> Baseline | None:
    if given["baseline"]:
        from sansi.cli import baseline  # noqa: PLC0415 - few runs have one

        return baseline.opened(given["baseline"], key, update=given["update_baseline"])
    if given["update_baseline"]:
        raise Failure("--update-baseline 需要 --baseline FILE", "--update-baseline needs --baseline FILE")
    return None


def _targets(paths: Sequence[str], chosen: Settings) -> Iterator[Found]:
    if not paths:
        raise Failure(
            "要检查什么？给出路径，或用 - 读标准输入",
            "what is to be checked? Name a path, or - for standard input",
        )
    config = chosen.config
    exclude = Globs(str(Path(config.name).parent), config.exclude) if config.exclude else None
    return targets(paths, exclude)


def _without(found: Iterable[FileResult], accepted: Baseline | None) -> Iterator[FileResult]:
    for result in found:
        if accepted:
            accepted.accept(result)
        yield result


def _told(found: Iterable[FileResult], lang: str) -> Iterator[FileResult]:
    """`found` unchanged; what went wrong with a file is said on stderr at once."""
    for result in progress.shown(found, lang):
        path = clean(result.path)
        if result.problem and result.outcome in (Outcome.UNREADABLE, Outcome.PARTIAL):
            click.echo(f"{path}: {clean(result.problem.in_(lang))}", err=True)
        for note in result.notes:
            click.echo(f"{path}:{note.line}: {note.reason.in_(lang)}", err=True)
        yield result


def _updated(accepted: Baseline, tally: Tally, name: str, lang: str) -> int:
    try:
        count = accepted.write()
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(f"写不了基线 {name}：{said}", f"cannot write the baseline {name}: {said}") from None
    done = Both(f"基线 {name} 已更新：{count} 处", f"baseline {name} updated: {count} findings")
    click.echo(done.in_(lang), err=True)
    return 2 if tally.exit_code == 2 else 0
