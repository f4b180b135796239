"""出现过的名称 · Which of the rare names of WordprocessingML occur in a part at all.

Fewer than a hundred nanoseconds a kilobyte tell that a part has no deletions, fields, drawings …: looked for one by
one in the bytes, or in the tree, they would cost more than reading the text. Literals only, so that the automaton
stays small and cannot run out of memory.
"""

from __future__ import annotations

from typing import Any

import re2

_NAMES = (
    "author=", "Style ", "FFFFFF", "ffffff", "vanish", ":sz ", "yperlink", "hlinkClick", "instr", "sdtPr", "ffData",
    ":attr ", "bookmarkStart", ":rt>", "drawing>", "pict>", "object>", "AlternateContent",
)  # fmt: skip
_DRAWN = frozenset({"drawing>", "pict>", "object>", "AlternateContent"})


def _automaton() -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    names = re2.Set.SearchSet(options)
    for name in _NAMES:
        names.Add(name)
    names.Compile()
    return names


_FINDER = _automaton()


def marks(data: bytes) -> frozenset[str]:
    """The rare names that occur in `data`; "drawn" where there may be drawings, pictures or their substitutes."""
    found = frozenset(_NAMES[i] for i in _FINDER.Match(data) or ())
    return found | {"drawn"} if found & _DRAWN else found
