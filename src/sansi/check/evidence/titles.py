"""称谓 · Words that stand beside a name: of office, of trade, of courtesy, of kinship.

`OFFICE` names people in their office (王局长): such a mention is no disclosure by itself.
"""

from __future__ import annotations

from sansi.check.data import table

_KINDS = {
    kind: frozenset(words.split())
    for kind, _, words in (part.partition("]") for part in table("cn_titles.txt").split("[") if part)
}
OFFICE = _KINDS["office"]
TRADE = _KINDS["trade"]
COURTESY = _KINDS["courtesy"]
# People named for what happened to them or what they did: private persons.
ROLE = _KINDS["role"]
TITLES = OFFICE | TRADE | COURTESY
_LONGEST = max(map(len, TITLES | ROLE))
_FIRST = frozenset(word[0] for word in TITLES | ROLE)


def title_at(text: str, at: int, words: frozenset[str] = TITLES) -> int | None:
    """Where the longest of `words` that begins at `at` ends."""
    if text[at : at + 1] not in _FIRST:
        return None
    sizes = range(min(_LONGEST, len(text) - at), 1, -1)
    return next((at + n for n in sizes if text[at : at + n] in words), None)


def title_before(text: str, at: int, words: frozenset[str] = TITLES) -> int | None:
    """Where the longest of `words` that ends at `at` begins."""
    sizes = range(min(_LONGEST, at), 1, -1)
    return next((at - n for n in sizes if text[at - n : at] in words), None)
