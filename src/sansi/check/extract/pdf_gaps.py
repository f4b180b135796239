"""没读到的部分 · What of a PDF file could not be read; pages are said together: "pages 3–12, 40"."""

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
    "damaged and not read: {}; export the PDF anew from the original",
)
DAMAGED = Both(
    "{}的内容有损坏，可能缺字；请从原稿重新导出 PDF",
    "damaged, words may be missing: {}; export the PDF anew from the original",
)
BOMB = Both(
    "{}解开后过大，可能是“压缩炸弹”，没有检查；请只检查要发布的部分",
    "not checked, too big when unpacked, maybe a bomb: {}; check only what is to be published",
)
NO_OCR = Both(
    "{}是图片，没有可读的文字，需要文字识别：请安装 sansi[ocr] 再查",
    "only pictures, no words that can be read: {}; install sansi[ocr] and check again",
)
NO_LETTERS = Both(
    "{}用的字体没有说明是哪些字，读出来的不可靠，需要文字识别：请安装 sansi[ocr] 再查，或从原稿重新导出 PDF",
    "fonts that do not tell their letters: {}; install sansi[ocr], or export the PDF anew, and check again",
)
TOO_LATE = Both(
    "{}没有检查，时间或篇幅超限；请拆成几份再查",
    "not checked, too long for one file: {}; split the file and check the parts",
)
NOT_COMPARED = Both(
    "{}的文字已检查，但没有时间核对哪些字看不见；请拆成几份再查",
    "words checked, but in want of time not which of them are invisible: {}; split the file",
)
NOT_SEEN = Both(
    "{}的图形太多，没有查隐藏的文字；请从原稿重新导出 PDF",
    "too many shapes to look for hidden text: {}; export the PDF anew from the original",
)
PICTURES = Both(
    "{}的图片太多或太大，有的没有检查；请取出来单独检查",
    "too many or too big pictures, some not checked: {}; take them out and check them",
)
NO_NOTES = Both(
    "{}的注释、链接没有读出来，文件有损坏；请重新导出 PDF",
    "damaged, annotations and links not read: {}; export the PDF anew",
)

BROKEN = Both(
    "文件已损坏，可能缺页、缺字；请从原稿重新导出 PDF",
    "the file is damaged and may lack pages or words: export the PDF anew from the original",
)
NO_FACTS = Both(
    "文件结构有损坏，属性、注释、附件等隐藏信息没有检查；请从原稿重新导出 PDF",
    "hidden facts (properties, comments, attachments …) were not checked, for the structure of the file is damaged: "
    "export the PDF anew from the original",
)
PAGES_DIFFER = Both(
    "文件说的页数和实有的不一致，可能有页没有检查；请从原稿重新导出 PDF",
    "the number of pages is not what the file says, some may not have been checked: export the PDF anew",
)
TOO_MANY_NOTES = Both(
    "注释太多，后面的没有检查；请删去不需要的，或拆成几份再查",
    "not all annotations were checked, there are too many: remove what is not needed, or split the file",
)
NO_STAMPS = Both(
    "有些图章、按钮上的字没有读出来，请自己看一遍",
    "the words on some stamps or buttons could not be read: look at them yourself",
)
MEDIA = Both(
    "里面有声音、影片或三维模型，没有检查；请自己看一遍、听一遍",
    "sound, film or a 3D model inside is not checked: look at it and listen to it",
)
FAILED_OCR = Both(
    "文字识别出错，有的页没有读出来；请把页面另存为图片再查",
    "the OCR failed on some pages: save them as pictures and check those",
)
