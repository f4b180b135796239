"""Settings: what is read, and what is said of what can't be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sansi.web.settings.databases import database
from sansi.web.settings.options import BadSetting, read_all
from sansi.web.settings.secret import secret_key
from sansi.web.settings.table import TABLE


def read(**environ: str) -> dict[str, Any]:
    return read_all(TABLE, environ)


def test_without_any_the_defaults_hold() -> None:
    values = read()

    assert {*values} == {option.name for option in TABLE}
    assert values["SANSI_URL"] == "http://127.0.0.1:8000"
    assert values["SANSI_DEMO"] is False


def test_every_setting_is_explained_in_both_languages_and_once() -> None:
    assert len({o.name for o in TABLE}) == len(TABLE)
    for option in TABLE:
        assert option.about.zh.endswith("。")
        assert option.about.en.endswith(".")
        assert option.kind.allowed.zh
        assert option.kind.allowed.en


def test_an_unknown_one_is_refused_with_what_was_meant() -> None:
    with pytest.raises(BadSetting, match="Did you mean SANSI_DEBUG"):
        read(SANSI_DEBUGG="1")


@pytest.mark.parametrize("name", ["PATH", "SANSIX", "SANSI_LANG"])
def test_what_is_not_ours_is_left_alone(name: str) -> None:
    read(**{name: "x"})


WRONG = [
    ("SANSI_PROXIES", "ten"), ("SANSI_PROXIES", "10"), ("SANSI_PROXIES", "-1"),
    ("SANSI_DEMO", "maybe"), ("SANSI_DEMO", ""),
    ("SANSI_URL", "sansi.example"), ("SANSI_URL", "https://a.example/path"), ("SANSI_URL", "ftp://a.example"),
    ("SANSI_LANGUAGE", "zh"), ("SANSI_TIME_ZONE", "Mars/Olympus"), ("SANSI_TIME_ZONE", ""),
    ("SANSI_DATABASE_URL", "mysql://u@h/n"), ("SANSI_DATABASE_URL", "postgres://u@h"),
    ("SANSI_EMAIL_URL", "http://mail"), ("SANSI_EMAIL_URL", "smtp://"), ("SANSI_OIDC_URL", "id.example"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_what_can_not_be_read_is_refused_with_what_may_stand_there(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read(**{name: value})

    option = next(o for o in TABLE if o.name == name)
    assert name in str(refused.value)
    assert option.kind.allowed.en in str(refused.value)
    assert option.kind.allowed.zh in str(refused.value)
    assert option.secret or repr(value) in str(refused.value)


def test_a_secret_is_not_repeated() -> None:
    with pytest.raises(BadSetting) as refused:
        read(SANSI_DATABASE_URL="mysql://sansi:canary@db/sansi")

    assert "canary" not in str(refused.value)


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from a file\n", encoding="utf-8")

    assert read(SANSI_SECRET_KEY_FILE=str(tmp_path / "key"))["SANSI_SECRET_KEY"] == "from a file"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="SANSI_SECRET_KEY_FILE"):
        read(SANSI_SECRET_KEY_FILE=str(tmp_path / "nowhere"))


def test_value_and_file_together_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="Set only one"):
        read(SANSI_SECRET_KEY="x", SANSI_SECRET_KEY_FILE=str(tmp_path))


def test_what_is_no_secret_has_no_file() -> None:
    with pytest.raises(BadSetting, match="There is no setting"):
        read(SANSI_URL_FILE="x")


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        (
            "postgres://sansi:p%40ss@db:5433/sansi",
            {"HOST": "db", "PORT": "5433", "USER": "sansi", "PASSWORD": "p@ss", "NAME": "sansi"},
        ),
        (
            "postgresql:///sansi?host=/run/postgresql",
            {"HOST": "/run/postgresql", "PORT": "", "USER": "", "NAME": "sansi"},
        ),
        ("postgres://u@db/n?sslmode=verify-full", {"OPTIONS": {"sslmode": "verify-full"}}),
        ("sqlite:////srv/sansi.sqlite3", {"NAME": "//srv/sansi.sqlite3"}),
    ],
)
def test_addresses_of_databases(url: str, wanted: dict[str, object]) -> None:
    made = read(SANSI_DATABASE_URL=url)["SANSI_DATABASE_URL"]

    assert {name: made[name] for name in wanted} == wanted


def test_sqlite_begins_by_writing_and_keeps_its_connection(tmp_path: Path) -> None:
    made = database({}, tmp_path)

    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in made["OPTIONS"]["init_command"]
    assert made["CONN_MAX_AGE"] is None


def test_postgresql_has_a_pool(tmp_path: Path) -> None:
    chosen = read(SANSI_DATABASE_URL="postgres://u@db/n?sslmode=require")["SANSI_DATABASE_URL"]

    made = database(chosen, tmp_path)

    assert made["OPTIONS"]["pool"]["max_size"] > 1
    assert made["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://mail", 25, False, False),
        ("smtp+tls://u:p@mail", 587, True, False),
        ("smtps://mail:4650", 4650, False, True),
    ],
)
def test_addresses_of_mail_servers(url: str, port: int, tls: bool, ssl: bool) -> None:
    made = read(SANSI_EMAIL_URL=url)["SANSI_EMAIL_URL"]

    assert (made["EMAIL_PORT"], made["EMAIL_USE_TLS"], made["EMAIL_USE_SSL"]) == (port, tls, ssl)


def test_the_secret_key_is_made_once_and_for_the_site_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    made = secret_key("", folder)

    assert len(made) >= 50
    assert secret_key("", folder) == made
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600
    assert secret_key("given", folder) == "given"
