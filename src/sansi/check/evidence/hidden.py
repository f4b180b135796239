"""隐藏信息 · Rules about what a file carries beside its words: found by readers, not by patterns."""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.model import Both, Category, Hit, Rule, Severity, Spot


def _nothing(_spot: Spot) -> Iterable[Hit]:
    """No pattern of text is asked for."""
    return ()


def hidden(rule_id: str, severity: Severity, title: Both, why: Both, advice: Both, source: str) -> Rule:
    """The rule `rule_id`, whose findings are the facts that readers report under that id."""
    return Rule(
        id=rule_id,
        category=Category.HIDDEN_FACT,
        severity=severity,
        title=title,
        why=why,
        advice=advice,
        source=source,
        triggers=(),
        find=_nothing,
        hits=(),
        misses=(),
        # The first character tells the author which of several it is.
        keep=(1, 0),
    )
