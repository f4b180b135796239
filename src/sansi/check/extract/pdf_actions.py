"""动作 · What a PDF file does when it is opened, turned or clicked; where its links lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

from sansi.check.extract.document import Document, Fact, Segment
from sansi.check.extract.pdf_values import branches, entry, items, listed, named, words
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, PagePlace, Place

_MOST_STEPS = 50
_KINDS = {
    "/JavaScript": ("JavaScript 脚本", "JavaScript"),
    "/Launch": ("启动程序或打开文件", "starting a program or opening a file"),
    "/URI": ("连接网络", "connecting to a web address"),
    "/SubmitForm": ("把填写的内容发到网上", "sending what is filled in to an address"),
    "/ImportData": ("读入别的文件", "reading another file"),
    "/GoToR": ("打开别的文件", "opening another file"),
    "/GoToE": ("打开附件", "opening an attachment"),
    "/Rendition": ("播放媒体", "playing media"),
    "/RichMediaExecute": ("播放媒体", "playing media"),
}
_ON_CLICK = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData"}
# Acrobat's own formatting of dates and amounts, in every form with a number field.
_FORMATTING = (
    "AFNumber_",
    "AFDate_",
    "AFTime_",
    "AFSpecial_",
    "AFPercent_",
    "AFSimple_",
    "AFRange_",
    "AFMerge",
)


class Step(NamedTuple):
    """One action: its kind, and its script, address or file."""

    kind: str
    text: str


def steps(action: Any) -> Iterator[Step]:
    """An action and those that follow it."""
    waiting, count = [action], 0
    while waiting and count < _MOST_STEPS:
        one = waiting.pop(0)
        count += 1
        if isinstance(one, pikepdf.Dictionary):
            kind = str(one.get("/S", ""))
            target = one.get("/F")
            file = (
                target if isinstance(target, pikepdf.String) else entry(target, "/UF") or entry(target, "/F")
            )
            said = words(one.get("/JS")), words(one.get("/URI")), words(file), words(entry(one, "/Win", "/F"))
            yield Step(kind, "\n".join(filter(None, said)))
            waiting += listed(one.get("/Next"))


def automatic(owner: Any) -> Iterator[Step]:
    """What happens by itself: the additional actions of a page, a field, the file."""
    for _, action in items(entry(owner, "/AA")):
        yield from steps(action)


def of_file(root: Any, document: Document) -> None:
    """What the file does when it is opened: into `document`."""
    opening = root.get("/OpenAction")
    told: list[Step] = [*steps(opening), *automatic(root)]
    for _, script in named(entry(root, "/Names", "/JavaScript")):
        told += steps(script)
    where = FieldPlace("OpenAction")
    for step in told:
        report(step, where, document, by_itself=True)
    for field in branches(entry(root, "/AcroForm"), "/Fields"):
        for inner in branches(field, "/Kids") if field.get("/Fields") is None else ():
            _of_field(inner, document)


def _of_field(field: Any, document: Document) -> None:
    for step in automatic(field):
        report(step, FieldPlace("AcroForm"), document, by_itself=True)


def report(step: Step, where: Place, document: Document, *, by_itself: bool) -> None:
    """The fact about an action, if it does something: `by_itself` or on a click."""
    scripted = step.text.strip().lower().startswith("javascript:")
    if step.kind not in _KINDS or not (by_itself or scripted or step.kind in _ON_CLICK):
        return
    zh, en = _KINDS["/JavaScript" if scripted else step.kind]
    when = Both("自动", "by itself") if by_itself else Both("点击时", "on a click")
    harmless = step.kind == "/JavaScript" and step.text.strip().startswith(_FORMATTING)
    asked = step.kind == "/SubmitForm" and not by_itself
    fact = Fact(
        "meta-active-content",
        where,
        Both(f"{when.zh}运行：{zh}", f"runs {when.en}: {en}"),
        step.text,
        Confidence.POSSIBLE if harmless or asked else Confidence.LIKELY,
    )
    if fact not in document.facts:
        document.facts.append(fact)
        if step.kind == "/JavaScript" and step.text.strip():
            document.segments.append(Segment(step.text, lambda _start, _end: where))


def page_place(index: int) -> Place:
    """Where the actions of page `index` (from 0) are."""
    return PagePlace(index + 1, None, "source")
