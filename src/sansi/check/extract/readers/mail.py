"""电子邮件 · Messages and mailboxes as text (RFC 5322, RFC 4155)."""

from __future__ import annotations

import re

from sansi.check.extract import mails
from sansi.check.extract.document import Document
from sansi.check.extract.reader import Asked, Reader
from sansi.check.model import Both

_MESSAGES = 1_000
_MANY = Both(
    f"邮箱里超过 {_MESSAGES} 封邮件，其余没有检查；请拆成几份再查",
    f"holds more than {_MESSAGES} messages, the rest were not checked: split it and check the parts",
)
# RFC 4155: a line `From `, an address, a time; behind an empty line.
_FROM = re.compile(rb"(?:\A|\r?\n\r?\n)From \S+ [^\r\n]{5,80}\r?\n")
_QUOTED = re.compile(rb"(?m)^>(>*From )")


def _read(data: bytes, asked: Asked) -> Document:
    document = Document(asked.kind)
    if asked.kind == "eml":
        mails.read_into(document, data, asked)
    else:
        _mailbox(document, data, asked)
    return document


def _mailbox(document: Document, data: bytes, asked: Asked) -> None:
    starts = [m.end() for m in _FROM.finditer(data)]
    ends = [m.start() for m in _FROM.finditer(data)][1:]
    if not starts:
        starts = [data.find(b"\n") + 1]
    for number, (start, end) in enumerate(zip(starts, [*ends, len(data)], strict=False), 1):
        if number > _MESSAGES:
            document.gaps.append(_MANY)
            return
        message = _QUOTED.sub(rb"\1", data[start:end])
        mails.read_into(document, message, asked, (f"#{number}",))


READER = Reader(("eml", "mbox"), Both("电子邮件", "E-mail"), _read)
