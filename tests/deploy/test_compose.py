"""compose.yml: it reads, names only settings and commands that exist, and hardens every container of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sansi.web.settings.options import read_all
from sansi.web.settings.table import TABLE
from tests.deploy.commands import exists

FOLDER = Path(__file__).parents[2] / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yml").read_text(encoding="utf-8"))
OURS = [name for name, service in COMPOSE["services"].items() if service["image"] == "sansi"]


def test_pages_worker_and_database_are_there() -> None:
    assert set(COMPOSE["services"]) == {"database", "setup", "web", "worker"}
    assert OURS == ["setup", "web", "worker"]


@pytest.mark.parametrize("name", OURS)
def test_its_settings_are_ours_and_readable(name: str, tmp_path: Path) -> None:
    environ = {}
    for setting, value in COMPOSE["services"][name]["environment"].items():
        if setting.endswith("_FILE"):
            secret = tmp_path / setting
            secret.write_text("postgres://sansi:secret@database/sansi\n", encoding="utf-8")
            environ[setting] = str(secret)
        else:
            environ[setting] = value

    assert read_all(TABLE, environ)["SANSI_DATABASE_URL"]["HOST"] == "database"


@pytest.mark.parametrize("name", OURS)
def test_its_secrets_are_declared_where_the_settings_look(name: str) -> None:
    service = COMPOSE["services"][name]
    files = {v for k, v in service["environment"].items() if k.endswith("_FILE")}

    assert files == {f"/run/secrets/{secret}" for secret in service["secrets"]}
    assert set(service["secrets"]) <= set(COMPOSE["secrets"])


@pytest.mark.parametrize("name", OURS)
def test_its_command_exists(name: str) -> None:
    assert exists(COMPOSE["services"][name]["command"])


@pytest.mark.parametrize("name", OURS)
def test_it_can_write_nowhere_but_its_data_and_gains_no_rights(name: str) -> None:
    service = COMPOSE["services"][name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["ulimits"] == {"core": 0}
    assert service["volumes"] == ["data:/data"]


def test_only_this_machine_reaches_it_directly() -> None:
    ports = [port for service in COMPOSE["services"].values() for port in service.get("ports", [])]

    assert ports == ["127.0.0.1:8000:8000"]


def test_the_backup_program_is_as_new_as_the_server() -> None:
    # Debian 12 has PostgreSQL 15; pg_dump refuses a server that is newer than itself.
    assert "FROM debian:bookworm-slim" in (FOLDER / "Containerfile").read_text(encoding="utf-8")
    assert COMPOSE["services"]["database"]["image"] == "postgres:15-bookworm"
