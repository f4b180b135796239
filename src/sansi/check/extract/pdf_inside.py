"""PDF 的附件 · Files inside a PDF file: its attachments, those of its pages and annotations (ISO 32000-2 7.11)."""

from __future__ import annotations

from typing import Any

import pikepdf

from sansi.check.extract.budget import MEMBER_BYTES, Budget
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.pdf_streams import Damaged, TooBig, unpacked
from sansi.check.extract.pdf_values import entry, items, listed, named, words
from sansi.check.model import Both
from sansi.check.place import FieldPlace, PagePlace, Place

_ATTACHED = Both("文件里附带的文件", "a file packed inside")


class Inside:
    """Takes the files out of one file, each once."""

    def __init__(self, document: Document, budget: Budget) -> None:
        """Begin with nothing taken."""
        self._document = document
        self._budget = budget
        self._seen: set[Any] = set()
        self._weave = Weave()

    def of_file(self, root: Any) -> None:
        """The attachments of the whole file; call it last: it ends the list."""
        where = FieldPlace("EmbeddedFiles")
        for name, spec in named(entry(root, "/Names", "/EmbeddedFiles")):
            self.take(spec, where, name)
        for spec in listed(root.get("/AF")):
            self.take(spec, where)
        self._document.segments += self._weave.segments()

    def of_page(self, page: Any, index: int, specs: list[Any]) -> None:
        """Those of page `index` (from 0): its own and `specs`, those of its annotations."""
        for spec in [*listed(page.get("/AF")), *specs]:
            self.take(spec, PagePlace(index + 1, None, "annotation"))

    def take(self, spec: Any, where: Place, name: str = "") -> None:
        """The file of a specification, handed on with its name."""
        if not isinstance(spec, pikepdf.Dictionary):
            return
        called = words(spec.get("/UF")) or words(spec.get("/F")) or name or "attachment"
        for _, stream in items(spec.get("/EF")):
            if not isinstance(stream, pikepdf.Stream) or stream.objgen in self._seen:
                continue
            self._seen.add(stream.objgen)
            self._weave.add("\n".join(filter(None, (called, words(spec.get("/Desc"))))), where)
            self._weave.add("\n")
            self._document.facts.append(Fact("meta-attachment", where, _ATTACHED, called))
            self._embed(called, stream)

    def _embed(self, name: str, stream: Any) -> None:
        try:
            data = unpacked(stream, min(MEMBER_BYTES, max(0, self._budget.unpacked)))
            self._budget.unpack(len(data))
        except Damaged:
            self._document.gaps.append(
                Both(
                    f"附件“{name}”已损坏，没有检查；请删除或重新附上",
                    f"the attachment “{name}” is damaged and was not checked: remove it or attach it anew",
                )
            )
        except (TooBig, Unreadable):
            self._document.gaps.append(
                Both(
                    f"附件“{name}”解开后过大，没有检查；请取出来单独检查",
                    f"the attachment “{name}” is too big and was not checked: take it out and check it",
                )
            )
        else:
            self._document.embedded.append(Embedded(name, data))
