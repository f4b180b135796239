"""A program asks by its own token; it is counted by month, what was found by rule, and nobody else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import Http404
from django.test import Client

from sansi.web.audit.models import Entry
from sansi.web.audit.refused import Refused
from sansi.web.drafts import api
from sansi.web.integrations import access, counting, tokens
from sansi.web.integrations.actions import make_integration, withdraw_integration
from sansi.web.integrations.counting import Collector, shown, this_month
from sansi.web.integrations.models import Integration, RequestCount, RuleCount
from sansi.web.orgs.models import Person
from tests.web.signing_in import with_second_step
from tests.web.town import Town


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No token is remembered from another test, and no timer writes when the test is over."""
    monkeypatch.setattr(api, "collector", Collector(3600))
    tokens.forget()
    yield
    tokens.forget()


@pytest.fixture
def made(town: Town) -> tuple[Integration, str]:
    return make_integration(town.office, name="CMS", by=town.anna)


def come_in(client: Client, person: Person) -> None:
    with_second_step(person)
    client.force_login(person)


def ask(client: Client, token: str, text: str = "电话13812345678") -> Any:
    headers = {"authorization": f"Bearer {token}", "accept-language": "en"}
    return client.post("/api/v1/check", json.dumps({"text": text}), "application/json", headers=headers)


def test_a_token_is_kept_as_a_digest_only(made: tuple[Integration, str]) -> None:
    row, token = made

    assert token.startswith("sansi_")
    assert token not in repr(Integration.objects.values().get())
    assert row.ending == token[-4:]


def test_making_and_withdrawing_are_recorded_without_the_token(
    town: Town, made: tuple[Integration, str]
) -> None:
    withdraw_integration(made[0], by=town.anna)
    rows = Entry.objects.filter(action__startswith="integration.").order_by("seq")

    assert [(r.action, r.by, r.unit) for r in rows] == [
        ("integration.made", town.anna.pk, town.office.pk),
        ("integration.withdrawn", town.anna.pk, town.office.pk),
    ]
    assert made[1] not in repr(list(rows.values()))


def test_a_closed_unit_gets_no_token(town: Town) -> None:
    town.school.closed_on = date(2026, 1, 1)
    with pytest.raises(Refused):
        make_integration(town.school, name="x", by=town.otto)

    assert not Integration.objects.exists()


def test_a_token_is_withdrawn_once(town: Town, made: tuple[Integration, str]) -> None:
    withdraw_integration(made[0], by=town.anna)
    with pytest.raises(Refused):
        withdraw_integration(made[0], by=town.anna)


def test_administrators_see_the_programs_of_their_part_of_the_tree(
    town: Town, made: tuple[Integration, str]
) -> None:
    row, _ = made
    for person in (town.anna, town.mayor):
        assert access.integration_for(person, row.pk) == row
    for person in (town.otto, town.rita, town.audrey, town.dora):
        with pytest.raises(Http404):
            access.integration_for(person, row.pk)


def test_what_was_found_is_for_administrators(town: Town) -> None:
    assert list(access.rule_counts_for(town.otto)) == []
    with pytest.raises(PermissionDenied):
        access.rule_counts_for(town.rita)


def test_a_program_with_a_token_may_ask_where_people_must_sign_in(
    client: Client, made: tuple[Integration, str], settings: Any
) -> None:
    settings.SANSI = {**settings.SANSI, "SANSI_CHECK_SIGN_IN": True}

    assert ask(client, made[1]).status_code == 200


@pytest.mark.parametrize("header", ["Bearer nonsense", "Bearer", "Basic eA==", "x"])
@pytest.mark.django_db
def test_a_token_that_opens_nothing_is_refused_even_where_none_is_needed(client: Client, header: str) -> None:
    answer = client.post(
        "/api/v1/check", '{"text": ""}', "application/json", headers={"authorization": header}
    )

    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_a_withdrawn_token_opens_nothing(
    client: Client, town: Town, made: tuple[Integration, str], django_capture_on_commit_callbacks: Any
) -> None:
    assert ask(client, made[1]).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_integration(made[0], by=town.anna)

    assert ask(client, made[1]).status_code == 401


