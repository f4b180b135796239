"""接口 · The only places where the apps above meet: each hook has an honest answer while nobody has taken it.

An app takes a hook in its AppConfig.ready(). Most hooks have one answer; what waits for a person is gathered from all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, ParamSpec, TypeVar

from django.utils.functional import Promise

from sansi.web.orgs.models import Person, Unit

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a person, most urgent first by `by_on`, then by how long it has waited."""

    title: str | Promise
    url: str
    since: datetime
    by_on: date | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class GenuineAccount:
    """An account that the register knows to be official, as a letter to a platform needs it."""

    name: str
    url: str
    since: date | None
    proofs: tuple[str, ...] = ()


class Hook(Generic[P, T]):
    """A question that one app answers, and what is true while it is absent."""

    def __init__(self, absent: T) -> None:
        """`absent`: the answer while no app has taken it."""
        self._absent = absent
        self._answer: Callable[P, T] | None = None

    def take(self, answer: Callable[P, T]) -> Callable[P, T]:
        """Answer it from now on.

        Raises:
            RuntimeError: another app answers it already.
        """
        if self._answer not in {None, answer}:
            raise RuntimeError("this hook is taken")
        self._answer = answer
        return answer

    def leave(self) -> None:
        """Answer it no more."""
        self._answer = None

    @property
    def taken(self) -> bool:
        """Whether an app answers it."""
        return self._answer is not None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of the app that took it, else the one for its absence."""
        return self._answer(*args, **kwargs) if self._answer else self._absent


# The genuine account of a unit on a platform, for a letter about an impostor.
genuine_account: Hook[[Unit, str], GenuineAccount | None] = Hook(None)
# Whether a person's training in a matter is current; None: nobody can say, so an officer records it.
training_valid: Hook[[Person, str], bool | None] = Hook(None)
# The address where a case of a kind is opened; None: the help desk is not there.
open_case: Hook[[str], str | None] = Hook(None)

_WAITING: list[Callable[[Person], list[Waiting]]] = []


def gather(source: Callable[[Person], list[Waiting]]) -> Callable[[Person], list[Waiting]]:
    """Have something of an app's own stand among what waits for a person."""
    _WAITING.append(source)
    return source


def waiting_for(person: Person) -> list[Waiting]:
    """What waits for a person, in the order in which it should be done."""
    found = [item for source in _WAITING for item in source(person)]
    return sorted(found, key=lambda item: (item.by_on or date.max, item.since))
