"""What is too much at a time hears so at once, and nobody's address is kept."""

from __future__ import annotations

import pytest

from sansi.web.drafts import capacity
from sansi.web.drafts.capacity import Busy, Gate, Throttle, nameless


def test_a_full_gate_turns_everybody_away_until_somebody_leaves() -> None:
    gate = Gate(2, 2)
    with gate.entered("a"):
        with gate.entered("b"):
            with pytest.raises(Busy) as busy, gate.entered("c"):
                raise AssertionError
            assert busy.value.everybody
        with gate.entered("c"):
            pass


def test_one_client_cannot_take_all_of_it() -> None:
    gate = Gate(3, 1)
    with gate.entered("a"):
        with pytest.raises(Busy) as busy, gate.entered("a"):
            raise AssertionError
        assert not busy.value.everybody
        with gate.entered("b"):
            pass


def test_who_leaves_is_forgotten() -> None:
    gate = Gate(2, 2)
    with gate.entered("a"), gate.entered("a"):
        pass

    assert (gate._count, gate._inside) == (0, {})


def test_somebody_who_comes_too_often_is_told_when_to_come_again() -> None:
    now = [0.0]
    throttle = Throttle(6, clock=lambda: now[0])
    for _ in range(6):
        throttle.take("a")
    with pytest.raises(Busy) as busy:
        throttle.take("a")
    throttle.take("b")
    now[0] += busy.value.retry_s

    throttle.take("a")
    assert busy.value.retry_s == 10


def test_nought_is_no_limit() -> None:
    for _ in range(10_000):
        Throttle(0).take("a")


def test_no_address_is_kept() -> None:
    throttle = Throttle(6)
    throttle.take("192.0.2.7")

    assert list(throttle._left) == [nameless("192.0.2.7")]
    assert b"192.0.2.7" not in nameless("192.0.2.7")


def test_the_memory_of_clients_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capacity, "_MOST_CLIENTS", 3)
    throttle = Throttle(6)
    for client in "abcdef":
        throttle.take(client)

    assert len(throttle._left) == 3