def test_a_token_is_not_looked_up_for_each_request(
    made: tuple[Integration, str], django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens.owner_of(made[1])
    with django_assert_num_queries(0):
        assert tokens.owner_of(made[1]) == made[0].pk
    monkeypatch.setattr(tokens, "REMEMBERED_S", -1)
    with django_assert_num_queries(1):
        assert tokens.owner_of(made[1]) == made[0].pk


def test_the_memory_of_tokens_is_bounded(
    made: tuple[Integration, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "_MOST_REMEMBERED", 0)

    assert tokens.owner_of(made[1]) == made[0].pk
    assert len(tokens._Known.owners) == 1


def test_requests_are_counted_by_token_and_month_and_findings_by_rule(
    client: Client, made: tuple[Integration, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Collector(3600)
    monkeypatch.setattr(api, "collector", own)
    for text in ("电话13812345678、13912345678", "nothing"):
        ask(client, made[1], text)
    client.post("/api/v1/check", '{"text": "电话13812345678"}', "application/json")
    own.write()
    ask(client, made[1])
    own.write()

    assert list(RequestCount.objects.values_list("integration", "month", "count")) == [
        (made[0].pk, this_month(), 3)
    ]
    assert list(RuleCount.objects.values_list("rule", "month", "count")) == [("cn-mobile", this_month(), 2)]


def test_nobody_is_counted() -> None:
    for kind in (RequestCount, RuleCount):
        assert {f.name for f in kind._meta.fields} <= {"id", "integration", "rule", "month", "count"}


def test_counts_that_could_not_be_written_are_kept(
    made: tuple[Integration, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Collector(3600)
    own.count(made[0].pk, ["email"])

    def fail(*_: Any, **__: Any) -> None:
        raise DatabaseError

    with monkeypatch.context() as patch:
        patch.setattr(counting, "_add", fail)
        with pytest.raises(DatabaseError):
            own.write()
    own.write()
    assert RequestCount.objects.get().count == 1


def test_counts_of_an_integration_that_is_gone_are_dropped(made: tuple[Integration, str]) -> None:
    own = Collector(3600)
    own.count(made[0].pk + 1, [])
    own.write()

    assert not RequestCount.objects.exists()


def test_another_process_that_began_the_month_is_added_to(
    made: tuple[Integration, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    RuleCount.objects.create(rule="email", month=this_month(), count=7)
    real = counting.models.QuerySet.update
    misses = iter([True])

    def update(self: Any, **values: Any) -> int:
        # The first look comes before the other's row is seen.
        return 0 if next(misses, False) else real(self, **values)

    monkeypatch.setattr(counting.models.QuerySet, "update", update)
    counting._add(RuleCount, 2, rule="email", month=this_month())

    assert RuleCount.objects.get().count == 9


def test_counts_are_written_after_a_while_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    written = threading.Event()
    own = Collector(0.01)
    monkeypatch.setattr(own, "write", written.set)
    own.count(1, [])

    assert written.wait(10)


def test_a_database_that_is_away_ends_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Collector()

    def fail() -> None:
        raise DatabaseError

    monkeypatch.setattr(own, "write", fail)
    alone = threading.Thread(target=own._by_itself)
    alone.start()
    alone.join()


def test_at_the_end_what_is_left_is_written_or_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(counting.collector, "write", fail)
    counting._at_the_end()


def test_small_counts_are_not_shown() -> None:
    assert [shown(n) for n in (0, 4, 5)] == ["< 5", "< 5", "5"]


def test_an_administrator_makes_a_token_sees_it_once_and_withdraws_it(client: Client, town: Town) -> None:
    come_in(client, town.anna)
    answer = client.post("/org/integrations/new", {"name": "网站", "unit": "T1"})
    page = answer.content.decode()
    token = page.split("<code>")[1].split("</code>")[0]
    row = Integration.objects.get()

    assert tokens.owner_of(token) == row.pk
    assert "no-store" in answer["Cache-Control"]
    listed = client.get("/org/integrations/").content.decode()
    assert "网站" in listed
    assert token not in listed
    assert client.post(f"/org/integrations/{row.pk}/withdraw").status_code == 302
    assert Integration.objects.get().withdrawn_at


def test_a_token_for_somebody_elses_unit_cannot_be_made(client: Client, town: Town) -> None:
    come_in(client, town.anna)

    assert client.post("/org/integrations/new", {"name": "x", "unit": "T2"}).status_code == 422
    assert not Integration.objects.exists()


def test_only_administrators_come_to_these_pages(client: Client, town: Town) -> None:
    come_in(client, town.rita)

    for path in ("/org/integrations/", "/org/integrations/new", "/org/integrations/found"):
        assert client.get(path).status_code == 403


def test_the_table_of_rules_hides_small_numbers_in_the_file_too(client: Client, town: Town) -> None:
    RuleCount.objects.create(rule="email", month=this_month(), count=4)
    RuleCount.objects.create(rule="cn-mobile", month=this_month(), count=1234)
    come_in(client, town.mayor)
    page = client.get("/org/integrations/found").content.decode()
    file = client.get("/org/integrations/found?format=csv").content.decode()

    for told in (page, file):
        assert "1234" in told
        assert "&lt; 5" in told or "< 5" in told


def test_names_are_what_they_are_called(made: tuple[Integration, str]) -> None:
    month = date(2026, 11, 1)

    assert str(made[0]) == "CMS"
    assert str(RequestCount(integration=made[0], month=month, count=3)) == "2026-11: 3"
    assert str(RuleCount(rule="email", month=month, count=3)) == "email 2026-11"
