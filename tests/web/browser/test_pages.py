"""Every page in a real Chromium, in both languages and both themes: nothing for axe, the policy or a stranger's server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse

from sansi.web.orgs.models import Kind
from tests.web.signing_in import with_second_step
from tests.web.town import Town, found_town, grant

pytestmark = pytest.mark.django_db(transaction=True)
AXE = Axe()
TAGS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
DRESSES = [("zh-CN", "light"), ("en", "dark")]
OPEN_PAGES = [
    "/",
    "/accounts/login/",
    "/accounts/password/reset/",
    "/check",
    "/check/rules",
    "/api",
    "/nowhere",
]
PHONE = {"width": 360, "height": 740}


def violations(page: Any) -> list[str]:
    found = AXE.run(page, options=TAGS).response["violations"]
    return [f"{page.url} {v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]


def wider_than_the_screen(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize(("locale", "theme"), DRESSES)
def test_pages_that_are_open_to_all(visitor: Any, locale: str, theme: str) -> None:
    page = visitor(locale=locale, color_scheme=theme, viewport=PHONE)
    wrong: list[str] = []
    for path in OPEN_PAGES:
        page.goto(path)
        wrong += violations(page)
        if wider_than_the_screen(page):
            wrong.append(f"{path} is wider than a telephone")

    assert wrong == []
    assert visitor.elsewhere() == []
    assert [said for said in visitor.complaints if "404" not in said] == []


def officers_pages(town: Town) -> Iterator[str]:
    yield from ("/duties/", "/me/", "/accounts/2fa/", "/accounts/sessions/", "/accounts/password/change/")
    yield from (
        reverse(f"orgs:{name}") for name in ("units", "people", "duties", "meanings", "requests", "ask")
    )
    unit = town.office.pk
    yield from (
        reverse(f"orgs:{name}", args=[unit])
        for name in ("unit", "open", "rename", "invite", "give", "import")
    )
    yield reverse("orgs:person", args=[town.dora.pk])


@pytest.fixture
def mayor_s_cookie() -> tuple[Town, dict[str, str]]:
    """The town, and the session of somebody who sees all of it."""
    town = found_town()
    with_second_step(town.mayor)
    client = Client()
    client.force_login(town.mayor)
    return town, {"name": "sessionid", "value": client.cookies["sessionid"].value}


@pytest.mark.parametrize(("locale", "theme"), DRESSES)
def test_pages_of_officers(visitor: Any, mayor_s_cookie: Any, locale: str, theme: str) -> None:
    town, cookie = mayor_s_cookie
    grant(town.mayor, Kind.REGISTRAR, town.root)
    page = visitor(locale=locale, color_scheme=theme, viewport=PHONE)
    page.context.add_cookies([cookie | {"url": visitor.site}])
    wrong: list[str] = []
    for path in officers_pages(town):
        page.goto(path)
        wrong += violations(page)
        if wider_than_the_screen(page):
            wrong.append(f"{path} is wider than a telephone")

    assert wrong == []
    assert visitor.elsewhere() == []
    assert visitor.complaints == []


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/check"])
def test_a_public_door_weighs_little(visitor: Any, path: str) -> None:
    page = visitor()
    weight = 0

    def weigh(response: Any) -> None:
        nonlocal weight
        weight += len(response.body())

    page.on("response", weigh)
    page.goto(path, wait_until="networkidle")

    assert weight <= 100_000
