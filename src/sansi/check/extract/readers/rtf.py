"""RTF · Rich text: body, headers, notes, comments, deleted and hidden words, pictures, objects (RTF 1.9.1)."""

from __future__ import annotations

import re
from collections import Counter

from sansi.check.extract.document import Document, Embedded, Fact, Weave
from sansi.check.extract.objects import packaged
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.reader import Asked, Reader
from sansi.check.extract.rtfs import INFO, Rtf, State
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, ParagraphPlace, Place

_CUT = Both(
    "文件不完整，只检查了有的部分；请重新取得一份",
    "is cut short, only what is there was checked: get it anew",
)
_DEEP = Both(
    "嵌套过深，可能是攻击，没有全部检查；请另存后再查",
    "is nested so deep that it may be an attack, and was not read in full: save it anew and check that",
)
_DELETED = Both("修订里删掉的文字还在文件里", "words deleted in a tracked change are still in the file")
_INSERTED = Both("文件里有没有接受的修订", "the file holds changes that were not accepted")
_HIDDEN = Both("设为隐藏的文字", "words that are set to be hidden")
_COMMENT = Both("文件里有批注", "the file holds a comment")
_PERSON = Both("文件属性里写着人或单位的名字", "the properties name a person or a body")
_CHANGER = Both("文件里记着修订者的名字", "the file names who made changes")
_OBJECT = Both("文件里嵌着别的文件", "another file is embedded")
_AFTER = Both("文档结束之后还有内容", "something follows the end of the document")
_PERSONS = frozenset({"author", "operator", "manager", "company"})
_HEX = re.compile(r"[0-9a-fA-F\s]{64,}")
# Paragraphs of a change are put together up to this length.
_MOST_VALUE = 200


class _Text:
    def __init__(self, data: bytes, asked: Asked) -> None:
        self.document = Document(asked.kind)
        self.asked = asked
        self.weaves: dict[str, Weave] = {}
        self.paragraphs: Counter[str] = Counter()
        self.info: dict[str, list[str]] = {}
        self.noted: dict[str, tuple[Place, list[str]]] = {}
        self.high = ""
        self.pictures = 0
        self.rtf = Rtf(data, self._say, self._leave)

    def read(self) -> Document:
        self.rtf.run()
        document = self.document
        if self.rtf.cut:
            document.gaps.append(_CUT)
        if self.rtf.deep:
            document.gaps.append(_DEEP)
        for weave in self.weaves.values():
            document.segments += weave.segments()
        self._settle_all()
        rest = self.rtf.data[self.rtf.end :].strip(b"\0\r\n \x1a")
        if rest:
            document.facts.append(
                Fact("meta-trailing-data", FieldPlace("RTF"), _AFTER, "", Confidence.POSSIBLE)
            )
            document.embedded.append(Embedded("RTF", rest, optional=True))
        return document

    def _say(self, text: str, state: State) -> None:
        text = self._whole(text)
        if not text:
            return
        if state.part == "info":
            self.info.setdefault(state.key, []).append(text)
            return
        if state.part == "unused" and _HEX.fullmatch(text):
            return
        part = "deleted" if state.deleted else state.part
        place = ParagraphPlace("hidden" if state.hidden else part, self.paragraphs[state.part] + 1)
        if text.strip():
            self._note(text, state, place)
        else:
            self._settle("deleted" if not state.deleted else "")
        self.weaves.setdefault(part, Weave()).add(text, place)
        if "\n" in text:
            self.paragraphs[state.part] += text.count("\n")

    def _whole(self, text: str) -> str:
        """`text`, two halves of a character put together."""
        if self.high:
            text, self.high = self.high + text, ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            self.high, text = text[-1], text[:-1]
        if any("\ud800" <= c <= "\udfff" for c in text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text

    def _note(self, text: str, state: State, place: ParagraphPlace) -> None:
        """Gather hidden, deleted and inserted stretches, which come in pieces."""
        kinds = {
            "deleted": state.deleted,
            "hidden": state.hidden
            and state.part in ("body", "header", "footer", "footnote", "textbox", "comment"),
            "revised": state.revised and not state.deleted,
            "comment": state.part == "comment" and state.key == "annotation",
        }
        for kind, holds in kinds.items():
            if holds:
                self.noted.setdefault(kind, (place, []))[1].append(text)
            else:
                self._settle(kind)

    def _settle(self, kind: str) -> None:
        place, texts = self.noted.pop(kind, (None, []))
        value = "".join(texts).strip()[:_MOST_VALUE]
        if place is None or not value:
            return
        rule, said, confidence = {
            "deleted": ("meta-tracked-change", _DELETED, Confidence.LIKELY),
            "hidden": ("meta-hidden-text", _HIDDEN, Confidence.LIKELY),
            "revised": ("meta-tracked-change", _INSERTED, Confidence.POSSIBLE),
            "comment": ("meta-comment", _COMMENT, Confidence.LIKELY),
        }[kind]
        self.document.facts.append(Fact(rule, place, said, value, confidence))

    def _settle_all(self) -> None:
        for kind in list(self.noted):
            self._settle(kind)

    def _leave(self, state: State, binary: bytes) -> None:
        name = state.name
        if name in INFO:
            self._property(name, "".join(self.info.pop(name, [])).strip())
        elif name == "annotation":
            self._settle("comment")
        elif name == "pict" and binary and not state.skip:
            self.asked.budget.unpack(len(binary))
            self.pictures += 1
            self.document.embedded.append(Embedded(f"picture {self.pictures}", binary))
        elif name == "objdata" and binary:
            self._object(binary)
        if name in _ENDED and state.part in self.weaves:
            self.weaves[state.part].add("\n")

    def _property(self, name: str, value: str) -> None:
        if not value:
            return
        weave = Weave()
        weave.add(value + "\n", FieldPlace(name))
        self.document.segments += weave.segments()
        if name in _PERSONS and is_somebody(value):
            self.document.facts.append(Fact("meta-author", FieldPlace(name), _PERSON, value))
        if name == "revtbl":
            for person in filter(is_somebody, (p.strip() for p in value.split(";"))):
                self.document.facts.append(
                    Fact("meta-author", FieldPlace(name), _CHANGER, person, Confidence.POSSIBLE)
                )

    def _object(self, binary: bytes) -> None:
        self.asked.budget.unpack(len(binary))
        name, data = packaged(binary)
        self.document.facts.append(Fact("meta-attachment", FieldPlace(name), _OBJECT, name))
        self.document.embedded.append(Embedded(name, data))


_ENDED = frozenset(
    """header headerl headerr headerf footer footerl footerr footerf footnote annotation atnauthor atnid fldinst
    bkmkstart shptxt sv ffname ffdeftext""".split()
)


def _read(data: bytes, asked: Asked) -> Document:
    return _Text(data, asked).read()


READER = Reader(("rtf",), Both("RTF 富文本", "Rich text"), _read)
