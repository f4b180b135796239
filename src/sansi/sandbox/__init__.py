"""沙箱 · Bytes of unknown origin are read in child processes with limits; only a result comes back.

Native libraries abort, hang and swell on crafted files, and no `try` saves the process they do it in. So each
file is read in a warm child that can be lost: the file is named, the others go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sansi.sandbox.limits import Limits
    from sansi.sandbox.pool import Pool
    from sansi.sandbox.report import Report, check_bytes, check_file

__all__ = ["Limits", "Pool", "Report", "check_bytes", "check_file"]


def __getattr__(name: str) -> Any:
    """Load on first use: `sansi check` of plain text opens files by this package and starts no child."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    module = {"Limits": "limits", "Pool": "pool"}.get(name, "report")
    return getattr(import_module(f"{__name__}.{module}"), name)
