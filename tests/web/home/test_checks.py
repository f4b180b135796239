"""Mistakes of deployment are found before anybody comes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core import checks
from django.utils.translation import override

from sansi.web.home import doctor
from sansi.web.orgs.models import Person
from tests.web.town import Town, grant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


SOUND = {
    "SANSI_URL": "https://sansi.yunqiao.gov.cn",
    "SANSI_PROXIES": "1",
    "SANSI_EMAIL_URL": "smtp://mail.yunqiao.gov.cn",
    "SANSI_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ_",
}


def deploy_check(folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SANSI_", "DJANGO_"))} | SOUND | changed
    env |= {"SANSI_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "sansi.web.settings"}
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)


def test_a_sound_deployment_has_no_complaint(tmp_path: Path) -> None:
    done = deploy_check(tmp_path)

    assert "no issues" in done.stdout + done.stderr, done.stderr
    assert done.returncode == 0


def said(monkeypatch: pytest.MonkeyPatch, **changed: object) -> set[str]:
    for name, value in {"SANSI_URL": SOUND["SANSI_URL"], "SANSI_PROXIES": 1, **changed}.items():
        monkeypatch.setitem(settings.SANSI, name, value)
    found = checks.run_checks(include_deployment_checks=True, databases=["default"])
    return {message.id for message in found if message.id.startswith("sansi.")}


def test_an_address_without_encryption_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, SANSI_URL="http://sansi.yunqiao.gov.cn") == {"sansi.E002"}


def test_an_address_of_this_machine_is_for_trying_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, SANSI_URL="http://127.0.0.1:8000") == {"sansi.W001"}


def test_encryption_that_nobody_takes_off_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, SANSI_PROXIES=0) == {"sansi.W003"}


def test_letters_that_go_to_the_log_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")

    assert said(monkeypatch) == {"sansi.W004"}


def test_people_of_the_demonstration_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    Person.objects.create_user("lin@example.gov.cn", name="林")

    assert said(monkeypatch, SANSI_DEMO=False) == {"sansi.E005"}
    assert said(monkeypatch, SANSI_DEMO=True) == set()


def test_somebody_real_may_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    Person.objects.create_user("lin@yunqiao.gov.cn", name="林")

    assert said(monkeypatch, SANSI_DEMO=False) == set()


def test_the_doctor_names_acts_that_nobody_can_perform(town: Town) -> None:
    nobody = {f.what for f in doctor.examine() if not f.well and f.what.startswith("Nobody")}

    assert len(nobody) == 8
    grant(town.deputy, "approver", town.root)
    fewer = {f.what for f in doctor.examine() if not f.well and f.what.startswith("Nobody")}
    assert nobody - fewer == {f"Nobody is approver of {town.root}"}


def test_the_doctor_asks_the_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
    monkeypatch.setattr(settings, "EMAIL_HOST", "127.0.0.1")
    monkeypatch.setattr(settings, "EMAIL_PORT", 1)

    assert "The mail server takes letters" in {f.what for f in doctor.examine() if not f.well}


def test_the_doctor_sees_who_can_read_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(settings.SANSI, "SANSI_DATA", tmp_path)
    for mode, well in ((0o755, False), (0o700, True)):
        tmp_path.chmod(mode)
        assert next(f.well for f in doctor.examine() if f.what.startswith("Only the site")) is well
    monkeypatch.setitem(settings.SANSI, "SANSI_DATA", tmp_path / "nowhere")
    assert "The data folder is missing" in {f.what for f in doctor.examine()}
