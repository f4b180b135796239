"""The units of systemd: systemd itself reads them, finds them hardened, and they start what exists."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from sansi.web.settings.options import read_all
from sansi.web.settings.table import TABLE
from tests.deploy.commands import exists

FOLDER = Path(__file__).parents[2] / "deploy/systemd"
SERVICES = sorted(FOLDER.glob("*.service"))
UNITS = sorted(p for p in FOLDER.iterdir() if p.suffix in {".service", ".timer"})
ANALYZE = shutil.which("systemd-analyze")
SANSI = "/opt/sansi/bin/sansi"

needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="no systemd on this machine")


def lines(path: Path, key: str) -> list[str]:
    return re.findall(rf"(?m)^{key}=(.*)$", path.read_text(encoding="utf-8"))


def one(path: Path, section: str, key: str) -> str:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.read(path, encoding="utf-8")
    return parser[section].get(key, "")


def analysed(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(ANALYZE), *arguments, *(str(folder / p.name) for p in UNITS if p.suffix == ".service")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@needs_systemd
def test_systemd_takes_them(tmp_path: Path) -> None:
    for unit in UNITS:
        # It looks whether the program is there: here something that is.
        text = unit.read_text(encoding="utf-8").replace(SANSI, "/usr/bin/env")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    done = analysed(tmp_path, "verify", "--man=no")

    assert "sansi" not in done.stderr, done.stderr
    assert done.returncode == 0


@needs_systemd
def test_systemd_finds_them_hardened() -> None:
    done = analysed(FOLDER, "security", "--offline=true", "--threshold=20", "--no-pager")

    assert done.returncode == 0, done.stdout[-300:]


@pytest.mark.parametrize("path", SERVICES, ids=lambda p: p.name)
def test_what_must_hold_for_every_service(path: Path) -> None:
    wanted = {
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "PrivateTmp": "yes",
        "LimitCORE": "0",
        "MemorySwapMax": "0",
        "UMask": "0077",
        "User": "sansi",
        "CapabilityBoundingSet": "",
    }

    assert {key: one(path, "Service", key) for key in wanted} == wanted


@pytest.mark.parametrize("path", SERVICES, ids=lambda p: p.name)
def test_what_they_start_exists(path: Path) -> None:
    started = [shlex.split(line) for line in lines(path, "Exec(?:Start|StartPre)")]

    assert started
    assert all(command[0] == SANSI and exists(command[1:]) for command in started)


def test_the_example_of_the_settings_can_be_read() -> None:
    text = (FOLDER / "sansi.env").read_text(encoding="utf-8")
    environ = dict(
        line.removeprefix("# ").split("=", 1) for line in text.splitlines() if re.match("(# )?SANSI_", line)
    )

    assert read_all(TABLE, environ)["SANSI_PROXIES"] == 1


def test_every_timer_has_its_service() -> None:
    assert [p.name for p in UNITS if p.suffix == ".timer" and p.with_suffix(".service") not in SERVICES] == []
