"""遮盖任务 · Black out a document in a child: what has to go, and what stands instead, as the options say."""

from __future__ import annotations

from sansi.check.blackout.blackout import black_out
from sansi.check.blackout.task import Found
from sansi.check.blackout.values import NOTHING_LEFT, Stretch
from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Inspector
from sansi.check.model import Category, Finding
from sansi.check.redact import replacements
from sansi.sandbox.messages import inspector_for
from sansi.sandbox.tasks import Tools
from sansi.sandbox.wire import Head

# What must not be left anywhere once it was found somewhere. The letters of a marking (秘密) are prose elsewhere.
_EVERYWHERE = frozenset((Category.PERSONAL_DATA, Category.CREDENTIAL, Category.CODE_NAME, Category.LINK))


def redact(data: bytes, options: Head, tools: Tools) -> tuple[Head, bytes]:
    """`data` without what the job of the child finds in it, how many that were, and how it was done.

    Options: `style`, `key` in hexadecimal digits, `lang`, `name`, `shown` (fields of the job that are otherwise for
    this file). With `problem` in the answer there is no file.
    """
    inspector = inspector_for(options, tools.inspector)
    finder = _Finder(inspector, options["style"], bytes.fromhex(options["key"]), options["lang"])
    try:
        done = black_out(data, finder, name=options.get("name", ""), ocr=tools.ocr)
    except Unreadable as error:
        return {"problem": error.reason}, b""
    return {"count": done.count, "how": done.how}, done.data


class _Finder:
    """Says what has to go from a text, and remembers it: the same texts are asked for again and again."""

    def __init__(self, inspector: Inspector, style: str, key: bytes, lang: str) -> None:
        self._inspector = inspector
        self._style, self._key, self._lang = style, key, lang
        self._known: dict[str, Found] = {}

    def __call__(self, text: str) -> Found:
        if text not in self._known:
            self._known[text] = self._look(text)
        return self._known[text]

    def _found(self, text: str) -> list[Finding]:
        inspector = self._inspector
        return [
            f for f in inspector.checker.check(text) if inspector.wants(f) and not inspector.config.allows(f)
        ]

    def _look(self, text: str) -> Found:
        findings = self._found(text)
        if not findings:
            return Found((), {})
        made = replacements(
            text, findings, self._style, self._key or None, lang=self._lang, recheck=self._found
        )
        exact = {(r.start, r.end): r.instead for r in made}
        values = {
            f.text: exact.get((f.start, f.end), NOTHING_LEFT)
            for f in findings
            if f.about.category in _EVERYWHERE
        }
        return Found([Stretch(*r) for r in made], values)
