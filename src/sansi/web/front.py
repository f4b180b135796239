"""前台 · Between the server and Django: a request is taken in here, in memory, before one of few threads answers it.

Behind a plain WSGI server each body is waited for by a thread, and twenty that trickle in keep a site from answering
at all. Here bodies come in side by side, no bigger, no slower and together no more than can be borne; what is too
much hears so at once. Nothing of a body is written anywhere. `granian --interface rsgi sansi.web.front:application`
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import monotonic
from typing import Any, NamedTuple

from sansi.check.model import Both

Headers = list[tuple[str, str]]
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
# More threads make Python slower, but some of them wait: for the database, or for the child that reads a file.
THREADS = 12
_WAITING_MOST = 1_500
# A body that comes in slower than this for longer than that is given up. A bad telephone line sends ten times as much.
LEAST_BYTES_PER_S = 4_096
GRACE_S = 15.0
# As much of an answer is collected before it is sent in one piece.
_PIECE_BYTES = 1 << 20


class Refusal(Exception):  # noqa: N818 - it is an answer
    """The request is not taken in."""

    def __init__(self, status: int, said: Both) -> None:
        """Answer with `status`."""
        super().__init__(status)
        self.status = status
        self.said = said


_TOO_SLOW = Both(
    "上传太慢，已停止；请换个网络再试", "the upload was so slow that it was stopped: try another network"
)
_TOO_MUCH = Both(
    "正在检查的人太多；请过几秒再试", "too many drafts are being checked now: try again in some seconds"
)


def _too_big(most_bytes: int) -> Refusal:
    most = most_bytes >> 20
    return Refusal(
        413,
        Both(f"超过 {most} MB；请拆成几份再查", f"is bigger than {most} MB: split it and check the parts"),
    )


class Budget:
    """How many bytes of bodies are in memory together. Only the event loop asks, so nothing is locked."""

    def __init__(self, each_bytes: int, together_bytes: int) -> None:
        """Bear `together_bytes`, and of one body `each_bytes`."""
        self.each_bytes = each_bytes
        self.together_bytes = together_bytes
        self.taken_bytes = 0

    @contextmanager
    def reserved(self, size: int) -> Iterator[None]:
        """Room for a body of `size`. Raises Refusal."""
        if size > self.each_bytes:
            raise _too_big(self.each_bytes)
        if self.taken_bytes + size > self.together_bytes:
            raise Refusal(503, _TOO_MUCH)
        self.taken_bytes += size
        try:
            yield
        finally:
            self.taken_bytes -= size


class Answer(NamedTuple):
    """What Django answered: in one piece, or in pieces that are still to come."""

    status: int
    headers: Headers
    data: bytes
    rest: Iterator[bytes] | None
    close: Callable[[], None]


class Front:
    """The application that the server calls."""

    def __init__(self, wsgi: Wsgi, budget: Budget, warm: Callable[[], object] = lambda: None) -> None:
        """Let `wsgi` answer what fits into `budget`; `warm` makes ready what the first visitor would wait for."""
        self._wsgi = wsgi
        self._budget = budget
        self._warm = warm
        self._threads = ThreadPoolExecutor(THREADS, "sansi-web")
        self._waiting = 0

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to warm up; the first requests are answered meanwhile."""
        threading.Thread(target=self._warm, name="sansi-warm", daemon=True).start()

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request."""
        try:
            with self._budget.reserved(_declared(scope)):
                body = (
                    b"" if scope.method in {"GET", "HEAD"} else await taken(protocol, self._budget.each_bytes)
                )
                await self._answered(scope, protocol, body)
        except Refusal as refusal:
            status, headers, data = spoken(refusal, scope.headers)
            protocol.response_bytes(status, headers, data)

    async def _answered(self, scope: Any, protocol: Any, body: bytes) -> None:
        if self._waiting >= _WAITING_MOST:
            raise Refusal(503, _TOO_MUCH)
        loop = asyncio.get_running_loop()
        self._waiting += 1
        try:
            answer = await loop.run_in_executor(self._threads, called, self._wsgi, environ(scope, body))
        finally:
            self._waiting -= 1
        if answer.rest is None:
            protocol.response_bytes(answer.status, answer.headers, answer.data)
            return
        try:
            stream = protocol.response_stream(answer.status, answer.headers)
            await stream.send_bytes(answer.data)
            while piece := await loop.run_in_executor(self._threads, next, answer.rest, b""):
                await stream.send_bytes(piece)
        finally:
            await loop.run_in_executor(self._threads, answer.close)


def _declared(scope: Any) -> int:
    """What the body says of its length; as much as a short one has, where it does not say."""
    told = scope.headers.get("content-length")
    if told is None:
        return 0
    return int(told) if told.isascii() and told.isdigit() else 0


async def taken(protocol: Any, most_bytes: int) -> bytes:
    """The body. Raises Refusal when it is too big or too slow."""
    began, received, pieces = monotonic(), 0, []
    try:
        async with asyncio.timeout(GRACE_S) as patience:
            async for piece in protocol:
                received += len(piece)
                if received > most_bytes:
                    raise _too_big(most_bytes)
                pieces.append(bytes(piece))
                # Whoever has sent more may take longer for the rest.
                patience.reschedule(began + GRACE_S + received / LEAST_BYTES_PER_S)
    except TimeoutError:
        raise Refusal(408, _TOO_SLOW) from None
    return b"".join(pieces)


def environ(scope: Any, body: bytes) -> dict[str, Any]:
    """The request as WSGI has it (PEP 3333)."""
    host, _, port = str(scope.server).rpartition(":")
    client = str(scope.client).rpartition(":")[0]
    told: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        # WSGI hands bytes on as Latin-1.
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": client.strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        # X_Forwarded_For would become what X-Forwarded-For becomes, past the proxy that sets the latter.
        if "_" in name:
            continue
        key = "HTTP_" + name.upper().replace("-", "_")
        joint = "; " if key == "HTTP_COOKIE" else ","
        told[key] = f"{told[key]}{joint}{value}" if key in told else value
    told.pop("HTTP_TRANSFER_ENCODING", None)
    told.pop("HTTP_CONTENT_LENGTH", None)
    told["CONTENT_LENGTH"] = str(len(body))
    told["CONTENT_TYPE"] = told.pop("HTTP_CONTENT_TYPE", "")
    return told


def called(wsgi: Wsgi, told: dict[str, Any]) -> Answer:
    """What `wsgi` answers; on a thread."""
    begun: list[Any] = []

    def start(status: str, headers: Headers, _error: object = None) -> None:
        begun[:] = int(status[:3]), headers

    answer = wsgi(told, start)
    close = getattr(answer, "close", lambda: None)
    pieces = iter(answer)
    held, size, rest = [], 0, None
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        # Progress is of no use when it comes with the end.
        if size > _PIECE_BYTES or getattr(answer, "is_live", False):
            rest = filter(None, pieces)
            break
    else:
        close()
    return Answer(begun[0], [(n.lower(), v) for n, v in begun[1]], b"".join(held), rest, close)


def spoken(refusal: Refusal, headers: Mapping[str, str]) -> tuple[int, Headers, bytes]:
    """`refusal` for a program, or for a person, who has not said which language."""
    told = [("cache-control", "no-store"), ("x-content-type-options", "nosniff")]
    if refusal.status == 503:
        told.append(("retry-after", "5"))
    if "json" in (headers.get("accept") or "") or "json" in (headers.get("content-type") or ""):
        chinese = (headers.get("accept-language") or "").lower().startswith("zh")
        said = refusal.said.zh if chinese else refusal.said.en
        body = json.dumps({"detail": said}, ensure_ascii=False)
        return refusal.status, [*told, ("content-type", "application/json")], body.encode()
    body = f"{refusal.said.zh}\n{refusal.said.en}\n"
    return refusal.status, [*told, ("content-type", "text/plain; charset=utf-8")], body.encode()


def __getattr__(name: str) -> Any:
    """`application`, made when the server asks for it: this module can be tested without a site."""
    if name != "application":
        raise AttributeError(name)
    from django.conf import settings  # noqa: PLC0415 - see above

    from sansi.web.wsgi import application  # noqa: PLC0415 - same

    sansi: dict[str, Any] = settings.SANSI
    each = (max(sansi["SANSI_CHECK_TEXT_MB"], sansi["SANSI_CHECK_FILE_MB"]) << 20) + (1 << 20)
    from sansi.web.drafts.door import desk  # noqa: PLC0415 - same

    return Front(application, Budget(each, 4 * each), desk)
