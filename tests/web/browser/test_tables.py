"""Tables, the report of an import and charts in a real Chromium: nothing for axe; by keyboard; without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import expect

from sansi.web.orgs.models import Unit
from sansi.web.tables.charts import Bars, Lines
from sansi.web.tables.templatetags.tables import chart
from tests.web.browser.test_pages import AXE, DRESSES, PHONE, TAGS, violations, wider_than_the_screen
from tests.web.signing_in import cookie_of
from tests.web.town import Town, found_town

pytestmark = pytest.mark.django_db(transaction=True)
DESKTOP = {"width": 1280, "height": 900}
TABLE = "代码,名称,备注\nN1,新的科室,x\nN2,又一个科室,\n,没有代码的,\nT1,改名的办公室,\n"


@pytest.fixture
def town() -> Town:
    return found_town()


def officer(visitor: Any, town: Town, **options: Any) -> Any:
    page = visitor(**options)
    page.context.add_cookies([cookie_of(town.mayor) | {"url": visitor.site}])
    return page


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("locale", "theme"), DRESSES)
def test_a_table_is_brought_and_taken_over_without_scripts(
    visitor: Any, town: Town, tmp_path: Path, locale: str, theme: str, screen: dict[str, int]
) -> None:
    page = officer(
        visitor, town, locale=locale, color_scheme=theme, viewport=screen, java_script_enabled=False
    )
    (tmp_path / "units.csv").write_bytes(TABLE.encode("gb18030"))

    page.goto(reverse("orgs:import", args=[town.root.pk]))
    page.set_input_files("input[type=file]", tmp_path / "units.csv")
    page.click("main form button")
    expect(page.locator("main tbody tr")).to_have_count(4)
    report = page.url
    page.click("button[value=right]")
    expect(page.locator(".note.success")).to_be_visible()
    assert Unit.objects.filter(code__in=["N1", "N2"]).count() == 2

    looked = officer(visitor, town, locale=locale, color_scheme=theme, viewport=screen)
    looked.goto(report)
    assert violations(looked) == []


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("locale", "theme"), DRESSES)
def test_a_report_reads_well(
    visitor: Any, town: Town, tmp_path: Path, locale: str, theme: str, screen: dict[str, int]
) -> None:
    page = officer(visitor, town, locale=locale, color_scheme=theme, viewport=screen)
    (tmp_path / "units.csv").write_bytes(TABLE.encode())
    page.goto(reverse("orgs:import", args=[town.root.pk]))
    assert violations(page) == []
    page.set_input_files("input[type=file]", tmp_path / "units.csv")
    page.click("main form button")

    expect(page.locator("main tbody tr")).to_have_count(4)
    assert violations(page) == []
    assert not wider_than_the_screen(page)
    assert (visitor.elsewhere(), visitor.complaints) == ([], [])


def test_a_table_is_sorted_and_searched_by_keyboard(visitor: Any, town: Town) -> None:
    page = officer(visitor, town)
    page.goto(reverse("orgs:units"))
    page.locator("thead a", has_text="Code").focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Code")
    page.locator("thead a", has_text="Code").focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Code")
    expect(page.locator("tbody th").first).to_contain_text("First School")

    page.locator("input[type=search]").focus()
    page.keyboard.type("desk")
    page.keyboard.press("Enter")
    expect(page.locator("main tbody tr")).to_have_count(1)
    # What was typed and how it was sorted stay.
    expect(page.locator("input[type=search]")).to_have_value("desk")
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Code")


def test_a_phone_shows_each_row_as_a_card_and_keeps_the_table_for_readers(visitor: Any, town: Town) -> None:
    page = officer(visitor, town, viewport=PHONE)
    page.goto(reverse("orgs:people"))

    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("cell", name="sam@example.org", exact=False)).to_be_visible()
    box = page.locator("tbody tr").first.bounding_box()
    assert box["width"] > 300
    page.get_by_label("Sort by").select_option("-name")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody th").first).to_contain_text("sam")
    assert not wider_than_the_screen(page)


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("locale", "theme"), DRESSES)
def test_charts_are_pictures_that_can_be_read(
    visitor: Any, town: Town, locale: str, theme: str, screen: dict[str, int]
) -> None:
    language = "zh-hans" if locale == "zh-CN" else "en"
    bars = Bars(
        "单位人数 · People",
        [("教育局", 120), ("图书馆", 7), ("一个名字很长的社区卫生服务中心分站", None)],
        "单位",
    )
    lines = Lines("每月 · Monthly", ["2026-01", "2026-02", "2026-03", "2026-04"],
                  [("开始 · Begun", [3, 40, 12, 25]), ("完成 · Done", [0, None, 9, 20])], "月")  # fmt: skip
    with override(language):
        drawn = chart(bars) + chart(lines)
        request = RequestFactory().get("/")
        request.user = town.mayor
        html = render_to_string("tables/page.html", {}, request)
    page = officer(visitor, town, locale=locale, color_scheme=theme, viewport=screen)
    page.route("**/charts", lambda route: route.fulfill(
        body=html.replace("</main>", f"<h1>{bars.title}</h1>{drawn}</main>"), content_type="text/html; charset=utf-8"
    ))  # fmt: skip
    page.goto("/charts")

    assert [v["id"] for v in AXE.run(page, options=TAGS).response["violations"]] == []
    assert not wider_than_the_screen(page)
    widths = [page.locator(".chart-bar").nth(n).bounding_box() for n in range(2)]
    assert widths[0]["width"] / widths[1]["width"] == pytest.approx(120 / 7, rel=0.05)
