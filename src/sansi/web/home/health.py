"""健康状况 · Whether the process lives, whether it can work, and how much it has done: for machines that look after it."""

from __future__ import annotations

import hmac
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sansi.web.jobs.models import Schedule, Worker
from sansi.web.orgs.models import Person, Unit


def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(_request: HttpRequest) -> HttpResponse:
    """Whether people can be sent here: 200 or 503, and which part is not ready."""
    parts = {name: _holds(part) for name, part in PARTS.items()}
    return JsonResponse(parts, status=200 if all(parts.values()) else 503)


def metrics(request: HttpRequest) -> HttpResponse:
    """Counts in the text format that Prometheus reads, behind `Authorization: Bearer KEY`. Raises Http404."""
    key = settings.SANSI["SANSI_METRICS_KEY"]
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not key or not hmac.compare_digest(given.encode(), key.encode()):
        raise Http404
    lines = [f"# TYPE {name} gauge\n{name} {count()}\n" for name, count in COUNTS.items()]
    return HttpResponse("".join(lines), content_type="text/plain; version=0.0.4")


def _holds(part: Callable[[], bool]) -> bool:
    try:
        return part()
    except DatabaseError:
        return False


def _writable() -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        # A full or read-only disk lets everything be read, and fails at the first write.
        cursor.execute("UPDATE jobs_schedule SET next_at = next_at WHERE name = ''")
    return True


def _migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _worked() -> bool:
    return Worker.alive().exists()


PARTS: dict[str, Callable[[], bool]] = {"database": _writable, "migrations": _migrated, "worker": _worked}
COUNTS: dict[str, Callable[[], int]] = {
    "sansi_units": Unit.objects.count,
    "sansi_people": lambda: Person.objects.filter(is_active=True).count(),
    "sansi_workers_alive": lambda: Worker.alive().count(),
    "sansi_jobs_waiting": lambda: DBTaskResult.objects.filter(status="READY").count(),
    "sansi_jobs_failed": lambda: DBTaskResult.objects.filter(status="FAILED").count(),
    "sansi_jobs_overdue": lambda: Schedule.objects.filter(next_at__lt=timezone.now()).count(),
}
