"""命令总管 · The commands and what they have in common: language, help, errors, exit codes.

0 nothing found, 1 found, 2 the command itself could not do all it was asked.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from sansi.check.model import Both
from sansi.cli.lang import LANGS, chosen

FAILED = 2
_COMMANDS = {
    "check": Both("检查文本，指出不该公开的内容", "Check text and say what must not go out"),
    "redact": Both("遮盖找到的内容，另存一份", "Black out what is found, into another file"),
    "clean": Both("清除文件里隐藏的信息，另存一份", "Take out what is hidden in a file, into another file"),
    "rules": Both("列出全部规则", "List the rules in force"),
    "explain": Both("说明一条规则", "Explain one rule"),
    "init": Both("写一份带说明的 sansi.toml", "Write a sansi.toml with comments"),
    "serve": Both("运行网站", "Run the site"),
    "setup": Both(
        "准备网站的数据库，邀请第一位管理员", "Make the site's database ready, invite its first administrator"
    ),
    "backup": Both("备份网站的数据库", "Back up the site's database"),
    "restore": Both("从备份恢复网站的数据库", "Restore the site's database from a backup"),
    "doctor": Both("检查网站的安装", "Look over the installation of the site"),
    "audit": Both("核验或导出网站的审计记录", "Verify or export the site's audit log"),
    "manage": Both("网站的管理命令", "Commands that administer the site"),
}
_ABOUT = Both(
    "三思 · 三思而后发。\n\n发布之前，找出草稿里不该公开的个人信息、凭据和密级标志。文本不离开本机，也不留存。",
    "Sansi · think thrice before you post.\n\nFinds personal data, credentials and classification markings in a "
    "draft before it goes out. The text stays on this machine and is not kept.",
)
_HELP = Both("显示帮助", "Show this help.")
_VERSION = Both("显示版本", "Show the version.")
_LANG = Both("界面语言：zh 或 en", "Language of messages: zh or en.")


class Failure(click.ClickException):
    """Something the person must hear about: said on stderr, exit 2."""

    exit_code = FAILED

    def __init__(self, zh: str, en: str) -> None:
        """Say it in both languages; the right one is picked when it is shown."""
        super().__init__(en)
        self.both = Both(zh, en)


class Localised(click.Command):
    """A command whose help has headings in the language of the rest."""

    lang = "en"

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under a heading in the right language."""
        rows = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx))]
        with formatter.section(Both("选项", "Options").in_(self.lang)):
            formatter.write_dl(rows)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line of usage."""
        pieces = self.collect_usage_pieces(ctx)
        prefix = Both("用法：", "Usage: ").in_(self.lang)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the right language."""
        option = super().get_help_option(ctx)
        if option:
            option.help = _HELP.in_(self.lang)
        return option


class Commands(Localised, click.Group):
    """The group: it knows what each command is for without loading it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """The commands, most wanted first."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the signature is click's
        """Load the module of one command."""
        if cmd_name not in _COMMANDS:
            return None
        return load(cmd_name, self.lang)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options and the commands."""
        Localised.format_options(self, ctx, formatter)
        with formatter.section(Both("命令", "Commands").in_(self.lang)):
            formatter.write_dl([(name, about.in_(self.lang)) for name, about in _COMMANDS.items()])


def load(name: str, lang: str) -> click.Command:
    """The command called `name`, with its help in `lang`."""
    command: Localised = importlib.import_module(f"sansi.cli.{name}").command(lang)
    command.lang = lang
    command.params.append(_lang_option(lang))
    return command


def _lang_option(lang: str) -> click.Option:
    # The value was read before everything else; here the option is only made known.
    return click.Option(["--lang"], type=click.Choice(LANGS), expose_value=False, help=_LANG.in_(lang))


def group(lang: str) -> Commands:
    """The `sansi` command with its help in `lang`."""
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=_VERSION.in_(lang),
    )
    commands = Commands(
        "sansi",
        params=[version, _lang_option(lang)],
        help=_ABOUT.in_(lang),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    commands.lang = lang
    return commands


def installed_version() -> str:
    """The version of the installed package."""
    from importlib.metadata import version  # noqa: PLC0415 - costs 10 ms and few runs need it

    return version("sansi")


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: object) -> None:
    if wanted:
        click.echo(f"sansi {installed_version()}")
        ctx.exit()


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    lang = chosen(arguments, os.environ)
    _speak_utf8()
    try:
        code: Any = group(lang).main(list(arguments), "sansi", standalone_mode=False, obj=lang)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return FAILED
    except click.ClickException as error:
        from sansi.cli.errors import said  # noqa: PLC0415 - only when something went wrong

        click.echo(said(error, lang), err=True)
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        click.echo(Both("已中断", "interrupted").in_(lang), err=True)
        return 130
    except BrokenPipeError:
        # The reader has seen enough (sansi check … | head); nothing went wrong here.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the interpreter's last flush
        return FAILED
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """A file name or a character that the terminal's encoding lacks must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
