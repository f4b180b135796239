"""In a real browser: live while typing, by keyboard alone, on a telephone, without JavaScript; and no barrier on any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.drafts.conftest import Served

TEXT = "😀 王丽，电话13812345678，邮箱 wang.li@li-ming.cn"
LEVELS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = ["/check", "/check/rules", "/api"]


class Visit:
    """A visitor's page, and what went wrong on it."""

    def __init__(self, browser: Browser, site: Served, **how: Any) -> None:
        self.context: BrowserContext = browser.new_context(base_url=site.url, **{"locale": "en", **how})
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("request", lambda r: self._local(r.url, site.url))

    def _local(self, url: str, own: str) -> None:
        if not url.startswith((own, "blob:" + own)):
            self.faults.append(f"asks {url}")


@pytest.fixture
def visit(chromium: Browser, served: Served) -> Iterator[Any]:
    visits: list[Visit] = []

    def begin(path: str = "/check", **how: Any) -> Page:
        visits.append(Visit(chromium, served, **how))
        visits[-1].page.goto(path)
        return visits[-1].page

    yield begin
    faults = [fault for one in visits for fault in one.faults]
    for one in visits:
        one.context.close()
    assert faults == []


def status(page: Page) -> Any:
    return page.locator("[data-status]")


def test_findings_appear_while_one_types_and_are_underlined_in_place(visit: Any) -> None:
    page = visit()
    page.get_by_label("Your draft").press_sequentially("Call 13812345678 now", delay=5)

    expect(status(page)).to_have_text("1 place to deal with.")
    expect(page.locator(".ink mark.high")).to_have_text("13812345678")


def test_underlines_move_with_the_text_before_the_answer_is_there(visit: Any) -> None:
    page = visit()
    area = page.get_by_label("Your draft")
    area.fill("Call 13812345678 now")
    expect(page.locator(".ink mark")).to_have_count(1)
    page.route("**/check/live", lambda route: None)
    area.evaluate("area => area.setSelectionRange(0, 0)")
    area.press_sequentially("Do ")

    expect(page.locator(".ink mark")).to_have_text("13812345678")


def test_one_click_blacks_out_one_place_and_undo_brings_it_back(visit: Any) -> None:
    page = visit()
    area = page.get_by_label("Your draft")
    area.fill(TEXT)
    page.get_by_role("button", name="Black out “13812345678”").click()

    expect(area).to_have_value(TEXT.replace("13812345678", "138****5678"))
    expect(status(page)).to_have_text(re.compile("^[12] places? to deal with"))
    area.press("Control+z")
    expect(area).to_have_value(TEXT)


def test_everything_is_blacked_out_and_copied(visit: Any) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Your draft").fill(TEXT)
    page.get_by_role("button", name="Black out all").click()
    expect(status(page)).to_have_text("Nothing found that must not go out.")
    page.get_by_role("button", name="Copy the text").click()

    expect(status(page)).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "138****5678" in copied
    assert "13812345678" not in copied


def test_a_finding_is_shown_in_the_text_by_a_press_and_back(visit: Any) -> None:
    page = visit()
    area = page.get_by_label("Your draft")
    area.fill("\n" * 60 + TEXT)
    page.get_by_role("link", name="Show “13812345678” in the text").click()

    assert area.evaluate("a => a.value.slice(a.selectionStart, a.selectionEnd)") == "13812345678"
    assert area.evaluate("a => a.scrollTop") > 0
    expect(page.locator(".places li.here")).to_contain_text("13812345678")


def test_a_file_is_checked_and_comes_back_without_what_was_found(visit: Any) -> None:
    page = visit()
    file = {"name": "通知.txt", "mimeType": "text/plain", "buffer": "电话13812345678".encode()}
    page.get_by_label("Or a file").set_input_files(file)
    expect(status(page)).to_have_text("1 place to deal with.")
    expect(page.locator("[data-found]")).to_contain_text("138****5678")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download blacked out").click()

    assert download.value.suggested_filename == "通知-redacted.txt"
    assert "138****5678" in Path(download.value.path()).read_text("utf-8")
    page.get_by_role("button", name="Take another").click()
    expect(page.get_by_label("Your draft")).to_be_visible()


def test_a_dropped_file_is_checked(visit: Any) -> None:
    page = visit()
    page.locator("[data-paper]").evaluate(
        """paper => {
            const carried = new DataTransfer();
            carried.items.add(new File(["电话13812345678"], "a.txt"));
            for (const kind of ["dragenter", "dragover", "drop"])
                paper.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
        }"""
    )

    expect(status(page)).to_have_text("1 place to deal with.")


