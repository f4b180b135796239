"""键在第几行 · Which line of a TOML text a key stands on: `tomllib` does not tell."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*[.=]""")

Path = tuple[str | int, ...]


class Lines:
    """Looks keys up by their path: ("check", "select"), ("rule", 2, "pattern")."""

    def __init__(self, toml_text: str) -> None:
        """Go through `toml_text` once, noting where each table and key begins."""
        self._at: dict[Path, int] = {}
        table: Path = ()
        counts: dict[str, int] = {}
        quote = ""
        for number, line in enumerate(toml_text.splitlines(), 1):
            if not quote:
                if header := _TABLE.match(line):
                    table = self._table(header, counts)
                    self._at.setdefault(table, number)
                elif key := _KEY.match(line):
                    self._at.setdefault((*table, key[1] or key[2] or key[3]), number)
            quote = _still_open(line, quote)

    def _table(self, header: re.Match[str], counts: dict[str, int]) -> Path:
        name = header[2].strip("\"'")
        if header[1] == "[":
            return tuple(name.split("."))
        counts[name] = counts.get(name, -1) + 1
        return name, counts[name]

    def of(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it that was seen."""
        while path and path not in self._at:
            path = path[:-1]
        return self._at.get(path, 1)


def _still_open(line: str, quote: str) -> str:
    """The multi-line quote that is open after `line`, or ""."""
    for mark in re.findall(r'"""|\'\'\'', line):
        if not quote:
            quote = mark
        elif quote == mark:
            quote = ""
    return quote
