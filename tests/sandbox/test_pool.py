"""A file can cost the child that reads it, and nothing else: not the parent, not the next file."""

from __future__ import annotations

import io
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Job
from sansi.check.prefilter.plan import plan
from sansi.check.prefilter.vectorscan import compile_database
from sansi.check.report.result import FileResult, Outcome
from sansi.check.rules import shipped
from sansi.sandbox import Limits, Pool, child, limits
from sansi.sandbox.pool import Answer
from tests.sandbox import naughty

ROOT = Path(__file__).parents[2]
PHONE = "13812345678"
QUICK = Limits(cpu_s=1, wall_s=2, ocr_s=1, memory_bytes=1 << 30)

Ask = Callable[..., Answer]


@pytest.fixture(autouse=True, scope="module")
def found_by_children() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT))
        yield


@cache
def job() -> Job:
    """Compiled once for all pools."""
    return Job(database=compile_database(plan(shipped())))


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """One for all: whatever a test did to it, it must be as good as before."""
    with Pool(job(), limits=QUICK, tasks=naughty.TASKS) as pool:
        yield pool


@pytest.fixture
def fresh() -> Iterator[Pool]:
    with Pool(job(), limits=QUICK, tasks=naughty.TASKS) as pool:
        yield pool


@pytest.fixture(scope="module")
def liar() -> Iterator[Pool]:
    """A pool whose children answer what they were told to answer."""
    checking = {**naughty.TASKS, "check": naughty.TASKS["answer with"]}
    with Pool(job(), limits=QUICK, tasks=checking) as pool:
        yield pool


def ask(pool: Pool, task: str, data: bytes = b"", **options: object) -> Answer:
    return pool.run(task, io.BytesIO(data), len(data), options)


def still_works(pool: Pool) -> None:
    result = pool.check_bytes(f"电话{PHONE}".encode(), "next.txt")

    assert (result.outcome, [i.rule for i in result.items]) == (Outcome.FINDINGS, ["cn-mobile"])


def pids_of(pool: Pool) -> set[int]:
    return {c.pid for c in pool._all}


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(pid: int, within_s: float) -> bool:
    until = time.monotonic() + within_s
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_alive(pid)


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("abort", "crashed its reader"),
        ("segfault", "crashed its reader"),
        ("leave", "crashed its reader"),
        ("hang", "took too long"),
        ("spin", "took too long"),
        ("swell", "too much memory"),
        ("swell in native code", "too much memory"),
        ("stumble", r"could not be read to the end \(KeyError\)"),
        ("mumble", r"could not be read to the end \(TypeError\)"),
        ("miss", r"pip install 'sansi\[files\]'"),
    ],
)
def test_what_a_file_does_to_its_child_is_said_and_the_next_is_checked(
    pool: Pool, task: str, said: str
) -> None:
    began = time.monotonic()
    with pytest.raises(Unreadable, match=said) as caught:
        ask(pool, task)

    assert time.monotonic() - began < 10
    assert caught.value.reason.zh
    assert PHONE not in str(caught.value), "what is said never quotes the file"
    still_works(pool)


def test_one_child_serves_many_files(pool: Pool) -> None:
    pids = {ask(pool, "echo", bytes(n)).told["pid"] for n in range(30)}

    assert len(pids) == 1


def test_bytes_go_there_and_come_back(pool: Pool) -> None:
    data = os.urandom(5 << 20)
    told, back, whole = ask(pool, "echo", data, answer=42)

    assert (told["options"], told["size"], back, whole) == ({"answer": 42}, len(data), data[::-1], True)


def test_noise_of_libraries_neither_garbles_nor_blocks(pool: Pool) -> None:
    for _ in range(3):
        assert ask(pool, "babble").told == {"fine": True}


@pytest.mark.parametrize(
    "lie",
    [
        b"nonsense" * 10,
        struct.pack(">QQ", 1 << 60, 0),
        struct.pack(">QQ", 10, 1 << 60),
        struct.pack(">QQ", 4, 0) + b"[[[[",
        struct.pack(">QQ", 2, 0) + b"[]",
        struct.pack(">QQ", 200_000, 0) + b"[" * 200_000,
        struct.pack(">QQ", 12, 0) + b'{"answer":1}',
        struct.pack(">QQ", 13, 0) + b'{"picture":1}' * 2,
    ],
)
def test_a_child_that_lies_is_not_believed(pool: Pool, lie: bytes) -> None:
    with pytest.raises(Unreadable):
        ask(pool, "lie", lie)
    still_works(pool)


