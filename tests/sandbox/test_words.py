"""A long text that is no file is checked and redacted in a child as it would be here."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest

from sansi.check.inspector import Inspector, Job
from sansi.check.model import Both, Confidence
from sansi.check.report.result import FileResult, Outcome
from sansi.sandbox import Pool
from sansi.sandbox.messages import result_from, shown_as_dict
from sansi.sandbox.words import decoded, encoded

TEXT = "张三，电话13812345678，身份证号：11010519491231002X。😀 a@li-ming.cn"


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return Inspector(Job())


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(Job()) as pool:
        yield pool


def ask(pool: Pool, task: str, data: bytes, **options: Any) -> tuple[dict[str, Any], bytes]:
    answer = pool.run(task, io.BytesIO(data), len(data), options)
    return answer.told, answer.data


def checked(pool: Pool, inspector: Inspector, text: str, **shown: Any) -> FileResult:
    told, _ = ask(pool, "check_words", encoded(text), shown=shown_as_dict(shown))
    return result_from(told, "", inspector.ids)


def test_a_child_finds_what_is_found_here(pool: Pool, inspector: Inspector) -> None:
    def told(result: FileResult) -> list[Any]:
        return [(*i._replace(there=None), i.where, i.place) for i in result.items]

    assert told(checked(pool, inspector, TEXT)) == told(inspector.words("", TEXT))


def test_a_lone_surrogate_is_no_reason_to_refuse_a_text(pool: Pool, inspector: Inspector) -> None:
    text = "\ud800 13812345678"

    assert [i.start for i in checked(pool, inspector, text).items] == [2]
    assert decoded(encoded(text)) == text


def test_a_request_is_shown_what_it_asked_for(pool: Pool, inspector: Inspector) -> None:
    only = checked(pool, inspector, TEXT, select=frozenset({"cn-mobile"}))
    without = checked(pool, inspector, TEXT, ignore=frozenset({"cn-mobile"}))
    certain = checked(pool, inspector, TEXT, min_confidence=Confidence.CERTAIN)

    assert [i.rule for i in only.items] == ["cn-mobile"]
    assert "cn-mobile" not in {i.rule for i in without.items}
    assert {i.confidence for i in certain.items} == {Confidence.CERTAIN}


def test_the_next_request_is_shown_everything_again(pool: Pool, inspector: Inspector) -> None:
    checked(pool, inspector, TEXT, select=frozenset({"cn-mobile"}))

    assert len(checked(pool, inspector, TEXT).items) == len(inspector.words("", TEXT).items)


def test_a_file_too_is_shown_as_it_was_asked_for(pool: Pool, inspector: Inspector) -> None:
    shown = shown_as_dict({"select": frozenset({"cn-mobile"})})
    told, _ = ask(pool, "check", encoded(TEXT), name="a.txt", shown=shown)

    assert [i.rule for i in result_from(told, "a.txt", inspector.ids).items] == ["cn-mobile"]


def test_too_many_are_cut_and_the_sentence_is_whose_door_it_is(pool: Pool, inspector: Inspector) -> None:
    shown = {"most": 2, "more": Both("。", ".")}
    result = checked(pool, inspector, "13812345678\n" * 5, **shown)

    assert (result.outcome, len(result.items)) == (Outcome.PARTIAL, 2)
    assert result.problem
    assert result.problem.en.endswith("deal with these first.")


def test_a_child_redacts_as_it_is_done_here(pool: Pool, inspector: Inspector) -> None:
    told, data = ask(pool, "redact_words", encoded(TEXT), style="mask", key="", lang="zh")

    assert (decoded(data), told["count"]) == inspector.redacted(TEXT, "mask", b"", "zh")
    assert "13812345678" not in decoded(data)


def test_redacting_leaves_what_was_not_asked_for(pool: Pool) -> None:
    shown = shown_as_dict({"select": frozenset({"cn-mobile"})})
    _, data = ask(pool, "redact_words", encoded(TEXT), style="remove", key="", lang="zh", shown=shown)

    assert "13812345678" not in decoded(data)
    assert "11010519491231002X" in decoded(data)


def test_a_redacted_file_leaves_what_was_not_asked_for(pool: Pool) -> None:
    shown = shown_as_dict({"select": frozenset({"cn-mobile"})})
    options = {"style": "mask", "key": "", "lang": "zh", "name": "a.txt", "shown": shown}
    _, data = ask(pool, "redact", encoded(TEXT), **options)

    assert b"13812345678" not in data
    assert b"11010519491231002X" in data
