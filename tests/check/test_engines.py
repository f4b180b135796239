"""Hyperscan, google-re2 and `re` mark differently and find the same; `make fuzz` tries far more."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz.engines import disagreement
from bench.fuzz.mutate import bent, snippets
from sansi.check import Both, Category, Checker, Confidence, Rule, Severity
from sansi.check.engine import ENGINES
from sansi.check.model import Hit, Shape, Sized, Spot, Words
from sansi.check.prefilter import vectorscan
from sansi.check.prefilter.plan import plan
from sansi.check.rules import shipped

AWKWARD = st.text(st.characters(exclude_categories=())) | st.text(
    "0123456789-. xX身份证号码电话密码:=@\u200b\n\ud800"
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def rule(*triggers: Words | Shape | Sized, name: str = "spots") -> Rule:
    """A rule that hits each spot it is shown."""

    def find(spot: Spot) -> Iterator[Hit]:
        if spot.start < spot.end:
            yield Hit(spot.start, spot.end, Confidence.LIKELY, Both("见", "seen"))

    both = Both("一", "one")
    return Rule(name, Category.LINK, Severity.LOW, both, both, both, "", triggers, find, (), ())


def spots(engine: str, text: str, *triggers: Words | Shape | Sized) -> list[str]:
    return [f.text for f in Checker([rule(*triggers)], engine=engine).check(text)]


every_engine = pytest.mark.parametrize("engine", list(ENGINES))


@given(
    st.lists(st.sampled_from(snippets()) | AWKWARD, max_size=6),
    st.sampled_from(["", " ", "\n", "，", "|", "\x00"]),
)
@quick
def test_engines_agree_on_what_hypothesis_thinks_of(parts: list[str], joint: str) -> None:
    assert disagreement(joint.join(parts)) == []


@pytest.mark.parametrize("seed", range(8))
def test_engines_agree_on_bent_examples(seed: int) -> None:
    rng = Random(seed)

    assert [t for t in (bent(rng) for _ in range(250)) if disagreement(t)] == []


def test_engines_agree_on_all_examples_in_one_text() -> None:
    assert disagreement("\n".join(snippets())) == []


@pytest.mark.parametrize("text", ["HKID: K\u01303726150", "123456789@q\u0130q.com：icon02x.png"])
def test_a_letter_that_only_folds_to_ascii_crashes_nothing(text: str) -> None:
    assert disagreement(text) == []


@every_engine
def test_overlapping_words_are_all_seen(engine: str) -> None:
    text = "电子邮箱电话"

    assert spots(engine, text, Words(("电子邮箱", "邮箱电话"))) == ["电子邮箱"]
    assert spots(engine, text, Words(("电子", "邮箱", "电话"))) == ["电子", "邮箱", "电话"]


@every_engine
def test_case_folds_for_ascii_letters_only(engine: str) -> None:
    text = "Key KEY key \u212aey кey"

    assert spots(engine, text, Words(("kEy",), any_case=True)) == ["Key", "KEY", "key"]
    assert spots(engine, text, Words(("key",))) == ["key"]


@every_engine
def test_a_run_is_whole_whatever_was_matched_in_it(engine: str) -> None:
    shape = Shape(rb"[0-9]{3}", frozenset("0123456789-"))

    assert spots(engine, "你好--12-345-6789-，1", shape) == ["--12-345-6789-"]


@every_engine
def test_a_run_of_a_hundred_thousand_is_one_spot(engine: str) -> None:
    shape = Shape(rb"[0-9]{3}", frozenset("0123456789"))

    assert [len(s) for s in spots(engine, "号" + "7" * 100_000 + "号", shape)] == [100_000]


@every_engine
def test_a_lone_surrogate_parts_two_runs(engine: str) -> None:
    shape = Shape(rb"[a?]{3}", frozenset("a?"))

    assert spots(engine, "aaa\ud800aaa", shape) == ["aaa", "aaa"]


@every_engine
def test_a_sized_rule_is_called_for_its_sizes_only(engine: str) -> None:
    shape = Shape(rb"[0-9]{2}", frozenset("0123456789"), lambda spot: 1 << (spot.end - spot.start))

    assert spots(engine, "12 123 1234", Sized(shape, 1 << 3)) == ["123"]
    assert spots(engine, "12 123 1234", Sized(shape, 1 << 3), Sized(shape, 1 << 4)) == ["123", "1234"]
    assert spots(engine, "12 123 1234", Sized(shape, 1 << 3), shape) == ["12", "123", "1234"]


@every_engine
def test_no_rules_find_nothing(engine: str) -> None:
    assert Checker([], engine=engine).check("13912345678") == []


def test_a_kept_database_serves_and_a_foreign_one_is_made_anew() -> None:
    database = vectorscan.compile_database(plan(shipped()))
    text = "\n".join(snippets()[:50])
    expected = Checker(shipped()).check(text)

    for kept in (database, b"", b"another version's"):
        assert Checker(shipped(), engine="hyperscan", database=kept).check(text) == expected


def test_a_database_is_named_by_its_patterns() -> None:
    one, other = plan([rule(Words(("甲",)))]), plan([rule(Words(("乙",)))])

    assert vectorscan.fingerprint(one) == vectorscan.fingerprint(plan([rule(Words(("甲",)), name="else")]))
    assert vectorscan.fingerprint(one) != vectorscan.fingerprint(other)


@pytest.mark.parametrize("absent", [("hyperscan",), ("hyperscan", "re2")])
def test_the_next_best_engine_stands_in(absent: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise ImportError

    for name in absent:
        monkeypatch.setitem(ENGINES, name, missing)

    assert Checker(shipped()).engine == list(ENGINES)[len(absent)]
    with pytest.raises(ImportError):
        Checker(shipped(), engine="hyperscan")
