"""出错时的话 · What is said when a command line does not make sense."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click

from sansi.check.model import Both
from sansi.cli.app import Failure


def said(error: click.ClickException, lang: str) -> str:
    """`error` as one message in `lang`, with where to find help."""
    words = _words(error).in_(lang)
    prefix = Both("错误：", "Error: ").in_(lang)
    ctx = getattr(error, "ctx", None)
    if not isinstance(error, click.UsageError) or ctx is None:
        return prefix + words
    hint = Both("看用法：", "See: ").in_(lang)
    return f"{prefix}{words}\n{hint}{ctx.command_path} --help"


def _words(error: click.ClickException) -> Both:
    if isinstance(error, Failure):
        return error.both
    message = error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities or ()
        more = f"，是不是 {'、'.join(near)}？" if near else ""
        return Both(f"没有选项 {error.option_name}{more}", message)
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return Both(f"缺少参数 {name}", message)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return Both(f"{error.param.opts[0]} 的值不对：{error.message}", message)
    return Both(message, message)


def unknown_rules(unknown: Iterable[str], known: Iterable[str]) -> Failure:
    """The refusal of rule ids that nobody has, with the nearest that there are."""
    ids = sorted(known)
    zh, en = [], []
    for one in unknown:
        near = difflib.get_close_matches(one, ids, 3, 0.5)
        zh.append(f"没有规则 {one!r}" + (f"，是不是 {'、'.join(near)}？" if near else ""))
        en.append(f"no rule {one!r}" + (f", did you mean {', '.join(near)}?" if near else ""))
    return Failure("；".join(zh) + "（全部规则：sansi rules）", "; ".join(en) + " (all of them: sansi rules)")
