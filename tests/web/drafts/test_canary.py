"""Nothing that is checked is kept: a word that stands nowhere else goes through every door, and is then looked for."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.drafts.conftest import Served, multipart

# A name and a number that are found, so that findings, previews and counters hold them too.
CANARY = "Kanarienvogel7Q"
NUMBER = "13812345678"
DRAFT = f"{CANARY}，电话{NUMBER}，密码 password={CANARY}x9!K2"
LARGE = "一句平常的话。\n" * 300_000 + DRAFT
JSON = {"Content-Type": "application/json"}
NEEDLES = [n.encode(code) for n in (CANARY, NUMBER) for code in ("utf-8", "utf-16-le")]


def form(**parts: Any) -> dict[str, Any]:
    body, headers = multipart(**parts)
    return {"body": body, "headers": headers}


def text(**fields: Any) -> dict[str, Any]:
    return {"body": json.dumps({"text": DRAFT, **fields}).encode(), "headers": JSON}


def a_zip_of(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{CANARY}.txt", data)
    return made.getvalue()


SMALL, BIG = ("a.txt", DRAFT.encode()), (f"{CANARY}.txt", LARGE.encode())
DOORS: dict[str, tuple[str, dict[str, Any], set[int]]] = {
    "paste": ("/check", form(text=DRAFT), {200}),
    "paste, long": ("/check", form(text=LARGE), {200}),
    "paste, redacted": ("/check", form(text=DRAFT, redact="all"), {200}),
    "paste, downloaded": ("/check", form(text=DRAFT, act="redact"), {200}),
    "upload, small": ("/check", form(file=SMALL), {200}),
    "upload, large": ("/check", form(file=BIG), {200}),
    "upload, with a name": ("/check", form(file=(f"{CANARY}.docx", DRAFT.encode())), {200}),
    "upload, in an archive": ("/check", form(file=("a.zip", a_zip_of(LARGE.encode()))), {200}),
    "upload, redacted": ("/check", form(file=SMALL, act="redact"), {200}),
    "upload, refused": ("/check", form(file=SMALL, act="clean"), {422}),
    "upload, damaged": ("/check", form(file=("a.pdf", b"%PDF-1.7 " + DRAFT.encode())), {200}),
    "live": ("/check/live", text(), {200}),
    "live, redacted": ("/check/live", text(redact="all"), {200}),
    "live, broken": ("/check/live", {"body": DRAFT.encode(), "headers": JSON}, {400}),
    "stream": ("/check/stream", form(file=BIG), {200}),
    "api": ("/api/v1/check", text(), {200}),
    "api, file": ("/api/v1/check", form(file=BIG), {200}),
    "api, redacted": ("/api/v1/redact", text(style="hash", key=CANARY), {200}),
    "api, redacted file": ("/api/v1/redact", form(file=BIG), {200}),
    "api, cleaned file": ("/api/v1/clean", form(file=SMALL), {422}),
    "api, wrong option": ("/api/v1/check", text(offsets=CANARY), {422}),
    "api, wrong field": ("/api/v1/check", text(**{CANARY: CANARY}), {422}),
    "api, broken": ("/api/v1/check", {"body": DRAFT.encode(), "headers": JSON}, {400}),
    "api, broken form": (
        "/api/v1/check",
        {"body": DRAFT.encode(), "headers": form(text="x")["headers"]},
        {400, 422},
    ),
    "api, too big": ("/api/v1/check", {"body": LARGE.encode() * 12, "headers": JSON}, {413}),
    "api, other type": (
        "/api/v1/check",
        {"body": DRAFT.encode(), "headers": {"Content-Type": CANARY}},
        {415},
    ),
    "in the address": (f"/check?text={CANARY}", form(text=DRAFT), {200}),
    "to the wrong address": ("/no-such-page", form(text=DRAFT, file=BIG), {403, 404, 405}),
    "to the front door": ("/", form(text=DRAFT, file=BIG), {403, 405}),
}


def everything_left(site: Served) -> Iterator[tuple[str, bytes]]:
    """All that the server has written anywhere: its folders, its log, its database with its journal."""
    for path in site.folder.rglob("*"):
        if path.is_file():
            yield str(path.relative_to(site.folder)), path.read_bytes()
    yield from _rows(site)


def _rows(site: Served) -> Iterator[tuple[str, bytes]]:
    if site.database:
        import psycopg

        with psycopg.connect(site.database.replace("postgres://", "postgresql://")) as database:
            listed = database.execute(
                "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema = 'public'"
            )
            for _, table in listed.fetchall():
                for row in database.execute(f'SELECT t::text FROM "{table}" t'.encode()).fetchall():
                    yield f"table {table}", row[0].encode()
        return
    file = next((site.folder / "data").glob("*.sqlite3"))
    with sqlite3.connect(file) as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in database.execute(f'SELECT * FROM "{table}"').fetchall():
                yield f"table {table}", repr(row).encode()


def traces(site: Served) -> list[str]:
    return [where for where, data in everything_left(site) if any(needle in data for needle in NEEDLES)]


@pytest.mark.parametrize("door", DOORS)
def test_what_goes_through_a_door_is_found_nowhere_afterwards(served: Served, door: str) -> None:
    path, sent, expected = DOORS[door]
    try:
        status, _, _ = served.ask("POST", path, **sent)
    except (BrokenPipeError, ConnectionResetError):
        # It hung up on a body that it would not read.
        status = 413

    assert status in expected
    assert traces(served) == []


def test_the_search_finds_what_is_there(served: Served) -> None:
    (served.folder / "tmp" / "planted").write_text(DRAFT)
    try:
        assert traces(served) == ["tmp/planted"]
    finally:
        (served.folder / "tmp" / "planted").unlink()


def test_the_log_is_being_written(served: Served) -> None:
    served.ask("GET", "/check?x=1")
    time.sleep(0.2)

    assert b"/check" in (served.folder / "log").read_bytes()


def test_a_reader_that_is_killed_in_mid_work_leaves_nothing(served: Served) -> None:
    answers: list[tuple[int, dict[str, str], bytes]] = []
    body, headers = multipart(file=("a.txt", LARGE.encode() * 8))
    asking = threading.Thread(
        target=lambda: answers.append(served.ask("POST", "/api/v1/check", body, headers))
    )
    # Children that are being started work too.
    served.ask("POST", "/api/v1/check", **form(file=SMALL))
    before = {pid: _worked(pid) for pid in served.children()}
    asking.start()
    killed = False
    while asking.is_alive():
        for pid in served.children():
            # A twentieth of a second is more than a child needs to notice that something came.
            if _worked(pid) > before.get(pid, 1 << 60) + 5:
                os.kill(pid, 9)
                killed = True
        asking.join(0.01)

    assert killed
    assert json.loads(answers[0][2])["outcome"] == "unreadable"
    assert traces(served) == []
    assert served.ask("POST", "/api/v1/check", **text())[0] == 200


def _worked(pid: int) -> int:
    """Hundredths of a second that a process has worked; nothing when it is gone."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11])
    except OSError:
        return 0


