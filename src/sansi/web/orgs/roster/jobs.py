"""后台接收 · Long tables are taken over by a worker: the page doesn't wait."""

from __future__ import annotations

from datetime import timedelta

from sansi.web.audit.refused import Refused
from sansi.web.jobs.declare import job
from sansi.web.orgs.access import has
from sansi.web.orgs.models import Kind, Upload
from sansi.web.orgs.roster.actions import take_over


@job(attempts=3, wait=timedelta(seconds=10))
def take_over_later(upload: int, only_right: bool) -> str:
    """Take a table over, as it was asked on its page."""
    row = Upload.objects.select_related("unit", "by").filter(pk=upload, state=Upload.State.TRIED).first()
    if row is None:
        return "gone"
    if row.by is not None and not has(row.by, row.unit, Kind.ADMINISTRATOR):
        return "no longer theirs"
    try:
        taken = take_over(row, only_right=only_right, by=row.by)
    except Refused as why:
        _wait_no_more(row, str(why))
        return "refused"
    if not taken:
        _wait_no_more(row, "")
    return "taken" if taken else "changed"


def _wait_no_more(row: Upload, said: str) -> None:
    """Give the table back to whoever brought it."""
    row.refresh_from_db()
    counts = {key: value for key, value in row.counts.items() if key != "asked_at"}
    Upload.objects.filter(pk=row.pk).update(counts=counts | ({"said": said} if said else {}))
