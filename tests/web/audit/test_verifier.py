from __future__ import annotations

import ast
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from sansi.web.audit import verifier
from sansi.web.audit.canonical import canonical
from sansi.web.audit.verifier import FIRST, HEAD_KIND, Walk, digest, signed, statement_of

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def chain(length: int) -> list[dict[str, Any]]:
    prev, entries = FIRST, []
    for seq in range(1, length + 1):
        entry: dict[str, Any] = {
            "seq": seq,
            "at": f"2026-11-20T08:00:{seq // 1000:02}.{seq % 1000:03}000Z",
            "by": seq % 7 or None,
            "action": "unit.renamed",
            "thing": f"unit:{seq % 5}",
            "unit": seq % 5,
            "facts": {"was": "旧名", "now": f"新名{seq}"},
            "prev": prev,
        }
        prev = entry["hash"] = digest(entry)
        entries.append(entry)
    return entries


def head(seq: int, hash_: str, day: str = "2026-11-20", key: Ed25519PrivateKey = KEY) -> dict[str, Any]:
    text = canonical({"kind": HEAD_KIND, "seq": seq, "hash": hash_, "day": day})
    return {
        "statement": text,
        "key": key.public_key().public_bytes_raw().hex(),
        "signature": key.sign(b"sansi/audit-head\x00" + text.encode()).hex(),
    }


def told(entries: list[dict[str, Any]], *heads: dict[str, Any]) -> list[tuple[int, str]]:
    return [(f.seq, f.kind) for f in Walk(statement_of(h) for h in heads).faults(entries)]


def rechain(entries: list[dict[str, Any]], start: int) -> None:
    """What somebody does who rewrites an entry and every entry after it."""
    for place in range(start, len(entries)):
        entries[place]["prev"] = entries[place - 1]["hash"] if place else FIRST
        entries[place]["hash"] = digest(entries[place])


def test_an_untouched_chain_has_no_fault() -> None:
    entries = chain(50)

    assert told(entries, head(50, entries[-1]["hash"])) == []


@pytest.mark.parametrize("member", ["at", "by", "action", "thing", "unit", "facts", "prev", "hash"])
def test_a_changed_member_names_its_entry(member: str) -> None:
    entries = chain(9)
    entries[4][member] = {"now": "x"} if member == "facts" else "2026-11-20T08:00:00.005001Z"

    assert (5, "changed") in told(entries)
    assert {seq for seq, _ in told(entries)} <= {5, 6}


def test_a_missing_entry_is_named() -> None:
    entries = chain(9)
    del entries[3]

    assert told(entries) == [(4, "missing")]


def test_entries_exchanged_are_named_with_where_they_came_from() -> None:
    entries = chain(9)
    entries[2], entries[6] = entries[6] | {"seq": 3}, entries[2] | {"seq": 7}

    found = told(entries)

    assert (3, "reordered") in found
    assert (7, "reordered") in found


def test_entries_in_another_order_are_named() -> None:
    entries = chain(4)

    assert (2, "reordered") in told([entries[0], entries[2], entries[1], entries[3]])


def test_an_entry_rewritten_with_its_hash_does_not_fit_the_next() -> None:
    entries = chain(9)
    entries[4]["action"] = "unit.closed"
    entries[4]["hash"] = digest(entries[4])

    assert told(entries) == [(6, "unlinked")]


def test_a_whole_rewritten_tail_is_betrayed_by_the_head() -> None:
    entries = chain(9)
    heads = [head(3, entries[2]["hash"]), head(8, entries[7]["hash"], "2026-11-21")]
    entries[4]["action"] = "unit.closed"
    rechain(entries, 4)

    assert told(entries) == []
    assert told(entries, *heads) == [(8, "head")]


def test_a_cut_tail_is_betrayed_by_the_head() -> None:
    entries = chain(9)

    assert told(entries[:6], head(9, entries[8]["hash"])) == [(9, "missing")]


def test_a_clock_set_back_is_named() -> None:
    entries = chain(3)
    entries[2]["at"] = "2020-01-01T00:00:00.000000Z"
    rechain(entries, 2)

    assert told(entries) == [(3, "time")]


def test_rubbish_is_not_an_entry() -> None:
    assert told([{}, {"seq": "1"}]) == [(1, "changed"), (1, "changed")]


@given(st.binary(max_size=80), st.binary(min_size=32, max_size=32))
@settings(max_examples=30, deadline=None)
def test_signatures_hold_and_any_other_message_does_not(message: bytes, seed: bytes) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)

    assert signed(public, message, signature)
    assert not signed(public, message + b".", signature)


def test_every_flipped_bit_of_a_signature_is_found() -> None:
    signature = KEY.sign(b"x")
    rng = random.Random(8032)
    for bit in rng.sample(range(512), 60):
        bent = bytearray(signature)
        bent[bit // 8] ^= 1 << bit % 8
        assert not signed(PUBLIC, b"x", bytes(bent))
    assert not signed(PUBLIC[:-1], b"x", signature)
    assert not signed(b"\xff" * 32, b"x", signature)


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"statement": "{}", "key": "", "signature": ""},
        {"statement": 1, "key": 2, "signature": 3},
        head(1, "x") | {"signature": "00" * 64},
        {**head(1, "x"), "statement": head(2, "x")["statement"]},
        {**head(1, "x"), "statement": '{"kind":"other","seq":1,"hash":"x","day":"d"}'},
    ],
)
def test_a_head_that_cannot_be_believed_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(verifier.BadHead):
        statement_of(bad)


def test_a_head_of_another_key_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))

    with pytest.raises(verifier.BadHead, match="another key"):
        statement_of(head(1, "x", key=other), [PUBLIC.hex()])


def test_the_verifier_needs_nothing_but_python() -> None:
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    modules = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)} | {
        a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names
    }

    assert {str(m).split(".")[0] for m in modules} <= sys.stdlib_module_names


def run(*args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", verifier.__file__, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_an_exported_log_is_verified_by_the_file_alone(tmp_path: Path) -> None:
    entries = chain(20)
    log, heads = tmp_path / "entries.jsonl", tmp_path / "heads.jsonl"
    log.write_text("".join(canonical(e) + "\n" for e in entries), encoding="utf-8")
    heads.write_text(json.dumps(head(20, entries[-1]["hash"])) + "\n", encoding="utf-8")

    done = run(log, "--heads", heads, "--key", PUBLIC.hex())
    assert (done.returncode, done.stderr) == (0, "")
    assert "20 entries" in done.stdout

    log.write_text(log.read_text(encoding="utf-8").replace("新名7", "新名8", 1), encoding="utf-8")
    done = run(log, "--heads", heads)
    assert done.returncode == 1
    assert "7: changed" in done.stdout

    assert run(log, "--heads", heads, "--key", "11" * 32).returncode == 1
    assert run(log, "--key", "zz").returncode == 2
    assert run(tmp_path / "none").returncode == 2
