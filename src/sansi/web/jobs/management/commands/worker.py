"""运行后台作业 · Run the background jobs, until told to stop."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from sansi.web.jobs.worker import SansiWorker


class Command(BaseCommand):
    """`sansi manage worker`."""

    help = "Run the background jobs: mails, day heads of the audit log, clearing away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--once` for a rehearsal or a timer of the system."""
        parser.add_argument("--once", action="store_true", help="end when nothing is ready")

    def handle(self, *_args: Any, once: bool, **_options: Any) -> None:
        """Work."""
        worker = SansiWorker(once=once)
        worker.configure_signals()
        worker.run()
