"""单位表 · A table of units: tried against the tree that stands, and taken over into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sansi.web.audit.actions import Act, record_all
from sansi.web.orgs.actions.units import DEEPEST
from sansi.web.orgs.models import Person, Unit, UnitEvent
from sansi.web.orgs.roster.columns import Row, What
from sansi.web.orgs.roster.judging import CODE, Judged, Verdict, begun, narrow

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class _Known:
    """A unit that stands."""

    pk: int
    path: str
    name: str
    name_en: str
    closed: bool
    above: str


def _standing() -> dict[str, _Known]:
    """Every unit by its code. There are a few thousand: one query is less than asking for each row."""
    rows = list(
        Unit.objects.order_by("path").values_list("pk", "path", "code", "name", "name_en", "closed_on")
    )
    codes = {path: code for _pk, path, code, *_rest in rows}
    return {
        code: _Known(pk, path, name, name_en, closed is not None, codes.get(path[: -Unit.steplen], ""))
        for pk, path, code, name, name_en, closed in rows
    }


class _Trial:
    """One look at a table of units, below a unit."""

    def __init__(self, rows: Iterable[Row], below: Unit) -> None:
        self.below = below
        self.standing = _standing()
        self.judged = begun(rows, What.UNITS)
        self.by_code: dict[str, Judged] = {}

    def run(self) -> list[Judged]:
        for one in self.judged:
            self._code(one)
        for one in self.judged:
            if one.verdict != Verdict.WRONG:
                self._place(one)
        self._nesting()
        return self.judged

    def _code(self, one: Judged) -> None:
        code = narrow(one.row.cells.get("code", ""))
        one.facts["code"] = code
        if code and not CODE.fullmatch(code):
            one.wrong("code", "code")
        first = self.by_code.setdefault(code, one)
        if code and first is not one:
            one.wrong("code", "twice", row=first.row.number)

    def _place(self, one: Judged) -> None:
        cells, code = one.row.cells, one.facts["code"]
        above = narrow(cells.get("parent", ""))
        known = self.standing.get(code)
        if known is not None:
            self._known(one, known, above)
            return
        one.verdict = Verdict.NEW
        one.facts["above"] = above = above or self.below.code
        if above in self.by_code and above not in self.standing:
            return
        parent = self.standing.get(above)
        if parent is None:
            one.wrong("parent", "no_unit")
        elif not parent.path.startswith(self.below.path):
            one.wrong("parent", "outside", below=self.below.code)
        elif parent.closed:
            one.wrong("parent", "closed")

    def _known(self, one: Judged, known: _Known, above: str) -> None:
        """A unit that stands: its names may change, its place may not."""
        cells = one.row.cells
        if not known.path.startswith(self.below.path):
            one.wrong("code", "outside", below=self.below.code)
        elif known.closed:
            one.wrong("code", "closed")
        elif above and above != known.above:
            one.wrong("parent", "moved", now=known.above or "—")
        names = cells["name"], cells.get("name_en", known.name_en)
        if one.verdict != Verdict.WRONG and names != (known.name, known.name_en):
            one.verdict = Verdict.CHANGED
            one.facts |= {"pk": known.pk, "was": (known.name, known.name_en), "now": names}

    def _nesting(self) -> None:
        """Follow each new unit up to one that stands: no circle, not too deep, nothing wrong on the way."""
        for one in self.judged:
            if one.verdict != Verdict.NEW:
                continue
            steps, at = 1, one
            while (above := at.facts["above"]) not in self.standing:
                at = self.by_code[above]
                steps += 1
                if at.verdict == Verdict.WRONG:
                    one.wrong("parent", "above_wrong", row=at.row.number)
                    break
                if at is one or steps > DEEPEST:
                    one.wrong("parent", "circle" if at is one else "deep", limit=DEEPEST)
                    break
            else:
                depth = len(self.standing[above].path) // Unit.steplen + steps
                one.facts["depth"] = depth
                if depth > DEEPEST:
                    one.wrong("parent", "deep", limit=DEEPEST)


def try_units(rows: Iterable[Row], below: Unit) -> list[Judged]:
    """What would become of each row. Nothing is changed."""
    trial = _Trial(rows, below)
    judged = trial.run()
    # Who hangs on a row that was found wrong after it was itself looked at.
    while any(_drag(one, trial) for one in judged):
        pass
    return judged


def _drag(one: Judged, trial: _Trial) -> bool:
    if one.verdict != Verdict.NEW or one.facts["above"] in trial.standing:
        return False
    above = trial.by_code[one.facts["above"]]
    if above.verdict == Verdict.WRONG:
        one.wrong("parent", "above_wrong", row=above.row.number)
        return True
    return False


def take_units(judged: Sequence[Judged], by: Person | None) -> None:
    """Open the new units and rename the changed ones. The caller holds the transaction and the lock of the tree."""
    _open([one for one in judged if one.verdict == Verdict.NEW], by)
    _rename([one for one in judged if one.verdict == Verdict.CHANGED], by)


def _open(new: list[Judged], by: Person | None) -> None:
    units = {unit.code: unit for unit in Unit.objects.all()} if new else {}
    last: dict[str, int] = {}
    for unit in units.values():
        above, step = unit.path[: -Unit.steplen], Unit._str2int(unit.path[-Unit.steplen :])
        last[above] = max(last.get(above, 0), step)
    grown: Counter[str] = Counter()
    made = []
    for one in sorted(new, key=lambda one: int(one.facts["depth"])):
        parent = units[one.facts["above"]]
        last[parent.path] = last.get(parent.path, 0) + 1
        cells = one.row.cells
        unit = Unit(
            code=one.facts["code"],
            name=cells["name"],
            name_en=cells.get("name_en", ""),
            depth=parent.depth + 1,
            path=Unit._get_path(parent.path, parent.depth + 1, last[parent.path]),
        )
        units[unit.code] = unit
        grown[parent.code] += 1
        made.append((unit, parent))
    _count_children(units, grown)
    Unit.objects.bulk_create([unit for unit, _parent in made], batch_size=_BATCH)
    opened = UnitEvent.What.OPENED
    UnitEvent.objects.bulk_create(
        [UnitEvent(unit=u, what=opened, by=by, other=p, facts={"now": u.name}) for u, p in made],
        batch_size=_BATCH,
    )
    record_all([Act("unit.opened", u, u.pk, {"code": u.code, "parent": p.pk}) for u, p in made], by=by)


def _count_children(units: dict[str, Unit], grown: Counter[str]) -> None:
    """Each unit holds the number of those right below it."""
    for code, number in grown.items():
        units[code].numchild += number
    Unit.objects.bulk_update([units[c] for c in grown if units[c].pk], ["numchild"], batch_size=_BATCH)


def _rename(changed: list[Judged], by: Person | None) -> None:
    units = Unit.objects.in_bulk([one.facts["pk"] for one in changed])
    acts, events = [], []
    for one in changed:
        unit = units[one.facts["pk"]]
        (was, was_en), (now, now_en) = one.facts["was"], one.facts["now"]
        unit.name, unit.name_en, unit.version = now, now_en, unit.version + 1
        told = {"was": was, "now": now, "was_en": was_en, "now_en": now_en}
        events.append(UnitEvent(unit=unit, what=UnitEvent.What.RENAMED, by=by, facts=told))
        acts.append(Act("unit.renamed", unit, unit.pk, {"was": was, "now": now}))
    Unit.objects.bulk_update(units.values(), ["name", "name_en", "version"], batch_size=_BATCH)
    UnitEvent.objects.bulk_create(events, batch_size=_BATCH)
    record_all(acts, by=by)
