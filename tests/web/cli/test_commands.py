"""`sansi serve`, `manage` and `doctor`, as a person calls them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


def environment(folder: Path, **more: str) -> dict[str, str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SANSI_", "DJANGO_"))}
    return env | {"SANSI_DATA": str(folder), "LC_ALL": "C.UTF-8"} | more


def sansi(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sansi.cli", *arguments]
    return subprocess.run(
        command,
        env=environment(folder, **env),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_an_unknown_setting_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    done = sansi(tmp_path, "manage", "check", SANSI_DATABSE_URL="x")

    assert done.returncode == 2
    assert "There is no setting SANSI_DATABSE_URL. Did you mean SANSI_DATABASE_URL?" in done.stderr
    assert "Traceback" not in done.stderr


def test_in_chinese_it_is_refused_in_chinese(tmp_path: Path) -> None:
    done = sansi(tmp_path, "manage", "--lang", "zh", "check", SANSI_PROXIES="many")

    assert "SANSI_PROXIES：设为 'many'，无法读取。可以是：0 到 9 的整数。" in done.stderr


def test_options_belong_to_the_command_that_is_named(tmp_path: Path) -> None:
    done = sansi(tmp_path, "manage", "migrate", "--plan", "--verbosity", "0")

    assert done.returncode == 0, done.stderr


def test_a_command_that_is_not_there_fails(tmp_path: Path) -> None:
    done = sansi(tmp_path, "manage", "nothing")

    assert done.returncode != 0
    assert "Unknown command: 'nothing'" in done.stderr


def test_checking_a_draft_never_loads_django() -> None:
    code = "import sys; from sansi.cli.app import run; run(['rules']); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "False"


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[tuple[Path, int, subprocess.Popen[bytes]]]:
    """One real start of the demonstration."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sansi.cli", "serve", "--demo", "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment(tmp_path), cwd=tmp_path, stdout=log, stderr=log)
    yield tmp_path, port, process
    process.send_signal(signal.SIGINT)
    process.wait(60)


def ask(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        return answer.read().decode()


def sign_in(port: int, email: str, password: str) -> str:
    """Where somebody comes to who types these into the page."""
    page = f"http://127.0.0.1:{port}/accounts/login/"
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser.open(page, timeout=20) as answer:
        token = answer.read().decode().split('name="csrfmiddlewaretoken" value="')[1]
    form = {"login": email, "password": password, "csrfmiddlewaretoken": token.split('"')[0]}
    with browser.open(page, urllib.parse.urlencode(form).encode(), timeout=20) as answer:
        answer.read()
        return urllib.parse.urlsplit(answer.url).path


def test_it_serves_does_jobs_prints_its_sign_ins_and_ends(
    demo: tuple[Path, int, subprocess.Popen[bytes]],
) -> None:
    folder, port, process = demo
    deadline = time.monotonic() + 90
    while True:
        try:
            ask(port, "/readyz")
            break
        except OSError:
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, (folder / "log").read_text()
            time.sleep(0.3)

    assert "<h1>" in ask(port, "/")
    log = (folder / "log").read_text("utf-8")
    assert f"people open http://127.0.0.1:{port}" in log
    assert "@example." in log
    # The limits on sign-in are counted in a table that no migration makes.
    assert sign_in(port, "admin@example.org", "think-thrice-demo") == "/accounts/2fa/authenticate/"
    done = sansi(folder, "serve", "--pages", "--port", "1")
    assert done.returncode == 2
    assert "there are demo accounts in this database" in done.stderr
    told = sansi(folder, "doctor", SANSI_DEMO="1")
    assert "✓ Background jobs are done" in told.stdout
    assert told.returncode == 1

    process.send_signal(signal.SIGINT)
    assert process.wait(60) in {0, 130}
    left = subprocess.run(["pgrep", "-f", "django worker"], capture_output=True, text=True, check=False)
    mine = [pid for pid in left.stdout.split() if str(folder) in Path(f"/proc/{pid}/environ").read_text()]
    assert mine == []
