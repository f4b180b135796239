"""sansi audit · Verify the site's audit log, export it, or take a new signing key into use."""

from __future__ import annotations

from pathlib import Path

import click

from sansi.check.model import Both
from sansi.cli import site
from sansi.cli.app import Failure, Localised

_ABOUT = Both("核验或导出网站的审计记录", "Verify or export the site's audit log")
_VERIFY = Both(
    "逐条核验审计记录；有改动、缺失或调换时指出是哪一条，退出码 1",
    "Verify every entry of the audit log; name what was changed, is missing or was moved, and exit 1",
)
_EXPORT = Both(
    "把全部记录、日头和核验程序写进一个 ZIP 文件",
    "Write the whole log, its heads and its verifier into a ZIP file",
)
_NEW_KEY = Both(
    "换用新的签名密钥；旧密钥仍可核验", "Take a new signing key into use; the old one still verifies"
)
_HEAD = Both("您自己保存的日头文件", "A file of heads that you have kept yourself")
_KEY = Both("日头须用这个公钥签名（十六进制）", "Heads must be signed with this public key (hex)")


class Acts(Localised, click.Group):
    """The group of what can be done with the log."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options and the acts."""
        super().format_options(ctx, formatter)
        with formatter.section(Both("命令", "Commands").in_(self.lang)):
            formatter.write_dl([(name, act.help or "") for name, act in self.commands.items()])


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    files = click.Path(exists=True, dir_okay=False, path_type=Path)
    group = Acts("audit", help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang))
    heads = click.Option(["--head", "heads"], multiple=True, type=files, help=_HEAD.in_(lang))
    keys = click.Option(["--key", "keys"], multiple=True, help=_KEY.in_(lang))
    target = click.Argument(["target"], type=click.Path(dir_okay=False, path_type=Path))
    for act in (
        Localised("verify", params=[heads, keys], callback=verify, help=_VERIFY.in_(lang)),
        Localised("export", params=[target], callback=export, help=_EXPORT.in_(lang)),
        Localised("new-key", callback=new_key, help=_NEW_KEY.in_(lang)),
    ):
        act.lang = lang
        group.add_command(act)
    return group


@click.pass_obj
def verify(lang: str, /, heads: tuple[Path, ...], keys: tuple[str, ...]) -> int:
    """Print every fault; 1 when there is one."""
    site.ready()
    from sansi.web.audit import heads as kept  # noqa: PLC0415 - `sansi check` never loads Django
    from sansi.web.audit.export import heads_in  # noqa: PLC0415 - same

    brought = [head for path in heads for head in heads_in(path.read_bytes())]
    walk, faults = kept.verify(brought, list(keys))
    for fault in faults:
        click.echo(f"{fault.seq}: {fault.kind}: {Both(fault.zh, fault.en).in_(lang)}")
    said = Both(
        f"{walk.rows} 条，最后一条 {walk.last_seq} {walk.last_hash}；{len(faults)} 处问题",
        f"{walk.rows} entries, last {walk.last_seq} {walk.last_hash}; faults: {len(faults)}",
    )
    click.echo(said.in_(lang), err=True)
    return 1 if faults else 0


@click.pass_obj
def export(lang: str, /, target: Path) -> None:
    """Write the file, which must not be there yet."""
    site.ready()
    from sansi.web.audit.export import pack  # noqa: PLC0415 - `sansi check` never loads Django

    try:
        with target.open("xb") as file:
            count = pack(file)
    except OSError as why:
        raise Failure(f"写不了 {target}：{why.strerror}", f"can't write {target}: {why.strerror}") from None
    click.echo(Both(f"{count} 条 → {target}", f"{count} entries → {target}").in_(lang), err=True)


@click.pass_obj
def new_key(lang: str, /) -> None:
    """Print the public half of the new key."""
    site.ready()
    from sansi.web.keys import signing  # noqa: PLC0415 - `sansi check` never loads Django

    click.echo(Both("新公钥", "new public key").in_(lang) + f" {signing.replace().hex()}")
