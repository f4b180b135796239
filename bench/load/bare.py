"""对照 · The least that could be served: a WSGI function that reads JSON, checks the text and writes JSON.

No router, no limits, no headers, no log, one text of any length: what anything more costs is measured against it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sansi.check.inspector import Inspector, Job
from sansi.check.report.machine import file_as_dict
from sansi.check.report.result import View

_INSPECTOR = Inspector(Job())
_VIEW = View(_INSPECTOR.by_id)


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Answer what was found."""
    text = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))["text"]
    told = {"version": 1, **file_as_dict(_INSPECTOR.words("", text), _VIEW)}
    body = json.dumps(told, ensure_ascii=False).encode()
    start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
