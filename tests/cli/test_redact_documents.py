"""`sansi redact` of what is no plain text: in the sandbox, verified, whole or not at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen import canvas

from tests.cli.conftest import ID, PHONE, Run

Write = Callable[[str, str | bytes], Path]


def word(*lines: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def pdf(line: str) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    sheet.drawString(72, 700, line)
    sheet.save()
    return out.getvalue()


def lines(file: Path) -> list[str]:
    return [p.text for p in docx.Document(str(file)).paragraphs]


def test_a_document(run: Run, write: Write, tmp_path: Path) -> None:
    data = word(f"电话 {PHONE}", f"身份证号 {ID}", "其他")
    original = write("a.docx", data)
    done = run("redact", "a.docx", "-o", "b.docx")

    assert done.returncode == 0
    assert "a.docx: 2 blacked out, and gone when searched for" in done.stderr
    assert "a.docx: written to b.docx" in done.stderr
    assert lines(tmp_path / "b.docx") == ["电话 138****5678", "身份证号 110105********002X", "其他"]
    assert original.read_bytes() == data
    assert run("check", "b.docx", "--select", "cn-mobile,cn-resident-id").returncode == 0


def test_from_standard_input_to_standard_output(start: Run, write: Write, tmp_path: Path) -> None:
    write("a.docx", word(f"电话 {PHONE}"))
    done = start("redact", "-", "-o", "b.docx", stdin=(tmp_path / "a.docx").read_bytes())

    assert done.returncode == 0
    assert "<stdin>: 1 blacked out" in done.stderr
    assert lines(tmp_path / "b.docx") == ["电话 138****5678"]


def test_the_same_choices_as_for_text(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.docx", word(f"电话 {PHONE}", f"身份证号 {ID}"))
    write("sansi.toml", f'[allow]\nvalues = ["{PHONE}"]\n')
    run("redact", "a.docx", "-o", "b.docx", "--style", "label", "--lang", "en")

    assert lines(tmp_path / "b.docx") == [f"电话 {PHONE}", "身份证号 [Resident identity number]"]
    run("redact", "a.docx", "-o", "c.docx", "--select", "cn-mobile")
    assert lines(tmp_path / "c.docx") == [f"电话 {PHONE}", f"身份证号 {ID}"]
    done = run("redact", "a.docx", "-o", "d.docx", "--style", "hash", SANSI_REDACT_KEY="k")
    assert done.returncode == 0
    assert "·" in lines(tmp_path / "d.docx")[1]


def test_how_it_was_done_is_said(run: Run, write: Write) -> None:
    write("a.pdf", pdf(f"Tel {PHONE} end"))
    done = run("redact", "a.pdf", "-o", "b.pdf")

    assert done.returncode == 0
    assert "  document information, XMP" in done.stderr


def test_a_page_of_the_web(run: Run, write: Write, tmp_path: Path) -> None:
    write("a.html", f"<!doctype html><html><body><p>电话 <b>{PHONE[:3]}</b>{PHONE[3:]}</p></body></html>")

    assert run("redact", "a.html", "-o", "b.html").returncode == 0
    assert "<p>电话 <b>138****5678</b></p>" in (tmp_path / "b.html").read_text("utf-8")


def damaged() -> bytes:
    data = word(f"电话 {PHONE}")
    return data[: len(data) // 3]


def odd() -> bytes:
    out = io.BytesIO(word(f"电话 {PHONE}"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(f"word/embeddings/{PHONE}.bin", b"\0\1\2" + PHONE.encode())
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (damaged(), "a: "),
        (odd(), "whose very name has to go"),
        (b"From: a@example.org\nTo: b@example.org\nSubject: x\n\n" + PHONE.encode(), "cannot be redacted"),
        (b"PK\3\4" + bytes(100), "a: "),
    ],
    ids=["damaged", "unknown part", "mail", "zip"],
)
def test_nothing_is_written_where_it_cannot_be_done_wholly(
    run: Run, write: Write, tmp_path: Path, data: bytes, said: str
) -> None:
    write("a", data)
    done = run("redact", "a", "-o", "b")

    assert done.returncode == 2
    assert said in done.stderr
    assert PHONE not in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_what_is_too_big_is_refused(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.cli import redact_documents
    from sansi.sandbox.limits import Limits

    data = word(f"电话 {PHONE}")
    write("a.docx", data)
    monkeypatch.setattr(redact_documents, "_LIMITS", Limits(input_bytes=100))

    assert "bigger than" in run("redact", "a.docx", "-o", "b.docx").stderr
    assert "bigger than" in run("redact", "-", "-o", "b.docx", stdin=data).stderr


def test_a_name_under_which_it_would_not_open(run: Run, write: Write) -> None:
    write("a.docm", word(f"电话 {PHONE}"))

    assert "let OUT end in .docx" in run("redact", "a.docm", "-o", "b.docm").stderr


@pytest.mark.parametrize("told", [{}, {"count": "2", "how": []}, {"count": 1, "how": [1]}, {"problem": 1}])
def test_a_child_that_talks_nonsense_is_not_believed(told: dict[str, object]) -> None:
    from sansi.check.extract.document import Unreadable
    from sansi.cli import redact_documents
    from sansi.sandbox.pool import Answer

    with pytest.raises(Unreadable):
        redact_documents._told(Answer(told, b"", whole=True))
