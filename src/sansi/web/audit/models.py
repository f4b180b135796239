"""审计记录 · The audit log: what officers did. Rows are added and never changed; the database itself refuses.

A row holds keys and codes, never a person's name: somebody who is erased leaves a number behind, and the chain
stays whole. Nothing is recorded of what people write or check.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sansi.web.audit.canonical import NotCanonical, canonical


class Entry(models.Model):
    """One act. `hash` is the SHA-256 of the canonical form of the rest, `prev` the hash of the row before."""

    seq = models.BigIntegerField(_("number"), primary_key=True)
    # Text, in the very form that is hashed: a date type would read several spellings as the same instant.
    at = models.CharField(_("time (UTC)"), max_length=27)
    by = models.BigIntegerField(_("person"), null=True)
    action = models.CharField(_("act"), max_length=64)
    thing = models.CharField(_("thing"), max_length=64)
    # The unit in whose part of the tree it happened: its auditors read it. No foreign key, for rows never change.
    unit = models.BigIntegerField(_("unit"), null=True)
    facts = models.TextField(_("facts"))
    prev = models.CharField(max_length=64)
    hash = models.CharField(_("hash"), max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ("-seq",)
        indexes = (
            models.Index(name="audit_by_unit", fields=["unit", "seq"]),
            models.Index(name="audit_by_person", fields=["by", "seq"]),
            models.Index(name="audit_by_thing", fields=["thing", "seq"]),
        )

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"

    @property
    def when(self) -> datetime:
        """The instant of the act."""
        return datetime.fromisoformat(self.at)

    @property
    def told(self) -> dict[str, Any]:
        """The facts, read."""
        facts: dict[str, Any] = json.loads(self.facts)
        return facts


COLUMNS = ("seq", "at", "by", "action", "thing", "unit", "facts", "prev", "hash")


def as_kept(rows: Iterator[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """Rows of `COLUMNS` as the verifier takes them. Facts that aren't in canonical form stay text: their hash fails."""
    for row in rows:
        entry = dict(zip(COLUMNS, row, strict=True))
        try:
            facts = json.loads(entry["facts"])
            if canonical(facts) == entry["facts"]:
                entry["facts"] = facts
        except (ValueError, TypeError, NotCanonical):
            pass
        yield entry


class Head(models.Model):
    """The end of the log on a day, signed, so that it can leave the house. Added and never changed."""

    day = models.DateField(_("day"), unique=True)
    seq = models.BigIntegerField(_("entries"))
    statement = models.TextField()
    signature = models.CharField(max_length=128)
    key = models.CharField(_("key"), max_length=64)

    class Meta:
        verbose_name = _("day head")
        verbose_name_plural = _("day heads")
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"{self.day} {self.seq}"

    def as_dict(self) -> dict[str, str]:
        """What the verifier reads."""
        return {"statement": self.statement, "key": self.key, "signature": self.signature}


# Every act has a sentence in both languages: apps add theirs when they are loaded.
ACTS: dict[str, str | Promise] = {
    "audit.exported": _("exported audit entries"),
    "audit.verified": _("verified the audit log"),
}