def test_what_a_file_cannot_be_is_said(visit: Any) -> None:
    page = visit()
    page.get_by_label("Or a file").set_input_files(
        {"name": "a.rar", "mimeType": "", "buffer": b"Rar!\x1a\x07\0"}
    )

    expect(status(page)).to_have_text("Could not be checked.")
    expect(page.locator("[data-found]")).to_contain_text("unpack it")


def test_switching_the_language_keeps_what_was_typed(visit: Any) -> None:
    for scripted in (True, False):
        page = visit(java_script_enabled=scripted)
        page.get_by_label("Your draft").fill(TEXT)
        page.get_by_role("button", name="简体中文").click()

        expect(page.get_by_label("你的稿子")).to_have_value(TEXT)
        expect(page.locator("html")).to_have_attribute("lang", re.compile("^zh"))
        expect(page.locator("[data-found]")).to_contain_text("手机号码")


def test_all_of_it_works_by_keyboard_alone(visit: Any) -> None:
    page = visit()
    _tab_to(page, "Your draft")
    page.keyboard.insert_text(TEXT)
    expect(status(page)).to_have_text("3 places to deal with.")
    _tab_to(page, "Show “13812345678” in the text")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    _tab_to(page, "Black out “13812345678”")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your draft")).to_have_value(re.compile(r"138\*\*\*\*5678"))
    _tab_to(page, "Black out all")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("Nothing found that must not go out.")
    assert "Copy" in page.evaluate("document.activeElement.textContent")


def _tab_to(page: Page, name: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        named = page.evaluate(
            "(e => e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels[0] ? e.labels[0].textContent : ''))"
            "(document.activeElement)"
        )
        label = page.evaluate("document.activeElement.labels?.[0]?.textContent ?? ''")
        if named.startswith(name) or label.startswith(name):
            return
    raise AssertionError(f"{name} cannot be reached")


def test_all_of_it_works_without_javascript(visit: Any) -> None:
    page = visit(java_script_enabled=False)
    page.get_by_label("Your draft").fill(TEXT)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(status(page)).to_have_text("3 places to deal with.")
    expect(page.locator(".marked mark.high")).to_have_text("13812345678")
    page.get_by_role("button", name="Black out “13812345678”").click()
    expect(page.get_by_label("Your draft")).to_have_value(re.compile(r"138\*\*\*\*5678"))
    page.get_by_role("button", name="Black out all").click()
    expect(status(page)).to_have_text("Nothing found that must not go out.")
    page.get_by_label("Or a file").set_input_files(
        {"name": "a.html", "mimeType": "text/html", "buffer": "<p>电话13812345678</p>".encode()}
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Download blacked out").click()
    assert "13812345678" not in Path(download.value.path()).read_text("utf-8")


def test_it_fits_a_telephone(visit: Any) -> None:
    for path in PAGES:
        page = visit(path, viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True)
        if path == "/check":
            page.get_by_label("Your draft").fill(TEXT)
            expect(page.locator(".places li")).to_have_count(3)
            small = page.evaluate(
                "[...document.querySelectorAll('main button, main input, .quote')]"
                ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"
            )
            assert small == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_barrier(visit: Any, path: str, locale: str, scheme: str) -> None:
    page = visit(path, locale=locale, color_scheme=scheme)
    states = [lambda: None]
    if path == "/check":
        area = page.locator("textarea")

        def found() -> None:
            area.fill(TEXT + "，链接 https://bit.ly/3xYzAbC")
            expect(page.locator(".group")).to_have_count(3)

        def empty() -> None:
            area.fill("一句平常的话。")
            expect(page.locator(".looked")).to_be_visible()

        states += [found, empty]
    for state in states:
        state()
        told = Axe().run(page, options=LEVELS)
        assert told.response["violations"] == [], told.generate_report()


def test_the_page_is_light(served: Served) -> None:
    total = 0
    waiting, seen = ["/check"], set()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        _, headers, body = served.ask("GET", path)
        total += len(body)
        if "html" in headers["content-type"]:
            linked = re.findall(r'(?:src|href)="(/static/[^"?]+)', body.decode())
            waiting += [p for p in linked if p not in seen and p not in waiting]
    assert total <= 100_000
