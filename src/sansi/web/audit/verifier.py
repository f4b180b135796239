"""审计记录核验 · Verify an audit log, with nothing but Python 3.

This file is used by Sansi and goes out with every export, so that whoever holds an export can check it on a
machine that has never heard of Sansi:  python3 verifier.py entries.jsonl --heads heads.jsonl [--key HEX]

An entry is a JSON object. Its hash is the SHA-256 of its canonical form (RFC 8785) without the member "hash";
its "prev" is the hash of the entry before it. A head is a signed statement (Ed25519, RFC 8032) of the number and
the hash of the last entry of a day.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIRST = "0" * 64
HEAD_KIND = "sansi.audit.head/1"
MEMBERS = frozenset({"action", "at", "by", "facts", "hash", "prev", "seq", "thing", "unit"})
# Beyond so many changed entries nobody asks which of them were exchanged, and comparing all pairs would square.
COMPARED = 200
_SIGNATURE_CONTEXT = b"sansi/audit-head\x00"

# Entries hold no fractions and no member names beyond ASCII: then what Python's own encoder writes with these
# settings is RFC 8785 to the byte (`canonical` in canonical.py refuses the rest before it is written).
_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, at which entry; `seq` 0 speaks of the whole."""

    seq: int
    kind: str
    zh: str
    en: str


def digest(entry: dict[str, Any]) -> str:
    """The hash an entry must have; "hash" itself is left out of it."""
    body = {name: value for name, value in entry.items() if name != "hash"}
    return hashlib.sha256(_ENCODE(body).encode("utf-8", "surrogatepass")).hexdigest()


class Walk:
    """One pass over all entries, in the order in which they are kept."""

    def __init__(self, heads: Iterable[dict[str, Any]] = ()) -> None:
        """`heads`: statements whose signature holds (see `statement_of`)."""
        self.rows = 0
        self.last_seq = 0
        self.last_hash = FIRST
        self.last_at = ""
        self._heads: dict[int, list[dict[str, Any]]] = {}
        for head in heads:
            self._heads.setdefault(head["seq"], []).append(head)
        self._trusted = 0
        self._changed: list[dict[str, Any]] = []
        self._missing: set[int] = set()

    def faults(self, entries: Iterable[dict[str, Any]]) -> Iterator[Fault]:
        """Every fault, as it is met; what needs the whole comes last."""
        for seq in sorted(s for s in self._heads if s == 0):
            del self._heads[seq]  # the head of an empty log binds nothing
        for entry in entries:
            self.rows += 1
            if set(entry) != MEMBERS or type(entry["seq"]) is not int:
                yield Fault(self.last_seq + 1, "changed", "不是一条审计记录", "is not an audit entry")
                continue
            yield from self._one(entry)
        yield from self._exchanged()
        yield from self._cut()

    def _one(self, entry: dict[str, Any]) -> Iterator[Fault]:
        seq = entry["seq"]
        if seq <= self.last_seq:
            yield Fault(
                seq, "reordered", f"出现在第 {self.last_seq} 条之后", f"stands after entry {self.last_seq}"
            )
        gap = range(self.last_seq + 1, seq)
        if gap:
            self._missing.update(gap[:COMPARED])
            yield _missing(gap)
        sound = digest(entry) == entry["hash"]
        if not sound:
            self._changed.append(entry)
            yield Fault(seq, "changed", "内容与哈希不符", "does not have the hash it was written with")
        if entry["prev"] != self.last_hash and not gap and sound:
            yield Fault(
                seq,
                "unlinked",
                f"与第 {self.last_seq} 条接不上：两条之一被重写",
                f"does not follow entry {self.last_seq}: one of the two was rewritten",
            )
        if entry["at"] < self.last_at:
            yield Fault(seq, "time", "时间早于前一条", "is dated before the entry it follows")
        yield from self._headed(seq, entry["hash"])
        self.last_seq, self.last_hash, self.last_at = max(seq, self.last_seq), entry["hash"], entry["at"]

    def _headed(self, seq: int, found: str) -> Iterator[Fault]:
        for head in self._heads.pop(seq, ()):
            if head["hash"] == found:
                self._trusted = seq
            else:
                yield Fault(
                    seq,
                    "head",
                    f"{head['day']} 的签名日头记着别的哈希：第 {self._trusted + 1} 至 {seq} 条中有改动",
                    f"the signed head of {head['day']} remembers another hash: "
                    f"something in entries {self._trusted + 1} to {seq} was rewritten",
                )

    def _exchanged(self) -> Iterator[Fault]:
        """Say of changed entries whether they are whole, but in another's place."""
        if len(self._changed) > COMPARED:
            return
        places = self._missing | {entry["seq"] for entry in self._changed}
        for entry in self._changed:
            for place in sorted(places - {entry["seq"]}):
                if digest(entry | {"seq": place}) == entry["hash"]:
                    yield Fault(
                        entry["seq"],
                        "reordered",
                        f"原是第 {place} 条",
                        f"was entry {place} and has been moved",
                    )

    def _cut(self) -> Iterator[Fault]:
        for seq in sorted(self._heads):
            day = self._heads[seq][0]["day"]
            if seq > self.last_seq:
                yield Fault(
                    seq,
                    "missing",
                    f"{day} 的签名日头说有 {seq} 条，现在只到第 {self.last_seq} 条：尾部被截",
                    f"the signed head of {day} says there were {seq} entries, and they end at {self.last_seq}: "
                    "the tail was cut off",
                )


