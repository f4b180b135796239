"""检查台 · Where a draft is checked: short texts here, long ones and files in warm children of the same host.

Nothing that comes to the desk goes to a database, a cache, a job table, a log or a disk; it is forgotten with the
request that brought it (a test looks for it everywhere).
"""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sansi.check.config import parse
from sansi.check.engine import Checker
from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Inspector, Job
from sansi.check.model import Both, Rule
from sansi.check.prefilter.plan import plan
from sansi.check.report.preview import clean
from sansi.check.report.result import FileResult, Outcome
from sansi.check.rules import shipped
from sansi.sandbox.limits import Limits
from sansi.sandbox.messages import result_from, shown_as_dict
from sansi.sandbox.pool import Answer, Pool
from sansi.sandbox.reasons import CRASHED
from sansi.sandbox.wire import Garbled
from sansi.sandbox.words import decoded, encoded

SHORT = 32_768
"""Characters that are checked here: some milliseconds, in which nobody else waits for the interpreter."""
_NO_MORE = Both("。", ".")
# A file is read, changed, read again and searched: several times what reading it takes.
_CHANGING = Limits(cpu_s=120, wall_s=180, ocr_s=300, longest_s=600)
Told = Callable[[int], None]
"""Hears the number of each picture that is being read."""


class Changed(NamedTuple):
    """A file written anew: its bytes, and what is to be said about it."""

    data: bytes
    said: list[Both]


class How(NamedTuple):
    """What stands where something was found. `key` is for the style `hash`."""

    style: str = "mask"
    key: str = ""
    lang: str = "zh"


