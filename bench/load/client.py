"""客户端 · A small HTTP client that keeps many connections busy, in one process of its own and pinned to a core.

It writes prepared bytes and looks for the end of each answer, no more, so that it is not what is measured: alone
against a server that answers at once it does over ten thousand requests a second (`python -m bench.load.client`).
"""

from __future__ import annotations

import multiprocessing
import os
import re
import selectors
import socket
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter

_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_BLOCK = 1 << 18


@dataclass
class Measured:
    """What came back in one round."""

    seconds: float = 0.0
    waits_s: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def a_second(self) -> float:
        """Requests a second."""
        return len(self.waits_s) / self.seconds

    def percentile_ms(self, share: float) -> float:
        """The time that `share` of all requests took at most, in milliseconds."""
        ordered = sorted(self.waits_s)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class _Line:
    """One connection, on which one request is under way at a time."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.began = 0.0
        self.got = b""

    def ask(self, request: bytes) -> None:
        self.got = b""
        self.began = perf_counter()
        self.socket.sendall(request)

    def answered(self) -> int:
        """The status once the whole answer is there, else 0."""
        piece = self.socket.recv(_BLOCK)
        if not piece:
            raise ConnectionError("the server hung up")
        self.got += piece
        head, end, body = self.got.partition(b"\r\n\r\n")
        if not end:
            return 0
        length = _LENGTH.search(head)
        whole = len(body) >= int(length[1]) if length else body.endswith(b"0\r\n\r\n")
        return int(head[9:12]) if whole else 0


def request(path: str, body: bytes = b"", kind: str = "application/json", **headers: str) -> bytes:
    """The bytes of a request: GET without a body, else POST."""
    lines = [f"{'POST' if body else 'GET'} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Language: zh-CN"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if body:
        lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def hammer(port: int, requests: Sequence[bytes], lines: int, seconds: float) -> Measured:
    """Keep `lines` connections busy for `seconds` with `requests`, over and over."""
    done = Measured()
    selector = selectors.DefaultSelector()
    turn = 0
    for _ in range(lines):
        line = _Line(port)
        selector.register(line.socket, selectors.EVENT_READ, line)
        line.ask(requests[turn % len(requests)])
        turn += 1
    began = perf_counter()
    while (now := perf_counter()) - began < seconds:
        for key, _ in selector.select(timeout=1):
            if status := key.data.answered():
                done.waits_s.append(perf_counter() - key.data.began)
                done.statuses[status] += 1
                key.data.ask(requests[turn % len(requests)])
                turn += 1
    done.seconds = now - began
    for key in list(selector.get_map().values()):
        key.data.socket.close()
    selector.close()
    return done


def _pinned(
    port: int, requests: Sequence[bytes], lines: int, seconds: float, core: int, told: object
) -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0)) if core < 0 else core})
    told.send(hammer(port, requests, lines, seconds))  # type: ignore[attr-defined]


def elsewhere(port: int, requests: Sequence[bytes], lines: int, seconds: float, core: int) -> Measured:
    """`hammer` in a process of its own on `core`."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_pinned, args=(port, requests, lines, seconds, core, there))
    child.start()
    there.close()
    try:
        measured: Measured = here.recv()
    finally:
        child.join()
    return measured


def median(rounds: Sequence[Measured]) -> Measured:
    """The round whose speed is in the middle, with the statuses of all."""
    middle = statistics.median_low(r.a_second for r in rounds)
    chosen = next(r for r in rounds if r.a_second == middle)
    chosen.statuses = sum((r.statuses for r in rounds), Counter())
    return chosen
