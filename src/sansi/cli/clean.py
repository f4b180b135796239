"""sansi clean · Write a file anew without what is hidden in it, and say what that was. The original stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Job
from sansi.check.model import Both
from sansi.check.rules import shipped
from sansi.cli import cache
from sansi.cli.app import Failure, Localised
from sansi.cli.inspector import STDIN
from sansi.cli.sandboxed import answer_to, both, refuse_macros
from sansi.cli.writing import put, refuse_output
from sansi.sandbox.limits import Limits
from sansi.sandbox.pool import Answer, Pool
from sansi.sandbox.reasons import CRASHED

# It is read, written, read again and searched: several times what reading it takes.
_LIMITS = Limits(cpu_s=120, wall_s=180, longest_s=600)
_ABOUT = Both(
    "清除文件里隐藏的信息，写到另一份文件；原件不动，看得见的内容不变。\n\n"
    "图片：位置、设备、作者、缩略图、结尾后的数据。文档：属性、批注、修订、宏、缩略图、路径。"
    "PDF：属性、注释、附件、脚本、以前的版本。清除了什么、留下了什么，都会说明。",
    "Take out what is hidden in a file and write the rest to another; the original stays, what is seen is the "
    "same.\n\nPictures: place, device, author, thumbnail, data behind the end. Documents: properties, comments, "
    "tracked changes, macros, thumbnails, paths. PDF: properties, notes, attachments, scripts, earlier versions. "
    "What was taken out and what was left is said.",
)


class _Done(NamedTuple):
    data: bytes
    removed: list[Both]
    left: list[Both]


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    table: tuple[tuple[list[str], dict[str, Any], Both], ...] = (
        (
            ["-o", "--output"],
            {"required": True, "metavar": "OUT"},
            Both("写到哪里，- 为标准输出", "Where to write; - is standard output."),
        ),
        (
            ["--hidden"],
            {"is_flag": True},
            Both(
                "隐藏的文字、工作表、行列、幻灯片和演讲者备注也去掉",
                "Take out hidden text, sheets, rows, columns, slides and speaker notes too.",
            ),
        ),
        (["-f", "--force"], {"is_flag": True}, Both("覆盖已有的 OUT", "Write over an OUT that exists.")),
    )
    options = [click.Option(names, **how, help=what.in_(lang)) for names, how, what in table]
    file = click.Argument(["file"], metavar="FILE")
    about = _ABOUT.in_(lang)
    return Localised("clean", params=[file, *options], callback=run, help=about, short_help=about)


@click.pass_obj
def run(lang: str, /, file: str, output: str, hidden: bool, force: bool) -> int:
    """Clean `file` into `output`; return the exit code."""
    name = STDIN if file == "-" else file
    refuse_macros(output)
    refuse_output(file, output, force=force)
    try:
        with Pool(Job(database=cache.database(shipped())), limits=_LIMITS) as pool:
            options = {"name": os.path.basename(name), "hidden": hidden}  # noqa: PTH119 - it may be no path at all
            answer = answer_to(pool, "clean", file, options)
        done = _told(answer)
    except Unreadable as error:
        raise Failure(f"{name}：{error.reason.zh}", f"{name}: {error.reason.en}") from None
    put(done.data, output)
    for said in _said(done, name, output):
        click.echo(said.in_(lang), err=True)
    return 0


def _told(answer: Answer) -> _Done:
    """What a child made of the file; it is looked at before it is believed."""
    try:
        if "problem" in answer.told:
            raise Unreadable(both(answer.told["problem"]))
        removed, left = answer.told["removed"], answer.told["left"]
        return _Done(answer.data, [both(one) for one in removed], [both(one) for one in left])
    except (KeyError, TypeError, ValueError):
        raise Unreadable(CRASHED) from None


def _said(done: _Done, name: str, output: str) -> Iterator[Both]:
    yield Both(f"{name}：已清理，复核通过，写到 {output}", f"{name}: cleaned, verified, written to {output}")
    if not done.removed:
        yield Both("  没有找到要清除的", "  nothing to take out was found")
    for said in done.removed:
        yield Both(f"  已清除：{said.zh}", f"  taken out: {said.en}")
    for said in done.left:
        yield Both(f"  留下了：{said.zh}", f"  left: {said.en}")
    if done.left:
        yield Both(
            "  留下的请自己决定；要连隐藏的内容一起去掉，加 --hidden；要遮盖内容，用 sansi redact",
            "  What is left is for you to decide: --hidden takes out hidden content too, sansi redact blacks out",
        )
