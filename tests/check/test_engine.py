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


def test_a_finding_does_not_show_its_value_to_a_log() -> None:
    found = check("手机：13912345678")[0]

    assert "13912345678" not in repr(found)
    assert "cn-mobile" in repr(found)


@pytest.mark.parametrize("engine", ["hyperscan", "re2", "re"])
def test_the_end_of_a_text_is_no_line_break_that_a_rule_asked_for(engine: str) -> None:
    from dataclasses import replace

    from sansi.check.model import Spot, Words

    spots: list[Spot] = []
    rule = replace(shipped()[0], triggers=(Words(("x\n",)),), find=lambda s: spots.append(s) or ())

    checker = Checker([rule], engine=engine)
    checker.check("x")
    assert not spots
    checker.check("x\n")
    assert [(s.start, s.end) for s in spots] == [(0, 2)]


@pytest.mark.parametrize("engine", ["hyperscan", "re2", "re"])
def test_a_long_run_is_one_spot_and_a_number_at_the_very_end_is_one(engine: str) -> None:
    from dataclasses import replace

    from sansi.check.model import Spot

    spots: list[Spot] = []
    mobile = next(r for r in shipped() if r.id == "cn-mobile")
    rule = replace(mobile, find=lambda s: spots.append(s) or ())

    checker = Checker([rule], engine=engine)
    checker.check("甲" + "1 3 " * 6 + "1 3" + "乙" * 60)
    checker.check("、" * 100 + "13912345678")
    assert [(s.start, s.end) for s in spots] == [(1, 28), (100, 111)]
