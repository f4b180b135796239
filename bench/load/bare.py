"""光 WSGI · What the platform is measured against: the same check behind a bare WSGI function, and nothing else.

The same server in front, the same JSON in, the same JSON out; no routing, no sessions, no headers, no limits.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from sansi.check.inspector import Inspector, Job
from sansi.check.report.machine import file_as_dict
from sansi.check.report.result import View

_INSPECTOR = Inspector(Job())
_VIEW = View(_INSPECTOR.by_id)


def application(environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
    """Check the `text` of a JSON body; any GET is answered at once."""
    said = b"ok"
    if environ["REQUEST_METHOD"] == "POST":
        text = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))["text"]
        told = {"version": 1, **file_as_dict(_INSPECTOR.words("", text), _VIEW)}
        said = json.dumps(told, ensure_ascii=False).encode()
    start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(said)))])
    return [said]
