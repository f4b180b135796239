"""邮件 · A message: its header, every body, every attachment, messages within messages (RFC 5322, RFC 2045-2049)."""

from __future__ import annotations

import ipaddress
import re
from email import errors, message_from_bytes, policy
from email.message import Message
from typing import NamedTuple, cast

from sansi.check.extract import htmls
from sansi.check.extract.document import Document, Embedded, Fact, Locate, Segment, Unreadable, Weave
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.text import decoded
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, InnerPlace, ParagraphPlace, Place

DEPTH = 10
PARTS = 100
_HEADER_BYTES = 1 << 20
# The library takes 30 µs a field, and longer than in proportion for long ones.
_PARSED_FIELDS, _PARSED_LENGTH = 500, 20_000

DEEP = Both(
    f"邮件套邮件超过 {DEPTH} 层，里面的没有检查；请把它们单独存出来再查",
    f"holds messages nested more than {DEPTH} deep, which were not checked: save them and check them by themselves",
)
_MANY = Both(
    f"邮件的部分超过 {PARTS} 个，其余没有检查；请把附件存出来再查",
    f"has more than {PARTS} parts, the rest were not checked: save the attachments and check them",
)
_NESTED = Both(
    "邮件嵌套过深，可能是攻击，没有解析", "is nested so deep that it may be an attack, and was not parsed"
)
_CUT = Both(
    "邮件不完整，只检查了有的部分；请重新导出一份",
    "is cut short, only what is there was checked: export it anew",
)
_CODED = Both(
    "部分内容的编码有错，可能没有全部读出；请重新导出一份",
    "has parts whose encoding is broken and may not have been read in full: export it anew",
)
_SEALED = Both(
    "正文加了密（S/MIME 或 PGP），没有检查；请解密后另存再查",
    "is encrypted (S/MIME or PGP) and was not checked: decrypt it, save it and check that",
)
_OUTSIDE = Both("部分正文存在别处，没有检查", "keeps a part of it elsewhere, which was not checked")
_NO_PARTS = Both(
    "邮件的结构读不出来，按文本检查", "has a structure that cannot be read, and was checked as text"
)
_INNER = Both(
    "邮件头写着内部网络的地址和电脑名", "the header names addresses and computers of the internal network"
)
_BCC = Both("邮件里留着密送人", "the message still names who got a blind copy")

# Numbers of messages look like addresses, signatures like secrets; dates and types disclose nothing.
_DULL = frozenset(
    """message-id references in-reply-to dkim-signature arc-seal arc-message-signature domainkey-signature date
    mime-version content-type content-transfer-encoding content-disposition x-attachment-id x-google-dkim-signature x-gm-message-state
    x-google-smtp-source x-ms-exchange-antispam-messagedata x-microsoft-antispam-message-info
    x-ms-exchange-antispam-messagedata-0 x-received-sig content-id content-length lines thread-index
    arc-authentication-results x-ms-exchange-crosstenant-id""".split()
)
_ORIGIN = frozenset({"received", "x-originating-ip", "x-sender-ip", "x-client-ip", "x-real-ip"})
_ADDRESS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
_SIGNED = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
_SEALS = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_BASE64 = (
    errors.InvalidBase64CharactersDefect,
    errors.InvalidBase64LengthDefect,
    errors.InvalidBase64PaddingDefect,
)
_MISSING = (errors.CloseBoundaryNotFoundDefect, errors.StartBoundaryNotFoundDefect)


class _Inside(NamedTuple):
    """The way to a message within messages."""

    names: tuple[str, ...]

    def to(self, place: Place) -> Place:
        return InnerPlace(self.names, place) if self.names else place

    def segment(self, text: str, locate: Locate) -> Segment:
        return Segment(text, lambda start, end: self.to(locate(start, end)))


def read_into(document: Document, data: bytes, asked: Asked, inside: tuple[str, ...] = ()) -> None:
    """Read the message `data` into `document`; `inside` names the messages around it."""
    letter = _Letter(document, asked)
    try:
        letter.message(message_from_bytes(data, policy=policy.default), inside)
    except Unreadable:
        raise
    except RecursionError as error:
        raise Unreadable(_NESTED) from error
    except Exception:  # noqa: BLE001 - the library raises anything for broken headers; all its bytes are text
        document.gaps.append(_NO_PARTS)
        text, _, _ = decoded(data)
        document.segments.append(_lines(text, _Inside(inside)))


