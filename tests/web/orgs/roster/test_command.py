"""`sansi manage roster`: the same without a browser."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from sansi.web.audit.models import Entry
from sansi.web.orgs.models import Unit, Upload
from sansi.web.orgs.roster.reading import lines_of
from tests.web.town import Town

pytestmark = pytest.mark.django_db


def run(*command: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    with override("en"):
        call_command("roster", *command, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "units.csv"
    path.write_text("code,name,parent\nN1,科,T1\n", encoding="utf-8")
    return path


def test_it_only_tries_unless_told_otherwise(town: Town, file: Path) -> None:
    out, _ = run("import", "units", str(file))
    assert "new 1" in out
    assert not Unit.objects.filter(code="N1").exists()
    assert not Upload.objects.exists()


def test_it_takes_over_and_says_who_did(town: Town, file: Path) -> None:
    run("import", "units", str(file), "--take", "--by", "Mayor@example.org", "--below", "T")
    assert Unit.objects.filter(code="N1").exists()
    assert Entry.objects.latest("seq").by == town.mayor.pk


def test_wrong_rows_are_named_and_nothing_is_done(town: Town, file: Path) -> None:
    file.write_text("code,name\n" + "N1,科\n" * 60, encoding="utf-8")
    with pytest.raises(CommandError, match="Some rows are wrong"):
        run("import", "units", str(file))
    with pytest.raises(CommandError, match="Some rows are wrong"):
        run("import", "units", str(file), "--take")
    _, err = run("import", "units", str(file), "--take", "--only-right")
    assert "Row 3: Unit code: seen “N1”; right: this stands in row 2 already" in err
    assert err.rstrip().endswith("…")
    assert not Upload.objects.filter(state="tried").exists()


@pytest.mark.parametrize("more", [["--below", "NOWHERE"], ["--by", "nobody@example.org"]])
def test_who_or_where_that_is_not_known_is_said(town: Town, file: Path, more: list[str]) -> None:
    with pytest.raises(CommandError):
        run("import", "units", str(file), *more)


def test_what_cannot_be_read_is_said(town: Town, file: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="missing"):
        run("import", "units", str(tmp_path / "missing.csv"))
    file.write_bytes(b"")
    with pytest.raises(CommandError, match="nothing in the file"):
        run("import", "units", str(file))


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_it_saves_and_records_that(town: Town, tmp_path: Path, name: str) -> None:
    run("export", "people", str(tmp_path / name), "--below", "T1")
    assert len(lines_of((tmp_path / name).read_bytes())) == 6
    assert Entry.objects.latest("seq").action == "person.exported"


def test_it_writes_to_the_next_program(town: Town, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    run("export", "units", "-")
    assert len(lines_of(capsysbinary.readouterr().out)) == 5
