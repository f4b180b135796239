"""Word, Excel and PowerPoint: every plant goes, what is seen stays, and other readers open what comes out."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pptx
import pytest
from PIL import Image

from sansi.check.clean.clean import clean
from sansi.check.clean.cleaner import Cleaned
from sansi.check.extract.document import Unreadable
from sansi.check.extract.kinds import kind_of
from sansi.check.verify import leaks
from tests.check.clean import office
from tests.check.clean.deep import left_of
from tests.check.clean.test_pictures import jpeg

FILES = {
    "docx": (office.word, office.WORD_PLANTS, ["HiddenVanish"]),
    "xlsx": (office.book, office.BOOK_PLANTS, office.BOOK_HIDDEN),
    "pptx": (office.slides, office.SLIDE_PLANTS, office.SLIDE_HIDDEN),
}
Case = tuple[Callable[[], bytes], list[str], list[str]]


@pytest.fixture(params=FILES)
def case(request: pytest.FixtureRequest) -> Case:
    return FILES[request.param]


def test_every_plant_goes_and_what_is_not_shown_stays_until_it_is_asked_for(case: Case) -> None:
    make, plants, hidden = case
    data = make()
    assert left_of(data, plants + hidden) == plants + hidden

    done = clean(data)
    assert left_of(done.data, plants) == []
    assert left_of(done.data, hidden) == hidden
    assert leaks(done.data, plants) == []
    assert done.left

    more = clean(data, hidden=True)
    assert left_of(more.data, plants + hidden) == []
    assert leaks(more.data, plants + hidden) == []


def test_the_same_again_changes_nothing(case: Case) -> None:
    once = clean(case[0]())
    twice = clean(once.data)

    assert twice.data == once.data
    assert twice.removed == []


def test_it_says_what_was_removed(case: Case) -> None:
    said = " ".join(both.en for both in clean(case[0]()).removed)

    assert "author" in said
    assert "comment" in said


def test_word_text_is_what_it_was_with_changes_accepted() -> None:
    read = docx.Document(io.BytesIO(clean(office.word()).data))

    assert [p.text for p in read.paragraphs] == [
        "前 inserted 后", "joined together", "moved here", "", "看得见的正文 visible body", "", "HiddenVanishseen",
    ]  # fmt: skip
    assert [[c.text for c in row.cells] for t in read.tables for row in t.rows] == [
        ["kept row"],
        ["姓名", "visible cell"],
    ]
    assert read.sections[0].header.paragraphs[0].text == "visible header"
    assert read.paragraphs[1].alignment == 1
    assert len(read.inline_shapes) == 1
    assert "HiddenVanish" not in [
        p.text for p in docx.Document(io.BytesIO(clean(office.word(), hidden=True).data)).paragraphs
    ]


def test_pictures_and_documents_within_are_cleaned_pixels_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(clean(office.word()).data)) as archive:
        photo, sheet = archive.read("word/media/photo.jpeg"), archive.read("word/embeddings/sheet1.xlsx")

    with Image.open(io.BytesIO(photo)) as one, Image.open(io.BytesIO(jpeg())) as other:
        assert one.tobytes() == other.tobytes()
    assert openpyxl.load_workbook(io.BytesIO(sheet))["Visible"]["A1"].value == "visible one"


@pytest.mark.parametrize("hidden", [False, True])
def test_cells_show_what_they_showed(hidden: bool) -> None:
    read = openpyxl.load_workbook(io.BytesIO(clean(office.book(), hidden=hidden).data))

    sheet = read["Visible"]
    assert (sheet["A1"].value, sheet["C1"].value, sheet["A3"].value) == ("visible one", "visible three", 13)
    assert sheet["A4"].value == (None if hidden else "=A3*2")
    assert sheet["A1"].comment is None
    assert sheet["B1"].value == (None if hidden else "HiddenColumn")
    assert read.sheetnames == ["Visible", "Second"]


@pytest.mark.parametrize("hidden", [False, True])
def test_slides_stay(hidden: bool) -> None:
    read = pptx.Presentation(io.BytesIO(clean(office.slides(), hidden=hidden).data))

    assert [s.shapes.title.text for s in read.slides] == ["visible slide"] + ["HiddenSlide"] * (not hidden)
    assert read.slides[0].shapes[1]._element.nvPicPr.cNvPr.get("descr") == "chart.jpg"


def test_macros_go_and_the_type_says_so() -> None:
    with zipfile.ZipFile(io.BytesIO(clean(office.slides()).data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        names = archive.namelist()

    assert "macroEnabled" not in types
    assert "vbaProject" not in types
    assert not any("vba" in name for name in names)
    # Every part that is typed is there, and every relationship leads somewhere.
    assert all(f"{name}" in " ".join(names) for name in _typed(types))


def _typed(types: str) -> list[str]:
    import re

    return re.findall(r'PartName="/([^"]+)"', types)


def test_cropped_pictures_and_objects_that_are_left_are_said() -> None:
    data = office.repacked(
        office.word(),
        {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0rest"},
        {
            r"word/_rels/document\.xml\.rels": office.related(
                ("rIdO", "oleObject", "embeddings/oleObject1.bin")
            ),
            r"word/document\.xml": lambda s: s.replace(
                "<pic:blipFill>", '<pic:blipFill><a:srcRect l="9"/>', 1
            ),
        },
    )
    said = " ".join(both.en for both in clean(data).left)

    assert "cropped" in said
    assert "oleObject1.bin" in said


def test_strict_documents_are_cleaned_too() -> None:
    def strictly(text: str) -> str:
        for part in ("officeDocument", "wordprocessingml"):
            text = text.replace(
                f"http://schemas.openxmlformats.org/{part}/2006/", f"http://purl.oclc.org/ooxml/{part}/"
            )
        return text

    strict = office.repacked(office.word(), change={r".*\.(?:xml|rels)": strictly})

    assert left_of(clean(strict).data, office.WORD_PLANTS) == []


@pytest.mark.parametrize("kind", FILES)
def test_damaged_documents_are_refused_or_cleaned(kind: str) -> None:
    data = FILES[kind][0]()
    assert kind_of(data) == kind
    rng = random.Random(3)
    for part in range(1, 16, 3):
        _tried(data[: len(data) * part // 16])
    for _ in range(12):
        bent = bytearray(data)
        for _ in range(8):
            bent[rng.randrange(len(bent))] = rng.randrange(256)
        _tried(bytes(bent))


def _tried(data: bytes) -> None:
    try:
        done = clean(data)
    except Unreadable:
        return
    assert isinstance(done, Cleaned)


@pytest.mark.parametrize("name", ["Normal", "Li", "宋体", "visible", "看得见的 正文"])
def test_authors_who_are_called_like_something_that_stays(name: str) -> None:
    made = docx.Document(io.BytesIO(office.word()))
    made.core_properties.author = name
    made.add_paragraph("宋体是一种字体")
    out = io.BytesIO()
    made.save(out)

    assert clean(out.getvalue()).removed


def test_parts_whose_names_are_escaped_stay() -> None:
    data = office.repacked(
        office.word(),
        {"word/media/图 1.jpeg": jpeg(), "word/media/b%202.jpeg": jpeg()},
        {
            r"word/_rels/document\.xml\.rels": office.related(
                ("rIdQ", "image", "media/%E5%9B%BE%201.jpeg"), ("rIdR", "image", "/word/media/b%202.jpeg#x")
            )
        },
    )
    with zipfile.ZipFile(io.BytesIO(clean(data).data)) as archive:
        assert {"word/media/图 1.jpeg", "word/media/b%202.jpeg"} <= set(archive.namelist())
