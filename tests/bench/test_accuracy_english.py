"""The English, mixed, code and credential documents: values keep their formats, spans say what stands there."""

from __future__ import annotations

import base64
import json
import random
import re
import zlib
from itertools import islice

import pytest

from bench.accuracy import credentials_values as cv
from bench.accuracy import english, english_decoys, english_values
from bench.accuracy.doc import TYPES, Doc
from bench.accuracy.english_template import write


@pytest.fixture(scope="module")
def docs() -> list[Doc]:
    return list(english.documents(seed=7, count=3000))


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(english.documents(3, 40)) == list(english.documents(3, 40))
    assert list(english.documents(3, 40)) != list(english.documents(4, 40))


def test_more_documents_begin_with_the_fewer() -> None:
    assert list(islice(english.documents(5, 100), 10)) == list(english.documents(5, 10))


def test_two_in_five_documents_hold_nothing_to_be_found(docs: list[Doc]) -> None:
    assert sum(d.negative for d in docs) >= 0.4 * len(docs)
    assert all(d.negative == (not d.gold) for d in docs)


def test_every_type_occurs(docs: list[Doc]) -> None:
    assert {g.type for d in docs for g in d.gold} == set(TYPES)


def test_spans_are_in_order_and_apart(docs: list[Doc]) -> None:
    for d in docs:
        ends = [0, *(g.end for g in d.gold)]
        assert all(end <= g.start < g.end <= len(d.text) for end, g in zip(ends, d.gold, strict=False))


LOOKS = {
    "us_ssn": r"\d{3}[- ]\d{2}[- ]\d{4}",
    "uk_nino": r"[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]",
    "github_token": r"gh[pous]_[0-9A-Za-z]{36}|github_pat_\w{82}",
    "jwt": r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+",
    "email": r"[\w.+-]+@[\w.-]+",
    "private_key": r"(?s)-----BEGIN .*PRIVATE KEY.*-----END [A-Z ]+-----",
    "aws_key": r"A[KS]IA[A-Z2-7]{16}|[0-9A-Za-z+/]{40}",
    "cn_uscc": r"91[0-9A-Z]{16}",
    "wallet": r"0x[0-9a-f]{40}|[13T][1-9A-HJ-NP-Za-km-z]{25,34}|bc1q[0-9a-z]{38}",
}


def test_spans_hold_what_they_say(docs: list[Doc]) -> None:
    for d in docs:
        for g in d.gold:
            said = d.text[g.start : g.end]
            assert re.fullmatch(LOOKS.get(g.type, r"(?s)\S(.*\S)?"), said), (g.type, said)


def test_every_template_can_be_filled_and_leaves_no_slot_open() -> None:
    for template in english.TEMPLATES:
        doc = write(random.Random(1), template, english.MAKERS)
        assert not set("«»⟦⟧") & set(doc.text), doc.text
        assert template.negative or doc.gold, doc.text


def test_negatives_hold_no_maker_of_data() -> None:
    # The writer refuses a negative with a span in it, but only in the alternative that was drawn.
    for template in english.SPARED:
        for seed in range(30):
            write(random.Random(seed), template, english.MAKERS)


def test_classic_github_tokens_mostly_carry_their_checksum() -> None:
    rng, right = random.Random(1), 0
    made = [t for t in (cv.github_token(rng) for _ in range(200)) if not t.startswith("github_pat_")]
    for token in made:
        number = 0
        for c in token[-6:]:
            number = number * 62 + cv.ALNUM.index(c)
        right += number == zlib.crc32(token[4:-6].encode())
    assert 0.6 * len(made) < right < len(made)


def test_web_tokens_decode() -> None:
    rng = random.Random(2)
    for _ in range(50):
        header, claims, _signature = cv.jwt(rng).split(".")
        assert "alg" in json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))
        assert "sub" in json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))


def test_identity_numbers_pass_their_check() -> None:
    rng = random.Random(3)
    for _ in range(300):
        number = re.sub(
            r"[^0-9X]",
            "",
            english_values.resident_id(rng).text.translate({0xFEE0 + i: i for i in range(48, 91)}),
        )
        assert (
            "10X98765432"[sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(number[:17])) % 11]
            == number[17]
        )
        wrong = english_decoys.not_an_id(rng)
        assert (
            "10X98765432"[sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(wrong[:17])) % 11]
            != wrong[17]
        )


@pytest.mark.parametrize("make", [english_values.credit_card, english_values.union_card])
def test_cards_pass_luhn(make: object) -> None:
    rng = random.Random(4)
    for _ in range(300):
        digits = re.sub(r"\D", "", make(rng).text.translate({0xFEE0 + i: i for i in range(48, 58)}))  # type: ignore[operator]
        assert english_values.luhn(digits[:-1]) == digits


def test_account_numbers_pass_mod_97() -> None:
    rng = random.Random(5)
    for _ in range(300):
        text = english_values.iban(rng).text.replace(" ", "")
        assert int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def test_every_issuer_makes_a_credential_of_a_known_type() -> None:
    rng = random.Random(6)
    for issuer in cv.ISSUERS:
        secret = cv.token(rng, issuer)
        assert secret.type in TYPES
        assert not set("{}") & set(secret.value)
