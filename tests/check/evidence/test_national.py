"""National numbers agree with python-stdnum, and are claimed only where it is safe."""

from __future__ import annotations

from importlib import import_module
from random import Random

import pytest

from sansi.check import check
from sansi.check.evidence.national import Scheme, real_date
from sansi.check.evidence.remainders import mod_11_10, mod_97, verhoeff, weighted
from sansi.check.rules import shipped

PEERS = {
    "ca-sin": "ca.sin",
    "au-tfn": "au.tfn",
    "jp-my-number": "jp.in_",
    "in-aadhaar": "in_.aadhaar",
    "br-cpf": "br.cpf",
    "fr-nir": "fr.nir",
    "pl-pesel": "pl.pesel",
    "nl-bsn": "nl.bsn",
    "tr-tckn": "tr.tckimlik",
    "th-pin": "th.pin",
    "uk-nhs": "gb.nhs",
    "ch-ahv": "ch.ssn",
    "il-id": "il.idnr",
}
BY_ID = {rule.id: rule for rule in shipped()}


def example(rule_id: str) -> str:
    marked = BY_ID[rule_id].hits[0]
    return "".join(c for c in marked[marked.index("«") : marked.index("»")] if c.isalnum())


@pytest.mark.parametrize(("rule_id", "peer"), PEERS.items())
def test_a_check_says_the_same_as_stdnum(rule_id: str, peer: str) -> None:
    scheme = BY_ID[rule_id].find.__self__
    assert isinstance(scheme, Scheme)
    theirs = import_module(f"stdnum.{peer}")
    rng, number = Random(rule_id), example(rule_id)
    for _ in range(400):
        bent = list(number)
        for at in rng.sample(range(3, len(number)), 2):
            bent[at] = rng.choice("0123456789")
        code = "".join(bent)

        assert scheme.holds(code) == theirs.is_valid(code), code


@pytest.mark.parametrize("rule_id", sorted(r for r, rule in BY_ID.items() if hasattr(rule.find, "__self__")))
def test_a_number_in_one_piece_needs_its_label_or_a_shape_of_its_own(rule_id: str) -> None:
    number = example(rule_id)
    found = [f.rule for f in check(f"登记 {number}，")]

    assert not (number.isdigit() and rule_id in found)


@pytest.mark.parametrize("text", ["SIN 932401003", "他的SIN932401003"])
def test_a_label_is_a_word_of_its_own(text: str) -> None:
    assert [f.rule for f in check(text)] == ["ca-sin"]


@pytest.mark.parametrize("text", ["COSIN 932401003", "SINE 932401003", "SINE of 932401003"])
def test_a_label_inside_a_word_is_none(text: str) -> None:
    assert check(text) == []


def test_sums_are_those_of_their_standards() -> None:
    assert weighted("123", (1, 2)) == 5
    assert mod_97("DE00") == int("131400") % 97
    assert verhoeff("2363")
    assert not verhoeff("2364")
    assert mod_11_10("65929710439") == mod_11_10("65929710439")


def test_the_calendar_has_no_31_february() -> None:
    assert real_date(2000, 2, 29)
    assert not real_date(1999, 2, 29)
