"""体检 · Looks over an installation: what is well, what is not, and what to do about it."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core import checks, mail
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from sansi.web.home.health import PARTS
from sansi.web.orgs.access import holders
from sansi.web.orgs.duties import MEANINGS
from sansi.web.orgs.models import Kind, Unit

LEAST_FREE_BYTES = 2 << 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    well: bool
    what: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Everything, the most basic first."""
    yield from _set_up()
    yield from _folder()
    reached = _try(connection.ensure_connection)
    yield Finding(
        reached, _("The database answers"), _("Look at SANSI_DATABASE_URL, and whether the database runs.")
    )
    if not reached:
        return
    yield from _parts()
    yield from _mail()
    yield from _nobody()


def _set_up() -> Iterator[Finding]:
    found = checks.run_checks(include_deployment_checks=True, databases=["default"])
    # What Django says about HTTPS is said once, by our own check of the address.
    told = [m for m in found if m.id and (m.id.startswith("sansi.") or m.level >= checks.ERROR)]
    if not told:
        yield Finding(True, _("The settings go together"))
    for message in told:
        yield Finding(False, message.msg, message.hint or "")


def _folder() -> Iterator[Finding]:
    data = settings.SANSI["SANSI_DATA"]
    if not data.exists():
        yield Finding(
            False, _("The data folder is missing"), _("Look at SANSI_DATA: %(folder)s") % {"folder": data}
        )
        return
    open_to = stat.S_IMODE(data.stat().st_mode) & 0o007
    yield Finding(not open_to, _("Only the site reads its data folder"), f"chmod o-rwx {data}")
    free = shutil.disk_usage(data).free
    yield Finding(
        free >= LEAST_FREE_BYTES,
        _("There is room on the disk: %(free)s GB") % {"free": free >> 30},
        _("Make room, or move SANSI_DATA."),
    )


def _parts() -> Iterator[Finding]:
    said = {
        "database": (_("The database can be written"), _("Look whether its disk is full or read-only.")),
        "migrations": (_("The tables are those of this version"), "sansi manage migrate"),
        "worker": (_("Background jobs are done"), "sansi manage worker"),
    }
    for name, part in PARTS.items():
        what, advice = said[name]
        yield Finding(_holds(part), what, advice)


def _mail() -> Iterator[Finding]:
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return
    link = mail.get_connection(timeout=10)
    well = _try(link.open)
    link.close()
    yield Finding(
        well, _("The mail server takes letters"), _("Look at SANSI_EMAIL_URL: address, port, name, password.")
    )


def _nobody() -> Iterator[Finding]:
    """Acts that nobody can perform: a duty that nobody has over the whole tree."""
    for root in Unit.objects.filter(depth=1, closed_on__isnull=True):
        for kind in Kind:
            if not holders(kind, root)[1]:
                yield Finding(
                    False,
                    _("Nobody is %(duty)s of %(unit)s") % {"duty": kind.label, "unit": root},
                    _("%(what)s Give somebody this duty.") % {"what": MEANINGS[kind].about},
                )


def _holds(part: Callable[[], bool]) -> bool:
    try:
        return part()
    except DatabaseError:
        return False


def _try(act: Callable[[], object]) -> bool:
    try:
        act()
    except (DatabaseError, OSError):
        return False
    return True
