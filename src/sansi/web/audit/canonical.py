"""规范化 JSON · Canonical JSON (RFC 8785), for what audit entries may hold.

RFC 8785 is intricate in two places: how fractions are written, and how member names beyond ASCII are sorted.
Entries need neither, so both are refused; for the rest Python's own encoder writes RFC 8785 to the byte, many
times faster than a general implementation. A test compares it with one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}", re.ASCII)
# RFC 8785 numbers are IEEE doubles: beyond this two integers would have one form.
_LARGEST = 2**53 - 1
_DEEPEST = 8
_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


class NotCanonical(ValueError):  # noqa: N818 - it says what is wrong, in the words of the rest
    """Something that an audit entry may not hold; its argument says where and what."""


def canonical(value: Any) -> str:
    """The canonical form of strings, whole numbers, booleans, None, and lists and mappings of these.

    Raises:
        NotCanonical: a fraction, a number beyond 2⁵³-1, a half surrogate, a member name that is not a plain word,
            or anything deeper than eight levels.
    """
    _refuse(value, "$", _DEEPEST)
    return _ENCODE(value)


def _refuse(value: Any, place: str, deeper: int) -> None:
    if deeper == 0:
        raise NotCanonical(f"{place} is nested too deeply")
    if isinstance(value, Mapping):
        for name, held in value.items():
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise NotCanonical(f"{place} has a member named {name!r}")
            _refuse(held, f"{place}.{name}", deeper - 1)
    elif isinstance(value, list):
        for number, held in enumerate(value):
            _refuse(held, f"{place}[{number}]", deeper - 1)
    else:
        _refuse_one(value, place)


def _refuse_one(value: Any, place: str) -> None:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            raise NotCanonical(f"{place} holds half a surrogate pair") from None
    elif value is not None and not isinstance(value, int):
        raise NotCanonical(f"{place} is a {type(value).__name__}")
    elif value is not None and abs(value) > _LARGEST:
        raise NotCanonical(f"{place} is beyond 2^53-1")
