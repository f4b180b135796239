"""Documents as LibreOffice and Chromium write them: every value is found, and after redaction none is left."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import olefile
import pytest

from sansi.check.extract.document import Document
from sansi.check.extract.extract import extract
from sansi.sandbox.cleaning import clean
from sansi.sandbox.tasks import Tools
from tests.check.blackout.search import answer, found, inspector
from update.office import parts, planted

FOLDER = Path(__file__).parent
FILES = sorted(p.name for p in FOLDER.iterdir() if p.suffix not in {".py", ".md"} and p.is_file())
ON_PAGES = {
    "text.pdf": "alt alt-title bookmark comment custom description hidden section",
    "sheet.pdf": "comment custom defined-name description footer header hidden-column hidden-row hidden-sheet",
    "slides.pdf": "alt alt-title comment custom description hidden-notes hidden-slide notes off-slide",
}
NOT_CARRIED = {
    **ON_PAGES,
    "text.doc": "alt alt-title",
    "text.docx": "alt-title",
    "slides.ppt": "alt alt-title",
    "slides.pptx": "alt-title",
}
"""File -> the parts that its program leaves out of it: they are in none of its bytes."""
PLACES = {
    "text.docx": {
        "header": "header", "footer": "footer", "footnote": "footnote", "endnote": "endnote", "comment": "comment",
        "deleted": "deleted text", "hidden": "hidden text", "white": "hidden text", "pale": "hidden text",
        "tiny": "hidden text", "box": "text box", "alt": "alternative text", "link": "link address", "table": "body",
    },
    "text.odt": {
        "header": "header", "footer": "footer", "footnote": "footnote", "endnote": "endnote", "comment": "comment",
        "deleted": "deleted text", "hidden": "hidden text", "section": "hidden text", "box": "text box",
        "alt-title": "alternative text", "link": "link address",
    },
    "text.doc": {
        "header": "header", "footer": "footer", "footnote": "footnote", "endnote": "endnote", "comment": "comment",
        "deleted": "deleted text", "hidden": "hidden text", "box": "text box", "bookmark": "bookmark",
    },
    "text.rtf": {
        "header": "header", "footer": "footer", "comment": "comment", "deleted": "deleted text", "hidden": "hidden text",
        "box": "text box", "alt": "alternative text",
    },
    "sheet.xlsx": {
        "cell": "B2", "hidden-column": "C2, hidden text", "comment": "B4, comment", "formula": "B5", "link": "B7, link",
        "hidden-sheet": "“藏”", "header": "header",
    },
    "sheet.ods": {
        "cell": "B2", "hidden-column": "C2, hidden text", "comment": "B4, comment", "formula": "B5", "link": "B7, link",
        "hidden-sheet": "“藏”", "header": "header", "footer": "footer",
    },
    "sheet.xls": {
        "cell": "B2", "comment": "B4, comment", "formula": "B5", "hidden-sheet": "“藏”", "header": "header", "footer": "footer",
    },
    "slides.pptx": {
        "body": "slide 1", "notes": "slide 1, speaker notes", "comment": "slide 1, comment", "hidden-slide": "slide 2, hidden",
        "hidden-notes": "slide 2, speaker notes", "alt": "alternative text", "table": "slide 1",
    },
    "slides.odp": {
        "body": "slide 1", "notes": "slide 1, speaker notes", "comment": "slide 1, comment", "hidden-slide": "slide 2, hidden",
        "hidden-notes": "slide 2, speaker notes", "alt": "alternative text",
    },
    "slides.ppt": {
        "body": "slide 1", "notes": "slide 1, speaker notes", "comment": "slide 1, comment", "hidden-slide": "slide 2",
        "hidden-notes": "slide 2, speaker notes",
    },
    "text.pdf": {"body": "page 1", "second-page": "page 2", "white": "hidden text", "tiny": "hidden text"},
    "page.pdf": {"body": "page 1", "second-page": "page 2", "white": "hidden text", "link": "link address"},
}  # fmt: skip
HIDDEN = {
    "text.docx": "meta-author meta-comment meta-hidden-text meta-tracked-change",
    "text.odt": "meta-author meta-comment meta-hidden-text meta-thumbnail meta-tracked-change",
    "text.doc": "meta-author meta-comment meta-hidden-text meta-tracked-change",
    "text.rtf": "meta-author meta-comment meta-hidden-text meta-tracked-change",
    "text.pdf": "meta-author meta-hidden-text",
    "sheet.xlsx": "meta-author meta-comment meta-hidden-sheet meta-hidden-text",
    "sheet.ods": "meta-author meta-comment meta-hidden-sheet meta-hidden-text meta-thumbnail",
    "sheet.xls": "meta-author meta-comment meta-hidden-sheet",
    "sheet.pdf": "meta-author meta-hidden-text",
    "slides.pptx": "meta-author meta-comment meta-hidden-text",
    "slides.odp": "meta-author meta-comment meta-hidden-text meta-thumbnail",
    "slides.ppt": "meta-author meta-comment meta-hidden-sheet",
    "slides.pdf": "meta-author",
    "page.pdf": "meta-hidden-text",
}
OLD = {".doc", ".xls", ".ppt", ".rtf"}
NEW = [name for name in FILES if Path(name).suffix not in OLD]


def carried(name: str) -> list[str]:
    """The parts whose value is in the file."""
    return [p for p in parts()[Path(name).stem] if p not in NOT_CARRIED.get(name, "").split()]


@cache
def read(name: str) -> Document:
    return extract((FOLDER / name).read_bytes(), name)


def text(document: Document) -> str:
    return "\n".join([s.text for s in document.segments] + [f.value for f in document.facts])


def is_in_its_bytes(data: bytes, value: str) -> bool:
    if list(found(data, value)):
        return True
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return False
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        streams = [container.openstream(entry).read() for entry in container.listdir()]
    return any(value.encode(e) in s for s in streams for e in ("ascii", "utf-16-le"))


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(HIDDEN) == set(FILES)


def test_no_two_parts_hold_the_same_value() -> None:
    for its in parts().values():
        assert len({planted(p) for p in its}) == len(its)


@pytest.mark.parametrize("name", FILES)
def test_every_value_that_the_program_wrote_is_found(name: str) -> None:
    findings = [f for s in read(name).segments for f in inspector().checker.check(s.text)]
    values = {"".join(f.text.split()) for f in findings if f.rule == "cn-resident-id"}

    assert [p for p in carried(name) if planted(p) not in values] == []


@pytest.mark.parametrize("name", NOT_CARRIED)
def test_what_the_program_leaves_out_is_nowhere_in_the_file(name: str) -> None:
    data = (FOLDER / name).read_bytes()

    assert [p for p in NOT_CARRIED[name].split() if is_in_its_bytes(data, planted(p))] == []


@pytest.mark.parametrize(("name", "part"), [(n, p) for n, its in PLACES.items() for p in its])
def test_a_value_is_where_its_author_put_it(name: str, part: str) -> None:
    value = planted(part)
    places = [
        s.locate(at, at + len(value)).said("en")
        for s in read(name).segments
        if (at := s.text.find(value)) >= 0
    ]

    assert any(PLACES[name][part] in place for place in places), places


@pytest.mark.parametrize("name", FILES)
def test_what_is_hidden_becomes_facts(name: str) -> None:
    assert {f.rule for f in read(name).facts} == set(HIDDEN[name].split())


@pytest.mark.parametrize("name", NEW)
def test_after_redaction_no_value_is_left(name: str) -> None:
    told, out = answer((FOLDER / name).read_bytes())

    assert "problem" not in told
    left = text(extract(out, name))
    assert [p for p in carried(name) if planted(p) in left or is_in_its_bytes(out, planted(p))] == []
    assert "其他文字不变" in left or name == "sheet.pdf"


@pytest.mark.parametrize("name", [n for n in NEW if n != "page.pdf"])
def test_after_cleaning_the_properties_comments_and_deletions_are_gone(name: str) -> None:
    told, out = clean((FOLDER / name).read_bytes(), {}, Tools(inspector()))

    assert "problem" not in told
    after = extract(out, name)
    assert {f.rule for f in after.facts} <= {"meta-hidden-text", "meta-hidden-sheet"}
    gone = {"title", "subject", "description", "keyword", "custom", "comment"}
    if not name.endswith(".pdf"):
        gone.add("deleted")
    kept = [p for p in carried(name) if p not in gone]
    assert [p for p in gone if is_in_its_bytes(out, planted(p))] == []
    assert [p for p in kept if planted(p) not in text(after)] == []


@pytest.mark.parametrize("name", [n for n in FILES if n not in NEW])
def test_old_formats_are_refused_with_what_to_do(name: str) -> None:
    told, out = answer((FOLDER / name).read_bytes())

    assert not out
    assert "docx" in told["problem"].en
