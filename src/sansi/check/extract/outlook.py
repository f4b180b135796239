"""Outlook 邮件 · A message as Outlook saves it: properties, recipients, attachments (MS-OXMSG 2.1)."""

from __future__ import annotations

import struct

from sansi.check.extract import htmls, mails
from sansi.check.extract.compound import Compound, Path
from sansi.check.extract.document import Document, Embedded, Fact, Segment, Weave
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.text import decoded, lines_of
from sansi.check.extract.zips import DAMAGED
from sansi.check.model import Both
from sansi.check.place import FieldPlace, InnerPlace, ParagraphPlace, Place

_BCC = Both("邮件里留着密送人", "the message still names who got a blind copy")
_BODY, _HTML, _RTF, _HEADERS, _SUBJECT = "1000", "1013", "1009", "007D", "0037"
_NAMES = {
    "0037": "Subject", "0C1A": "From", "0C1F": "From", "5D01": "From", "0042": "Sent representing", "0065": "From",
    "5D02": "From", "0E02": "Bcc", "0E03": "Cc", "0E04": "To", "3001": "Name", "3003": "Address", "39FE": "Address",
    "3707": "filename", "3704": "filename", "0070": "Subject", "3A20": "Name", "0050": "Reply-To",
}  # fmt: skip
# Message ids, search keys and classes: no words.
_DULL = frozenset("001A 0E1D 1035 1039 1042 3002 0C1E 0064 300B 3703 370E 3712 003D 0076 0078".split())
_OPENING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_MOST_RTF = 16 << 20


def read(compound: Compound, prefix: Path, document: Document, asked: Asked) -> None:
    """Read the message in the storage `prefix` into `document`."""
    waiting: list[tuple[Path, tuple[str, ...]]] = [(prefix, ())]
    while waiting:
        where, inside = waiting.pop()
        if len(inside) > mails.DEPTH:
            document.gaps.append(mails.DEEP)
            continue
        _Letter(compound, where, inside, document, asked).read()
        waiting += [(p, (*inside, p[-2])) for p in _messages(compound, where)]


def _messages(compound: Compound, prefix: Path) -> list[Path]:
    """The messages attached to a message."""
    depth = len(prefix)
    return sorted(
        {
            p[: depth + 2]
            for p in compound.under(prefix)
            if len(p) > depth + 2 and p[depth].startswith("__attach") and p[depth + 1].endswith("3701000D")
        }
    )


