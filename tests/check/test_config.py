"""A `sansi.toml` is read in full or refused in full, with the line of every fault."""

from __future__ import annotations

import sys
import time

import pytest

from sansi.check import Category, Checker, Confidence, Severity, check, load
from sansi.check.config import Config, ConfigError, parse
from sansi.check.config.finders import LONGEST_MATCH, PatternError, compiled
from sansi.check.config.lines import Lines
from sansi.check.model import Spot

RULE = """
[[rule]]
id = "own-project"
category = "code-name"
severity = "medium"
title = { zh = "代号", en = "Code name" }
"""


def refused(toml_text: str, lang: str = "en", known: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(ConfigError) as error:
        parse(toml_text, known=known)
    return [p.in_(lang) for p in error.value.problems]


def found(config: Config, text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.text) for f in Checker(config.rules, engine="re").check(text)]


def test_an_empty_file_changes_nothing() -> None:
    config = parse("")

    assert config == Config(name="sansi.toml")
    assert config.applied_to(load().rules) == load().rules


def test_everything_that_can_be_set_is_read() -> None:
    config = parse(
        """
[check]
select = ["cn-mobile"]
ignore = ["cn-plate"]
min_severity = "low"
min_confidence = "possible"
fail_on = "certain"
exclude = ["tests/**"]
lang = "zh"
[severity]
cn-mobile = "low"
[allow]
values = ["13812345678"]
patterns = ["1399999[0-9]{4}"]
""",
        known=[r.id for r in load().rules],
    )

    assert (config.select, config.ignore, config.exclude) == (("cn-mobile",), ("cn-plate",), ("tests/**",))
    assert (config.min_severity, config.min_confidence) == (Severity.LOW, Confidence.POSSIBLE)
    assert (config.fail_on, config.lang) == (Confidence.CERTAIN, "zh")
    mobile = next(r for r in config.applied_to(load().rules) if r.id == "cn-mobile")
    assert mobile.severity is Severity.LOW


def test_values_and_patterns_allow_the_whole_value_only() -> None:
    config = parse('[allow]\nvalues = ["13812345678"]\npatterns = ["1399999[0-9]{4}"]')
    allowed = [f.text for f in check("13812345678 13999991234 13812345679") if config.allows(f)]

    assert allowed == ["13812345678", "13999991234"]
    assert not config.allows(check("+8613999991234")[0])


def test_words_of_an_own_rule_are_found_alone() -> None:
    config = parse(RULE + 'words = ["青鸟计划", "Bluebird"]\nignore_case = true\nallow = ["bluebird"]\n')

    assert found(config, "启动青鸟计划了 BLUEBIRDS xbluebird") == [("own-project", "青鸟计划")]
    assert found(parse(RULE + 'words = ["Bluebird"]\n'), "a Bluebird.") == [("own-project", "Bluebird")]
    assert found(parse(RULE + 'words = ["Bluebird"]\n'), "a bluebird.") == []


def test_a_pattern_of_an_own_rule_is_found_everywhere() -> None:
    config = parse(RULE + 'pattern = "^QN-[0-9]{4}|代号.$"\nallow = ["QN-0000"]\n')

    assert found(config, "QN-2031 xQN-2032\n代号甲\nQN-0000") == [
        ("own-project", "QN-2031"),
        ("own-project", "代号甲"),
    ]


def test_an_own_rule_says_where_it_comes_from() -> None:
    (rule,) = parse(RULE + 'words = ["青鸟"]', "office/sansi.toml").rules

    assert (rule.origin, rule.source) == ("office/sansi.toml", "office/sansi.toml")
    assert rule.category is Category.CODE_NAME
    assert rule.why.zh != rule.why.en
    assert rule.keep == (0, 0)


