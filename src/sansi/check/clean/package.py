"""文档的包 · The members of a zipped document as a person would change them, and the new zip that comes of it.

The new zip holds only what its members are: no comments, no times, nothing between or behind them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from sansi.check.clean.cleaner import Cleaned, Order, inner
from sansi.check.extract.document import Unreadable
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.xmls import Element, parsed
from sansi.check.extract.zips import Package, key_of
from sansi.check.model import Both

_BROKEN = Both(
    "里面有读不出的部分，不能可靠地清理；请用原来的软件打开后另存再清理",
    "has parts that cannot be read, and cannot be cleaned reliably: save it anew in its own program first",
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_XML = re.compile(r"(?i)\.(?:xml|rels|vml|rdf)$")
# What a path of somebody's computer begins with: a drive, a share, a home.
_LOCAL = re.compile(r"(?i)(?:file:[\\/]*|[a-z]:[\\/]|\\\\|/(?:home|users)/)")
PATHS = Both("本机文件的路径（只留文件名）", "paths of files on somebody's computer (the file names stay)")


class Members:
    """The members of a zipped document by their names, in their order."""

    def __init__(self, data: bytes, order: Order) -> None:
        """Unpack `data`; raises Unreadable where a member cannot be read, for then it can't be cleaned either."""
        package = Package(data, order.budget)
        self._order = order
        self._data: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._trees: dict[str, Element] = {}
        self.done = Cleaned(b"")
        for member in package.members:
            taken = package.take(member)
            if taken is None or package.gaps:
                raise Unreadable(package.gaps[0] if package.gaps else _BROKEN)
            # The last of a name is the one that counts; the others were hidden.
            self.drop(self._names.get(member.key, ""))
            self._names[member.key] = member.name
            self._data[member.name] = taken

    def __iter__(self) -> Iterator[str]:
        """The names, as they are now."""
        return iter(list(self._data))

    def __contains__(self, name: str) -> bool:
        """Whether there is a member of exactly this name."""
        return name in self._data

    def name(self, name: str) -> str:
        """The member that `name` means, in whatever case; "" where there is none."""
        return self._names.get(key_of(name), "")

    def get(self, name: str) -> bytes:
        """The bytes of a member as they are now."""
        return _bytes(self._trees[name]) if name in self._trees else self._data[name]

    def put(self, name: str, data: bytes) -> None:
        """Give the member `name` other bytes."""
        self._trees.pop(name, None)
        self._names[key_of(name)] = name
        self._data[name] = data

    def drop(self, name: str) -> bool:
        """Take a member out; whether it was there."""
        self._trees.pop(name, None)
        self._names.pop(key_of(name), None)
        return self._data.pop(name, None) is not None

    def tree(self, name: str) -> Element:
        """The tree of a member; what is changed in it is written. Raises Unreadable for broken XML."""
        if name not in self._trees:
            tree = parsed(self._data[name], doctype=True)
            if tree.gap:
                raise Unreadable(_BROKEN)
            self._trees[name] = tree.root
        return self._trees[name]

    def is_xml(self, name: str) -> bool:
        """Whether a member is XML by its name."""
        return bool(_XML.search(name))

    def clean_inside(self) -> None:
        """Clean the files within: pictures, and documents that were put in."""
        for name in self:
            data = self._data[name]
            if self.is_xml(name) or kind_of(data) in {"text", "unknown"}:
                continue
            fresh = inner(name, data, self._order, self.done)
            if fresh != data:
                self._data[name] = fresh

    def zipped(self, first: str = "") -> Cleaned:
        """The new document; `first` is stored unpacked at its beginning."""
        self._data |= {name: _bytes(root) for name, root in self._trees.items()}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self._data, key=lambda name: name != first):
                entry = zipfile.ZipInfo(name, _EARLIEST)
                entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._data[name])
        self.done.data = out.getvalue()
        return self.done

    def removed(self, *said: Both) -> None:
        """Say that something was removed, once."""
        self.done.removed += [one for one in said if one not in self.done.removed]

    def left(self, *said: Both) -> None:
        """Say that something was left, once."""
        self.done.left += [one for one in said if one not in self.done.left]


def _bytes(root: Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def without_path(address: str) -> str:
    """`address`, cut down to the name of the file where it is a path on somebody's computer."""
    if not _LOCAL.match(address):
        return address
    return re.split(r"[\\/]|%5[Cc]|%2[Ff]", address.rstrip("\\/"))[-1] or "file"


def remove(element: Element) -> None:
    """Take `element` out of its tree; the text behind it stays."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    above.remove(element)


def unwrap(element: Element) -> None:
    """Put what `element` holds in its place."""
    above = element.getparent()
    at = above.index(element)
    children = list(element)
    text, tail = element.text or "", element.tail or ""
    above.remove(element)
    for child in reversed(children):
        above.insert(at, child)
    if children:
        children[-1].tail = (children[-1].tail or "") + tail
    else:
        text += tail
    if text and at:
        above[at - 1].tail = (above[at - 1].tail or "") + text
    elif text:
        above.text = (above.text or "") + text
