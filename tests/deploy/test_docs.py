"""The pages on installing and running the site: what they say to type exists, in both languages alike."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from sansi.web.settings.table import TABLE
from tests.deploy.commands import exists

ROOT = Path(__file__).parents[2]
PAGES = ("install", "operate")
SETTINGS = {name for option in TABLE for name in (option.name, f"{option.name}_FILE")}


def page(lang: str, name: str) -> str:
    return (ROOT / "docs" / lang / f"{name}.md").read_text(encoding="utf-8")


def typed(text: str) -> list[str]:
    """The lines that a reader is to type."""
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```", text)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_say_to_type_the_same(name: str) -> None:
    assert typed(page("zh", name)) == typed(page("en", name))


@pytest.mark.parametrize("name", PAGES)
def test_every_sansi_command_exists(name: str) -> None:
    lines = [line for line in typed(page("en", name)) if re.search(r"(^|[ /])sansi (?!/)", line)]
    commands = [
        shlex.split(re.split(r"(?:^|[ /])sansi (?=[a-z])", line, maxsplit=1)[1])
        for line in lines
        if "useradd" not in line and "createdb" not in line and "createuser" not in line
    ]

    assert commands
    assert [command for command in commands if not exists(command)] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_setting_that_is_named_exists(name: str, lang: str) -> None:
    assert set(re.findall(r"SANSI_[A-Z_]+", page(lang, name))) <= SETTINGS


@pytest.mark.parametrize("name", PAGES)
def test_every_file_that_is_named_exists(name: str) -> None:
    named = set(re.findall(r"deploy/[a-zA-Z./_-]+[a-z]", page("en", name))) - {
        # Made by the reader.
        *(f"deploy/secrets/{secret}" for secret in ("database_password", "database_url", "secret_key")),
        "deploy/secrets",
        "deploy/systemd/sansi",
    }

    assert [file for file in named if not (ROOT / file).exists()] == []


def test_nginx_takes_bodies_as_big_as_the_site_does() -> None:
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    sizes = {int(n) for n in re.findall(r"client_(?:max_body|body_buffer)_size +(\d+)m;", text)} - {1}
    most = max(int(o.default) for o in TABLE if o.name in {"SANSI_CHECK_FILE_MB", "SANSI_CHECK_TEXT_MB"})

    # A file comes with the lines of its form around it.
    assert sizes == {most + 1}
