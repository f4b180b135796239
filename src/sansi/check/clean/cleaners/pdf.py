"""PDF 文件 · Everything but the pages gone: properties, notes, attachments, scripts, earlier versions (ISO 32000-1).

The whole file is written anew from the objects that the pages need, so that nothing of an earlier version is
left. What pages draw is untouched, byte for byte; text that is drawn but not seen is therefore left, and said.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order, inner
from sansi.check.extract.document import Unreadable
from sansi.check.extract.zips import DAMAGED, LOCKED
from sansi.check.model import Both

_ROOT = {
    "/Type", "/Pages", "/Outlines", "/Names", "/Dests", "/PageLabels", "/PageMode", "/PageLayout", "/Lang",
    "/ViewerPreferences", "/StructTreeRoot", "/MarkInfo", "/AcroForm", "/OCProperties", "/OutputIntents",
    "/Version", "/Extensions", "/OpenAction",
}  # fmt: skip
_EVERYWHERE = {"/Metadata", "/PieceInfo", "/AF", "/LastModified", "/Thumb", "/AA"}
# What only shows a sign on the page that opens something, or shows nothing.
_NOTES = {
    "/Text",
    "/Popup",
    "/FileAttachment",
    "/Sound",
    "/Movie",
    "/Screen",
    "/RichMedia",
    "/3D",
    "/TrapNet",
}
_MARKUP = {
    "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline", "/Squiggly",
    "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Redact",
}  # fmt: skip
_TOLD = (
    "/T",
    "/Contents",
    "/RC",
    "/Subj",
    "/CreationDate",
    "/M",
    "/NM",
    "/IRT",
    "/Popup",
    "/State",
    "/StateModel",
)
_SAFE = {"/GoTo", "/URI", "/Named", "/SetOCGState"}
_SAID = {
    "/Info": Both("文件属性（作者、程序、时间等）", "the properties (author, program, times …)"),
    "/Metadata": Both("XMP 信息", "XMP"),
    "/PieceInfo": Both("编辑软件的私有数据", "private data of the programs that edited it"),
    "/AF": Both("附件", "attachments"),
    "/Thumb": Both("页面缩略图", "thumbnails of pages"),
    "/AA": Both("脚本和动作", "scripts and actions"),
    "note": Both("注释（便签、弹出窗口、附件等）", "notes (sticky notes, pop-ups, attachments …)"),
    "author": Both("标注的作者、时间和文字说明（画在页面上的保留）", "author, time and words of markings (what is drawn stays)"),
    "/XFA": Both("XFA 表单数据（填写的内容按普通表单保留）", "XFA form data (what was filled in stays as a plain form)"),
    "sig": Both("数字签名（文件一改就失效；页面上的样子保留）", "digital signatures (which any change makes void; their looks stay)"),
    "root": Both("页面以外的其他数据", "other data beside the pages"),
    "lock": Both(
        "所有者密码：新文件没有加密，也没有打印、复制的限制",
        "the owner's password: the new file is not encrypted and restricts nothing",
    ),
}  # fmt: skip
_XFA_ONLY = Both(
    "是 XFA 动态表单，清理后会打不开；请打印成 PDF 再清理",
    "is a dynamic XFA form, which could not be shown any more: print it to PDF and clean that",
)


def _clean(data: bytes, order: Order) -> Cleaned:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            done = _Cleaning(pdf, order).done()
            # The same twice in a row is the same file, and the identifier tells nothing of the old one.
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PasswordError as error:
        raise Unreadable(LOCKED) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as error:
        raise Unreadable(DAMAGED) from error
    done.data = out.getvalue()
    return done


class _Cleaning:
    def __init__(self, pdf: pikepdf.Pdf, order: Order) -> None:
        self.pdf = pdf
        self.order = order
        self.found: Counter[str] = Counter()
        self.inner = Cleaned(b"")

    def done(self) -> Cleaned:
        """Clean everything; what was removed, in words."""
        if self.pdf.is_encrypted:
            self.found["lock"] += 1
        self._trailer()
        self._root(self.pdf.Root)
        for page in self.pdf.pages:
            self._annotations(page.obj)
        for thing in self.pdf.objects:
            self._object(thing)
        removed = [said for key, said in _SAID.items() if self.found[key]]
        return Cleaned(b"", removed + self.inner.removed, self.inner.left)

    def _take(self, holder: Any, key: str, said: str = "") -> None:
        if key in holder:
            del holder[key]
            self.found[said or key] += 1

    def _trailer(self) -> None:
        if "/Info" in self.pdf.trailer:
            del self.pdf.trailer["/Info"]
            self.found["/Info"] += 1

    def _root(self, root: Any) -> None:
        for key in [k for k in root.keys() if k not in _ROOT]:  # noqa: SIM118 - an object of pikepdf, not a dict
            said = {
                "/AcroForm": "/XFA",
                "/Metadata": "/Metadata",
                "/AF": "/AF",
                "/AA": "/AA",
                "/Collection": "/AF",
            }
            self._take(root, key, said.get(key, "root"))
        names = root.get("/Names")
        if isinstance(names, Dictionary):
            self._names(names)
        action = root.get("/OpenAction")
        if isinstance(action, Dictionary) and action.get("/S") != Name.GoTo:
            self._take(root, "/OpenAction", "/AA")
        form = root.get("/AcroForm")
        if isinstance(form, Dictionary):
            self._form(form)

    def _names(self, names: Any) -> None:
        for key in [k for k in names.keys() if k != "/Dests"]:  # noqa: SIM118 - an object of pikepdf
            self._take(names, key, {"/JavaScript": "/AA", "/EmbeddedFiles": "/AF"}.get(key, "root"))

    def _form(self, form: Any) -> None:
        fields = form.get("/Fields")
        if "/XFA" in form and not (isinstance(fields, Array) and len(fields)):
            raise Unreadable(_XFA_ONLY)
        self._take(form, "/XFA")
        self._take(form, "/SigFlags", "sig")
        self._take(form, "/CO", "/AA")

    def _annotations(self, page: Any) -> None:
        """Notes go; what is drawn stays, without who drew it and what it says besides."""
        annotations = page.get("/Annots")
        if not isinstance(annotations, Array):
            return
        kept = []
        for annotation in annotations:
            if not isinstance(annotation, Dictionary):
                continue
            subtype = str(annotation.get("/Subtype"))
            if subtype in _NOTES:
                self.found["note"] += 1
                self._emptied(annotation)
                continue
            kept.append(annotation)
            if subtype in _MARKUP:
                self._marking(annotation, subtype)
        if len(kept) < len(annotations):
            page["/Annots"] = Array(kept)

    def _emptied(self, annotation: Any) -> None:
        """Others, such as the tree of structure, may still point to it."""
        for key in list(annotation.keys()):
            del annotation[key]

    def _marking(self, annotation: Any, subtype: str) -> None:
        for key in _TOLD:
            # The words of a text box are seen on the page, and a viewer may draw them anew.
            if key == "/Contents" and subtype == "/FreeText":
                continue
            self._take(annotation, key, "author")

    def _object(self, thing: Any) -> None:
        if not isinstance(thing, (Dictionary, Stream)):
            return
        self._dictionary(thing, 0)
        if isinstance(thing, Stream) and thing.get("/Subtype") == "/Image":
            self._image(thing)

    def _dictionary(self, thing: Any, depth: int) -> None:
        for key in list(thing.keys()):
            if key in _EVERYWHERE:
                self._take(thing, key, "root" if key == "/LastModified" else "")
                continue
            value = thing[key]
            if key in {"/A", "/PA", "/Next"} and isinstance(value, Dictionary) and "/S" in value:
                if str(value.get("/S")) not in _SAFE:
                    self._take(thing, key, "/AA")
            elif key == "/V" and isinstance(value, Dictionary) and "/ByteRange" in value:
                self._take(thing, key, "sig")
            elif depth < 8:
                self._nested(value, depth + 1)

    def _nested(self, value: Any, depth: int) -> None:
        """What is written within an object; others have their own turn."""
        if not isinstance(value, pikepdf.Object) or value.is_indirect:
            return
        if isinstance(value, Dictionary):
            self._dictionary(value, depth)
        elif isinstance(value, Array) and depth < 8:
            for one in value:
                self._nested(one, depth + 1)

    def _image(self, image: Any) -> None:
        """A photo keeps in a PDF what the camera wrote into it."""
        if image.get("/Filter") not in ("/DCTDecode", [Name.DCTDecode]):
            return
        raw = image.read_raw_bytes()
        fresh = inner("JPEG", raw, self.order, self.inner) if raw.startswith(b"\xff\xd8\xff") else raw
        if fresh != raw:
            image.write(fresh, filter=Name.DCTDecode, decode_parms=image.get("/DecodeParms"))


CLEANER = Cleaner(("pdf",), _clean)
