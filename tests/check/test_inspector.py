"""What a reader made of a file is checked: its text in place, its hidden facts, its gaps told."""

from __future__ import annotations

from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.inspector import Inspector, Job
from sansi.check.model import Both, Severity, Spot
from sansi.check.place import FieldPlace, ParagraphPlace
from sansi.check.report.result import FileResult, Outcome

PHONES = [f"1381234567{n}" for n in range(8)]
ALLOWED = f'[allow]\nvalues = ["{PHONES[0]}", "39.9, 116.4"]\n'


def document(count: int = 1, gaps: int = 0) -> Document:
    weave = Weave()
    for number, phone in enumerate(PHONES[:count], 1):
        weave.add(f"电话 {phone}\n", ParagraphPlace("body", number))
    fact = Fact("meta-gps", FieldPlace("GPS"), Both("有位置", "has a place"), "39.9, 116.4")
    return Document("docx", weave.segments(), [fact], gaps=[Both(f"甲{n}", f"a{n}") for n in range(gaps)])


def made(job: Job, what: Document) -> FileResult:
    return Inspector(job).document("a.docx", what)


def test_findings_have_the_places_of_the_reader() -> None:
    result = made(Job(), document(2))

    assert (result.outcome, result.kind, result.problem) == (Outcome.FINDINGS, "docx", None)
    assert [i.where["kind"] for i in result.items] == ["paragraph", "paragraph", "field"]
    assert [i.where.get("index") for i in result.items] == [1, 2, None]
    assert result.items[2].reason == Both("有位置", "has a place")


def test_nothing_found_is_clean() -> None:
    assert made(Job(), Document("docx")).outcome is Outcome.CLEAN


def test_what_is_not_wanted_is_not_shown() -> None:
    job = Job(min_severity=Severity.HIGH, select=frozenset(["meta-author"]))

    assert made(job, document()).items == []


def test_what_is_allowed_is_counted() -> None:
    result = made(Job(config_text=ALLOWED), document())

    assert (result.outcome, result.items, result.allowed) == (Outcome.CLEAN, [], 2)


def test_too_many_findings_end_the_list_aloud() -> None:
    result = made(Job(most=3), document(8))

    assert (result.outcome, len(result.items)) == (Outcome.PARTIAL, 3)
    assert result.problem
    assert "more than 3 findings" in result.problem.en


def test_gaps_are_told_once_and_of_very_many_the_first() -> None:
    few, many = made(Job(), document(gaps=2)), made(Job(), document(gaps=9))

    assert few.problem == Both("甲0；甲1", "a0; a1")
    assert many.problem
    assert many.problem.en.endswith("a4; and 4 more")


def test_a_rule_for_hidden_facts_looks_for_no_pattern() -> None:
    rule = Inspector(Job()).by_id["meta-gps"]

    assert list(rule.find(Spot("39.9, 116.4", 0, 4, {}))) == []


def test_one_request_is_shown_what_it_asks_for_and_the_next_everything_again() -> None:
    inspector = Inspector(Job())
    text = "电话13812345678，邮箱 wang.li@li-ming.cn"

    def rules(of: Inspector) -> list[str]:
        return [i.rule for i in of.words("", text).items]

    assert rules(inspector.showing(select=frozenset({"email"}))) == ["email"]
    assert rules(inspector.showing(min_severity=Severity.HIGH)) == ["cn-mobile"]
    assert rules(inspector.showing(most=10)) == rules(inspector) == ["cn-mobile", "email"]


def test_what_is_redacted_is_what_would_be_shown() -> None:
    inspector = Inspector(Job()).showing(select=frozenset({"email"}))

    assert inspector.redacted("13812345678 wang.li@li-ming.cn", "remove", b"", "en") == ("13812345678 ", 1)
