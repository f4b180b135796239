"""`sansi serve`, `setup` and `manage`: a site from nothing to its first administrator, in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


def environ(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SANSI_", "DJANGO_"))}
    return {**kept, **more}


def sansi(place: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sansi.cli", *arguments]
    return subprocess.run(
        command, cwd=place, env=environ(**more), capture_output=True, text=True, check=False
    )


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="module")
def served(place: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "sansi.cli", "serve", "--port", str(port)]
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=place, env=environ(SANSI_URL=url), stdout=log, stderr=log)
    end = time.monotonic() + 60
    while status(f"{url}/readyz") != 200:
        assert process.poll() is None, (place / "log").read_text(encoding="utf-8")
        assert time.monotonic() < end, (place / "log").read_text(encoding="utf-8")
        time.sleep(0.1)
    yield process, url
    if process.poll() is None:
        process.kill()


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def test_one_command_serves_pages_checks_drafts_and_runs_jobs(
    served: tuple[subprocess.Popen[bytes], str], place: Path
) -> None:
    process, url = served
    body = json.dumps({"text": "电话 13812345678"}).encode()
    request = urllib.request.Request(f"{url}/api/v1/check", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        found = [f["rule"] for f in json.load(answer)["findings"]]
    link = sansi(
        place, "setup", "--unit", "云桥市", "--email", "lin@yunqiao.test", "--name", "林知远", SANSI_URL=url
    )
    twice = sansi(place, "setup", "--unit", "云桥市", "--email", "lin@yunqiao.test", "--name", "林知远")

    assert found == ["cn-mobile"]
    assert link.returncode == 0, link.stderr
    assert status(link.stdout.split()[-1]) == 200
    assert (twice.returncode, twice.stdout) == (2, "")
    assert sansi(place, "manage", "check").stdout == "System check identified no issues (0 silenced).\n"

    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0
    assert status(f"{url}/healthz") == 0


def test_a_setting_that_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    done = sansi(tmp_path, "setup", SANSI_PROXIES="many")

    assert done.returncode == 2
    assert done.stderr == "Error: SANSI_PROXIES: 'many' can't be read. Allowed: a whole number from 0 to 9.\n"


def test_an_unknown_setting_is_refused(tmp_path: Path) -> None:
    done = sansi(tmp_path, "setup", SANSI_ULR="http://127.0.0.1")

    assert done.returncode == 2
    assert "SANSI_ULR" in done.stderr
    assert "SANSI_URL" in done.stderr


def test_who_founds_gives_all_three(tmp_path: Path) -> None:
    done = sansi(tmp_path, "setup", "--unit", "云桥市")

    assert (done.returncode, "--email" in done.stderr) == (2, True)


def test_checking_a_text_loads_nothing_of_the_site(tmp_path: Path) -> None:
    code = "import sys; from sansi.cli.app import run; run(['check', '-']); print('django' in sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], input="a", capture_output=True, text=True, check=False
    )

    assert done.stderr.splitlines()[-1] == "False"


def test_behind_https_the_machine_itself_can_still_ask_how_it_is(tmp_path: Path) -> None:
    code = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "ask = Client(SERVER_NAME='127.0.0.1').get\n"
        "print(ask('/healthz').status_code, ask('/').status_code)"
    )
    told = environ(SANSI_URL="https://sansi.example.gov.cn", DJANGO_SETTINGS_MODULE="sansi.web.settings")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=told, capture_output=True, text=True, check=False
    )

    assert done.stdout.splitlines()[-1] == "200 301", done.stderr
