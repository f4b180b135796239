"""位置 · Where in a file something stands: a line, a page, a cell, a slide, a field.

Each sort of place spells itself for programs (`as_dict`, a contract) and for people (`said`).
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; of a page in points from its top left corner, of an image in pixels."""

_PARTS = {
    "body": ("正文", "body"),
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
    "footnote": ("脚注", "footnote"),
    "endnote": ("尾注", "endnote"),
    "comment": ("批注", "comment"),
    "textbox": ("文本框", "text box"),
    "deleted": ("已删除的文字", "deleted text"),
    "hidden": ("隐藏的文字", "hidden text"),
    "notes": ("备注", "speaker notes"),
    "layout": ("版式", "layout"),
    "alt": ("替代文字", "alternative text"),
    "formula": ("公式", "formula"),
    "link": ("链接地址", "link address"),
    "annotation": ("注释", "annotation"),
    "form": ("表单", "form field"),
    "bookmark": ("书签", "bookmark"),
    "subject": ("主题", "subject"),
    "address": ("地址行", "address line"),
    "code": ("条码", "bar code"),
    "source": ("源代码", "source"),
    "revision": ("以前的版本", "earlier version"),
    "field": ("域代码", "field code"),
    "chart": ("图表", "chart"),
    "diagram": ("智能图形", "diagram"),
    "media": ("图片说明", "caption of media"),
    "numbering": ("编号格式", "numbering"),
    "glossary": ("构建基块", "building block"),
    "unused": ("没有用到的文字", "unused text"),
    "pivot": ("数据透视表的缓存", "pivot cache"),
    "external": ("外部数据的缓存", "cached outside data"),
    "name": ("名称", "defined name"),
    "validation": ("数据有效性", "data validation"),
}
PARTS = frozenset(_PARTS)
"""The parts of a document that a place can name."""


def part_said(part: str, lang: str) -> str:
    """The name of a part in `lang`; raises KeyError for one that is not in `PARTS`."""
    return _PARTS[part][not lang.startswith("zh")]


class Place(Protocol):
    """What every sort of place can do."""

    def as_dict(self) -> dict[str, Any]:
        """The place as the JSON contract spells it; `kind` says which sort."""
        ...

    def said(self, lang: str) -> str:
        """The place in words, `zh` or `en`."""
        ...


class TextPlace(NamedTuple):
    """Line and column of a place in plain text, both counted from 1, in code points."""

    line: int
    column: int

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "text", "line": self.line, "column": self.column}

    def said(self, lang: str) -> str:
        """See `Place`."""
        if lang.startswith("zh"):
            return f"第 {self.line} 行第 {self.column} 列"
        return f"line {self.line}, column {self.column}"


class PagePlace(NamedTuple):
    """A page, counted from 1, and the box on it where one is known."""

    page: int
    box: Box | None = None
    part: str = "body"

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "page", "page": self.page, "box": _rounded(self.box), "part": self.part}

    def said(self, lang: str) -> str:
        """See `Place`."""
        page = f"第 {self.page} 页" if lang.startswith("zh") else f"page {self.page}"
        return _with_part(page, self.part, lang)


class ImagePlace(NamedTuple):
    """A box in an image, in pixels as it is stored; `frame` counts from 1.

    `orientation` is that of Exif: 6 for a photo that is shown turned right, and so on; words go by what is shown.
    """

    box: Box | None = None
    frame: int = 1
    width: int = 0
    height: int = 0
    part: str = "body"
    orientation: int = 1

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "image", "box": _rounded(self.box), "frame": self.frame, "part": self.part}

    def said(self, lang: str) -> str:
        """Where in the picture, in words: a terminal shows no box."""
        chinese = lang.startswith("zh")
        place = "图片" if chinese else "image"
        if self.frame > 1:
            place += f"第 {self.frame} 帧" if chinese else f", frame {self.frame}"
        if self.box and self.width and self.height:
            shown = _shown(self.box, self.width, self.height, self.orientation)
            place += ("" if chinese else ", ") + _corner(*shown, chinese=chinese)
        return _with_part(place, self.part, lang)


