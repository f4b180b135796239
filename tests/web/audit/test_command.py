"""`sansi audit`: a log that is whole, one that was changed behind its back, and one whose tail was cut off."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import connection
from django.utils import timezone

from sansi.cli.audit import command
from sansi.web.audit import heads
from sansi.web.audit.actions import Act, record_all
from sansi.web.audit.models import Entry

pytestmark = pytest.mark.django_db


def audit(*arguments: object, lang: str = "en") -> Any:
    made = CliRunner().invoke(command(lang), [str(a) for a in arguments], obj=lang, standalone_mode=False)
    if (
        made.exception
        and not isinstance(made.exception, SystemExit)
        and not hasattr(made.exception, "exit_code")
    ):
        raise made.exception
    return made


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Nine entries, and the head of today, kept outside."""
    record_all([Act("unit.renamed", None, n, {"now": f"新{n}"}) for n in range(9)], by=None)
    head = heads.sign_day(timezone.localdate())
    assert head is not None
    path = tmp_path / "head.json"
    path.write_text(json.dumps(head.as_dict()) + "\n", encoding="utf-8")
    return path


def test_a_whole_log_is_verified(kept: Path) -> None:
    done = audit("verify", "--head", kept)

    assert not done.return_value
    assert "9 entries" in done.stderr
    assert done.stdout == ""


def test_what_was_changed_or_is_missing_is_named(kept: Path, without_triggers: None) -> None:
    Entry.objects.filter(seq=5).update(action="unit.closed")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE seq = 8")

    done = audit("verify")

    assert done.return_value == 1
    assert "5: changed:" in done.stdout
    assert "8: missing:" in done.stdout
    assert "内容与哈希不符" in audit("verify", lang="zh").stdout


def test_a_head_that_was_kept_betrays_a_cut_tail(kept: Path, without_triggers: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE seq > 4")
        cursor.execute("DELETE FROM audit_head")

    assert not audit("verify").return_value
    done = audit("verify", "--head", kept)
    assert done.return_value == 1
    assert "the tail was cut off" in done.stdout
    assert audit("verify", "--head", kept, "--key", "00" * 32).return_value == 1


def test_the_log_is_exported_with_what_verifies_it(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "log.zip"
    assert "9 entries" in audit("export", target).stderr
    assert audit("export", target).exception.exit_code == 2

    zipfile.ZipFile(target).extractall(tmp_path)
    verifier = [sys.executable, "-I", "verifier.py", "entries.jsonl", "--heads", "heads.jsonl"]
    assert subprocess.run(verifier, cwd=tmp_path, check=False, capture_output=True).returncode == 0


def test_a_new_key_is_taken_into_use(kept: Path, settings: Any, tmp_path: Path) -> None:
    settings.SANSI = settings.SANSI | {"SANSI_DATA": tmp_path}

    assert "new public key" in audit("new-key").stdout


def test_the_help_speaks_both_languages() -> None:
    assert "Verify every entry" in audit("--help").stdout
    assert "逐条核验" in audit("--help", lang="zh").stdout
