"""没读到的页 · Pages of which something could not be read, said together: "pages 3–12, 40"."""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.model import Both


class PageGaps:
    """Collects reasons and the pages they hold for; `{}` in a reason stands for the pages."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pages: dict[Both, list[int]] = {}

    def add(self, reason: Both, page: int) -> None:
        """Note `reason` for a page, counted from 1."""
        self._pages.setdefault(reason, []).append(page)

    def said(self) -> list[Both]:
        """Each reason once, with its pages."""
        found = []
        for reason, pages in self._pages.items():
            ranges = list(_ranges(pages))
            zh = f"第 {'、'.join(ranges)} 页"
            en = f"page {ranges[0]}" if len(set(pages)) == 1 else f"pages {', '.join(ranges)}"
            found.append(Both(reason.zh.format(zh), reason.en.format(en)))
        return found


def _ranges(pages: Iterable[int]) -> Iterable[str]:
    numbers = sorted(set(pages))
    first = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number == last + 1:
            last = number
            continue
        yield str(first) if first == last else f"{first}–{last}"
        first = last = number


UNREADABLE = Both(
    "{}已损坏，没有读出来；请从原稿重新导出 PDF",
    "{} could not be read, damaged: export the PDF anew from the original",
)
DAMAGED = Both(
    "{}的内容有损坏，可能缺字；请从原稿重新导出 PDF",
    "{} may lack words, for its content is damaged: export the PDF anew from the original",
)
BOMB = Both(
    "{}解开后过大，可能是“压缩炸弹”，没有检查；请只检查要发布的部分",
    "{} was not checked: it grows too big when unpacked and may be a bomb; check only what is to be published",
)
NO_OCR = Both(
    "{}是图片，没有可读的文字，需要文字识别：请安装 sansi[ocr] 再查",
    "{} has only pictures and no words that can be read: install sansi[ocr] and check again",
)
NO_LETTERS = Both(
    "{}用的字体没有说明是哪些字，读出来的不可靠，需要文字识别：请安装 sansi[ocr] 再查，或从原稿重新导出 PDF",
    "{} has fonts that do not tell their letters: install sansi[ocr], or export the PDF anew, and check again",
)
TOO_LATE = Both(
    "{}没有检查，时间不够；请拆成几份再查",
    "{} could not be checked in time: split the file and check the parts",
)
NOT_COMPARED = Both(
    "{}的文字已检查，但没有时间核对哪些字看不见；请拆成几份再查",
    "{} had its words checked, but not which of them are invisible, for lack of time: split the file",
)
NOT_SEEN = Both(
    "{}的图形太多，没有查隐藏的文字；请从原稿重新导出 PDF",
    "{} has too many shapes to look for hidden text: export the PDF anew from the original",
)
PICTURES = Both(
    "{}的图片太多或太大，有的没有检查；请取出来单独检查",
    "{} has too many or too big pictures, some were not checked: take them out and check them",
)
NO_NOTES = Both(
    "{}的注释、链接没有读出来，文件有损坏；请重新导出 PDF",
    "{} has notes or links that could not be read, damaged: export the PDF anew",
)
