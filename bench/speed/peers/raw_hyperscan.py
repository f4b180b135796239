"""Hyperscan itself with the triggers of our rules and no callback: what no engine on top of it can pass."""

from __future__ import annotations

from collections.abc import Callable

import measure


def ready() -> tuple[str, Callable[[str], object]]:
    """One compiled database, asked nothing about what it met."""
    import hyperscan

    from sansi.check.prefilter.plan import plan
    from sansi.check.prefilter.vectorscan import compile_database
    from sansi.check.rules import shipped

    database = hyperscan.loadb(compile_database(plan(shipped())), hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)
    return vars(hyperscan)["__version__"], lambda text: database.scan(text.encode())


if __name__ == "__main__":
    measure.main(ready)
