"""网站的准备 · What all commands about the web site need first: its packages, its settings."""

from __future__ import annotations

import importlib.util
import os

from sansi.check.model import Both
from sansi.cli.app import Failure

SETTINGS = "sansi.web.settings"


def ready() -> None:
    """Read the settings and set Django up. Raises Failure, which says what to do."""
    if importlib.util.find_spec("granian") is None or importlib.util.find_spec("allauth") is None:
        raise Failure(
            "没有安装网站部分。请运行：pip install 'sansi[web]'",
            "the web platform is not installed: run pip install 'sansi[web]'",
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django  # noqa: PLC0415 - `sansi check` never loads Django
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 - same

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        # A setting of ours says it in both languages.
        both: Both = getattr(problem, "message", Both(str(problem), str(problem)))
        raise Failure(both.zh, both.en) from None
