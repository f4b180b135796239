"""容量 · How much work is taken on at once, and from one address: what is more hears so at once.

Everything here is in the memory of this process. Addresses are not kept: only a keyed digest of each, under a key
that is drawn at the start and never leaves the process.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_KEY = secrets.token_bytes(32)
_MOST_CLIENTS = 20_000


class Busy(Exception):  # noqa: N818 - it is how things are, not a mistake
    """There is no room now. `retry_s`: when to come again. `everybody`: not only for this client."""

    def __init__(self, retry_s: int, *, everybody: bool) -> None:
        """Say when to come again."""
        super().__init__(retry_s)
        self.retry_s = retry_s
        self.everybody = everybody


def nameless(client: str) -> bytes:
    """A name for `client` that only this process knows."""
    return hashlib.blake2b(client.encode("utf-8", "replace"), key=_KEY, digest_size=16).digest()


class Gate:
    """Lets in `most` at once, and of one client no more than `each`."""

    def __init__(self, most: int, each: int, retry_s: int = 5) -> None:
        """Be open. Who is turned away should come again after `retry_s`."""
        self._most, self._each, self._retry_s = most, each, retry_s
        self._lock = threading.Lock()
        self._inside: dict[bytes, int] = {}
        self._count = 0

    @contextmanager
    def entered(self, client: str) -> Iterator[None]:
        """Be inside. Raises Busy when there is no room."""
        name = nameless(client)
        with self._lock:
            mine = self._inside.get(name, 0)
            if self._count >= self._most or mine >= self._each:
                raise Busy(self._retry_s, everybody=self._count >= self._most)
            self._count += 1
            self._inside[name] = mine + 1
        try:
            yield
        finally:
            with self._lock:
                self._count -= 1
                if self._inside[name] == 1:
                    del self._inside[name]
                else:
                    self._inside[name] -= 1


class Throttle:
    """So many requests a minute from one client, all of which may come at once; 0 is no limit."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        """Count by `clock`, in seconds."""
        self._per_s, self._most = per_minute / 60, float(per_minute)
        self._clock = clock
        self._lock = threading.Lock()
        # Of each client, what is left to it and when that was; who came last is last.
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> None:
        """Count one request of `client`. Raises Busy when it has had its share."""
        if not self._most:
            return
        name, now = nameless(client), self._clock()
        with self._lock:
            left, then = self._left.pop(name, (self._most, now))
            left = min(self._most, left + (now - then) * self._per_s)
            enough = left >= 1
            self._left[name] = (left - enough, now)
            if len(self._left) > _MOST_CLIENTS:
                self._left.popitem(last=False)
        if not enough:
            raise Busy(max(1, round((1 - left) / self._per_s)), everybody=False)
