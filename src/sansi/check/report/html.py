"""HTML 报告 · One page that needs nothing else: no script, no font, no request. It prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from sansi.check.model import Both, Severity
from sansi.check.report.explain import CATEGORIES, CONFIDENCES, SEVERITIES
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Item, Outcome, View, by_line
from sansi.check.report.style import STYLE

_WORDS = {
    "title": Both("三思 · 发布前检查", "Sansi · check before you post"),
    "motto": Both("三思而后发", "Think thrice before you post"),
    "clean": Both("没有发现不该公开的内容", "Nothing found that must not go out"),
    "incomplete": Both(
        "没能全部查完；查完的部分没有发现", "Not all of it could be checked; nothing found in what was"
    ),
    "found": Both("处要处理", "to deal with"),
    "hints": Both("处提示", "hints"),
    "files": Both("个文件", "files"),
    "why": Both("为什么", "Why"),
    "fix": Both("怎么办", "What to do"),
    "trouble": Both("没能查完的", "Not fully checked"),
    "masked": Both(
        "预览已遮盖。本页不联网，也不含脚本。",
        "Previews are masked. This page loads nothing and has no script.",
    ),
    "shown": Both("本页含有未遮盖的内容，请勿转发。", "This page shows values in full: do not pass it on."),
}


def as_html(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """The whole report: a summary, then every file with findings, then what could not be read."""
    files = list(results)
    lang = "zh-Hans" if view.lang.startswith("zh") else "en"
    yield (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_say('title', view)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    yield _summary(files, view)
    for file in files:
        if file.items:
            yield _file(file, view)
    yield _trouble(files, view)
    yield _about_rules(files, view)
    yield f"</main>\n<footer>{_say('motto', view)} · Sansi {escape(view.version)}</footer>\n</body>\n</html>\n"


def _say(key: str, view: View) -> str:
    return escape(_WORDS[key].in_(view.lang))


def _summary(files: list[FileResult], view: View) -> str:
    hard = [i for f in files for i in f.items if not i.hint]
    hints = sum(len(f.items) for f in files) - len(hard)
    by = Counter(i.severity for i in hard)
    tiles = "".join(
        f'<li class="tile {s}"><b>{by[s]}</b> {escape(SEVERITIES[s].in_(view.lang))}</li>'
        for s in Severity
        if by[s]
    )
    if hints:
        tiles += f'<li class="tile hint"><b>{hints}</b> {_say("hints", view)}</li>'
    checked = sum(f.outcome is not Outcome.SKIPPED for f in files)
    incomplete = any(f.outcome in (Outcome.PARTIAL, Outcome.UNREADABLE) for f in files)
    verdict, manner = ("incomplete", "bad") if incomplete else ("clean", "good")
    head = f"<b>{len(hard)}</b> {_say('found', view)}" if hard else _say(verdict, view)
    return (
        f'<header><p class="brand">{_say("title", view)}</p>\n<h1 class="{"bad" if hard else manner}">{head}</h1>\n'
        f'<ul class="tiles">{tiles}<li class="tile plain"><b>{checked}</b> {_say("files", view)}</li></ul></header>\n'
    )


def _file(file: FileResult, view: View) -> str:
    remarks = [file.kind] if file.kind != "text" else []
    remarks += [file.encoding] if file.encoding not in ("", "utf-8") else []
    said = f" <small>{escape(' · '.join(remarks).upper())}</small>" if remarks else ""
    lines = "".join(_line(items, view) for items in by_line(file.items))
    return f'<section class="file"><h2>{escape(clean(file.path))}{said}</h2>\n{lines}</section>\n'


def _line(items: list[Item], view: View) -> str:
    line, at, marked = items[0].line, 0, ""
    for item in items:
        stop = item.at + len(item.text)
        marked += (
            f'{escape(line[at : item.at])}<mark class="{_kind(item)}">{escape(line[item.at : stop])}</mark>'
        )
        at = stop
    marked += escape(line[at:])
    rows = "".join(_finding(i, view) for i in items)
    source = (
        f'<div class="source"><span class="number">{items[0].line_number}</span><code>{marked}</code></div>'
    )
    # Some hidden facts have nothing to show: that there are macros, say.
    return f"<article>{source if line else ''}<ul>{rows}</ul></article>\n"


def _kind(item: Item) -> str:
    return "hint" if item.hint else str(item.severity)


def _finding(item: Item, view: View) -> str:
    rule = view.rules[item.rule]
    place = item.there.said(view.lang)
    return (
        f'<li><span class="badge {_kind(item)}">{escape(SEVERITIES[item.severity].in_(view.lang))}</span> '
        f'<a href="#{escape(rule.id)}">{escape(rule.title.in_(view.lang))}</a> '
        f'<span class="sure">{escape(CONFIDENCES[item.confidence].in_(view.lang))} · '
        f"{escape(item.reason.in_(view.lang))}</span> <span class='place'>{escape(place)}</span></li>"
    )


def _about_rules(files: list[FileResult], view: View) -> str:
    used = sorted({i.rule for f in files for i in f.items})
    rows = "".join(_rule(r, view) for r in used)
    remark = _say("shown" if view.show_values else "masked", view)
    return f'<section class="rules">{rows}</section>\n<p class="remark">{remark}</p>\n'


def _rule(rule_id: str, view: View) -> str:
    rule = view.rules[rule_id]
    return (
        f'<article class="rule" id="{escape(rule_id)}"><h3>{escape(rule.title.in_(view.lang))} '
        f"<small>{escape(CATEGORIES[rule.category].in_(view.lang))} · {escape(rule_id)}</small></h3>"
        f"<p><b>{_say('why', view)}</b> {escape(rule.why.in_(view.lang))}</p>"
        f"<p><b>{_say('fix', view)}</b> {escape(rule.advice.in_(view.lang))}</p></article>\n"
    )


def _trouble(files: list[FileResult], view: View) -> str:
    rows = "".join(
        f"<li><b>{escape(clean(f.path))}</b> {escape(f.problem.in_(view.lang))}</li>"
        for f in files
        if f.problem and f.outcome in (Outcome.PARTIAL, Outcome.UNREADABLE)
    )
    return (
        f'<section class="trouble"><h2>{_say("trouble", view)}</h2><ul>{rows}</ul></section>\n'
        if rows
        else ""
    )