ITEM = {
    "rule": "cn-mobile", "start": 0, "end": 1, "where": {"kind": "page", "page": 1}, "place": ["甲", "a"], "end_line": 0,
    "end_column": 0, "severity": "high", "confidence": "likely", "reason": ["甲", "a"], "text": "1", "line": "1", "at": 0,
    "fingerprint": "f",
}  # fmt: skip
RESULT = {
    "outcome": "findings", "items": [ITEM], "problem": None, "encoding": "", "kind": "pdf", "allowed": 0, "characters": 1,
    "glimpses": [],
}  # fmt: skip
GLIMPSE = {"said": ["甲", "a"], "jpeg": "/9j/LQ==", "width": 3, "height": 2}


def told(liar: Pool, answer: object) -> FileResult:
    with pytest.MonkeyPatch.context() as patch:
        run = liar.run
        patch.setattr(
            liar, "run", lambda task, source, size, _options: run(task, source, size, {"told": answer})
        )
        return liar.check_bytes(b"", "x")


def test_an_honest_result_is_believed(liar: Pool) -> None:
    assert told(liar, RESULT).outcome is Outcome.FINDINGS
    (glimpse,) = told(liar, {**RESULT, "glimpses": [GLIMPSE]}).glimpses
    assert glimpse.jpeg == b"\xff\xd8\xff-"


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {**RESULT, "outcome": "fine"},
        {**RESULT, "items": 3},
        {**RESULT, "problem": "x"},
        {**RESULT, "kind": 7},
        {**RESULT, "allowed": -1},
        {**RESULT, "glimpses": [{**GLIMPSE, "jpeg": "no base64"}]},
        {**RESULT, "glimpses": [{**GLIMPSE, "jpeg": "PHN2Zz4="}]},
        {**RESULT, "glimpses": [{**GLIMPSE, "width": "1 onload=x"}]},
        {**RESULT, "glimpses": 1},
        *(
            {**RESULT, "items": [{**ITEM, **wrong}]}
            for wrong in (
                {"rule": "no-such-rule"},
                {"start": "0"},
                {"start": True},
                {"severity": "dire"},
                {"where": []},
                {"where": {"page": 1}},
                {"where": {"kind": "text", "line": "1", "column": 1}},
                {"where": {"kind": "page", "box": [[1]]}},
                {"where": {"kind": "page", "box": {}}},
                {"text": None},
                {"place": ["only one"]},
            )
        ),
    ],
)
def test_a_result_that_is_none_is_a_crash(liar: Pool, answer: object) -> None:
    result = told(liar, answer)

    assert result.outcome is Outcome.UNREADABLE
    assert result.problem
    assert "crashed its reader" in result.problem.en


def test_what_would_steer_a_terminal_does_not_come_through(liar: Pool) -> None:
    nasty = {"text": "\x1b[2J", "line": "a\nb", "place": ["\x1b]0;x\x07", "\u202e"], "reason": ["\r", "\x9b"]}
    (item,) = told(liar, {**RESULT, "items": [{**ITEM, **nasty}]}).items

    assert all(s.isprintable() for s in (item.text, item.line, *item.place, *item.reason))


def test_a_box_that_is_no_box_is_none(liar: Pool) -> None:
    where = {"kind": "page", "page": 1, "box": [0.0, float("nan"), 1.0, float("inf")]}
    (item,) = told(liar, {**RESULT, "items": [{**ITEM, "where": where}]}).items

    assert item.where["box"] is None


