"""基线 · What is already known and accepted, so that only what is new is reported.

A TOML file with one line for each kind of finding in each file, in order and without line numbers,
so that two branches merge. It has fingerprints, never values; `SANSI_BASELINE_KEY` keys them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from sansi.check.report.result import FileResult, Outcome
from sansi.cli.app import Failure
from sansi.cli.options import BASELINE_KEY as KEY
from sansi.cli.writing import replace_file

_HEAD = """\
# 三思基线 · Sansi baseline: findings that somebody has looked at and accepted. No values in it.
# 更新 · update: sansi check … --baseline THIS_FILE --update-baseline
version = 1
key = {key}
findings = [
"""
_Entry = tuple[str, str, str]


class Baseline:
    """The accepted findings of one baseline file, and those of this run."""

    def __init__(self, file: Path, key: bytes, known: Mapping[_Entry, int] | None = None) -> None:
        """Accept `known` in the file at `file`."""
        self._file = file
        self._key = key
        self._known = Counter(known or {})
        self._seen: Counter[_Entry] = Counter()
        self._paths: set[str] = set()

    def path(self, shown: str) -> str:
        """`shown` as the file spells it: from the folder it stands in, with /."""
        relative = os.path.relpath(shown, self._file.parent)
        return relative.replace(os.sep, "/")

    def accept(self, result: FileResult) -> None:
        """Take the accepted findings out of `result`, and remember all that were there."""
        path = self.path(result.path)
        self._paths.add(path)
        left = Counter({e: n for e, n in self._known.items() if e[0] == path}) if result.items else Counter()
        new = []
        for item in result.items:
            entry = (path, item.rule, item.fingerprint)
            self._seen[entry] += 1
            if left[entry] > 0:
                left[entry] -= 1
                result.baselined += 1
            else:
                new.append(item)
        result.items = new
        if result.outcome is Outcome.FINDINGS and not new:
            result.outcome = Outcome.CLEAN

    def write(self) -> int:
        """Write the file anew from what was seen, and return how many findings it accepts.

        Files that this run did not look at keep their entries. Raises OSError.
        """
        kept = Counter({e: n for e, n in self._known.items() if e[0] not in self._paths})
        entries = kept + self._seen
        lines = [_line(entry, entries[entry]) for entry in sorted(entries)]
        text = _HEAD.format(key=json.dumps(_check(self._key))) + "".join(lines) + "]\n"
        replace_file(self._file, text.encode())
        return sum(entries.values())


def _line(entry: _Entry, count: int) -> str:
    path, rule, fingerprint = (json.dumps(part, ensure_ascii=False) for part in entry)
    return f"  {{ path = {path}, rule = {rule}, fingerprint = {fingerprint}, count = {count} }},\n"


def _check(key: bytes) -> str:
    """What tells a wrong key from the right one without telling the key; "" without a key."""
    return hmac.digest(key, b"sansi baseline", hashlib.sha256).hex()[:16] if key else ""


def read(file: Path, key: bytes) -> Baseline:
    """The baseline at `file`. Raises Failure when it cannot be used."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
        known = {(e["path"], e["rule"], e["fingerprint"]): int(e["count"]) for e in table["findings"]}
        made_with = table["key"]
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(
            f"读不了基线 {file}：{said}；第一次请加 --update-baseline",
            f"cannot read the baseline {file}: {said}; the first time, add --update-baseline",
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(
            f"基线 {file} 已损坏（{error}）；请从版本库恢复，或用 --update-baseline 重写",
            f"the baseline {file} is damaged ({error}): restore it, or write it anew with --update-baseline",
        ) from None
    if made_with != _check(key):
        raise Failure(
            f"基线 {file} 是用另一个 {KEY}（或没有用）生成的；请设置同一个密钥，或用 --update-baseline 重写",
            f"the baseline {file} was made with another {KEY}, or without one: set the same key, "
            "or write it anew with --update-baseline",
        )
    return Baseline(file, key, known)


def opened(file: str | None, key: bytes, *, update: bool) -> Baseline | None:
    """The baseline of `--baseline`; when it is to be written anew, an unusable one counts as empty."""
    if file is None:
        return None
    try:
        return read(Path(file), key)
    except Failure:
        if update:
            return Baseline(Path(file), key)
        raise
