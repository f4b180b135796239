"""What `sansi` can be told: whether a command line in deploy/ or in the docs is one that exists."""

from __future__ import annotations

from collections.abc import Sequence

import click
from django.core.management import get_commands, load_command_class

from sansi.cli.app import group


def exists(arguments: Sequence[str]) -> bool:
    """Whether `sansi ARGUMENTS` names a command, and only options that it has."""
    commands = group("en")
    context = click.Context(commands, info_name="sansi")
    command = commands.get_command(context, arguments[0])
    if command is None:
        return False
    if arguments[0] == "manage":
        return _of_django(arguments[1:])
    if isinstance(command, click.Group):
        command = command.get_command(context, arguments[1])
        if command is None:
            return False
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    return {a.split("=")[0] for a in arguments[1:] if a.startswith("-")} <= known


def _of_django(arguments: Sequence[str]) -> bool:
    app = get_commands().get(arguments[0])
    if app is None:
        return False
    made = load_command_class(app, arguments[0]) if isinstance(app, str) else app
    parser = made.create_parser("sansi manage", arguments[0])
    known = {option for action in parser._actions for option in action.option_strings}
    return {a.split("=")[0] for a in arguments[1:] if a.startswith("-")} <= known
