"""sansi serve · Serves the web site."""

from __future__ import annotations

import os

import click

from sansi.check.model import Both
from sansi.cli.app import Failure, Localised
from sansi.cli.site import ready

_ABOUT = Both("运行网站", "Serve the web site")
_HOST = Both("监听的地址", "The address to listen at.")
_PORT = Both("监听的端口", "The port to listen at.")
_WORKERS = Both("服务进程的个数", "How many processes serve.")
_JOBS = Both(
    "先准备好数据库，并同时运行后台任务（单机部署用这个就够）",
    "Prepare the database first, and run the background jobs too: all that one machine needs.",
)
_DEMO = Both(
    "带一座虚构的演示城市，打印演示账号", "With a fictional city to try it out; its sign-ins are printed."
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Option(["--host"], default="127.0.0.1", show_default=True, help=_HOST.in_(lang)),
        click.Option(
            ["--port"], type=click.IntRange(1, 65535), default=8000, show_default=True, help=_PORT.in_(lang)
        ),
        click.Option(
            ["--workers"], type=click.IntRange(1, 64), default=1, show_default=True, help=_WORKERS.in_(lang)
        ),
        click.Option(["--with-jobs"], is_flag=True, help=_JOBS.in_(lang)),
        click.Option(["--demo"], is_flag=True, help=_DEMO.in_(lang)),
    ]
    return Localised("serve", params=params, callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang))


@click.pass_obj
def run(lang: str, /, host: str, port: int, workers: int, with_jobs: bool, demo: bool) -> int:
    """Serve until told to stop."""
    if demo:
        os.environ.setdefault("SANSI_DEMO", "1")
        os.environ.setdefault("SANSI_URL", f"http://127.0.0.1:{port}")
    ready()
    from sansi.cli.serving import Jobs, made_up_people, prepare, serve  # noqa: PLC0415 - `sansi check` never loads Django

    if demo or with_jobs:
        prepare(demo=demo)
    if made_up_people():
        raise Failure(
            "数据库里有演示账号，密码是公开的。请换一个空数据库；如果就是要演示，设 SANSI_DEMO=1",
            "there are demo accounts in this database, whose passwords everybody knows: start with an empty one, "
            "or set SANSI_DEMO=1 if this is a demonstration",
        )
    if not (demo or with_jobs):
        serve(host, port, workers)
        return 0
    with Jobs():
        if demo:
            said = Both(
                f"打开 http://{host}:{port}（Ctrl+C 停止）", f"Open http://{host}:{port} (Ctrl+C stops it)"
            )
            click.echo(said.in_(lang))
        serve(host, port, workers)
    return 0
