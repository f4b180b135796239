"""sansi redact · Black out what is found and write the rest to another file. The original stays."""

from __future__ import annotations

import os
from typing import Any

import click

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both, Confidence
from sansi.check.redact import STYLES
from sansi.cli.app import Failure, Localised
from sansi.cli.inspector import STDIN, Inspector
from sansi.cli.options import ids
from sansi.cli.reading import FileText, NoText, Text, opened, standard_input
from sansi.cli.settings import settings
from sansi.cli.writing import put, refuse_output

KEY = "SANSI_REDACT_KEY"
# Redacting looks at the whole again after each change, so it must fit into memory several times.
_LARGEST = 64 << 20
_ABOUT = Both(
    "遮盖找到的内容，写到另一份文件；原件不动。文本、文档、PDF、网页、图片都可以，复核不通过就不写出。\n\n"
    "样式：mask 保留规则允许的头尾，label 换成类别名，remove 删掉，"
    f"hash 换成带密钥的代号（密钥取自 {KEY}）。",
    "Black out what is found and write the rest to another file; the original stays. Takes text, documents, PDF, "
    "web pages and pictures; what does not pass the search afterwards is not written.\n\n"
    "Styles: mask leaves the ends that a rule allows, label puts the name of what stood there, remove nothing, "
    f"hash a keyed pseudonym (the key is taken from {KEY}).",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    rules: dict[str, Any] = {"multiple": True, "metavar": "RULES"}
    sure = click.Choice([str(c) for c in Confidence])
    table: tuple[tuple[list[str], dict[str, Any], Both], ...] = (
        (
            ["-o", "--output"],
            {"required": True, "metavar": "OUT"},
            Both("写到哪里，- 为标准输出", "Where to write; - is standard output."),
        ),
        (
            ["--style"],
            {"type": click.Choice(STYLES), "default": "mask", "show_default": True},
            Both("样式", "Style."),
        ),
        (["--select"], rules, Both("只遮盖这些规则找到的", "Black out only what these rules find.")),
        (["--ignore"], rules, Both("不遮盖这些规则找到的", "Leave what these rules find.")),
        (
            ["--min-confidence"],
            {"type": sure, "default": "likely", "show_default": True},
            Both("最低把握程度", "Least confidence to act on."),
        ),
        (["--config"], {"metavar": "FILE"}, Both("设置文件", "Settings.")),
        (["-f", "--force"], {"is_flag": True}, Both("覆盖已有的 OUT", "Write over an OUT that exists.")),
    )
    options = [click.Option(names, **how, help=what.in_(lang)) for names, how, what in table]
    about = _ABOUT.in_(lang)
    file = click.Argument(["file"], metavar="FILE")
    return Localised("redact", params=[file, *options], callback=run, help=about, short_help=about)


@click.pass_obj
def run(lang: str, /, file: str, output: str, **options: Any) -> int:
    """Black out `file` into `output`; return the exit code."""
    chosen = settings(options["config"])
    job = chosen.job(
        ids(options["select"]), ids(options["ignore"]), min_confidence=Confidence(options["min_confidence"])
    )
    inspector = Inspector(job)
    refuse_output(file, output, force=options["force"])
    key = os.environ.get(KEY, "")
    if options["style"] == "hash" and not key:
        raise Failure(
            f"hash 需要密钥：请设置环境变量 {KEY}；没有密钥，任何人都能把号码逐个试出来",
            f"hash needs a key in the environment variable {KEY}: without one, anybody could try all numbers",
        )
    try:
        text, encoding = _text(file)
    except NoText as no_text:
        from sansi.cli import redact_documents  # noqa: PLC0415 - plain text need not pay for the sandbox

        how = redact_documents.How(options["style"], key, lang)
        data, told = redact_documents.redacted(inspector.job, file, no_text.head, output, how)
        put(data, output)
        for line in (*told, _written(file, output)):
            click.echo(line.in_(lang), err=True)
        return 0

    clean, count = inspector.redacted(text, options["style"], key.encode(), lang)
    put(clean.encode(encoding, "replace"), output)
    said = Both(
        f"{file}：遮盖了 {count} 处，写到 {output}",
        f"{file}: {count} blacked out, written to {output}",
    )
    click.echo(said.in_(lang), err=True)
    return 0


def _written(file: str, output: str) -> Both:
    return Both(f"{file}：写到 {output}", f"{file}: written to {output}")


def _text(file: str) -> tuple[str, str]:
    """The whole text of `file` and its encoding; what is not all text is refused, not changed.

    Raises NoText for what is no plain text at all: a document, a picture.
    """
    name = STDIN if file == "-" else file
    try:
        if file == "-":
            return _whole(standard_input(plain=True), name)
        with opened(file, plain=True) as text:
            return _whole(text, name)
    except NoText:
        raise
    except Unreadable as error:
        raise Failure(f"{name}：{error.reason.zh}", f"{name}: {error.reason.en}") from None


def _whole(text: Text | FileText, name: str) -> tuple[str, str]:
    parts, size = [], 0
    for piece in text.pieces():
        parts.append(piece)
        size += len(piece)
        if size > _LARGEST:
            raise Failure(f"{name} 太大，请拆开再遮盖", f"{name} is too big to redact: split it first")
    if problem := text.problem:
        raise Failure(f"{name}：{problem.zh}", f"{name}: {problem.en}")
    return "".join(parts), text.encoding