class _Letter:
    def __init__(self, document: Document, asked: Asked) -> None:
        self.document = document
        self.asked = asked
        self.parts = 0

    def message(self, message: Message, inside: tuple[str, ...]) -> None:
        """Read a message and those within; without recursion."""
        waiting = [(message, inside)]
        while waiting:
            one, way = waiting.pop()
            if len(way) > DEPTH:
                self._gap(DEEP)
                continue
            self._header(one, _Inside(way))
            waiting += reversed(self._body(one, way))

    def _gap(self, gap: Both) -> None:
        if gap not in self.document.gaps:
            self.document.gaps.append(gap)

    def _header(self, message: Message, inside: _Inside) -> None:
        weave = Weave()
        for name, value in _fields(message):
            key = name.lower()
            if key in _ORIGIN and any(_is_private(a) for a in _ADDRESS.findall(value)):
                self._fact("meta-author", inside.to(FieldPlace(name)), _INNER, value, Confidence.POSSIBLE)
            if key == "bcc" and value.strip():
                self._fact("meta-author", inside.to(FieldPlace(name)), _BCC, value)
            if key not in _DULL:
                # The subject is a line of its own, so that a marking in it stands as one.
                weave.add(value if key == "subject" else f"{name}: {value}", inside.to(FieldPlace(name)))
                weave.add("\n")
        self.document.segments += weave.segments()

    def _fact(
        self, rule: str, where: Place, said: Both, value: str, confidence: Confidence = Confidence.LIKELY
    ) -> None:
        self.document.facts.append(Fact(rule, where, said, " ".join(value.split()), confidence))

    def _body(self, message: Message, way: tuple[str, ...]) -> list[tuple[Message, tuple[str, ...]]]:
        """Read what is in a message; gives the messages within, which are still to be read."""
        within: list[tuple[Message, tuple[str, ...]]] = []
        plain = ""
        stack: list[Message] = [message]
        while stack:
            part = stack.pop()
            self.parts += 1
            if self.parts > PARTS:
                self._gap(_MANY)
                break
            self._defects(part)
            if part is not message:
                # Parts have headers of their own; those of a bounce name who was written to.
                self._header(part, _Inside(way))
            kind = part.get_content_type()
            if kind in _SEALS and not _filename(part).endswith(".p7s"):
                self._gap(_SEALED)
            if kind in ("message/external-body", "message/partial"):
                self._gap(_OUTSIDE)
            if kind == "message/rfc822" and part.is_multipart():
                inner = cast("Message", part.get_payload(0))
                within.append((inner, (*way, _name_of(part, inner))))
            elif part.is_multipart():
                stack += reversed(cast("list[Message]", part.get_payload()))
                self._edges(part, _Inside(way))
            else:
                plain += self._leaf(part, kind, plain, way)
        return within

    def _defects(self, part: Message) -> None:
        for defect in part.defects:
            if isinstance(defect, _MISSING):
                self._gap(_CUT)
            elif isinstance(defect, errors.MultipartInvariantViolationDefect):
                self._gap(_NO_PARTS)

    def _edges(self, part: Message, inside: _Inside) -> None:
        """The text before and after the parts, which no program shows."""
        for text in (part.preamble, part.epilogue):
            if text and text.strip() and "multi-part message in MIME" not in text:
                self.document.segments.append(_lines(text, inside))

    def _leaf(self, part: Message, kind: str, plain: str, way: tuple[str, ...]) -> str:
        """Read a part without parts of its own; gives its text when it is plain text of the body."""
        inside = _Inside(way)
        filename = _filename(part)
        before = len(part.defects)
        data = _payload(part)
        if any(isinstance(d, _BASE64) for d in part.defects[before:]):
            self._gap(_CODED)
        if not data:
            return ""
        if (
            kind not in ("text/plain", "text/html")
            or filename
            or part.get_content_disposition() == "attachment"
        ):
            self._attached(kind, filename, data, inside)
            return ""
        text, _, broken = decoded(data, _charset(part))
        if broken:
            self._gap(_CODED)
        if kind == "text/html":
            self._page(text, plain, inside)
            return ""
        self.document.segments.append(_lines(text, inside))
        return text

    def _attached(self, kind: str, filename: str, data: bytes, inside: _Inside) -> None:
        if filename:
            self.document.segments.append(
                inside.segment(filename, lambda _start, _end: FieldPlace("filename"))
            )
        name = " › ".join((*inside.names, filename or kind))
        self.document.embedded.append(Embedded(name, data, optional=kind in _SIGNED))

    def _page(self, text: str, plain: str, inside: _Inside) -> None:
        """A body as a page; where it says what the plain one has said, its words are not said twice."""
        page = htmls.page(text, self.asked)
        shown = page.segments
        if plain and shown and _bare(shown[0].text) in _bare(plain):
            shown = shown[1:]
        way = _Inside((*inside.names, "HTML"))
        self.document.segments += [way.segment(s.text, s.locate) for s in shown]
        self.document.facts += [
            f.__class__(f.rule, way.to(f.where), f.said, f.value, f.confidence) for f in page.facts
        ]
        self.document.embedded += page.embedded
        self.document.gaps += page.gaps


def _lines(text: str, inside: _Inside) -> Segment:
    """The text of a body; its places are its lines."""
    return inside.segment(text, lambda start, _end: ParagraphPlace("body", text.count("\n", 0, start) + 1))


def _fields(message: Message) -> list[tuple[str, str]]:
    """The fields of a header, decoded, as far as the library can."""
    found = []
    for number, (name, raw) in enumerate(message.raw_items()):
        value = str(raw)
        if any("\udc80" <= c <= "\udcff" for c in value):
            value = decoded_header(value)
        if number < _PARSED_FIELDS and len(value) < _PARSED_LENGTH:
            try:
                value = str(message.policy.header_fetch_parse(name, value))
            except Exception:  # noqa: BLE001 - of a field that breaks the library's parser, what is written is read
                value = str(value)
        found.append((name, value[:_HEADER_BYTES]))
    return found


def decoded_header(value: str) -> str:
    """A field with raw bytes in it (kept as surrogates), as Chinese programs write them, in UTF-8 or GBK."""
    raw = value.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _is_private(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return parsed.is_private and not parsed.is_loopback


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except Exception:  # noqa: BLE001 - a broken declaration is none: the encoding is told from the bytes
        return ""


def _filename(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # noqa: BLE001 - a name that cannot be read does not keep the file from being read
        return ""
    name = decoded_header(name) if any("\udc80" <= c <= "\udfff" for c in name) else name
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - whatever is wrong with the coding, what is written there is read as it is
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    return data if isinstance(data, bytes) else b""


def _name_of(part: Message, inner: Message) -> str:
    subject = next((v for k, v in _fields(inner) if k.lower() == "subject"), "")
    return _filename(part) or " ".join(subject.split())[:60] or "message"


def _bare(text: str) -> str:
    return "".join(text.split())
