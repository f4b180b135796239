"""来访者 · `python -m bench.load.client`: so many connections ask one after the other; tells how long each waited.

One thread and plain sockets: a client that takes more processor time than the server would measure itself.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
from time import perf_counter
from typing import Any

_WARM_S = 0.7


class _Line:
    """A connection that asks again as soon as it has been answered."""

    def __init__(self, port: int, requests: list[bytes], first: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self._requests = requests
        self._next = first
        self._held = b""
        self._need = 0
        self.began = 0.0

    def ask(self) -> None:
        self.socket.sendall(self._requests[self._next % len(self._requests)])
        self._next += 1
        self._held, self._need = b"", 0
        self.began = perf_counter()

    def answered(self) -> bool:
        """Take what came; True when the answer is whole. Raises SystemExit for any but 200."""
        data = self.socket.recv(1 << 18)
        if not data:
            raise SystemExit("the server hung up")
        self._held += data
        if not self._need:
            head, found, _ = self._held.partition(b"\r\n\r\n")
            if not found:
                return False
            if not head.startswith(b"HTTP/1.1 200"):
                raise SystemExit(self._held[:400].decode("utf-8", "replace"))
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            self._need = len(head) + 4 + int(length.split(b":")[1])
        return len(self._held) >= self._need


def drive(port: int, requests: list[bytes], seconds: float, lines: int) -> dict[str, Any]:
    """How many were answered in `seconds`, after a warm-up, and how long those waited, in milliseconds."""
    waiting = selectors.DefaultSelector()
    for number in range(lines):
        line = _Line(port, requests, number * 7)
        waiting.register(line.socket, selectors.EVENT_READ, line)
        line.ask()
    start = perf_counter() + _WARM_S
    end = start + seconds
    waited: list[float] = []
    while (now := perf_counter()) < end:
        for key, _ in waiting.select(0.1):
            line = key.data
            if line.answered():
                if line.began >= start:
                    waited.append(perf_counter() - line.began)
                line.ask()
    waited.sort()
    return {
        "count": len(waited),
        "seconds": now - start,
        "p50_ms": waited[len(waited) // 2] * 1e3,
        "p99_ms": waited[int(len(waited) * 0.99)] * 1e3,
    }


if __name__ == "__main__":
    asked = json.loads(sys.stdin.read())
    told = drive(asked["port"], [r.encode() for r in asked["requests"]], asked["seconds"], asked["lines"])
    print(json.dumps(told))
