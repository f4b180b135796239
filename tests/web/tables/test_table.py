"""The table of officers' pages: narrowed, sorted, on pages, as a file; all by its address."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.test import RequestFactory
from django.utils.translation import override

from sansi.web.orgs.models import Person
from sansi.web.tables.answer import answer
from sansi.web.tables.columns import Choice, Column, plain
from sansi.web.tables.table import Table
from sansi.web.tables.templatetags.tables import table as drawn

LIST = [{"name": "apple", "count": 7}, {"name": "Pear", "count": 30}, {"name": "<b>", "count": None}]
NAME = Column("name", "Name", lambda row: row["name"], sort=("name",), search=("name",))
COUNT = Column("count", "Count", lambda row: row["count"], sort=("count",), number=True)
MANY = Choice(
    "many",
    "Many",
    (("yes", "Yes"), ("no", "No")),
    lambda v: lambda row: ((row["count"] or 0) > 9) == (v == "yes"),
)


def a_table(query: str = "", rows: Any = LIST, **more: Any) -> Table:
    request = RequestFactory().get(f"/things?{query}")
    more = {"caption": "Things", "choices": (MANY,)} | more
    return Table(request, rows, more.pop("columns", (NAME, COUNT)), **more)


def shown(table: Table) -> list[str]:
    return [cells[0].text for cells in table.body]


def test_rows_stand_as_they_come() -> None:
    assert shown(a_table()) == ["apple", "Pear", "<b>"]


def test_words_are_looked_for_in_any_case() -> None:
    assert shown(a_table("q=APP")) == ["apple"]


def test_every_word_must_be_there() -> None:
    assert shown(a_table("q=pp+le")) == ["apple"]
    assert shown(a_table("q=pp+ear")) == []


def test_a_choice_narrows() -> None:
    assert shown(a_table("many=yes")) == ["Pear"]


@pytest.mark.parametrize(
    "query", ["many=perhaps", "sort=nothing", "sort=--name", "page=x", "page=-3", "format=exe"]
)
def test_what_makes_no_sense_is_passed_over(query: str) -> None:
    assert len(shown(a_table(query))) == 3


def test_sorting_goes_up_and_down_with_empty_cells_last_then_first() -> None:
    assert shown(a_table("sort=count")) == ["apple", "Pear", "<b>"]
    assert shown(a_table("sort=-count")) == ["<b>", "Pear", "apple"]


def test_a_sorted_head_says_so_and_turns_round() -> None:
    name, count = a_table("sort=name&q=a").headings

    assert name.order == "ascending"
    assert name.url == "/things?sort=-name&q=a"
    assert (count.order, count.url) == ("", "/things?sort=count&q=a")


def test_a_table_may_have_an_order_of_its_own() -> None:
    assert shown(a_table(order="-name")) == ["apple", "Pear", "<b>"]
    assert shown(a_table("sort=count", order="-name")) == ["apple", "Pear", "<b>"]


def test_pages_follow_each_other_and_keep_what_was_asked() -> None:
    table = a_table("sort=name&page=2", size=1)

    assert shown(table) == ["Pear"]
    assert (table.previous, table.next) == ("/things?sort=name&page=1", "/things?sort=name&page=3")
    assert a_table("page=99", size=1).page.number == 3


def test_a_new_order_begins_on_the_first_page() -> None:
    assert "page" not in next(iter(a_table("page=2", size=1).headings)).url


def test_two_tables_of_a_page_do_not_mix() -> None:
    table = a_table("aq=pear&bq=apple&bpage=2&x=1&x=2", name="a")

    assert shown(table) == ["Pear"]
    assert table.kept == [("bq", "apple"), ("bpage", "2"), ("x", "1"), ("x", "2")]
    assert table.bare == "/things?bq=apple&bpage=2&x=1&x=2"


def test_the_whole_table_has_the_bare_address() -> None:
    assert a_table("q=apple&many=no").bare == "/things"


def test_the_words_are_bounded_and_hold_no_nul() -> None:
    assert a_table("q=a%00" + "b" * 500).words == "a" + "b" * 99


@pytest.mark.django_db
class TestRowsOfAQuery:
    COLUMNS = (
        Column("name", "Name", lambda p: p.name, sort=("name",), search=("name", "email")),
        Column("mail", "E-mail", lambda p: p.email, sort=("email",), link=lambda p: f"/people/{p.pk}"),
    )
    ACTIVE = Choice("active", "Active", (("1", "Yes"), ("0", "No")), lambda value: Q(is_active=value == "1"))

    @pytest.fixture(autouse=True)
    def people(self) -> None:
        for name, active in (("李云", True), ("Anna", True), ("Bob", False)):
            Person.objects.create_user(
                f"{name if name.isascii() else 'li'}@example.org", name=name, is_active=active
            )

    def table(self, query: str = "", **more: Any) -> Table:
        return a_table(query, Person.objects.all(), columns=self.COLUMNS, choices=(self.ACTIVE,), **more)

    def test_words_are_looked_for_in_every_field(self) -> None:
        assert shown(self.table("q=LI@")) == ["李云"]
        assert shown(self.table("q=%E6%9D%8E")) == ["李云"]

    def test_a_percent_sign_is_a_percent_sign(self) -> None:
        assert shown(self.table("q=%25")) == []

    def test_it_sorts_and_chooses(self) -> None:
        assert shown(self.table("sort=-mail&active=1")) == ["李云", "Anna"]

    def test_a_page_takes_two_queries_however_long_the_table(self, django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(2):
            drawn(self.table(size=2))

    def test_equal_rows_keep_their_places_between_pages(self) -> None:
        Person.objects.update(name="same")
        pages = [shown_mail for page in "123" for shown_mail in self.mails(f"sort=name&page={page}")]
        assert len(set(pages)) == 3

    def mails(self, query: str) -> list[str]:
        return [cells[1].text for cells in self.table(query, size=1).body]

    def test_without_an_order_the_key_is_one(self) -> None:
        rows = Person.objects.order_by()
        assert a_table("", rows, columns=self.COLUMNS, choices=()).rows.cut().ordered

    def test_the_file_holds_all_pages(self) -> None:
        request = RequestFactory().get("/people?format=csv&active=1")
        table = Table(request, Person.objects.order_by("email"), self.COLUMNS, caption="People", size=1,
                      choices=(self.ACTIVE,), name="")  # fmt: skip
        told: list[Table] = []

        response = answer(request, "tables/page.html", table, exported=told.append)

        assert told == [table]
        assert response["Cache-Control"] == "no-store, private"
        assert response["Content-Disposition"] == 'attachment; filename="table.csv"'
        lines = response.content.decode("utf-8-sig").split("\r\n")
        assert lines == ["Name,E-mail", "Anna,anna@example.org", "李云,li@example.org", ""]


class TestThePage:
    def html(self, query: str = "", **more: Any) -> str:
        with override("en"):
            return str(drawn(a_table(query, **more)))

    def test_it_has_a_caption_scopes_and_the_order(self) -> None:
        html = self.html("sort=-name")

        assert "<caption" in html
        assert html.count('scope="col"') == 2
        assert html.count('scope="row"') == 3
        assert re.search(r'<th scope="col" role="columnheader" aria-sort="descending">', html)
        assert html.count("aria-sort") == 1

    def test_what_people_wrote_is_text(self) -> None:
        assert "&lt;b&gt;" in self.html()
        assert "<b>" not in self.html()

    def test_the_form_keeps_what_was_typed_and_what_is_not_its_own(self) -> None:
        html = self.html("q=%22x&many=yes&other=1")

        assert 'value="&quot;x"' in html
        assert '<option value="yes" selected>' in html
        assert '<input type="hidden" name="other" value="1">' in html

    def test_every_field_has_a_label(self) -> None:
        html = self.html()
        for name in re.findall(r'<(?:input|select) id="([^"]+)"', html):
            assert f'<label for="{name}">' in html

    def test_it_says_when_nothing_matches_and_how_to_go_on(self) -> None:
        assert "Nothing matches" in self.html("q=zzz")
        assert 'href="/things"' in self.html("q=zzz")
        assert "There is nothing here yet." in self.html(rows=[])
        assert "No fruit." in self.html(rows=[], empty="No fruit.")

    def test_it_counts_in_words(self) -> None:
        assert "3 rows" in self.html()
        assert "1 row<" in self.html("q=apple")

    def test_it_speaks_chinese(self) -> None:
        with override("zh-hans"):
            html = str(drawn(a_table("q=a", size=1)))
        assert "2 行" in html
        assert not re.search(r"[A-Za-z ]{12}", re.sub(r"<[^>]*>", "", html))

    def test_links_lead_where_the_column_says(self) -> None:
        linked = Column(
            "name", "Name", lambda row: row["name"], link=lambda row: "/x" if row["count"] else None
        )
        assert self.html(columns=(linked,)).count('<a href="/x">') == 2

    def test_without_anything_to_ask_there_is_no_form(self) -> None:
        html = self.html(columns=(COUNT,), choices=(), exports=False)
        assert "<form" not in html
        assert "format=" not in html

    def test_no_style_or_script_stands_in_it(self) -> None:
        assert not re.search(r"<script|<style|style=| on\w+=", self.html())


def test_values_become_text() -> None:
    with override("en"):
        assert plain(None) == ""
        assert plain(True) == "yes"
        assert plain(date(2026, 3, 4)) == "2026-03-04"
        assert plain(datetime(2026, 3, 4, 20, 30, tzinfo=UTC)) == "2026-03-05 04:30"
        assert plain(datetime(2026, 3, 4, 20, 30, tzinfo=UTC).replace(tzinfo=None)) == "2026-03-04 20:30"
        assert plain(12) == "12"
    with override("zh-hans"):
        assert plain(False) == "否"


def test_the_page_is_drawn_when_no_file_is_asked() -> None:
    request = RequestFactory().get("/things")
    request.user = AnonymousUser()
    response = answer(request, "tables/page.html", [a_table()], {"more": 1})
    assert b"tables.css" in response.content


@pytest.mark.django_db
def test_a_listing_is_a_whole_page() -> None:
    from sansi.web.tables.listing import Listing

    for name in ("Anna", "Bob"):
        Person.objects.create_user(f"{name}@example.org", name=name)
    active = Choice("state", "State", (("on", "On"), ("off", "Off"), ("all", "All")),
                    lambda v: Q() if v == "all" else Q(is_active=v == "on"), "on")  # fmt: skip
    listing = Listing("People", (Column("name", "Name", lambda p: p.name, ("name",)),), ("email",), (active,),
                      order=("-name",), empty="Nobody.")  # fmt: skip

    def page(query: str) -> str:
        request = RequestFactory().get(f"/people?{query}")
        request.user = AnonymousUser()
        return listing.answer(request, Person.objects.all()).content.decode()

    assert page("").index("Bob") < page("").index("Anna")
    assert "Nobody." in page("state=off")
    assert '<option value="on" selected>' in page("")
    assert '<option value="">' not in page("").partition("table-order")[0]
    assert "Bob" in page("state=all&q=BOB@")
    assert "Anna" not in page("state=all&q=BOB@")
    assert page("format=csv").splitlines()[1] == "Bob"
