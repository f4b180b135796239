"""RTF 的记号 · Rich Text Format, token by token: words with where they belong, pictures, objects (RTF 1.9.1)."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable
from dataclasses import dataclass, field, replace

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\"
)
# RTF 1.9.1, \fcharset; 936 and its kin are read as the wider sets that hold them.
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_PAGES = {
    936: "gb18030",
    54936: "gb18030",
    950: "big5hkscs",
    932: "cp932",
    949: "cp949",
    65001: "utf-8",
    10000: "mac-roman",
}
_SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "sect": "\n", "emdash": "—", "endash": "–",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": " ", "cell": "\t", "nestcell": "\t", "row": "\n", "nestrow": "\n",
}  # fmt: skip
_PARTS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "footnote", "annotation": "comment", "atnauthor": "comment", "atnid": "comment", "fldinst": "field",
    "bkmkstart": "bookmark", "shptxt": "textbox", "sv": "alt", "dptxbxtext": "textbox", "datafield": "field",
    "formfield": "form", "ffname": "form", "ffdeftext": "form", "fftextinput": "form", "ffhelptext": "form", "ffl": "form",
    "ffstattext": "form", "listname": "numbering", "leveltext": "unused", "objalias": "link",
}  # fmt: skip
INFO = frozenset(
    """title subject author manager company operator category keywords comment doccomm hlinkbase template
    propname staticval docvar filetbl file xe tc rxe txe revtbl generator objname""".split()
)
"""Destinations whose text is a property of the document."""
# Measures and copies; what Word keeps as hexadecimal for itself.
_SKIPPED = frozenset(
    """colortbl stylesheet listtable listoverridetable rsidtbl themedata colorschememapping latentstyles generator
    fontemb fontfile panose falt xmlnstbl pgptbl pntxta pntxtb listpicture blipuid levelnumbers
    bkmkend atrfstart atrfend atnref atndate atntime atnparent sn mmathPr wgrffmtfilter passwordhash defchp defpap
    creatim revtim printim buptim listid liststylename oldcprops oldpprops oldtprops oldsprops
    fchars lchars objsect objtime""".split()
)
_MACHINES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_TOGGLES = {"v": "hidden", "deleted": "deleted", "revised": "revised", "webhidden": "hidden"}
_MOST_NESTED = 20_000


@dataclass(slots=True)
class State:
    """What holds in a group: where its text belongs and how it is written."""

    part: str = "body"
    name: str = ""
    key: str = ""
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    skip: bool = False
    table: bool = False
    font: int = -1
    double: bool = False
    double_font: int = -1
    unicode_skip: int = 1
    star: bool = False
    begun: bool = False


@dataclass(slots=True)
class Rtf:
    """A reader of tokens. `say` is given each stretch of text and its state, `leave` each group that ends."""

    data: bytes
    say: Callable[[str, State], None]
    leave: Callable[[State, bytes], None]
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    default: str = "cp1252"
    deep: bool = False
    cut: bool = False
    end: int = 0
    _held: bytearray = field(default_factory=bytearray)
    _hex: bytearray = field(default_factory=bytearray)
    _raw: bytes = b""
    _skips: int = 0
    _font: int = -1

    def run(self) -> None:
        """Read all; afterwards `cut` says whether it ended too early, `deep` whether it is nested absurdly."""
        at, data, match = 0, self.data, _TOKEN.match
        while at < len(data):
            token = match(data, at)
            if token is None:
                at += 1
                continue
            at = token.end()
            group = token.lastindex
            if group == 6:
                self._plain(token[6])
            elif group == 3:
                self._byte(int(token[3], 16))
            elif group in (1, 2):
                number = int(token[2]) if token[2] else None
                at = self._word(token[1].decode("ascii"), number, at)
            elif group == 5:
                self._brace(token[5])
                if not self.stack and token[5] == b"}":
                    break
            elif group == 4:
                self._symbol(token[4])
        self._flush()
        self.end = at
        self.cut = bool(self.stack)

    def _brace(self, sign: bytes) -> None:
        self._flush()
        self._skips = 0
        if sign == b"{":
            if len(self.stack) >= _MOST_NESTED:
                self.deep = True
                return
            self.stack.append(self.state)
            self.state = replace(self.state, star=False, begun=False, name="")
        elif self.stack:
            ended = self.state
            self.state = self.stack.pop()
            if ended.begun:
                self.leave(ended, self._binary())

    def _binary(self) -> bytes:
        """What the group that ends held in hexadecimal or raw."""
        raw, self._raw = self._raw, b""
        digits, self._hex = bytes(self._hex), bytearray()
        if raw:
            return raw
        return unhexlify(digits[: len(digits) & ~1]) if digits else b""

    def _plain(self, text: bytes) -> None:
        state = self.state
        if self._skips:
            # The signs behind \u are for programs that know no Unicode.
            skipped = min(self._skips, len(text))
            self._skips -= skipped
            text = text[skipped:]
        if state.part == "binary":
            self._hex += re.sub(rb"[^0-9a-fA-F]", b"", text)
        elif not state.skip:
            self._held += text

    def _byte(self, value: int) -> None:
        if self._skips:
            self._skips -= 1
        elif self.state.part != "binary" and not self.state.skip:
            self._held.append(value)

    def _symbol(self, sign: bytes) -> None:
        if sign == b"*":
            self.state.star = True
        elif self._skips:
            self._skips -= 1
        elif sign in b"\\{}":
            self._plain(sign)
        elif sign in b"\r\n":
            self._emit("\n")
        elif sign in b"~_":
            self._emit("\xa0" if sign == b"~" else "-")

    def _word(self, word: str, number: int | None, at: int) -> int:
        if word == "u" and number is not None:
            self._unicode(number)
            return at
        if word == "bin":
            size = max(0, number or 0)
            self._raw = self.data[at : at + size]
            return at + size
        self._flush()
        self._skips = 0
        state = self.state
        if not state.begun:
            state.begun = True
            if self._destination(word):
                return at
        if word in _SIGNS:
            self._emit(_SIGNS[word])
        elif word == "par":
            self._emit(" " if state.table else "\n")
        elif word in _TOGGLES:
            setattr(state, _TOGGLES[word], number != 0)
        else:
            self._format(word, number)
        return at

    def _destination(self, word: str) -> bool:
        """Whether the group that begins is a place of its own, by its first word."""
        state = self.state
        state.name = word
        if state.part == "copy":
            # The picture stands in \shppict already, in a better form.
            return True
        if word in ("pict", "objdata"):
            state.part, state.skip = "binary", False
        elif word == "fonttbl":
            state.part, state.skip = "fonts", False
        elif word in _SKIPPED:
            state.skip = True
        elif word in INFO:
            state.part, state.skip, state.key = "info", False, word
        elif word in _PARTS:
            state.part, state.key = _PARTS[word], word
            # A note has its own look, not that of the word it belongs to.
            state.table = False
        elif word == "nonshppict":
            state.part, state.skip = "copy", True
        elif state.star and word not in (
            "shppict",
            "shpinst",
            "ud",
            "do",
            "picprop",
            "nesttableprops",
            "objdata",
        ):
            state.part = "unused"
        else:
            return False
        return True

    def _format(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "pard":
            state.table = False
        elif word in ("intbl", "itap"):
            state.table = number != 0
        elif word == "plain":
            state.hidden = state.deleted = state.revised = state.double = False
        elif word == "uc":
            state.unicode_skip = max(0, min(number or 0, 16))
        else:
            self._write(word, number)

    def _write(self, word: str, number: int | None) -> None:
        """Note in which encoding the words that follow are written."""
        state = self.state
        if word == "f":
            state.font, self._font = number or 0, number or 0
        elif word == "af" and state.double:
            state.double_font = number or 0
        elif word in ("dbch", "loch", "hich"):
            state.double = word == "dbch"
        elif word == "fcharset" and number in _CHARSETS:
            self.fonts[self._font] = _CHARSETS[number]
        elif word == "cpg" and number:
            self.fonts[self._font] = _page(number)
        elif word == "ansicpg" and number:
            self.default = _page(number)
        elif word in _MACHINES:
            self.default = _MACHINES[word]

    def _unicode(self, number: int) -> None:
        self._flush()
        code = number & 0xFFFF if number < 0x10000 else number
        self._emit(chr(code) if code < 0x110000 else "\ufffd")
        self._skips = self.state.unicode_skip

    def _emit(self, text: str) -> None:
        self._flush()
        if not self.state.skip and self.state.part not in ("binary", "fonts"):
            self.say(text, self.state)

    def _flush(self) -> None:
        if not self._held:
            return
        raw, self._held = bytes(self._held), bytearray()
        self.state.begun = True
        if self.state.part != "fonts":
            self.say(raw.decode("ascii") if raw.isascii() else self._decoded(raw), self.state)

    def _decoded(self, raw: bytes) -> str:
        state = self.state
        wide = self.fonts.get(state.double_font, "") if state.double else ""
        for encoding in (wide, self.fonts.get(state.font, ""), self.default):
            if encoding:
                try:
                    return raw.decode(encoding)
                except (UnicodeDecodeError, LookupError):
                    continue
        return raw.decode("gb18030", "replace")


def _page(number: int) -> str:
    return _PAGES.get(number, f"cp{number}")
