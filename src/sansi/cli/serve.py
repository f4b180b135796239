"""sansi serve · The whole site in one command: its tables, its pages, and the worker for background jobs."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click

from sansi.check.model import Both
from sansi.cli import site
from sansi.cli.app import Failure, Localised

_ABOUT = Both(
    "运行网站：准备数据库，打开网页，处理后台作业。设置见 docs/zh/settings.md。",
    "Run the site: make its tables ready, serve its pages, do its background jobs. Settings: docs/en/settings.md.",
)
_HOST = Both(
    "监听的地址；0.0.0.0 和 :: 让别的机器也能连上", "Address to listen at; 0.0.0.0 and :: let others connect."
)
_PORT = Both("端口", "Port.")
_WORKERS = Both("网页进程数，每个处理器核一个为宜", "Processes that serve pages: one for each core is best.")
_CERT = Both(
    "HTTPS 证书（PEM，含中间证书）；有了它不需要反向代理",
    "Certificate for HTTPS (PEM, with those in between): then no proxy is needed.",
)
_KEY = Both("证书的私钥（PEM）", "The certificate's private key (PEM).")
_PAGES = Both(
    "只提供网页：数据库和后台作业由别的进程照管（systemd、容器）",
    "Serve pages only: others see to the database and the jobs (systemd, containers).",
)
_DEMO = Both(
    "带一座虚构的演示城市，打印演示账号；只供试用",
    "With a fictional city to try the site out; its sign-ins are printed.",
)
_AGAIN_S = 5.0
# How long the pages, and then the job that is being done, may take to end, in seconds.
_AT_MOST_S = 15


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    params: list[click.Parameter] = [
        click.Option(["--host"], default="127.0.0.1", show_default=True, help=_HOST.in_(lang)),
        click.Option(["--port"], type=int, default=8000, show_default=True, help=_PORT.in_(lang)),
        click.Option(
            ["--workers"], type=click.IntRange(1, 64), default=1, show_default=True, help=_WORKERS.in_(lang)
        ),
        click.Option(["--cert"], type=file, metavar="FILE", help=_CERT.in_(lang)),
        click.Option(["--key"], type=file, metavar="FILE", help=_KEY.in_(lang)),
        click.Option(["--pages"], is_flag=True, help=_PAGES.in_(lang)),
        click.Option(["--demo"], is_flag=True, help=_DEMO.in_(lang)),
    ]
    return Localised("serve", params=params, callback=run, help=_ABOUT.in_(lang))


@click.pass_obj
def run(lang: str, /, host: str, port: int, pages: bool, demo: bool, **more: Any) -> None:
    """Serve until told to stop."""
    if (more["cert"] is None) != (more["key"] is None):
        raise Failure("--cert 和 --key 要一起给", "give --cert and --key together")
    if demo:
        os.environ["SANSI_DEMO"] = "1"
        os.environ.setdefault("SANSI_URL", f"http://127.0.0.1:{port}")
    site.ready()
    if not pages:
        site.tables()
    if demo:
        site.fill()
    site.nobody_made_up()
    from granian import Granian  # noqa: PLC0415 - only the site needs it
    from granian.constants import Interfaces  # noqa: PLC0415 - same

    server = Granian(
        "sansi.web.front:application",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=more["workers"],
        ssl_cert=more["cert"],
        ssl_key=more["key"],
        # One that the system killed, for want of memory, is replaced.
        respawn_failed_workers=True,
        # A request that does not end must not keep the site from ending.
        workers_kill_timeout=_AT_MOST_S,
        log_enabled=False,
    )
    with nullcontext() if pages else _jobs():
        click.echo(_where(lang, host, port), err=True)
        server.serve()


def _where(lang: str, host: str, port: int) -> str:
    from django.conf import settings  # noqa: PLC0415 - only the site needs it

    address, at = settings.SANSI["SANSI_URL"], f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return Both(
        f"正在监听 {at}；人们打开 {address}。按 Ctrl-C 停止。",
        f"listening at {at}; people open {address}. Ctrl-C stops it.",
    ).in_(lang)


@contextmanager
def _jobs() -> Iterator[None]:
    """The worker beside the pages: started again when it dies, ended with them."""
    done = threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def keep() -> None:
        while not done.is_set():
            running[:] = [subprocess.Popen(site.managed("worker"))]  # noqa: S603 - our own command line
            running[0].wait()
            done.wait(_AGAIN_S)

    keeper = threading.Thread(target=keep, name="sansi-jobs", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        for worker in running:
            # It finishes the job it is at.
            worker.terminate()
        keeper.join(timeout=_AT_MOST_S)
        for worker in running:
            # A job that is cut off is taken back by the next worker.
            worker.kill()
        keeper.join(timeout=_AT_MOST_S)