class _Letter:
    def __init__(
        self, compound: Compound, prefix: Path, inside: tuple[str, ...], document: Document, asked: Asked
    ) -> None:
        self.compound = compound
        self.prefix = prefix
        self.inside = inside
        self.document = document
        self.asked = asked

    def read(self) -> None:
        own = self._strings(self.prefix)
        storages = {
            p[len(self.prefix)] for p in self.compound.under(self.prefix) if len(p) > len(self.prefix) + 1
        }
        fields = Weave()
        if _HEADERS in own:
            mails.read_into(self.document, own[_HEADERS].encode(), self.asked, self.inside)
        for key, text in own.items():
            if key not in (_BODY, _HTML, _HEADERS) and key not in _DULL:
                self._field(fields, key, text)
        for name in sorted(s for s in storages if s.startswith("__recip")):
            for key, text in self._strings((*self.prefix, name)).items():
                if key in _NAMES:
                    fields.add(text + "\n", self._to(FieldPlace("Recipient")))
        self.document.segments += fields.segments()
        self._bodies(own)
        for name in sorted(s for s in storages if s.startswith("__attach")):
            self._attachment((*self.prefix, name))

    def _to(self, place: Place) -> Place:
        return InnerPlace(self.inside, place) if self.inside else place

    def _field(self, weave: Weave, key: str, text: str) -> None:
        name = _NAMES.get(key, f"0x{key}")
        label = f"{name}: " if key in ("0E02", "0E03", "0E04", "0C1A") else ""
        weave.add(f"{label}{text}\n", self._to(FieldPlace(name)))
        if key == "0E02" and text.strip():
            self.document.facts.append(Fact("meta-author", self._to(FieldPlace(name)), _BCC, text))

    def _strings(self, prefix: Path) -> dict[str, str]:
        """The texts among the properties of a storage, by the numbers of the properties."""
        found = {}
        for path in self.compound.within(prefix):
            name = path[-1]
            if name.startswith("__substg1.0_") and len(name) >= 20:
                key, kind = name[12:16], name[16:20]
                if kind == "001F":
                    text = self.compound.get(path).decode("utf-16-le", "replace")
                elif kind == "001E":
                    text = self._narrow(self.compound.get(path))
                else:
                    continue
                if text.strip("\0 "):
                    found[key] = text.rstrip("\0")
        return found

    def _narrow(self, raw: bytes) -> str:
        for encoding in ("utf-8", "gb18030", "cp1252"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        return raw.decode("gb18030", "replace")

    def _bodies(self, own: dict[str, str]) -> None:
        plain = own.get(_BODY, "")
        if plain:
            self._lines(plain)
        raw = self.compound.get((*self.prefix, f"__substg1.0_{_HTML}0102"))
        html = decoded(raw)[0] if raw else own.get(_HTML, "")
        if html:
            page = htmls.page(html, self.asked)
            shown = page.segments
            if plain and shown and "".join(shown[0].text.split()) in "".join(plain.split()):
                shown = shown[1:]
            names = (*self.inside, "HTML")
            self.document.segments += [_moved(one, names) for one in shown]
            self.document.facts += [
                Fact(f.rule, InnerPlace(names, f.where), f.said, f.value, f.confidence) for f in page.facts
            ]
            self.document.embedded += page.embedded
        packed = self.compound.get((*self.prefix, f"__substg1.0_{_RTF}0102"))
        if packed and not plain and not html:
            try:
                self.document.embedded.append(Embedded("RTF", decompressed(packed)))
            except (struct.error, IndexError):
                self.document.gaps.append(DAMAGED)

    def _lines(self, text: str) -> None:
        segment = lines_of(text)
        self.document.segments.append(
            Segment(
                segment.text,
                lambda start, _end: self._to(ParagraphPlace("body", text.count("\n", 0, start) + 1)),
            )
        )

    def _attachment(self, path: Path) -> None:
        named = self._strings(path)
        name = named.get("3707") or named.get("3704") or named.get("3001") or "attachment"
        fields = Weave()
        fields.add(name + "\n", self._to(FieldPlace("filename")))
        self.document.segments += fields.segments()
        data = self.compound.get((*path, "__substg1.0_37010102"))
        if data:
            self.document.embedded.append(Embedded(" › ".join((*self.inside, name)), data))


def _moved(segment: Segment, names: tuple[str, ...]) -> Segment:
    return Segment(segment.text, lambda start, end: InnerPlace(names, segment.locate(start, end)))


def decompressed(data: bytes) -> bytes:
    """Rich text as messages pack it (MS-OXRTFCP 2.2)."""
    _, size, kind, _ = struct.unpack_from("<4L", data)
    if kind == 0x414C454D:
        return data[16 : 16 + size]
    if size > _MOST_RTF:
        raise IndexError
    out = bytearray(_OPENING)
    at = 16
    while at < len(data) and len(out) - len(_OPENING) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                break
            if not control >> bit & 1:
                out.append(data[at])
                at += 1
                continue
            token = int.from_bytes(data[at : at + 2], "big")
            at += 2
            offset, length = token >> 4, (token & 15) + 2
            # Places count in a ring of 4096; that of the next byte ends the text.
            back = (len(out) - offset) % 4096
            if not back:
                return bytes(out[len(_OPENING) :][:size])
            if back > len(out):
                raise IndexError
            for _ in range(length):
                out.append(out[-back])
    return bytes(out[len(_OPENING) :][:size])