def test_all_fields_of_an_own_rule_are_read() -> None:
    (rule,) = parse(
        RULE + 'why = "因为"\nadvice = "删"\nsource = "内部规定3号"\nkeep = [1, 2]\nwords = ["青鸟"]\n'
        'hits = ["«青鸟»来"]\nmisses = ["青菜"]\n'
    ).rules

    assert (rule.why.zh, rule.why.en, rule.advice.en, rule.source, rule.keep) == (
        "因为",
        "因为",
        "删",
        "内部规定3号",
        (1, 2),
    )


def test_every_fault_is_reported_at_once_with_its_line() -> None:
    faults = refused(
        """\
[check]
selec = ["x"]
lang = "de"
min_severity = "huge"
exclude = [""]
"""
    )

    assert faults == [
        "sansi.toml:2: unknown key 'selec', did you mean 'select'?",
        "sansi.toml:3: lang cannot be 'de'; allowed: zh, en",
        "sansi.toml:4: min_severity cannot be 'huge'; allowed: high, medium, low",
        "sansi.toml:5: exclude must be a list of non-empty strings",
    ]


def test_a_fault_is_said_in_chinese_too() -> None:
    assert refused("[zzz]\n", "zh") == ["sansi.toml:1: 不认识的键 'zzz'；可用：check、severity、allow、rule"]


def test_broken_toml_is_refused_with_its_line() -> None:
    (fault,) = refused("[check]\nselect = [\n")

    assert fault.startswith("sansi.toml:")
    assert "not valid TOML" in fault
    assert refused("a = 1\na = 2\n")[0].startswith("sansi.toml:2:")


def test_a_fault_at_the_end_of_the_text_has_a_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import tomllib

    def loads(_text: str) -> None:
        raise tomllib.TOMLDecodeError("Unexpected end")

    monkeypatch.setattr(tomllib, "loads", loads)

    assert refused("") == ["sansi.toml:1: not valid TOML: Unexpected end"]


def test_rule_ids_that_nobody_has_are_refused() -> None:
    text = '[check]\nselect = ["cn-mobile", "cn-mobil"]\n[severity]\nnope = "low"\n'

    assert refused(text, known=("cn-mobile",)) == [
        "sansi.toml:2: unknown rule 'cn-mobil'",
        "sansi.toml:4: unknown rule 'nope'",
    ]
    assert parse(text).select == ("cn-mobile", "cn-mobil")


def test_own_rules_are_known_rules() -> None:
    text = '[check]\nignore = ["own-project"]\n' + RULE + 'words = ["青鸟"]\n'

    assert parse(text, known=("cn-mobile",)).ignore == ("own-project",)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('id = "project"', "must begin with own-"),
        ('category = "habit"', "category cannot be 'habit'; allowed: personal-data"),
        ('category = "opinion"', "category cannot be 'opinion'"),
        ('severity = "huge"', "severity cannot be 'huge'"),
        ('title = ""', "title must be a string"),
        ('title = { zh = "甲" }', "title must be a string"),
        ('title = { zh = "甲", en = "" }', "title must be a string"),
        ("title = 3", "title must be a string"),
        ("source = 3", "source must be a string"),
        ('words = "青鸟"', "words must be a list"),
        ("words = []", "needs words or a pattern"),
        ("ignore_case = 1", "ignore_case must be true or false"),
        ("keep = [1]", "keep must be two whole numbers"),
        ("keep = [true, 1]", "keep must be two whole numbers"),
        ("keep = [1, 99]", "keep must be two whole numbers"),
        ('block = true', "unknown key 'block'"),
        ('hits = ["红隼"]', "does not find its own hit '红隼'"),
        ('misses = ["青鸟"]', "finds its own miss '青鸟'"),
    ],
)  # fmt: skip
def test_a_bad_rule_is_refused_on_its_line(line: str, fault: str) -> None:
    fields = {
        "id": '"own-project"', "category": '"code-name"', "severity": '"low"', "title": '"代号"', "words": '["青鸟"]',
    }  # fmt: skip
    key, _, value = line.partition(" = ")
    fields[key] = value
    text = "[[rule]]\n" + "".join(f"{k} = {v}\n" for k, v in fields.items())
    number = 1 if key == "words" and value == "[]" else [*fields].index(key) + 2

    (said, *_) = [f for f in refused(text) if fault in f]

    assert said.startswith(f"sansi.toml:{number}: ")


