"""detect-secrets, all of its default plug-ins: credentials only."""

from __future__ import annotations

from collections.abc import Callable

import measure


def ready() -> tuple[str, Callable[[str], object]]:
    """Line by line, which is how it reads a file."""
    import importlib.metadata

    from detect_secrets.core.scan import scan_line
    from detect_secrets.settings import default_settings

    def work(text: str) -> object:
        with default_settings():
            return [list(scan_line(line)) for line in text.splitlines()]

    return importlib.metadata.version("detect-secrets"), work


if __name__ == "__main__":
    measure.main(ready)