def _missing(gap: range) -> Fault:
    if len(gap) == 1:
        return Fault(gap[0], "missing", "缺失", "is missing")
    return Fault(gap[0], "missing", f"至第 {gap[-1]} 条缺失", f"to {gap[-1]} are missing")


# Ed25519 (RFC 8032, section 5.1): verification needs no secret, so it need not be constant in time.
_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
Point = tuple[int, int, int, int]


def _add(a: Point, b: Point) -> Point:
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % _P, (a[1] + a[0]) * (b[1] + b[0]) % _P
    g, h = 2 * a[3] * b[3] * _D % _P, 2 * a[2] * b[2] % _P
    x, t, z, y = f - e, h - g, h + g, f + e
    return x * t % _P, z * y % _P, t * z % _P, x * y % _P


def _times(n: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = _add(total, point)
        point = _add(point, point)
        n >>= 1
    return total


def _point(data: bytes) -> Point | None:
    number = int.from_bytes(data, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and odd):
        return None
    if x & 1 != odd:
        x = _P - x
    return x, y, 1, x * y % _P


_BASE = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little"))


def signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature of `message` was made with the private half of `key`."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, commitment = _point(key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if public is None or commitment is None or _BASE is None or s >= _L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % _L
    left, right = _times(s, _BASE), _add(commitment, _times(k, public))
    same_x = (left[0] * right[2] - right[0] * left[2]) % _P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % _P == 0


class BadHead(ValueError):  # noqa: N818 - it says what is wrong, in the words of the rest
    """A head that cannot be believed; its argument says why."""


def statement_of(head: dict[str, Any], keys: Iterable[str] = ()) -> dict[str, Any]:
    """What a head says, once its signature holds and its key is one of `keys` (any, when none are named)."""
    try:
        text, key, signature = head["statement"], head["key"], head["signature"]
        statement = json.loads(text)
        good = signed(bytes.fromhex(key), _SIGNATURE_CONTEXT + text.encode(), bytes.fromhex(signature))
        told = (statement["kind"], type(statement["seq"]), type(statement["hash"]), type(statement["day"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadHead("not a head: statement, key and signature are expected") from None
    if told != (HEAD_KIND, int, str, str):
        raise BadHead("not a head of an audit log")
    if not good:
        raise BadHead(f"the signature of the head of {statement['day']} does not hold")
    known = {k.lower() for k in keys}
    if known and key.lower() not in known:
        raise BadHead(f"the head of {statement['day']} is signed with another key: {key}")
    result: dict[str, Any] = statement
    return result


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            try:
                found = json.loads(line)
            except ValueError:
                found = {}
            yield found if isinstance(found, dict) else {}


def main(argv: list[str] | None = None) -> int:
    """0 nothing wrong, 1 something is, 2 the files cannot be read."""
    parser = argparse.ArgumentParser(description="Verify an exported audit log. 核验导出的审计记录。")
    parser.add_argument("entries", help="entries.jsonl")
    parser.add_argument("--heads", help="heads.jsonl, better: heads that you have kept yourself")
    parser.add_argument(
        "--key", action="append", default=[], help="public key in hex that heads must be signed with"
    )
    chosen = parser.parse_args(argv)
    if any(not re.fullmatch("[0-9a-fA-F]{64}", key) for key in chosen.key):
        parser.error("--key: 64 hexadecimal digits are expected")
    found = 0
    try:
        heads = []
        for head in _lines(chosen.heads) if chosen.heads else ():
            try:
                heads.append(statement_of(head, chosen.key))
            except BadHead as why:
                found += 1
                _say(f"head: {why}")
        walk = Walk(heads)
        for fault in walk.faults(_lines(chosen.entries)):
            found += 1
            _say(f"{fault.seq}: {fault.kind}: {fault.en} · {fault.zh}")
    except OSError as why:
        sys.stderr.write(f"{why}\n")
        return 2
    _say(
        f"{walk.rows} entries, last {walk.last_seq} {walk.last_hash}; {len(heads)} signed heads; {found} faults"
    )
    return 1 if found else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
