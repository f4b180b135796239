"""Everything that the site says is said in Chinese too, and nothing is translated that nobody says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from update import messages

APPS = messages.apps()
# What both languages write alike.
SAME = {"API", "Sansi", "curl", "Python", "English", "简体中文", "OpenAPI"}
HOLES = re.compile(r"%\((\w+)\)s|%[sd]|\{(\w*)\}")


def said(app: Path) -> list[Message]:
    return [message for message in messages.current(app) if message.id]


def test_there_is_something_to_look_at() -> None:
    assert messages.WEB in APPS
    assert messages.WEB / "home" in APPS
    assert sum(len(said(app)) for app in APPS) > 100


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_everything_is_said_in_chinese(app: Path) -> None:
    assert [m.id for m in said(app) if not messages.translated(m.string)] == []


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_a_translation_has_the_same_holes_to_fill(app: Path) -> None:
    different = []
    for message in said(app):
        english = message.id if isinstance(message.id, str) else message.id[-1]
        chinese = (message.string if isinstance(message.string, str) else message.string[0]) or english
        if {*HOLES.findall(english)} != {*HOLES.findall(chinese)}:
            different.append(english)

    assert different == []


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_a_translation_is_chinese(app: Path) -> None:
    strings = [(m.string if isinstance(m.string, str) else m.string[0]) or "" for m in said(app)]
    letters = [re.sub(r"%\(\w+\)s", "", s) for s in strings]

    assert [
        s for s in letters if re.search("[a-z]{3}", s) and not re.search("[一-鿿]", s) and s not in SAME
    ] == []


def test_english_holds_no_chinese() -> None:
    ids = [m.id if isinstance(m.id, str) else m.id[0] for app in APPS for m in said(app)]

    assert [i for i in ids if re.search("[一-鿿]", i.replace("中文", "")) and i not in SAME] == []
