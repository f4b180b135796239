"""遮盖一个文件 · Black out a file of any kind, look at it again, and give nothing away unless all of it is gone."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

from sansi.check.blackout import blackouts
from sansi.check.blackout.task import Blackout, Find, MemoryOcr, Task
from sansi.check.blackout.values import NOTHING_LEFT, squeezed
from sansi.check.clean.cleaner import Order, all_cleaners
from sansi.check.extract.budget import DEPTH, Budget
from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.kinds import UNSUPPORTED, kind_of
from sansi.check.extract.reader import Ocr
from sansi.check.model import Both
from sansi.check.verify import leaks

_ROUNDS = 5
_PICTURES = frozenset(("jpeg", "png", "webp", "tiff", "gif", "bmp", "heic"))
_NO_BLACKOUT = Both(
    "这种文件还不能遮盖；请另存为 docx、xlsx、pptx、OpenDocument、PDF、HTML 或常见图片再遮盖",
    "is of a kind that cannot be redacted: save it as docx, xlsx, pptx, OpenDocument, PDF, HTML or a picture first",
)
_NO_EYES = Both(
    "图片里的文字要靠文字识别才能遮盖，这里没有装；请用 pip install 'sansi[ocr]' 装上再试",
    "what a picture says can be redacted only by who can read it: pip install 'sansi[ocr]' and try again",
)
_NOT_READ_AGAIN = Both(
    "没有装文字识别，转成图片的页没有再读一遍；请自己看一眼",
    "without OCR the pages that became pictures were not read again: look at them yourself",
)
_TOO_DEEP = Both(
    "里面的文件套得太深；请取出来单独遮盖", "is nested too deep: take it out and redact it by itself"
)


@dataclass(frozen=True)
class Blackened:
    """A file without what was found in it: how many different things that were, and how it was done."""

    data: bytes
    count: int
    how: list[Both]


@cache
def all_blackouts() -> dict[str, Blackout]:
    """The black-out of each kind: every module of `blackouts/` with a `BLACKOUT`."""
    found: dict[str, Blackout] = {}
    for module in pkgutil.iter_modules(blackouts.__path__):
        blackout: Blackout | None = getattr(
            importlib.import_module(f"{blackouts.__name__}.{module.name}"), "BLACKOUT", None
        )
        if blackout:
            found |= dict.fromkeys(blackout.kinds, blackout)
    return found


def black_out(
    data: bytes, find: Find, *, name: str = "", ocr: Ocr | None = None, budget: Budget | None = None
) -> Blackened:
    """`data` without anything that `find` finds in it, verified. Raises Unreadable: nothing is done by half.

    What was found anywhere is taken out everywhere. Where the exact way leaves something, pages and pictures are
    tried as pixels; where that leaves something too, there is no file.
    """
    kind = kind_of(data)
    if kind not in all_blackouts():
        raise Unreadable(UNSUPPORTED.get(kind, _NO_BLACKOUT))
    if kind in _PICTURES and ocr is None:
        raise Unreadable(_NO_EYES)
    run = _Run(data, find, name, MemoryOcr(ocr) if ocr else None, budget)
    found = run.once(coarse=False)
    if isinstance(found, Blackened):
        return found
    # As nothing but pixels, what no text tells could only be seen by who can read them.
    if kind == "pdf" and ocr is not None:
        found = run.once(coarse=True)
        if isinstance(found, Blackened):
            return found
    raise Unreadable(_not_gone(found))


class _Run:
    def __init__(self, data: bytes, find: Find, name: str, ocr: Ocr | None, budget: Budget | None) -> None:
        self.data, self.find, self.name, self.ocr, self.budget = data, find, name, ocr, budget
        self.task = Task(find, ocr=ocr)
        self._before = self._read(data)
        self.count = self._learn(self._before, everywhere=False)

    def once(self, *, coarse: bool) -> Blackened | Both:
        """The file blacked out, or what is still in it."""
        self.task.coarse = coarse
        for attempt in range(_ROUNDS):
            self.task.budget = self._fresh()
            self.task.how.clear()
            data = self._cleaned(_edited(self.data, self.task))
            after = self._read(data)
            # What is uncovered by taking something else away, or is found where no value was looked for.
            if not self._learn(after, everywhere=True):
                break
            if attempt == _ROUNDS - 1:
                return Both("遮盖后仍能查出内容", "something is still found in it")
        if gaps := self._gaps(after):
            raise Unreadable(_not_looked_at(gaps[0]))
        left = leaks(data, self.task.values.spelt, name=self.name, ocr=self.ocr, budget=self._fresh())
        if left:
            return left[0]
        return Blackened(data, self.count, list(self.task.how))

    def _gaps(self, after: Document) -> list[Both]:
        """What nobody looked at, so that something may still stand there."""
        if not self.task.pictured or self.ocr is not None or any(map(_unread, self._before.gaps)):
            return after.gaps
        # What became a picture here was text before, of which it is known where it stood.
        self.task.say(_NOT_READ_AGAIN)
        return [gap for gap in after.gaps if not _unread(gap)]

    def _cleaned(self, data: bytes) -> bytes:
        """`data` without hidden facts, where that can be done for its kind."""
        cleaner = all_cleaners().get(kind_of(data))
        if cleaner is None:
            return data
        done = cleaner.clean(data, Order(self._fresh()))
        for said in done.removed:
            self.task.say(Both(f"清除了隐藏的信息：{said.zh}", f"taken out, for it was hidden: {said.en}"))
        return done.data

    def _read(self, data: bytes) -> Document:
        return extract(data, self.name, ocr=self.ocr, budget=self._fresh())

    def _fresh(self) -> Budget:
        """Each reading has the whole of the limits, and all have the same time."""
        return Budget(until=self.budget.until) if self.budget else Budget()

    def _learn(self, document: Document, *, everywhere: bool) -> int:
        """Take in what has to go from `document`; how many things that were.

        With `everywhere` they have been where they were found and it was not enough: now they go wherever they are.
        """
        count = 0
        for fact in document.facts:
            # The account of who changed something, say: that it is hidden makes it no less theirs.
            for value, instead in self.find(fact.value).values.items():
                self.task.values.add(value, instead)
        for segment in document.segments:
            found = self.find(segment.text)
            for value, instead in found.values.items():
                self.task.values.add(value, instead if not everywhere else NOTHING_LEFT)
            for start, end, instead in found.stretches:
                count += 1
                self.task.places.append((segment.locate(start, end), instead))
                if not self.task.values.knows(segment.text[start:end]):
                    self.task.local.add(squeezed(segment.text[start:end]).text)
                if everywhere:
                    self.task.values.add(segment.text[start:end], NOTHING_LEFT)
        return count


def _edited(data: bytes, task: Task) -> bytes:
    return all_blackouts()[kind_of(data)].black_out(data, task)


def inner(name: str, data: bytes, task: Task) -> bytes:
    """`data`, a file within the file, blacked out; as it was where its kind holds no words that could be."""
    kind = kind_of(data)
    if kind not in all_blackouts() or (kind in _PICTURES and task.ocr is None):
        return data
    if task.depth >= DEPTH:
        raise Unreadable(_within(name, _TOO_DEEP))
    task.depth += 1
    try:
        return _edited(data, task)
    except Unreadable as error:
        raise Unreadable(_within(name, error.reason)) from None
    finally:
        task.depth -= 1


def _unread(gap: Both) -> bool:
    """Whether it is said of pages that they are pictures and nothing can read them."""
    from sansi.check.extract import pdf_gaps  # noqa: PLC0415 - other kinds need not load it

    start, end = pdf_gaps.NO_OCR.en.split("{}")
    return gap.en.startswith(start) and gap.en.endswith(end)


def _not_looked_at(gap: Both) -> Both:
    return Both(
        f"有一部分没能检查，遮盖不全，因此没有写出文件（{gap.zh}）",
        f"has a part that could not be looked at, so nothing was written ({gap.en})",
    )


def _within(name: str, said: Both) -> Both:
    return Both(f"“{name}”：{said.zh}", f"“{name}”: {said.en}")


def _not_gone(left: Both) -> Both:
    return Both(
        f"遮盖后复核没有通过（{left.zh}），因此没有写出文件；请在原来的软件里删掉，或只取要发布的部分再遮盖",
        f"did not pass the search after it was redacted ({left.en}), so nothing was written: "
        "delete it in its own program, or take out what is to be published and redact that",
    )