class Desk:
    """The rules made ready once, and the children that read what is long. Safe from many threads."""

    def __init__(self, rules_text: str = "", rules_name: str = "sansi.toml", children: int = 2) -> None:
        """Check by the shipped rules and those of `rules_text`. Raises ConfigError for a faulty one."""
        rules = shipped()
        if rules_text:
            parse(rules_text, rules_name, known=[r.id for r in rules])
        job = Job(rules_text, rules_name, more=_NO_MORE)
        config = parse(rules_text, rules_name) if rules_text else None
        database = _compiled(config.applied_to(rules) if config else rules)
        job = _with(job, database=database)
        if config:
            job = _with(
                job,
                select=frozenset(config.select),
                ignore=frozenset(config.ignore),
                min_severity=config.min_severity or job.min_severity,
                min_confidence=config.min_confidence or job.min_confidence,
            )
        self._inspector = Inspector(job)
        self._reading = Pool(job, children)
        self._changing = Pool(job, children, limits=_CHANGING)

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules in force, by their id."""
        return self._inspector.by_id

    @property
    def checker(self) -> Checker:
        """The engine, for measuring what the rest costs."""
        return self._inspector.checker

    def check_text(self, text: str, **shown: Any) -> FileResult:
        """What was found in `text`; `shown` are fields of `Job`. Never raises for what the text is."""
        if len(text) <= SHORT:
            return self._inspector.showing(**shown).words("", text)
        try:
            told = self._reading_words(text, shown).told
            return result_from(told, "", self._inspector.ids)
        except Garbled:
            return FileResult("", Outcome.UNREADABLE, problem=CRASHED)
        except Unreadable as error:
            return FileResult("", Outcome.UNREADABLE, problem=error.reason)

    def _reading_words(self, text: str, shown: Mapping[str, Any]) -> Answer:
        data = encoded(text)
        return self._reading.run("check_words", io.BytesIO(data), len(data), {"shown": shown_as_dict(shown)})

    def redact_text(self, text: str, how: How, **shown: Any) -> tuple[str, int]:
        """`text` without what was found in it, and how many places that were. Raises Unreadable."""
        key = how.key.encode()
        if len(text) <= SHORT:
            return self._inspector.showing(**shown).redacted(text, how.style, key, how.lang)
        options = {"style": how.style, "key": key.hex(), "lang": how.lang, "shown": shown_as_dict(shown)}
        data = encoded(text)
        answer = self._changing.run("redact_words", io.BytesIO(data), len(data), options)
        return decoded(answer.data), _count(answer)

    def check_file(self, data: bytes, name: str, told: Told | None = None, **shown: Any) -> FileResult:
        """What was found in the file `data`; never raises for what the file is."""
        options = {"name": _base(name), "shown": shown_as_dict(shown)}
        try:
            answer = self._reading.run("check", io.BytesIO(data), len(data), options, told)
            result = result_from(answer.told, name, self._inspector.ids)
        except Garbled:
            return FileResult(name, Outcome.UNREADABLE, problem=CRASHED)
        except Unreadable as error:
            return FileResult(name, Outcome.UNREADABLE, problem=error.reason)
        if result.outcome is Outcome.SKIPPED:
            # Somebody chose this very file: that it is of no kind that is read is no reason to pass it over.
            result.outcome = Outcome.UNREADABLE
        return result

    def redact_file(self, data: bytes, name: str, how: How, **shown: Any) -> Changed:
        """The file without what was found in it, searched again. Raises Unreadable: nothing is done by half."""
        options = {
            "name": _base(name),
            "style": how.style,
            "key": how.key.encode().hex(),
            "lang": how.lang,
            "shown": shown_as_dict(shown),
        }
        answer = self._changed("redact", data, options)
        count = _count(answer)
        total = Both(f"遮盖了 {count} 处，复核通过", f"{count} blacked out, and gone when searched for")
        return Changed(answer.data, [total, *_said(answer, "how")])

    def clean_file(self, data: bytes, name: str, *, hidden: bool = False) -> Changed:
        """The file without what is hidden in it, searched again. Raises Unreadable."""
        answer = self._changed("clean", data, {"name": _base(name), "hidden": hidden})
        removed = [Both(f"已清除：{s.zh}", f"taken out: {s.en}") for s in _said(answer, "removed")]
        left = [Both(f"留下了：{s.zh}", f"left: {s.en}") for s in _said(answer, "left")]
        return Changed(answer.data, [*(removed or [_NOTHING_HIDDEN]), *left])

    def _changed(self, task: str, data: bytes, options: dict[str, Any]) -> Answer:
        answer = self._changing.run(task, io.BytesIO(data), len(data), options)
        if "problem" in answer.told:
            raise Unreadable(_both(answer.told["problem"]))
        return answer

    def close(self) -> None:
        """End the children."""
        self._reading.close()
        self._changing.close()


_NOTHING_HIDDEN = Both("没有找到要清除的", "nothing to take out was found")


def _with(job: Job, **fields: Any) -> Job:
    return Job(**{**vars(job), **fields})


def _compiled(rules: tuple[Rule, ...]) -> bytes | None:
    """The patterns of `rules`, compiled once for this process and all its children; None without Hyperscan."""
    try:
        from sansi.check.prefilter import vectorscan  # noqa: PLC0415 - no wheel on some platforms
    except ImportError:
        return None
    return vectorscan.compile_database(plan(rules))


def _base(name: str) -> str:
    return os.path.basename(name)  # noqa: PTH119 - a name that a browser sent is no path


# What comes from a child may have been made up by the file it read: it is looked at before it is believed.
def _count(answer: Answer) -> int:
    count = answer.told.get("count")
    if type(count) is not int:
        raise Unreadable(CRASHED)
    return count


def _said(answer: Answer, field: str) -> list[Both]:
    said = answer.told.get(field)
    if type(said) is not list:
        raise Unreadable(CRASHED)
    return [_both(one) for one in said]


def _both(told: Any) -> Both:
    try:
        zh, en = told
    except (TypeError, ValueError):
        raise Unreadable(CRASHED) from None
    return Both(clean(str(zh)), clean(str(en)))


class _Shared:
    """The desk of this process."""

    lock = threading.Lock()
    desk: Desk | None = None


def the_desk(make: Callable[[], Desk]) -> Desk:
    """The desk of this process, made by `make` when somebody first comes to it."""
    if _Shared.desk is None:
        with _Shared.lock:
            if _Shared.desk is None:
                _Shared.desk = make()
    return _Shared.desk