def test_somebody_who_hangs_up_leaves_nothing(served: Served) -> None:
    import socket

    for cut in (200, 3_000_000):
        body, headers = multipart(file=BIG)
        head = f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Length: {len(body)}\r\n"
        head += "".join(f"{k}: {v}\r\n" for k, v in headers.items()) + "\r\n"
        with socket.create_connection(("127.0.0.1", served.port)) as line:
            line.sendall(head.encode() + body[:cut])
        assert served.ask("GET", "/check")[0] == 200

    assert traces(served) == []


def test_drafts_has_no_models() -> None:
    from django.apps import apps

    import sansi.web.drafts

    assert list(apps.get_app_config("drafts").get_models()) == []
    here = Path(sansi.web.drafts.__file__).parent
    assert not (here / "models.py").exists()
    assert not (here / "migrations").exists()


FILES_OPENED: list[str] = []
WATCHING = threading.Event()


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if WATCHING.is_set() and event == "open" and isinstance(args[2], int):
        writing = args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        # The pipes to a child are opened by their number.
        if writing and not isinstance(args[0], int) and not str(args[0]).startswith(("/dev/", "/proc/")):
            FILES_OPENED.append(repr(args))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/check", "/check/stream", "/api/v1/check", "/api/v1/redact"])
def test_no_file_is_opened_for_writing_while_a_draft_is_here(client: Any, path: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    sys.addaudithook(_watch)
    FILES_OPENED.clear()
    WATCHING.set()
    try:
        answer = client.post(path, {"file": SimpleUploadedFile("a.txt", LARGE.encode())})
        if answer.streaming:
            b"".join(answer.streaming_content)
    finally:
        WATCHING.clear()

    assert answer.status_code == 200
    assert FILES_OPENED == []


def test_no_page_stores_anything_in_the_browser() -> None:
    import sansi.web.drafts

    script = (Path(sansi.web.drafts.__file__).parent / "static/drafts/draft.js").read_text("utf-8")
    for kept in (
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "caches",
        "cookie",
        "history.",
        "sendBeacon",
        "serviceWorker",
    ):
        assert kept not in script
