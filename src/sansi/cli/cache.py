"""编译缓存 · The compiled patterns, kept in the user's cache folder so that a start takes no time.

Only patterns are in it, never text. What is damaged, foreign, or open to others is compiled anew
and nothing is said: a cache is there to be lost.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sansi.check.model import Rule
from sansi.check.prefilter.plan import plan

_MAGIC = b"sansi-patterns-1\n"
# One for each set of own rules in use; older ones are dropped.
_MOST_KEPT = 8


def folder(environ: Mapping[str, str], platform: str) -> Path:
    """Where this user's caches are, by the custom of the platform."""
    if environ.get("XDG_CACHE_HOME"):
        return Path(environ["XDG_CACHE_HOME"], "sansi")
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or "~").expanduser()
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "sansi" / "cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "sansi"
    return home / ".cache" / "sansi"


def database(rules: Sequence[Rule]) -> bytes | None:
    """The compiled patterns of `rules`, from the cache or made now; None without Hyperscan."""
    try:
        from sansi.check.prefilter import vectorscan  # noqa: PLC0415 - no wheel on some platforms
    except ImportError:
        return None
    patterns = plan(rules)
    file = folder(os.environ, sys.platform) / vectorscan.fingerprint(patterns)
    kept = _read(file)
    if kept is None:
        kept = vectorscan.compile_database(patterns)
        _write(file, kept)
    return kept


def _read(file: Path) -> bytes | None:
    try:
        with file.open("rb") as stream:
            if not _is_ours(os.fstat(stream.fileno())):
                return None
            data = stream.read()
    except OSError:
        return None
    head = len(_MAGIC) + 32
    body = data[head:]
    if not data.startswith(_MAGIC) or hashlib.sha256(body).digest() != data[len(_MAGIC) : head]:
        return None
    return body


def _is_ours(state: os.stat_result) -> bool:
    """Whether nobody else can have written it: a crafted database could do anything to us."""
    if not hasattr(os, "getuid"):
        return True
    return state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(file: Path, body: bytes) -> None:
    from sansi.cli.writing import replace_file  # noqa: PLC0415 - only when something was compiled

    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(file, _MAGIC + hashlib.sha256(body).digest() + body, mode=0o600)
        kept = sorted(file.parent.iterdir(), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in kept[_MOST_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        # A read-only home, a full disk: the next start compiles again.
        return
