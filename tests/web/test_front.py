"""The front takes bodies in, hands requests to WSGI as PEP 3333 has them, and answers what it will not take in."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sansi.web import front
from sansi.web.front import Budget, Front, Refusal, environ

Told = tuple[int, dict[str, str], bytes]


class Headers(dict[str, str]):
    """As the server gives them: names in small letters."""


class Scope:
    def __init__(self, method: str = "POST", path: str = "/x", **headers: str) -> None:
        self.method, self.path, self.query_string = method, path, "a=1"
        self.server, self.client, self.scheme, self.http_version = (
            "127.0.0.1:80",
            "192.0.2.7:1234",
            "http",
            "1.1",
        )
        self.headers = Headers({name.replace("__", "-"): value for name, value in headers.items()})


class Protocol:
    def __init__(self, *pieces: bytes, pause_s: float = 0) -> None:
        self.pieces, self.pause_s = pieces, pause_s
        self.told: Told | None = None
        self.sent: list[bytes] = []

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece
            await asyncio.sleep(self.pause_s)

    def response_bytes(self, status: int, headers: list[tuple[str, str]], data: bytes) -> None:
        self.told = status, dict(headers), data

    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> Protocol:
        self.told = status, dict(headers), b""
        return self

    async def send_bytes(self, data: bytes) -> None:
        self.sent.append(data)


def echo(told: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("200 OK", [("X-Path", told["PATH_INFO"])])
    return [told["wsgi.input"].read(), b"!"]


def run(work: Coroutine[Any, Any, None]) -> None:
    # In a thread of its own: a browser that is open in this one keeps a loop running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def ask(scope: Scope, protocol: Protocol, wsgi: Any = echo, budget: Budget | None = None) -> Protocol:
    site = Front(wsgi, budget or Budget(1_000, 4_000))
    run(site.__rsgi__(scope, protocol))
    return protocol


def test_a_request_is_answered_in_one_piece() -> None:
    assert ask(Scope(), Protocol(b"ab", b"c")).told == (200, {"x-path": "/x"}, b"abc!")


def test_a_get_has_no_body() -> None:
    assert ask(Scope("GET"), Protocol(b"ignored")).told == (200, {"x-path": "/x"}, b"!")


def test_a_request_is_told_as_pep_3333_has_it() -> None:
    headers = {"host": "a", "content-type": "text/x", "content-length": "9", "transfer-encoding": "chunked"}
    scope = Scope(path="/查")
    scope.headers = Headers({**headers, "x_forwarded_for": "6.6.6.6", "x-forwarded-for": "192.0.2.9"})
    told = environ(scope, b"abc")

    assert told["PATH_INFO"] == "/查".encode().decode("latin-1")
    assert (told["CONTENT_TYPE"], told["CONTENT_LENGTH"], told["REMOTE_ADDR"]) == ("text/x", "3", "192.0.2.7")
    assert told["HTTP_X_FORWARDED_FOR"] == "192.0.2.9"
    assert "HTTP_TRANSFER_ENCODING" not in told
    assert (told["SERVER_NAME"], told["SERVER_PORT"], told["HTTP_HOST"]) == ("127.0.0.1", "80", "a")


def test_a_header_that_stands_twice_is_joined() -> None:
    class Twice(Headers):
        def items(self) -> Any:
            return [("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"), ("accept", "y")]

    scope = Scope()
    scope.headers = Twice()
    told = environ(scope, b"")

    assert (told["HTTP_COOKIE"], told["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


def test_an_address_of_ipv6_is_told_without_its_brackets() -> None:
    scope = Scope()
    scope.client = "[2001:db8::7]:1234"

    assert environ(scope, b"")["REMOTE_ADDR"] == "2001:db8::7"


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_that_is_too_big_is_refused(declared: bool) -> None:
    headers = {"content__length": "2000"} if declared else {}
    told = ask(Scope(**headers), Protocol(*[b"x" * 100] * 20)).told

    assert told
    assert told[0] == 413


def test_a_body_that_comes_too_slowly_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "GRACE_S", 0.02)
    told = ask(Scope(), Protocol(b"x", b"y", pause_s=0.2)).told

    assert told
    assert told[0] == 408


def test_a_body_that_comes_slowly_but_well_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "GRACE_S", 0.02)
    monkeypatch.setattr(front, "LEAST_BYTES_PER_S", 1)
    told = ask(Scope(), Protocol(b"x", b"y", pause_s=0.05)).told

    assert told
    assert told[0] == 200


def test_bodies_together_are_bounded_and_room_is_given_back() -> None:
    budget = Budget(1_000, 1_500)
    with budget.reserved(1_000), pytest.raises(Refusal) as refusal, budget.reserved(1_000):
        raise AssertionError

    assert refusal.value.status == 503
    assert budget.taken_bytes == 0


@pytest.mark.parametrize("length", ["", "x", "-1", "²"])
def test_a_length_that_is_no_number_counts_as_none(length: str) -> None:
    told = ask(Scope(content__length=length), Protocol(b"a")).told

    assert told
    assert told[0] == 200


def test_too_many_that_wait_are_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_WAITING_MOST", 0)
    told = ask(Scope(), Protocol()).told

    assert told
    assert (told[0], told[1]["retry-after"]) == (503, "5")


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (
            {"accept": "application/json", "accept__language": "zh-CN"},
            '{"detail": "超过 0 MB；请拆成几份再查"}',
        ),
        (
            {"content__type": "application/json"},
            '{"detail": "is bigger than 0 MB: split it and check the parts"}',
        ),
        ({}, "超过 0 MB；请拆成几份再查\nis bigger than 0 MB: split it and check the parts\n"),
    ],
)
def test_a_refusal_is_said_to_programs_and_to_people(headers: dict[str, str], said: str) -> None:
    told = ask(Scope(content__length="9999", **headers), Protocol()).told

    assert told
    assert told[2].decode() == said


class Live:
    """An answer that is to be sent as it comes."""

    is_live = True

    def __init__(self) -> None:
        self.closed = False

    def __iter__(self) -> Any:
        return iter([b"a", b"", b"b"])

    def close(self) -> None:
        self.closed = True


def test_a_live_answer_is_sent_piece_by_piece_and_closed() -> None:
    live = Live()

    def wsgi(_told: dict[str, Any], start: Callable[..., Any]) -> Live:
        start("200 OK", [])
        return live

    protocol = ask(Scope(), Protocol(), wsgi)

    assert protocol.sent == [b"a", b"b"]
    assert live.closed


def test_a_big_answer_is_sent_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_PIECE_BYTES", 1)

    assert b"".join(ask(Scope(), Protocol(b"abc")).sent) == b"abc!"


def test_what_the_first_visitor_would_wait_for_is_made_ready() -> None:
    warm = threading.Event()
    loop = asyncio.new_event_loop()
    Front(echo, Budget(1, 1), warm.set).__rsgi_init__(loop)
    loop.close()

    assert warm.wait(10)


def test_the_application_is_made_when_it_is_asked_for() -> None:
    assert isinstance(front.application, Front)
    with pytest.raises(AttributeError):
        front.nothing  # noqa: B018 - asking is the point
