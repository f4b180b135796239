"""包里的 XML · A zip package of XML parts and the document made of it: what office files, books and OFD share."""

from __future__ import annotations

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.reader import Asked
from sansi.check.extract.xmls import Element, parsed
from sansi.check.extract.zips import Package
from sansi.check.model import Both


class Trees:
    """The parts of a package as trees. A part that cannot be read, or not in full, is a gap of the document."""

    doctype = False
    """Whether a plain DOCTYPE may stand in a part, as some formats write it."""

    def __init__(self, data: bytes, asked: Asked) -> None:
        """Open `data`; raises Unreadable for a bomb or a damaged file."""
        self.package = Package(data, asked.budget)
        self.document = Document(asked.kind)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part; None, with a gap, where it cannot be read."""
        return self.package.get(name)

    def tree(self, name: str) -> Element | None:
        """The tree of a part; None, with a gap, where it cannot be read."""
        data = self.data(name)
        return None if data is None else self.parse(name, data)

    def parse(self, name: str, data: bytes) -> Element | None:
        """The tree of `data`, which is the part `name`; None, and a gap, where it is no XML."""
        try:
            tree = parsed(data, doctype=self.doctype)
        except Unreadable as error:
            self.gap(name, error.reason)
            return None
        if tree.gap:
            self.gap(name, tree.gap)
        return tree.root

    def gap(self, name: str, gap: Both) -> None:
        """Say that the part `name` was not read, or not in full."""
        self.document.gaps.append(Both(f"“{name}”：{gap.zh}", f"“{name}”: {gap.en}"))
