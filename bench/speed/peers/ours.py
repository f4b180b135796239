"""Sansi, all of its rules, findings with places and reasons."""

from __future__ import annotations

from collections.abc import Callable

import measure


def ready() -> tuple[str, Callable[[str], object]]:
    """The function that everybody calls, made ready."""
    import importlib.metadata

    from sansi.check import check, load

    load()
    return importlib.metadata.version("sansi"), check


if __name__ == "__main__":
    measure.main(ready)
