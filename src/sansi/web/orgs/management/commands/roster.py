"""花名册命令 · Bring tables of units and people, or save them, without a browser: for the first day, and for night jobs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.orgs.models import Person, Unit
from sansi.web.orgs.models.person import tidy_email
from sansi.web.orgs.roster import actions, writing
from sansi.web.orgs.roster.columns import COLUMNS, What
from sansi.web.orgs.roster.judging import Judged, Verdict
from sansi.web.tables.files import as_csv, as_xlsx

_SHOWN = 50


class Command(BaseCommand):
    """`sansi manage roster import units FILE`, `sansi manage roster export people FILE`."""

    help = "Brings a table of units or people (only tries it, unless --take), or saves one."

    def add_arguments(self, parser: CommandParser) -> None:
        """What, from where, into what."""
        ways = parser.add_subparsers(dest="way", required=True)
        for name, about in (("import", "try a table, or take it over"), ("export", "save a table")):
            way = ways.add_parser(name, help=about)
            way.add_argument("what", choices=What.values)
            way.add_argument(
                "file", type=Path, help="CSV or XLSX, by its name" if name == "export" else "CSV or XLSX"
            )
            way.add_argument("--below", metavar="CODE", help="the unit at and below which it is (the top)")
            way.add_argument(
                "--by", metavar="EMAIL", help="who answers for it, for the audit log (the system)"
            )
            if name == "import":
                way.add_argument("--take", action="store_true", help="take it over: all rows or none")
                way.add_argument(
                    "--only-right", action="store_true", help="with --take: leave out wrong rows"
                )

    def handle(self, *_args: Any, way: str, what: str, file: Path, **options: Any) -> None:
        """Do it. Exit code 1 when rows are wrong or nothing was done."""
        below = self._unit(options["below"])
        by = self._person(options["by"])
        if way == "export":
            self._export(What(what), file, below, by)
            return
        try:
            self._import(What(what), file, below, by, options)
        except Refused as why:
            raise CommandError(str(why)) from why
        except OSError as why:
            raise CommandError(f"{file}: {why}") from why

    @staticmethod
    def _unit(code: str | None) -> Unit:
        unit: Unit | None = Unit.objects.filter(**({"code": code} if code else {"depth": 1})).first()
        if unit is None:
            raise CommandError(_("There is no unit %(code)s.") % {"code": code or ""})
        return unit

    @staticmethod
    def _person(email: str | None) -> Person | None:
        person = Person.objects.filter(email=tidy_email(email), is_active=True).first() if email else None
        if email and person is None:
            raise CommandError(_("Nobody with this address can sign in here."))
        return person

    def _import(
        self, what: What, file: Path, below: Unit, by: Person | None, options: dict[str, Any]
    ) -> None:
        upload = actions.try_table(file.read_bytes(), name=file.name, what=what, below=below, by=by)
        try:
            self._report(what, [Judged.of(kept) for kept in upload.rows])
            counts = upload.counts
            if options["take"]:
                actions.take_over(upload, only_right=options["only_right"], by=by)
                self.stdout.write(_("Taken over."))
            elif counts[Verdict.WRONG]:
                raise CommandError(_("Some rows are wrong: mend them, or take over only the right ones."))
        finally:
            # Nobody looks at its page: what is not taken over is not kept.
            if upload.state == actions.State.TRIED:
                upload.delete()

    def _report(self, what: What, judged: list[Judged]) -> None:
        wrong = [one for one in judged if one.verdict == Verdict.WRONG]
        for one in wrong[:_SHOWN]:
            said = " · ".join(problem.said(COLUMNS[what]) for problem in one.problems)
            self.stderr.write(_("Row %(row)s: %(said)s") % {"row": one.row.number, "said": said})
        if len(wrong) > _SHOWN:
            self.stderr.write("…")
        counts = actions.counted(judged)
        self.stdout.write(" · ".join(f"{verdict.label} {counts[verdict.value]}" for verdict in Verdict))

    def _export(self, what: What, file: Path, below: Unit, by: Person | None) -> None:
        rows = list(writing.rows_below(below, what))
        if what == What.PEOPLE:
            with transaction.atomic():
                record("person.exported", below, by=by, unit=below.pk, rows=len(rows))
        made = as_xlsx if file.suffix.lower() == ".xlsx" else as_csv
        data = made(writing.head_of(what), rows)
        if str(file) == "-":
            sys.stdout.buffer.write(data)
        else:
            file.write_bytes(data)
            self.stdout.write(f"{file}: {len(rows)}")
