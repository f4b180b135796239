"""Units and people from tables: tried, taken over in one go, written out, brought again."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.utils.translation import override
from treebeard.mp_tree import MP_Node

from sansi.web.audit.models import Entry
from sansi.web.audit.refused import Refused
from sansi.web.orgs.actions.people import join
from sansi.web.orgs.actions.units import close_unit, open_unit, rename_unit
from sansi.web.orgs.models import Invitation, Membership, Person, Unit, UnitEvent, Upload
from sansi.web.orgs.roster import actions, jobs, writing
from sansi.web.orgs.roster.actions import drop_upload, take_over, try_table
from sansi.web.orgs.roster.columns import COLUMNS, What
from sansi.web.orgs.roster.judging import Judged, day_of
from sansi.web.tables.files import as_csv, as_xlsx
from tests.web.town import Town

pytestmark = pytest.mark.django_db
UNITS = ("code", "name", "name_en", "parent")
PEOPLE = ("email", "name", "unit", "post", "language", "from")


@pytest.fixture(autouse=True)
def english() -> Any:
    with override("en"):
        yield


def tried(town: Town, what: str, *rows: str, by: str = "mayor", below: str = "root") -> Upload:
    head = UNITS if what == "units" else PEOPLE
    data = as_csv(head, [row.split(",") for row in rows])
    return try_table(data, name="t.csv", what=What(what), below=getattr(town, below), by=town.people[by])


def verdicts(upload: Upload) -> list[str]:
    return [kept[2] for kept in upload.rows]


def wrongs(upload: Upload) -> list[str]:
    columns = COLUMNS[What(upload.what)]
    return [problem.said(columns) for kept in upload.rows for problem in Judged.of(kept).problems]


class TestColumns:
    @pytest.mark.parametrize(
        "head",
        [("代码", "名称"), ("单位代码*", "单位名称（全称）"), ("Unit code", "Unit name"), ("CODE", "Name")],
    )
    def test_they_are_known_by_many_names(self, town: Town, head: tuple[str, ...]) -> None:
        data = as_csv(head, [("N1", "新科")])
        assert verdicts(try_table(data, name="", what=What.UNITS, below=town.root, by=None)) == ["new"]

    def test_what_the_export_calls_them_is_known_in_both_languages(self) -> None:
        for what in What:
            for language in ("zh-hans", "en"):
                with override(language):
                    head = writing.head_of(what)
                rows, unknown = actions.rows_of(
                    [actions_line(1, head), actions_line(2, ["x"] * len(head))], what
                )
                assert (len(rows[0].cells), unknown) == (len(COLUMNS[what]), [])

    def test_a_missing_one_is_named_with_what_was_seen_and_what_is_right(self, town: Town) -> None:
        with pytest.raises(
            Refused, match=r"row 1.*lacks: Unit name.*Seen there: 代码, 备注.*Unit name \(单位名称"
        ):
            try_table("代码,备注\n1,2\n".encode(), name="", what=What.UNITS, below=town.root, by=None)

    def test_one_that_stands_there_twice_is_refused(self, town: Town) -> None:
        with pytest.raises(Refused, match="“Unit code” twice"):
            try_table("代码,编码,名称\n1,2,3\n".encode(), name="", what=What.UNITS, below=town.root, by=None)

    def test_unknown_ones_are_passed_over_and_named(self, town: Town) -> None:
        upload = try_table(
            "代码,名称,备注\nN1,新,x\n".encode(), name="", what=What.UNITS, below=town.root, by=None
        )
        assert upload.counts["unknown"] == ["备注"]

    def test_a_head_alone_is_nothing(self, town: Town) -> None:
        with pytest.raises(Refused, match="nothing below the head"):
            try_table("代码,名称\n".encode(), name="", what=What.UNITS, below=town.root, by=None)


def actions_line(number: int, cells: list[str]) -> Any:
    from sansi.web.orgs.roster.reading import Line

    return Line(number, cells)


def above(unit: Unit) -> str:
    return Unit.objects.get(path=unit.path[: -Unit.steplen]).code


class TestUnits:
    def test_trying_changes_nothing(self, town: Town) -> None:
        before = (Unit.objects.count(), Entry.objects.count())
        tried(town, "units", "N1,新科,New,T1")
        assert (Unit.objects.count(), Entry.objects.count()) == before

    def test_new_units_stand_where_the_table_says_whatever_its_order(self, town: Town) -> None:
        upload = tried(town, "units", "N2,组,Group,N1", "N1,科,Section,T1", "N3,办,Office,")

        assert verdicts(upload) == ["new", "new", "new"]
        assert take_over(upload, only_right=False, by=town.mayor)

        made = Unit.objects.in_bulk(["N1", "N2", "N3"], field_name="code")
        assert above(made["N1"]) == "T1"
        assert above(made["N2"]) == "N1"
        assert above(made["N3"]) == "T"
        assert (made["N2"].name, made["N2"].name_en, made["N2"].depth) == ("组", "Group", 4)

    def test_the_tree_stays_sound_and_grows_on(self, town: Town) -> None:
        rows = [f"N{n},科{n},,{'T1' if n % 3 else 'T'}" for n in range(50)]
        take_over(tried(town, "units", *rows, "N0a,组,,N0"), only_right=False, by=town.mayor)

        assert Unit.objects.find_problems() == ([], [], [], [], [])
        town.office.refresh_from_db()
        open_unit(town.office, code="LAST", name="后来的科", by=None)
        assert Unit.objects.find_problems() == ([], [], [], [], [])

    def test_each_is_recorded_and_has_a_history(self, town: Town) -> None:
        take_over(tried(town, "units", "N1,科,,T1", "T2,第一中学,,"), only_right=False, by=town.mayor)

        assert [e.action for e in Entry.objects.order_by("-seq")[:3]] == [
            "upload.taken",
            "unit.renamed",
            "unit.opened",
        ]
        assert Entry.objects.latest("seq").by == town.mayor.pk
        event = UnitEvent.objects.get(unit__code="T2", what="renamed")
        assert (event.facts["was"], event.facts["now"]) == ("第一小学", "第一中学")
        town.school.refresh_from_db()
        assert town.school.version == 2

    def test_the_same_table_twice_does_nothing_the_second_time(self, town: Town) -> None:
        rows = ("N1,科,Section,T1", "N2,组,,N1")
        take_over(tried(town, "units", *rows), only_right=False, by=town.mayor)
        upload = tried(town, "units", *rows)

        assert verdicts(upload) == ["same", "same"]
        with pytest.raises(Refused, match="nothing to take over"):
            take_over(upload, only_right=False, by=town.mayor)

    def test_an_empty_cell_changes_nothing(self, town: Town) -> None:
        assert verdicts(tried(town, "units", "T1,政务办公室,,")) == ["same"]

    @pytest.mark.parametrize(
        ("row", "said"),
        [
            ("N 1,科,,", "Unit code: seen “N 1”; right: up to 40 letters"),
            (",科,,", "Unit code: seen nothing; right: this may not be empty"),
            ("N1,,,", "Unit name: seen nothing"),
            (f"N1,{'长' * 121},,", "at most 120 characters"),
            (f"{'a' * 41},科,,", "at most 40 characters"),
            (
                "N1,科,,NOWHERE",
                "Code of the unit above: seen “NOWHERE”; right: the code of a unit that is here",
            ),
            ("N1,科,,N1", "right: a unit that is not below this one itself"),
            ("T11,服务窗口,,T2", "right: T1, where it stands now"),
        ],
    )
    def test_what_is_wrong_is_said_by_column_and_what_is_right(self, town: Town, row: str, said: str) -> None:
        upload = tried(town, "units", row)
        assert verdicts(upload) == ["wrong"]
        assert said in wrongs(upload)[0]

    def test_circles_chains_and_repetitions_are_wrong(self, town: Town) -> None:
        upload = tried(
            town,
            "units",
            "A,a,,B",
            "B,b,,C",
            "C,c,,A",
            "D,d,,C",
            "E,e,,T",
            "E,e,,T",
            "F,f,,D",
            "G,,,T",
            "H,h,,G",
        )
        assert verdicts(upload) == ["wrong"] * 4 + ["new"] + ["wrong"] * 4
        assert "row 6 already" in wrongs(upload)[4]

    def test_too_deep_is_wrong(self, town: Town) -> None:
        rows = [f"N{n},n,,{f'N{n - 1}' if n else 'T'}" for n in range(14)]
        found = verdicts(tried(town, "units", *rows))
        assert found[:11] == ["new"] * 11
        assert set(found[11:]) == {"wrong"}

    def test_a_closed_unit_takes_nothing(self, town: Town) -> None:
        close_unit(town.desk, by=None)
        upload = tried(town, "units", "N1,科,,T11", "T11,窗口,,")
        assert [text.rpartition("right: ")[2] for text in wrongs(upload)] == [
            "an open unit: this one is closed"
        ] * 2

    def test_below_a_closed_unit_nothing_is_tried(self, town: Town) -> None:
        close_unit(town.desk, by=None)
        town.desk.refresh_from_db()
        with pytest.raises(Refused, match="is closed"):
            tried(town, "units", "N1,科,,", below="desk")

    def test_other_parts_of_the_tree_are_out_of_reach(self, town: Town) -> None:
        upload = tried(town, "units", "N1,科,,T2", "T2,改名,,", "T,改名,,", by="anna", below="office")
        assert verdicts(upload) == ["wrong"] * 3
        assert "at or below T1" in wrongs(upload)[0]

    def test_full_width_codes_are_meant_as_usual_ones(self, town: Town) -> None:
        take_over(tried(town, "units", "Ｎ１,科,,Ｔ１"), only_right=False, by=town.mayor)
        assert above(Unit.objects.get(code="N1")) == "T1"


class TestPeople:
    def test_new_people_serve_and_cannot_sign_in_yet(self, town: Town) -> None:
        upload = tried(
            town, "people", "Li@Example.org,李云,T1,科员,中文,2026年3月1日", "w@example.org,王宁,,,en,"
        )
        assert verdicts(upload) == ["new", "new"]
        assert take_over(upload, only_right=False, by=town.mayor)

        li, wang = (Person.objects.get(email=f"{name}@example.org") for name in ("li", "w"))
        assert (li.name, li.language, wang.language) == ("李云", "zh-hans", "en")
        assert not li.has_usable_password()
        assert li.password != wang.password
        membership = li.memberships.get()
        assert (membership.unit.code, membership.post, str(membership.from_on)) == (
            "T1",
            "科员",
            "2026-03-01",
        )
        assert wang.memberships.get().unit == town.root

    def test_somebody_may_serve_twice(self, town: Town) -> None:
        take_over(
            tried(town, "people", "l@example.org,李,T1", "l@example.org,李,T2"),
            only_right=False,
            by=town.mayor,
        )
        assert Person.objects.get(email="l@example.org").memberships.count() == 2

    def test_the_same_table_twice_does_nothing_the_second_time(self, town: Town) -> None:
        rows = ("l@example.org,李,T1,科员,中文,2026-01-01", "dora@example.org,dora,T11,,,")
        take_over(tried(town, "people", *rows), only_right=False, by=town.mayor)
        assert verdicts(tried(town, "people", *rows)) == ["same", "same"]

    def test_names_posts_and_units_are_brought_up_to_date(self, town: Town) -> None:
        upload = tried(town, "people", "dora@example.org,朵拉,T11,组长", "sam@example.org,sam,T1")
        assert verdicts(upload) == ["changed", "changed"]
        take_over(upload, only_right=False, by=town.mayor)

        town.dora.refresh_from_db()
        assert (town.dora.name, town.dora.memberships.get().post) == ("朵拉", "组长")
        assert set(town.sam.memberships.values_list("unit__code", flat=True)) == {"T1", "T2"}
        done = list(Entry.objects.order_by("-seq").values_list("action", flat=True)[:4])
        assert done == ["upload.taken", "membership.begun", "membership.changed", "person.changed"]

    def test_the_log_holds_no_name_and_no_address(self, town: Town) -> None:
        take_over(tried(town, "people", "secret@example.org,谁也不知道,T1"), only_right=False, by=town.mayor)
        told = "".join(Entry.objects.values_list("facts", flat=True))
        assert "secret" not in told
        assert "谁也不知道" not in told

    def test_ones_own_language_is_ones_own(self, town: Town) -> None:
        assert verdicts(tried(town, "people", "dora@example.org,dora,T11,,en")) == ["same"]

    @pytest.mark.parametrize(
        ("row", "said"),
        [
            ("nobody,李,T1", "E-mail: seen “nobody”; right: an address like"),
            (",李,T1", "E-mail: seen nothing"),
            ("l@example.org,,T1", "Name: seen nothing"),
            ("l@example.org,李,X9", "Unit code: seen “X9”; right: the code of a unit that is here already"),
            ("l@example.org,李,T1,,klingon", "Language: seen “klingon”; right: one of"),
            ("l@example.org,李,T1,,,2026-02-30", "Serves since: seen “2026-02-30”; right: a day like"),
            (f"l@example.org,李,T1,{'长' * 101}", "at most 100 characters"),
            (f"{'l' * 250}@example.org,李,T1", "at most 254 characters"),
        ],
    )
    def test_what_is_wrong_is_said_by_column_and_what_is_right(self, town: Town, row: str, said: str) -> None:
        upload = tried(town, "people", row)
        assert verdicts(upload) == ["wrong"]
        assert said in wrongs(upload)[0]

    def test_repetitions_are_wrong(self, town: Town) -> None:
        rows = ("l@example.org,李,T1", "L@example.org,李,T1", "l@example.org,王,T2")
        upload = tried(town, "people", *rows)
        assert verdicts(upload) == ["new", "wrong", "wrong"]
        assert "row 2 already" in wrongs(upload)[0]
        assert "row 2 gives another name" in wrongs(upload)[1]

    def test_only_ones_own_part_of_the_tree_is_filled(self, town: Town) -> None:
        upload = tried(town, "people", "l@example.org,李,T2", by="anna", below="office")
        assert "at or below T1" in wrongs(upload)[0]

    def test_closed_units_and_suspended_people_are_refused(self, town: Town) -> None:
        close_unit(town.desk, by=None)
        Person.objects.filter(pk=town.sam.pk).update(is_active=False)
        upload = tried(town, "people", "l@example.org,李,T11", "sam@example.org,sam,T2")
        assert ["closed" in wrongs(upload)[0], "suspended" in wrongs(upload)[1]] == [True, True]

    def test_nobody_renames_whom_they_do_not_look_after(self, town: Town) -> None:
        rows = ("sam@example.org,Samuel,T1", "dora@example.org,Dorothea,T11", "anna@example.org,Anne,T1")
        upload = tried(town, "people", *rows, by="anna", below="office")
        # Sam serves at the school; and her own name is not for Anna to change here.
        assert verdicts(upload) == ["wrong", "changed", "wrong"]
        assert "another name" in wrongs(upload)[0]

        join(town.dora, unit=town.school, by=None)
        assert verdicts(tried(town, "people", rows[1], by="anna", below="office")) == ["wrong"]

    def test_a_person_may_be_entered_in_another_part_by_the_name_they_have(self, town: Town) -> None:
        assert verdicts(tried(town, "people", "sam@example.org,sam,T1", by="anna", below="office")) == [
            "changed"
        ]

    def test_full_width_addresses_are_meant_as_usual_ones(self, town: Town) -> None:
        take_over(tried(town, "people", "ｌｉ＠example.org,李,T1"), only_right=False, by=town.mayor)
        assert Person.objects.filter(email="li@example.org").exists()

    def test_days_are_read_as_people_write_them(self) -> None:
        for text in ("2026-3-5", "2026/03/05", "2026.3.5", "2026年3月5日", "２０２６－０３－０５"):
            assert str(day_of(text)) == "2026-03-05"
        assert day_of("5.3.26") is None


class TestTakingOver:
    def test_all_or_nothing(self, town: Town) -> None:
        upload = tried(town, "units", "N1,科,,T1", "N2,,,T1")
        with pytest.raises(Refused, match="Some rows are wrong"):
            take_over(upload, only_right=False, by=town.mayor)
        assert not Unit.objects.filter(code="N1").exists()

    def test_only_the_right_ones_when_asked(self, town: Town) -> None:
        assert take_over(tried(town, "units", "N1,科,,T1", "N2,,,T1"), only_right=True, by=town.mayor)
        assert list(Unit.objects.filter(code__startswith="N").values_list("code", flat=True)) == ["N1"]

    def test_nothing_is_half_done_when_it_fails_at_the_end(
        self, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        upload = tried(town, "people", "l@example.org,李,T1")

        def fail(*args: Any, **facts: Any) -> None:
            raise RuntimeError

        monkeypatch.setattr(actions, "record", fail)
        with pytest.raises(RuntimeError):
            take_over(upload, only_right=False, by=town.mayor)

        assert not Person.objects.filter(email="l@example.org").exists()
        upload.refresh_from_db()
        assert (upload.state, len(upload.rows)) == ("tried", 1)

    def test_what_changed_meanwhile_is_seen_and_nothing_done(self, town: Town) -> None:
        upload = tried(town, "units", "T11,新窗口,,", "N1,科,,T1")
        rename_unit(town.desk, name="新窗口", name_en="", by=None)

        assert not take_over(upload, only_right=False, by=town.mayor)
        assert not Unit.objects.filter(code="N1").exists()
        assert (verdicts(upload), upload.counts["again"]) == (["same", "new"], True)
        assert take_over(upload, only_right=False, by=town.mayor)

    def test_the_rows_are_gone_afterwards_and_it_is_done_once(self, town: Town) -> None:
        upload = tried(town, "people", "l@example.org,李,T1")
        take_over(upload, only_right=False, by=town.mayor)

        assert (upload.rows, upload.state) == ([], "taken")
        assert upload.counts["added"] == [Person.objects.get(email="l@example.org").pk]
        with pytest.raises(Refused):
            take_over(upload, only_right=False, by=town.mayor)
        with pytest.raises(Refused):
            drop_upload(upload)

    def test_a_dropped_one_is_gone(self, town: Town) -> None:
        upload = tried(town, "people", "l@example.org,李,T1")
        drop_upload(upload)
        assert (upload.rows, upload.state) == ([], "dropped")
        with pytest.raises(Refused):
            take_over(upload, only_right=False, by=town.mayor)

    def test_it_goes_in_batches_as_it_goes_in_one(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        from sansi.web.orgs.roster import people

        monkeypatch.setattr(people._chunks, "__defaults__", (3,))
        rows = [f"p{n // 2}@example.org,某{n // 2},{'T1' if n % 2 else 'T2'}" for n in range(20)]
        take_over(tried(town, "people", *rows), only_right=False, by=town.mayor)
        assert Membership.objects.filter(person__email__startswith="p").count() == 20
        assert Person.objects.filter(email__startswith="p").count() == 10

    def test_the_number_of_queries_does_not_grow_with_the_rows(
        self, town: Town, django_assert_max_num_queries: Any
    ) -> None:
        people = [f"p{n}@example.org,某{n},T1" for n in range(500)]
        units = [f"N{n},科{n},,T1" for n in range(500)]
        with django_assert_max_num_queries(45):
            first = tried(town, "people", *people)
            take_over(first, only_right=False, by=town.mayor)
        with django_assert_max_num_queries(45):
            take_over(tried(town, "units", *units), only_right=False, by=town.mayor)


@pytest.mark.django_db(transaction=True)
def test_lists_are_fast_at_once_after_a_long_table(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "LONG", 0)
    assert take_over(tried(town, "people", "l@example.org,李,T1"), only_right=False, by=town.mayor)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'orgs_person'")
            assert cursor.fetchone() == (11,)


class TestInTheBackground:
    def test_it_is_taken_over_by_a_worker_once(self, town: Town) -> None:
        upload = tried(town, "people", "l@example.org,李,T1")
        actions.ask_to_take_over(upload, only_right=False)
        with pytest.raises(Refused):
            actions.ask_to_take_over(upload, only_right=False)
        with pytest.raises(Refused):
            drop_upload(upload)

        assert jobs.take_over_later.func(upload.pk, False) == "taken"
        assert jobs.take_over_later.func(upload.pk, False) == "gone"
        assert Entry.objects.latest("seq").by == town.mayor.pk

    def test_what_stands_in_the_way_is_told(self, town: Town) -> None:
        upload = tried(town, "people", "l@example.org,,T1", "m@example.org,米,T1")
        actions.ask_to_take_over(upload, only_right=False)

        assert jobs.take_over_later.func(upload.pk, False) == "refused"
        upload.refresh_from_db()
        assert "asked_at" not in upload.counts
        assert "Some rows are wrong" in upload.counts["said"]

    def test_what_changed_meanwhile_is_told(self, town: Town) -> None:
        upload = tried(town, "units", "T11,新窗口,,", "N1,科,,T1")
        actions.ask_to_take_over(upload, only_right=False)
        rename_unit(town.desk, name="新窗口", name_en="", by=None)

        assert jobs.take_over_later.func(upload.pk, False) == "changed"
        upload.refresh_from_db()
        assert ("asked_at" in upload.counts, upload.counts["again"]) == (False, True)

    def test_who_lost_the_duty_meanwhile_takes_nothing_over(self, town: Town) -> None:
        upload = tried(town, "people", "l@example.org,李,T1")
        town.mayor.duties.all().delete()
        assert jobs.take_over_later.func(upload.pk, False) == "no longer theirs"


class TestInviting:
    @pytest.fixture
    def taken(self, town: Town) -> Upload:
        upload = tried(
            town,
            "people",
            "l@example.org,李,T11",
            "l@example.org,李,T1",
            "w@example.org,王,T1",
            "dora@example.org,dora,T1",
        )
        take_over(upload, only_right=False, by=town.mayor)
        return upload

    def test_who_was_added_is_invited_once(self, town: Town, taken: Upload) -> None:
        assert actions.invite_added(taken) == 2
        with pytest.raises(Refused):
            actions.invite_added(taken)

        assert jobs.invite_later.func(taken.pk) == 2
        assert jobs.invite_later.func(taken.pk) == 0
        invited = Invitation.objects.values_list("person__name", "unit__code", "invited_by")
        assert set(invited) == {("李", "T11", town.mayor.pk), ("王", "T1", town.mayor.pk)}

    def test_who_came_in_meanwhile_is_not(self, town: Town, taken: Upload) -> None:
        person = Person.objects.get(email="l@example.org")
        person.set_password("x" * 20)
        person.save()
        actions.invite_added(taken)
        assert jobs.invite_later.func(taken.pk) == 1

    def test_nobody_is_by_who_lost_the_duty_meanwhile(self, town: Town, taken: Upload) -> None:
        town.mayor.duties.all().delete()
        assert jobs.invite_later.func(taken.pk) == 0

    def test_a_table_that_added_nobody_invites_nobody(self, town: Town) -> None:
        upload = tried(town, "units", "N1,科,,T1")
        take_over(upload, only_right=False, by=town.mayor)
        with pytest.raises(Refused):
            actions.invite_added(upload)


class TestWriting:
    @pytest.mark.parametrize("made", [as_csv, as_xlsx])
    @pytest.mark.parametrize("language", ["zh-hans", "en"])
    def test_what_is_written_out_comes_back_as_it_is(self, town: Town, made: Any, language: str) -> None:
        Person.objects.filter(pk=town.sam.pk).update(name="=SUM(A1)", language="en")
        with override(language):
            for what in What:
                data = made(writing.head_of(what), writing.rows_below(town.root, what))
                upload = try_table(data, name="x", what=what, below=town.root, by=town.mayor)
                assert set(verdicts(upload)) == {"same"}
                assert len(upload.rows) == (4 if what == What.UNITS else 10)

    def test_only_what_is_below_and_open(self, town: Town) -> None:
        close_unit(town.desk, by=None)
        assert [row[0] for row in writing.rows_below(town.office, What.UNITS)] == ["T1"]
        assert {row[2] for row in writing.rows_below(town.office, What.PEOPLE)} == {"T1"}

    def test_the_examples_fit_their_columns(self, town: Town) -> None:
        for what in What:
            data = as_csv(writing.head_of(what), writing.EXAMPLES[what])
            upload = try_table(data, name="x", what=what, below=town.root, by=None)
            wrong = [text for text in wrongs(upload) if "B001" not in text]
            assert not wrong


def test_the_tree_is_of_the_kind_that_paths_are_made_for() -> None:
    # Paths are put together by treebeard's own functions: should these change, this says so.
    assert issubclass(Unit, MP_Node)
    assert Unit._get_path("0001", 2, 11) == "0001000B"
    assert Unit._str2int("000B") == 11
