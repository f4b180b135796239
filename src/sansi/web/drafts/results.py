"""结果 · What a page shows of a check: the findings in groups, the text with them underlined, and one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sansi.check.model import Category, Rule
from sansi.check.report.explain import CATEGORIES
from sansi.check.report.result import FileResult, Outcome
from sansi.sandbox.tasks import ocr_installed
from sansi.web.drafts.groups import cost_of, groups
from sansi.web.drafts.marks import segments

MOST_SHOWN = 500
"""Findings that a page lists: more nobody reads, and each takes half a kilobyte."""
MARKED_MOST = 100_000
"""Characters that are shown once more with their findings underlined."""


def results(
    result: FileResult, rules: Mapping[str, Rule], lang: str, text: str | None = None
) -> dict[str, Any]:
    """What the template of the findings needs; `text` is what was checked, where it was no file."""
    hard = sum(not i.hint for i in result.items)
    shown: dict[str, Any] = {
        "checked": True,
        "outcome": str(result.outcome),
        "problem": result.problem.in_(lang) if result.problem else "",
        "groups": groups(result.items, rules, lang, text),
        "count": len(result.items),
        "hard": hard,
        "hints": len(result.items) - hard,
        "said": said(result),
        "is_text": text is not None,
        "name": result.path,
    }
    if text is not None and len(text) <= MARKED_MOST:
        shown["segments"] = [(s, cost_of(s.item) if s.item else "") for s in segments(text, result.items)]
    if not result.items:
        shown |= looked_for(rules, lang)
    return shown


def as_html(shown: Mapping[str, Any]) -> str:
    """The findings as a piece of a page."""
    return render_to_string("drafts/found.html", dict(shown))


def said(result: FileResult) -> str:
    """One sentence for who listens instead of looking."""
    if result.outcome is Outcome.UNREADABLE:
        return _("Could not be checked.")
    costs = Counter(map(cost_of, result.items))
    hard = len(result.items) - costs["hint"]
    if not hard and result.outcome is Outcome.PARTIAL:
        return _("Only a part could be checked. Nothing found in it.")
    if not result.items:
        return _("Nothing found that must not go out.")
    parts = (
        [ngettext("%(count)d place to deal with", "%(count)d places to deal with", hard) % {"count": hard}]
        if hard
        else []
    )
    if hints := costs["hint"]:
        parts.append(ngettext("%(count)d hint", "%(count)d hints", hints) % {"count": hints})
    return _("%(found)s.") % {"found": _(", ").join(parts)}


def looked_for(rules: Mapping[str, Rule], lang: str) -> dict[str, Any]:
    """What an empty result owes its reader: what was looked for, and whether pictures can be read here."""
    count = Counter(rule.category for rule in rules.values())
    kinds = [(CATEGORIES[category].in_(lang), count[category]) for category in Category if count[category]]
    return {"looked_for": kinds, "rules_count": len(rules), "reads_pictures": ocr_installed()}
