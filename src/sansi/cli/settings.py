"""设置 · What an organisation set in `sansi.toml` and the person on the command line, made one.

The command line wins. Every rule id is looked up before anything is checked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sansi.check import rules as rulebook
from sansi.check.config import Config, ConfigError, parse
from sansi.check.model import Confidence, Rule, Severity
from sansi.cli import cache
from sansi.cli.app import Failure
from sansi.cli.errors import unknown_rules
from sansi.cli.inspector import Job

NAME = "sansi.toml"


@dataclass(frozen=True)
class Settings:
    """The organisation's settings, the text they were read from, and all rules in force."""

    config: Config
    text: str
    rules: tuple[Rule, ...]

    @property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their id."""
        return {r.id: r for r in self.rules}

    def job(self, select: Iterable[str], ignore: Iterable[str], **options: object) -> Job:
        """The job that these settings and the options of a command line ask for.

        Raises Failure for a rule id that nobody has.
        """
        config = self.config
        select, ignore = tuple(select), tuple(ignore)
        known = {r.id for r in self.rules}
        if unknown := [i for i in (*select, *ignore) if i not in known]:
            raise unknown_rules(unknown, known)
        job = Job(
            config_text=self.text,
            config_name=config.name,
            select=frozenset(select or config.select),
            ignore=frozenset((*ignore, *config.ignore)) - frozenset(select),
            min_severity=config.min_severity or Severity.LOW,
            min_confidence=config.min_confidence or Confidence.POSSIBLE,
            database=cache.database(self.rules),
        )
        return replace(job, **{k: v for k, v in options.items() if v is not None})  # type: ignore[arg-type]


def settings(named: str | None) -> Settings:
    """The settings of the file `named`, else of the nearest `sansi.toml`, else none.

    Raises Failure with every fault of the file.
    """
    path = Path(named) if named else _nearest(Path.cwd())
    if path is None:
        return Settings(Config(), "", rulebook.shipped())
    name = named or os.path.relpath(path)
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        said = error.strerror or str(error)
        raise Failure(
            f"读不了设置文件 {name}：{said}", f"cannot read the settings file {name}: {said}"
        ) from None
    except UnicodeDecodeError:
        raise Failure(
            f"设置文件 {name} 不是 UTF-8；请另存为 UTF-8",
            f"the settings file {name} is not UTF-8: save it as UTF-8",
        ) from None
    shipped = rulebook.shipped()
    try:
        config = parse(text, name, known=[r.id for r in shipped])
    except ConfigError as error:
        raise Failure(
            "\n".join(("设置有误，什么都没有检查：", *(p.in_("zh") for p in error.problems))),
            "\n".join(
                ("the settings are wrong, nothing was checked:", *(p.in_("en") for p in error.problems))
            ),
        ) from None
    return Settings(config, text, config.applied_to(shipped))


def _nearest(here: Path) -> Path | None:
    """The `sansi.toml` of this folder, or of one above it up to the top of the repository.

    Outside a repository only this folder counts: anybody may put a file into a shared parent.
    """
    chain = [here, *here.parents]
    top = next((i for i, folder in enumerate(chain) if (folder / ".git").exists()), 0)
    return next((f / NAME for f in chain[: top + 1] if (f / NAME).is_file()), None)