def test_a_child_reaches_nothing_and_knows_no_secret(fresh: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANSI_BASELINE_KEY", "secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        can = ask(fresh, "reach", str(server.getsockname()[1]).encode()).told

    assert (can["write"], can["many files"]) == (False, False)
    assert not [name for name in can["environment"] if "KEY" in name or "TOKEN" in name]
    alone = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    assert can["network"] is not alone, "where the kernel lets us, the child has left the network"


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    program = (
        "import io, os, sys, threading, time\n"
        "from sansi.check.inspector import Job\n"
        "from sansi.sandbox import Pool, Limits\n"
        "from tests.sandbox import naughty\n"
        "pool = Pool(Job(), 2, limits=Limits(wall_s=2), tasks=naughty.TASKS)\n"
        "pool.run('echo', io.BytesIO(), 0)\n"
        "threading.Thread(target=pool.run, args=('hang', io.BytesIO(), 0)).start()\n"
        "time.sleep(0.5)\n"
        "pool.run('echo', io.BytesIO(), 0)\n"
        "print(*[c.pid for c in pool._all], flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with parent:
        assert parent.stdout
        children = [int(pid) for pid in parent.stdout.readline().split()]
        parent.send_signal(signal.SIGKILL)

    assert len(children) == 2
    # One sees the end of its input, the other, which hangs, is ended by the system's clock.
    assert all(gone(pid, within_s=12) for pid in children)


def test_closing_leaves_nobody_behind(fresh: Pool) -> None:
    ask(fresh, "echo")
    pids = pids_of(fresh)
    fresh.close()

    assert pids
    assert all(gone(pid, within_s=1) for pid in pids)
    with pytest.raises(RuntimeError):
        ask(fresh, "echo")


def test_closing_frees_who_waits() -> None:
    with Pool(job(), limits=Limits(), tasks=naughty.TASKS) as pool:
        ask(pool, "echo")
        failed: list[BaseException] = []

        def wait() -> None:
            try:
                ask(pool, "hang")
            except Unreadable as error:
                failed.append(error)

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.2)
        pool.close()
        waiting.join(5)

    assert len(failed) == 1


def test_many_threads_share_few_children() -> None:
    tasks = ["echo", "abort", "echo", "stumble", "echo", "echo"] * 10

    def one(number_and_task: tuple[int, str]) -> bool:
        number, task = number_and_task
        data = f"{number}".encode() * 1_000
        try:
            return ask(pool, task, data).data == data[::-1]
        except Unreadable:
            return task != "echo"

    with Pool(job(), 3, limits=QUICK, tasks=naughty.TASKS) as pool, ThreadPoolExecutor(12) as threads:
        assert all(threads.map(one, enumerate(tasks)))
        assert len(pool._all) <= 3


def test_a_tired_child_is_replaced(fresh: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_TIRED_FILES", 3)
    pids = [ask(fresh, "echo").told["pid"] for _ in range(7)]

    assert len(set(pids)) == 3
    assert pids[0] == pids[2] != pids[3]


def test_a_fork_has_children_of_its_own(pool: Pool) -> None:
    mine = ask(pool, "echo").told["pid"]
    forked = os.fork()
    if not forked:
        signal.alarm(30)
        other = ask(pool, "echo").told["pid"]
        pool.close()
        os._exit(0 if other != mine else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(forked, 0)[1]) == 0
    assert ask(pool, "echo").told["pid"] == mine


def test_a_child_that_cannot_start_is_no_fault_of_the_file(
    fresh: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    result = fresh.check_bytes(b"x", "a")
    monkeypatch.undo()

    assert result.problem
    assert "could not be started" in result.problem.en
    still_works(fresh)


def test_a_child_that_ends_before_it_is_ready_is_no_fault_of_the_file(
    fresh: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true")
    result = fresh.check_bytes(b"x", "a")
    monkeypatch.undo()

    assert result.problem
    assert "could not be started" in result.problem.en
    still_works(fresh)


def test_pictures_have_time_of_their_own_and_an_end(pool: Pool) -> None:
    heard: list[int] = []
    answer = pool.run("pictures", io.BytesIO(bytes(6)), 6, told=heard.append)

    # .4 s each, 1 s for all: beyond the second of CPU that other readers have.
    assert answer.told == {"read": 3, "refused": 3}
    assert heard == [1, 2, 3]
    assert ask(pool, "pictures", bytes(1)).told == {"read": 1, "refused": 0}


def test_a_platform_without_limits_still_works(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LIMITED", False)
    clock = limits.Clock(QUICK)
    limits.confine(QUICK)
    clock.start()
    clock.stop()

    assert limits.peak_bytes() == 0
