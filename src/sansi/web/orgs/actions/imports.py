"""批量导入 · Import units or people from a table: try it first, see what each row would do, then take it over.

Trying changes nothing. Taking over tries again, in the same transaction: what changed meanwhile is seen, and either
all rows that were sound are taken over, or none. A table names units by their codes and people by their addresses;
what is there already is brought up to date, so the same table can be imported twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import Act, record, record_all
from sansi.web.audit.refused import Refused
from sansi.web.orgs.actions.units import DEEPEST, open_unit, rename_unit, stale
from sansi.web.orgs.models import Membership, Person, Unit, Upload
from sansi.web.orgs.models.person import Language, tidy_email

Row = dict[str, str]
NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
_CODE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"
BATCH = 1000


def try_rows(what: str, rows: list[Row], unit: Unit) -> list[Row]:
    """The rows, each with `outcome` (new, changed, same, wrong) and `said`: what it would do, or what is wrong."""
    trying = _Units(unit) if what == Upload.What.UNITS else _People(unit)
    return [row | dict(zip(("outcome", "said"), trying.one(row), strict=True)) for row in rows]


class _Units:
    """Units below one, by their codes, as they would be after the rows seen so far."""

    def __init__(self, top: Unit) -> None:
        self.top = top
        self.known = {u.code: u for u in Unit.objects.filter(path__startswith=top.path)}
        self.elsewhere = set(Unit.objects.exclude(path__startswith=top.path).values_list("code", flat=True))
        self.depth = {code: u.depth for code, u in self.known.items()}
        self.seen: set[str] = set()

    def one(self, row: Row) -> tuple[str, str]:
        code, name, parent = row["code"], row["name"], row["parent"]
        wrong = self._wrong(code, name, row.get("name_en", ""), parent)
        if wrong:
            return WRONG, wrong
        self.seen.add(code)
        old = self.known.get(code)
        if old is None:
            self.depth[code] = self.depth[parent] + 1
            return NEW, _("opens below %(unit)s") % {"unit": parent}
        if (old.name, old.name_en) != (name, row.get("name_en", "")):
            return CHANGED, _("was “%(name)s”") % {"name": old.name}
        return SAME, ""

    def _wrong(self, code: str, name: str, name_en: str, parent: str) -> str:
        if not code or not set(code) <= set(_CODE) or len(code) > 40:
            return _("The code is made of letters and digits, at most 40.")
        if not name or len(name) > 120 or len(name_en) > 160:
            return _("A name is needed, of at most 120 characters.")
        if code in self.seen:
            return _("The same code stands in an earlier row.")
        if code in self.elsewhere:
            return _("This code belongs to a unit outside your part of the tree.")
        return (
            self._wrong_place(self.known[code], parent) if code in self.known else self._wrong_parent(parent)
        )

    def _wrong_parent(self, parent: str) -> str:
        if parent not in self.depth:
            return _("There is no unit %(code)s in your part of the tree or in an earlier row.") % {
                "code": parent
            }
        if parent in self.known and self.known[parent].is_closed:
            return _("%(unit)s is closed.") % {"unit": self.known[parent]}
        if self.depth[parent] >= DEEPEST:
            return _("Units can be nested %(number)s levels deep.") % {"number": DEEPEST}
        return ""

    def _wrong_place(self, unit: Unit, parent: str) -> str:
        if unit.is_closed:
            return _("%(unit)s is closed.") % {"unit": unit}
        above = next((u for u in self.known.values() if u.path == unit.path[: -Unit.steplen]), None)
        if above is not None and parent and above.code != parent:
            return _("It stands below %(unit)s: an import moves no unit.") % {"unit": above.code}
        return ""


class _People:
    """People by their addresses, and the open units of one part of the tree by their codes."""

    def __init__(self, top: Unit) -> None:
        mine = Unit.objects.filter(path__startswith=top.path, closed_on__isnull=True)
        self.units = {u.code: u for u in mine}
        self.known = dict(Person.objects.values_list("email", "pk"))
        self.names = dict(Person.objects.values_list("pk", "name"))
        serving = Membership.objects.filter(Membership.on()).values_list("person_id", "unit__code")
        self.serving = set(serving)
        self.seen: set[tuple[str, str]] = set()
        self.new: dict[str, str] = {}

    def one(self, row: Row) -> tuple[str, str]:
        email, name, unit = tidy_email(row["email"]), row["name"], row["unit"]
        wrong = self._wrong(row, email, name, unit)
        if wrong:
            return WRONG, wrong
        self.seen.add((email, unit))
        pk = self.known.get(email)
        if pk is None:
            again = email in self.new
            self.new.setdefault(email, name)
            if again:
                return CHANGED, _("serves in %(unit)s as well") % {"unit": unit}
            return NEW, _("serves in %(unit)s") % {"unit": unit}
        if (pk, unit) not in self.serving:
            return CHANGED, _("serves in %(unit)s as well") % {"unit": unit}
        return SAME, ""

    def _wrong(self, row: Row, email: str, name: str, unit: str) -> str:
        try:
            validate_email(email)
        except ValidationError:
            return _("This is no e-mail address.")
        if len(email) > 254 or not name or len(name) > 100 or len(row.get("post", "")) > 100:
            return _("A name is needed; name and post have at most 100 characters.")
        if unit not in self.units:
            return _("There is no open unit %(code)s in your part of the tree.") % {"code": unit}
        if row.get("language", "") not in {"", *Language.values}:
            return _("The language is zh-hans, en or empty.")
        return self._wrong_again(email, name, unit)

    def _wrong_again(self, email: str, name: str, unit: str) -> str:
        if (email, unit) in self.seen:
            return _("The same person and unit stand in an earlier row.")
        pk = self.known.get(email)
        said = self.names[pk] if pk else self.new.get(email, name)
        if said != name:
            return _("This address belongs to somebody with another name: %(name)s.") % {"name": said}
        return ""


@transaction.atomic
def upload_table(*, what: str, rows: list[Row], name: str, unit: Unit, by: Person) -> Upload:
    """Keep a table that was read and tried, so that its report can be seen before it is taken over."""
    tried = try_rows(what, rows, unit)
    return Upload.objects.create(
        what=what,
        unit=unit,
        name=name[:120],
        rows=tried,
        counts=dict(Counter(r["outcome"] for r in tried)),
        by=by,
    )


@transaction.atomic
def take_over(upload: Upload, *, by: Person) -> dict[str, int]:
    """Do what the rows that are not wrong say; how many of each there were."""
    changed = Upload.objects.filter(pk=upload.pk, state=Upload.State.TRIED).update(state=Upload.State.TAKEN)
    if not changed:
        raise stale()
    rows = try_rows(upload.what, upload.rows, upload.unit)
    doing = [row for row in rows if row["outcome"] in {NEW, CHANGED}]
    if not doing:
        raise Refused(_("There is nothing to take over."))
    take: Callable[[list[Row], Upload, Person], None] = (
        _take_units if upload.what == Upload.What.UNITS else _take_people
    )
    take(doing, upload, by)
    counts = dict(Counter(row["outcome"] for row in rows))
    # The rows hold addresses: what is done is in the tables and in the log.
    Upload.objects.filter(pk=upload.pk).update(rows=[], counts=counts)
    record("upload.taken", upload, by=by, unit=upload.unit_id, what=upload.what, rows=counts)
    upload.refresh_from_db()
    return counts


def _take_units(rows: list[Row], upload: Upload, by: Person) -> None:
    del upload
    for row in rows:
        if row["outcome"] == NEW:
            parent = Unit.objects.get(code=row["parent"])
            open_unit(parent, code=row["code"], name=row["name"], name_en=row.get("name_en", ""), by=by)
        else:
            unit = Unit.objects.get(code=row["code"])
            rename_unit(unit, name=row["name"], name_en=row.get("name_en", ""), by=by)


def _take_people(rows: list[Row], upload: Upload, by: Person) -> None:
    units = dict(Unit.objects.filter(path__startswith=upload.unit.path).values_list("code", "pk"))
    today = timezone.localdate()
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        fresh = [
            Person(
                email=tidy_email(row["email"]),
                name=row["name"],
                language=row.get("language", ""),
                # What Django writes for "no password"; hashing one nobody knows would take 0.2 s each.
                password=f"!{upload.pk}",
            )
            for row in part
            if row["outcome"] == NEW
        ]
        made = Person.objects.bulk_create(fresh)
        home = {tidy_email(row["email"]): units[row["unit"]] for row in part if row["outcome"] == NEW}
        record_all([Act("person.added", person, home[person.email]) for person in made], by=by)
        emails = [tidy_email(row["email"]) for row in part]
        people = dict(Person.objects.filter(email__in=emails).values_list("email", "pk"))
        served = Membership.objects.bulk_create(
            Membership(
                person_id=people[tidy_email(row["email"])],
                unit_id=units[row["unit"]],
                post=row.get("post", ""),
                from_on=today,
            )
            for row in part
        )
        record_all(
            [Act("membership.begun", row, row.unit_id, {"person": row.person_id}) for row in served], by=by
        )


@transaction.atomic
def drop_upload(upload: Upload, *, by: Person) -> None:
    """Forget a table that is not wanted; nothing was changed by it."""
    del by
    changed = Upload.objects.filter(pk=upload.pk, state=Upload.State.TRIED).update(
        state=Upload.State.DROPPED, rows=[]
    )
    if not changed:
        raise stale()
