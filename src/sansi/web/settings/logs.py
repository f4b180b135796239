"""日志 · What is logged, as JSON lines: what happened and where in the program, never to whom, from where or with what.

No address of a visitor, no query string, no body, no text of an exception (it may repeat what somebody typed), and of
an address only its pattern: the link of an invitation is a key.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


class JsonLines(logging.Formatter):
    """One object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record, with what was left out of it left out."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        request = getattr(record, "request", None)
        if request is None:
            line["message"] = record.getMessage()
        else:
            line |= about(request) | {"status": getattr(record, "status_code", None)}
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [_place(frame) for frame in traceback.extract_tb(record.exc_info[2])]
        return json.dumps(line, ensure_ascii=False)


def about(request: Any) -> dict[str, Any]:
    """What may be said of a request."""
    match = getattr(request, "resolver_match", None)
    return {"method": request.method, "route": match.route if match else None}


def _place(frame: traceback.FrameSummary) -> str:
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": JsonLines}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers would mail tracebacks to administrators, local variables and all.
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "sansi": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