class ParagraphPlace(NamedTuple):
    """A paragraph of a part, counted from 1."""

    part: str
    number: int

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "paragraph", "part": self.part, "index": self.number}

    def said(self, lang: str) -> str:
        """See `Place`."""
        if lang.startswith("zh"):
            return f"{part_said(self.part, lang)}第 {self.number} 段"
        return f"{part_said(self.part, lang)}, paragraph {self.number}"


class CellPlace(NamedTuple):
    """A cell by the name of its sheet and its reference, such as C5; the whole sheet where that is ""."""

    sheet: str
    ref: str
    part: str = "body"

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "cell", "sheet": self.sheet, "ref": self.ref, "part": self.part}

    def said(self, lang: str) -> str:
        """See `Place`."""
        chinese = lang.startswith("zh")
        sheet = f"工作表“{self.sheet}”" if chinese else f"sheet “{self.sheet}”"
        if self.ref:
            sheet += f"的 {self.ref}" if chinese else f", {self.ref}"
        return _with_part(sheet, self.part, lang)


class SlidePlace(NamedTuple):
    """A slide, counted from 1, and which of its parts."""

    slide: int
    part: str = "body"

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "slide", "slide": self.slide, "part": self.part}

    def said(self, lang: str) -> str:
        """See `Place`."""
        slide = f"第 {self.slide} 张幻灯片" if lang.startswith("zh") else f"slide {self.slide}"
        return _with_part(slide, self.part, lang)


class FieldPlace(NamedTuple):
    """A field beside the content: a document property, a tag of a photo, a header line of a mail."""

    name: str

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return {"kind": "field", "name": self.name}

    def said(self, lang: str) -> str:
        """See `Place`."""
        return f"属性“{self.name}”" if lang.startswith("zh") else f"field “{self.name}”"


class InnerPlace(NamedTuple):
    """A place in a file within the file: an attachment, a member of an archive, a picture in a document."""

    inside: tuple[str, ...]
    place: Place

    def as_dict(self) -> dict[str, Any]:
        """The inner place, with the way to it."""
        return {**self.place.as_dict(), "inside": list(self.inside)}

    def said(self, lang: str) -> str:
        """See `Place`."""
        return " › ".join((*self.inside, self.place.said(lang)))


class ToldPlace(NamedTuple):
    """A place as another process told it: ready for programs and for people, `words` in Chinese and English."""

    spelt: dict[str, Any]
    words: tuple[str, str]

    def as_dict(self) -> dict[str, Any]:
        """See `Place`."""
        return self.spelt

    def said(self, lang: str) -> str:
        """See `Place`."""
        return self.words[not lang.startswith("zh")]


def _with_part(place: str, part: str, lang: str) -> str:
    if part == "body":
        return place
    joint = "，" if lang.startswith("zh") else ", "
    return place + joint + part_said(part, lang)


def _rounded(box: Box | None) -> list[float] | None:
    return [round(x, 1) for x in box] if box else None


def _shown(box: Box, width: int, height: int, orientation: int) -> tuple[Box, int, int]:
    """A box of the stored picture where people see it, and the size of what they see (Exif 3.0, 4.6.5.1.6)."""
    left, top, right, bottom = box
    if orientation >= 5:
        left, top, right, bottom, width, height = top, left, bottom, right, height, width
    if orientation in {2, 3, 6, 7}:
        left, right = width - right, width - left
    if orientation in {3, 4, 7, 8}:
        top, bottom = height - bottom, height - top
    return (left, top, right, bottom), width, height


def _corner(box: Box, width: int, height: int, *, chinese: bool) -> str:
    """Which of nine fields of the picture the middle of `box` is in."""
    column = min(2, int(3 * (box[0] + box[2]) / 2 / width))
    row = min(2, int(3 * (box[1] + box[3]) / 2 / height))
    if chinese:
        words = ("左", "中", "右")[column] + ("上", "间", "下")[row]
        return {"中上": "上方", "中间": "中间", "中下": "下方", "左间": "左侧", "右间": "右侧"}.get(
            words, words + "角"
        )
    rows, columns = ("top", "middle", "bottom"), ("left", "centre", "right")
    return "in the middle" if row == column == 1 else f"{rows[row]} {columns[column]}"
