"""What people do, by keyboard, without JavaScript, on a telephone, with a passkey."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.web.signing_in import PASSWORD, code_of, with_password, with_second_step
from tests.web.town import found_town

pytestmark = pytest.mark.django_db(transaction=True)


def fill_in(page: Any, email: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def test_an_officer_signs_in_with_two_steps_without_javascript(visitor: Any) -> None:
    mayor = with_password(found_town().mayor)
    secret = with_second_step(mayor)
    page = visitor(java_script_enabled=False)

    fill_in(page, mayor.email)
    page.locator("input[name=code]").fill(code_of(secret))
    page.get_by_role("main").get_by_role("button", name="Sign In").click()
    page.get_by_role("link", name="My duties").first.click()

    expect(page.get_by_role("heading", name="My duties", level=1)).to_be_visible()
    expect(
        page.get_by_role("cell", name="云桥市").or_(page.get_by_role("cell", name="Yunqiao"))
    ).to_be_visible()
    page.get_by_text("mayor").first.click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_somebody_signs_in_by_keyboard_alone(visitor: Any) -> None:
    dora = with_password(found_town().dora)
    page = visitor()
    page.goto("/accounts/login/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(dora.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1, name="Think thrice")).to_be_visible()


def test_a_passkey_is_set_up_and_opens_the_site(visitor: Any) -> None:
    mayor = with_password(found_town().mayor)
    page = visitor()
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    virtual = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": virtual})

    fill_in(page, mayor.email)
    page.goto("/accounts/2fa/webauthn/add/")
    if "reauthenticate" in page.url:
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("main").get_by_role("button").first.click()
    page.locator("input[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/recovery-codes/**")
    assert Authenticator.objects.filter(user=mayor, type="webauthn").count() == 1

    page.context.clear_cookies()
    page.goto("/accounts/login/?next=/duties/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("heading", name="My duties", level=1)).to_be_visible()
    assert visitor.complaints == []


def test_switching_the_language_keeps_what_was_typed(visitor: Any) -> None:
    page = visitor()
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("li@example.org")
    page.get_by_label("Password", exact=True).fill("not kept")

    page.get_by_role("link", name="简体中文").click()

    expect(page.get_by_role("heading", name="登录", level=1)).to_be_visible()
    expect(page.locator("input[name=login]")).to_have_value("li@example.org")
    expect(page.locator("input[name=password]")).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0


def test_targets_on_a_telephone_are_large_enough_to_hit(visitor: Any) -> None:
    page = visitor(viewport={"width": 360, "height": 740}, has_touch=True)
    for path in ("/", "/accounts/login/"):
        page.goto(path)
        small = page.evaluate(
            """[...document.querySelectorAll("a, button, input:not([type=hidden]), summary")]
            .filter(e => e.offsetParent && !e.closest("p") && !e.matches(".skip") && e.getBoundingClientRect().height < 43.5)
            .map(e => e.outerHTML.slice(0, 80))"""
        )
        assert small == [], path
