"""Too much, too slow, too many at once: bounded time and memory, a clear answer, and others are still served."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self

import pytest

from tests.web.drafts.conftest import Served, multipart

JSON = {"Content-Type": "application/json"}
SMALL = json.dumps({"text": "电话13812345678"}).encode()
# Somebody else must not wait longer than this while somebody loads the site with all they have.
SOON_S = 5.0


class Neighbour:
    """Somebody who goes on working meanwhile, and how long they waited at most."""

    def __init__(self, site: Served) -> None:
        self.site = site
        self.longest_s = 0.0
        self.count = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._work)

    def _work(self) -> None:
        while not self._done.is_set():
            began = time.monotonic()
            assert self.site.ask("POST", "/api/v1/check", SMALL, JSON)[0] == 200
            self.longest_s = max(self.longest_s, time.monotonic() - began)
            self.count += 1
            self._done.wait(0.02)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        assert self.count
        assert self.longest_s < SOON_S


def test_a_paste_of_30_mb_is_checked_and_nobody_waits_for_it(served: Served) -> None:
    text = "关于举办社区开放日的通知，请各科室安排。\n" * 500_000 + "电话13812345678"
    body = json.dumps({"text": text}, ensure_ascii=False).encode()
    assert len(body) > 30_000_000
    with Neighbour(served):
        began = time.monotonic()
        status, _, told = served.ask("POST", "/api/v1/check", body, JSON)

    assert status == 200
    assert time.monotonic() - began < 30
    assert [f["rule"] for f in json.loads(told)["findings"]] == ["cn-mobile"]


def test_a_hundred_thousand_findings_are_cut_and_said_to_be(served: Served) -> None:
    text = "".join(f"电话138{n:08d}，\n" for n in range(12_345_678, 12_445_678))
    body = json.dumps({"text": text}, ensure_ascii=False).encode()
    with Neighbour(served):
        _, _, told = served.ask("POST", "/api/v1/check", body, JSON)
        _, _, page = served.ask("POST", "/check/live", body, JSON)

    answer = json.loads(told)
    assert (answer["outcome"], len(answer["findings"])) == ("partial", 10_000)
    assert answer["problem"] == "more than 10000 findings, the rest are not listed: deal with these first."
    assert "more than 500 findings" in json.loads(page)["html"]
    assert len(page) < 1_000_000


@pytest.mark.walk
def test_a_hundred_thousand_findings_are_blacked_out_or_refused_in_words(served: Served) -> None:
    text = "".join(f"电话138{n:08d}，\n" for n in range(12_345_678, 12_445_678))
    with Neighbour(served):
        began = time.monotonic()
        status, _, told = served.ask("POST", "/api/v1/redact", json.dumps({"text": text}).encode(), JSON)

    assert time.monotonic() - began < 150
    if status == 200:
        assert "13812345678" not in json.loads(told)["text"]
    else:
        assert (status, "split it" in json.loads(told)["detail"]) == (422, True)


@pytest.mark.walk
def test_a_text_that_is_all_one_finding_costs_no_more(served: Served) -> None:
    for hostile in ("1" * 5_000_000, "a@" * 2_000_000, "密码" * 1_500_000, "13812345678" * 300_000):
        began = time.monotonic()
        status, _, _ = served.ask("POST", "/api/v1/check", json.dumps({"text": hostile}).encode(), JSON)

        assert status == 200
        assert time.monotonic() - began < 40


def test_slow_uploads_hold_nobody_up_and_are_ended(served: Served) -> None:
    head = f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Length: 100000\r\n"
    head += "Content-Type: application/json\r\n\r\n"
    lines = [socket.create_connection(("127.0.0.1", served.port), timeout=60) for _ in range(300)]
    try:
        for line in lines:
            line.sendall(head.encode() + b"{")
        with Neighbour(served) as neighbour:
            answer = lines[0].recv(4096)
        assert neighbour.count > 10
        assert answer.startswith(b"HTTP/1.1 408")
        assert "慢".encode() in answer or b"slow" in answer
    finally:
        for line in lines:
            line.close()


def test_a_body_that_says_it_is_bigger_than_all_memory_is_refused_unread(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as line:
        line.sendall(
            f"POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Length: 999999999999\r\n"
            "Content-Type: application/json\r\nAccept-Language: en\r\n\r\n{".encode()
        )
        answer = line.recv(4096)

    assert answer.startswith(b"HTTP/1.1 413")
    assert b"split it" in answer


def test_a_body_without_a_length_is_taken_up_to_the_limit(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as line:
        line.sendall(
            f"POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nTransfer-Encoding: chunked\r\n"
            "Content-Type: application/json\r\nConnection: close\r\n\r\n".encode()
            + f"{len(SMALL):x}\r\n".encode()
            + SMALL
            + b"\r\n0\r\n\r\n"
        )
        answer = b"".join(iter(lambda: line.recv(65536), b""))

    assert answer.startswith(b"HTTP/1.1 200")
    assert b"cn-mobile" in answer


def test_a_thousand_at_once_are_all_answered(served: Served) -> None:
    def one(_: int) -> int:
        return served.ask("POST", "/api/v1/check", SMALL, JSON)[0]

    with ThreadPoolExecutor(200) as many:
        told = Counter(many.map(one, range(1_000)))

    assert told == {200: 1_000}
    assert served.ask("GET", "/check")[0] == 200


def test_a_thousand_files_at_once_are_read_or_told_to_come_again(served: Served) -> None:
    text = "一句平常的话。\n" * 20_000 + "电话13812345678"
    body, headers = multipart(file=("a.txt", text.encode()))

    def one(_: int) -> tuple[int, Any]:
        try:
            status, told, _ = served.ask("POST", "/api/v1/check", body, headers)
        except (BrokenPipeError, ConnectionResetError):
            return 503, "5"
        return status, told.get("retry-after")

    with Neighbour(served), ThreadPoolExecutor(60) as many:
        told = Counter(many.map(one, range(300)))

    assert set(told) <= {(200, None), (429, "5"), (503, "5")}
    assert told[200, None] > 0


def test_memory_stays_within_bounds(served: Served) -> None:
    text = "关于举办社区开放日的通知，请各科室安排。\n" * 500_000
    body = json.dumps({"text": text}, ensure_ascii=False).encode()
    most = 0
    with ThreadPoolExecutor(20) as many:
        asked = [many.submit(_status, served, body) for _ in range(20)]
        while not all(one.done() for one in asked):
            most = max(most, served.memory_bytes())
            time.sleep(0.05)

    assert {one.result() for one in asked} <= {200, 429, 503}
    # Bodies together: four times the biggest; each that is being checked: as text, as bytes, and in a child.
    assert most < 2_500 << 20


def _status(site: Served, body: bytes) -> int:
    try:
        return site.ask("POST", "/api/v1/check", body, JSON)[0]
    except (BrokenPipeError, ConnectionResetError):
        return 503
