"""给人看的文本 · Findings for the person at the terminal: the line, the place, why, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from sansi.check.model import Both, Severity
from sansi.check.report.explain import CONFIDENCES, SEVERITIES
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Item, Outcome, View, by_line

_COLOURS = {Severity.HIGH: "31", Severity.MEDIUM: "33", Severity.LOW: "36"}
_BOLD, _DIM = "1", "2"
_WHY = Both("为何", "why")
_FIX = Both("怎办", "fix")
# What a font draws two cells wide: wide and full-width characters, as Unicode annex 11 has them.
_WIDE = frozenset("WF")


def width(text: str) -> int:
    """Cells that `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_cells(c) for c in text)


def _cells(c: str) -> int:
    if unicodedata.combining(c) or c == "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(c) in _WIDE else 1


def as_text(results: Iterable[FileResult], view: View) -> Iterator[str]:
    """A block for each file with findings, written as soon as the file has been checked."""
    page = _Page(view)
    for result in results:
        if result.items:
            yield page.file(result)


class _Page:
    """Remembers which rules it has already explained: once is enough."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.explained: set[str] = set()

    def paint(self, text: str, *codes: str) -> str:
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.view.colour else text

    def file(self, result: FileResult) -> str:
        title = self.paint(clean(result.path), _BOLD, "4")
        remarks = [result.encoding.upper()] if result.encoding not in ("", "utf-8") else []
        if result.outcome is Outcome.PARTIAL:
            remarks.append(Both("只检查了一部分", "checked in part").in_(self.view.lang))
        lines = [" · ".join((title, *remarks))]
        digits = max(len(i.line_number) for i in result.items)
        for items in by_line(result.items):
            if items[0].line:
                lines += self._source(items, digits)
            for item in items:
                lines += self._about(item, digits, "╰" if item is items[-1] else "├")
        return "\n".join(lines) + "\n\n"

    def _source(self, items: list[Item], digits: int) -> Iterator[str]:
        """The line itself, and the places underlined; apart where they don't fit together."""
        room = max(40, self.view.columns - digits - 4)
        fits = width(items[0].line) <= room
        parts = [(items[0].line, items)] if fits else [_cropped(item, room) for item in items]
        for line, here in parts:
            number = here[0].line_number.rjust(digits)
            yield f" {self.paint(number, _DIM)} {self.paint('│', _DIM)} {line}"
            yield f" {' ' * digits} {self.paint('│', _DIM)} {self._underline(line, here)}"

    def _underline(self, line: str, items: list[Item]) -> str:
        under, at = "", 0
        for item in items:
            under += " " * width(line[at : item.at])
            at = item.at + len(item.text)
            under += self.paint(
                "━" * max(1, width(item.text)), _DIM if item.hint else _COLOURS[item.severity]
            )
        return under

    def _about(self, item: Item, digits: int, branch: str) -> Iterator[str]:
        view, rule = self.view, self.view.rules[item.rule]
        severity = f" {SEVERITIES[item.severity].in_(view.lang)} "
        painted = (
            self.paint(severity, _DIM if item.hint else "7", _COLOURS[item.severity])
            if view.colour
            else severity.strip()
        )
        sure = CONFIDENCES[item.confidence].in_(view.lang)
        joint = "：" if view.lang.startswith("zh") else ": "
        place = (
            f"{item.line_number}:{item.where['column']}" if item.line_number else item.there.said(view.lang)
        )
        yield " ".join(
            (
                " " * (digits + 1),
                self.paint(branch, _DIM),
                painted,
                self.paint(clean(rule.title.in_(view.lang)), _BOLD),
                self.paint(rule.id, _DIM),
                self.paint(place, _DIM),
                f"— {sure}{joint}{clean(item.reason.in_(view.lang))}",
            )
        )
        if rule.id in self.explained:
            return
        self.explained.add(rule.id)
        for heading, words in ((_WHY, rule.why), (_FIX, rule.advice)):
            stem = "│" if branch == "├" else " "
            yield f"{' ' * (digits + 2)}{self.paint(stem, _DIM)}  {self.paint(heading.in_(view.lang), _DIM)} {clean(words.in_(view.lang))}"


def _cropped(item: Item, room: int) -> tuple[str, list[Item]]:
    """As much of the line around one finding as there is room for."""
    spare = max(0, room - width(item.text) - 2) // 2
    left, right = item.line[: item.at], item.line[item.at + len(item.text) :]
    before = _fitting(left[::-1], spare)[::-1]
    after = _fitting(right, spare)
    head = "…" if len(before) < len(left) else ""
    tail = "…" if len(after) < len(right) else ""
    line = head + before + item.text + after + tail
    return line, [item._replace(line=line, at=len(head) + len(before))]


def _fitting(text: str, room: int) -> str:
    """As much of the beginning of `text` as `room` cells hold."""
    for i, c in enumerate(text):
        room -= _cells(c)
        if room < 0:
            return text[:i]
    return text