def test_what_a_rule_lacks_is_said() -> None:
    faults = refused("[[rule]]\n")

    assert [f for f in faults if "has no" in f] == [
        f"sansi.toml:1: the rule has no {key}" for key in ("id", "category", "severity", "title")
    ]


def test_two_rules_cannot_share_an_id() -> None:
    (fault,) = refused(RULE + 'words = ["甲乙"]\n' + RULE + 'words = ["丙丁"]\n')

    assert fault == "sansi.toml:10: the id 'own-project' is used twice"


@pytest.mark.parametrize("text", ["rule = 3", "rule = [3]", "[rule]\nid = 'own-x'"])
def test_rules_are_a_list_of_tables(text: str) -> None:
    assert refused(text) == ["sansi.toml:1: rules are written as [[rule]]"]


def test_a_section_is_a_table() -> None:
    assert refused("check = 3") == ["sansi.toml:1: check must be a table: [check]"]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("(?<=a)b", "RE2 has no look-around"),
        (r"(a)\\1", "RE2 has no look-around and no back-reference"),
        ("(a", "not RE2 syntax"),
        ("a)b(", "not RE2 syntax"),
        ("a*", "can match nothing at all"),
        (r"\\C+", "not supported"),
    ],
)
def test_a_pattern_that_is_not_re2_is_refused(pattern: str, fault: str) -> None:
    (said,) = refused(RULE + f'pattern = "{pattern}"\n')

    assert said.startswith("sansi.toml:7: pattern: ")
    assert fault in said


def test_an_allowed_pattern_is_checked_too() -> None:
    assert refused('[allow]\npatterns = ["("]')[0].startswith("sansi.toml:2: patterns: not RE2 syntax")


def test_without_re2_a_pattern_is_refused_and_words_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)

    assert "google-re2 is not installed" in refused(RULE + 'pattern = "a+"\n')[0]
    assert found(parse(RULE + 'words = ["青鸟"]'), "青鸟") == [("own-project", "青鸟")]


def test_a_pattern_made_to_hang_does_not() -> None:
    config = parse(RULE + 'pattern = "(a+)+$"\n')
    began = time.perf_counter()

    found(config, "a" * 60_000 + "b")

    assert time.perf_counter() - began < 2


def test_an_absurdly_long_match_is_no_finding() -> None:
    sweep = compiled("b+", ignore_case=False)
    text = "b" * (LONGEST_MATCH + 1) + " " + "b" * LONGEST_MATCH

    assert [(h.start, h.end) for h in sweep(Spot(text, 0, len(text), {}))] == [(LONGEST_MATCH + 2, len(text))]


def test_an_engine_error_without_words_is_still_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    import re2

    def broken(_pattern: str, _options: object) -> None:
        raise re2.error

    monkeypatch.setattr(re2, "compile", broken)

    with pytest.raises(PatternError, match="not RE2 syntax"):
        compiled("a", ignore_case=False)


def test_lines_of_keys_are_found_past_multi_line_strings() -> None:
    lines = Lines(
        'a = """\n[x]\nb = 1\n"""\n[t.u]\n"k k" = 1\n\'l\' = \'\'\'x"""\'\'\'\n[[rule]]\nid = 1\n[[rule]]\nid = 2\n'
    )

    assert lines.of(("a",)) == 1
    assert lines.of(("t", "u", "k k")) == 6
    assert lines.of(("t", "u", "l")) == 7
    assert lines.of(("rule", 1, "id")) == 11
    assert lines.of(("rule", 1, "nope")) == 10
    assert lines.of(("b",)) == 1
