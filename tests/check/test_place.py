"""A place spells itself for programs and for people."""

from __future__ import annotations

import pytest

from sansi.check.place import (
    PARTS,
    CellPlace,
    FieldPlace,
    ImagePlace,
    InnerPlace,
    PagePlace,
    ParagraphPlace,
    Place,
    SlidePlace,
    TextPlace,
    part_said,
)


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (TextPlace(2, 3), "第 2 行第 3 列", "line 2, column 3"),
        (PagePlace(4), "第 4 页", "page 4"),
        (PagePlace(4, None, "header"), "第 4 页，页眉", "page 4, header"),
        (ParagraphPlace("footnote", 2), "脚注第 2 段", "footnote, paragraph 2"),
        (CellPlace("名单", "C5"), "工作表“名单”的 C5", "sheet “名单”, C5"),
        (SlidePlace(7, "notes"), "第 7 张幻灯片，备注", "slide 7, speaker notes"),
        (FieldPlace("Author"), "属性“Author”", "field “Author”"),
        (ImagePlace(), "图片", "image"),
        (ImagePlace((0, 0, 9, 9), 2, 90, 90), "图片第 2 帧左上角", "image, frame 2, top left"),
        (ImagePlace((40, 40, 50, 50), 1, 90, 90), "图片中间", "image, in the middle"),
        (ImagePlace((80, 40, 90, 50), 1, 90, 90), "图片右侧", "image, middle right"),
        (
            InnerPlace(("附件.zip", "a.docx"), ParagraphPlace("body", 1)),
            "附件.zip › a.docx › 正文第 1 段",
            "附件.zip › a.docx › body, paragraph 1",
        ),
    ],
)
def test_a_place_in_words(place: Place, zh: str, en: str) -> None:
    assert (place.said("zh"), place.said("en")) == (zh, en)


@pytest.mark.parametrize(
    ("place", "spelt"),
    [
        (TextPlace(2, 3), {"kind": "text", "line": 2, "column": 3}),
        (PagePlace(4), {"kind": "page", "page": 4, "box": None, "part": "body"}),
        (PagePlace(4, (0, 1, 2.04, 3)), {"kind": "page", "page": 4, "box": [0, 1, 2.0, 3], "part": "body"}),
        (ParagraphPlace("body", 2), {"kind": "paragraph", "part": "body", "index": 2}),
        (CellPlace("a", "C5"), {"kind": "cell", "sheet": "a", "ref": "C5", "part": "body"}),
        (SlidePlace(7), {"kind": "slide", "slide": 7, "part": "body"}),
        (FieldPlace("Author"), {"kind": "field", "name": "Author"}),
        (InnerPlace(("a.zip",), FieldPlace("b")), {"kind": "field", "name": "b", "inside": ["a.zip"]}),
    ],
)
def test_a_place_for_programs(place: Place, spelt: dict[str, object]) -> None:
    # Places may come to say more; what they say is a contract.
    assert place.as_dict().items() >= spelt.items()


def test_every_part_has_its_words() -> None:
    assert all(part_said(part, lang) for part in PARTS for lang in ("zh", "en"))
