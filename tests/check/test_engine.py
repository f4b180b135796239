"""The door to the engine: what it takes, and what it refuses."""

from __future__ import annotations

import pytest

from sansi.check import Checker, check
from sansi.check.rules import chosen, shipped

TEXT = "手机13912345678，邮箱chen.siyuan@163.com"


def test_only_the_rules_that_are_named_run() -> None:
    assert [f.rule for f in check(TEXT, rules=["email"])] == ["email"]


def test_a_checker_can_be_handed_in() -> None:
    assert [f.rule for f in check(TEXT, rules=Checker(chosen(["cn-mobile"])))] == ["cn-mobile"]


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(KeyError, match="cn-nothing"):
        check(TEXT, rules=["cn-nothing", "email"])


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode bytes first"):
        check(TEXT.encode())  # type: ignore[arg-type]


def test_an_engine_that_is_not_installed_is_not_replaced_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.check import engine

    def missing(*_: object) -> None:
        raise ImportError

    monkeypatch.setitem(engine.ENGINES, "hyperscan", missing)

    assert Checker(shipped()[:2]).engine == "re2"
    with pytest.raises(ImportError):
        Checker(shipped()[:2], engine="hyperscan")


def test_whoever_loads_second_takes_what_the_first_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.check import engine, load

    made = load()

    class SomebodyWasFaster:
        def __enter__(self) -> None:
            engine._Shared.checker = made

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(engine._Shared, "checker", None)
    monkeypatch.setattr(engine._Shared, "lock", SomebodyWasFaster())

    assert load() is made


def test_a_fork_gets_a_lock_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.check import engine

    held = engine._Shared.lock
    monkeypatch.setattr(engine._Shared, "lock", held)
    engine._after_fork()

    assert engine._Shared.lock is not held


def test_no_rules_find_nothing() -> None:
    assert Checker(()).check(TEXT) == []
