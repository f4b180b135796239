"""末尾的数据 · Bytes after the end of a picture: a film, an archive, the picture as it was before it was cropped."""

from __future__ import annotations

from sansi.check.extract.document import Document, Embedded, Fact
from sansi.check.extract.kinds import kind_of
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

_PADDING = b"\0\xff \r\n\t"
_FILM = Both(
    "动态照片：图片后面还有一段视频，可能拍到画面以外的东西和声音",
    "a motion photo: behind the picture there is a film, perhaps of more than the picture shows, with sound",
)
_CROPPED = Both(
    "图片后面留着旧数据，裁剪、涂盖以前的画面可能还能恢复",
    "old data were left behind the picture: what was cropped or covered may come back from it",
)
_MAKER = Both("图片后面有手机厂商附加的数据", "behind the picture there are data that a phone has added")
_SECOND = Both("图片后面还有一张图片", "behind the picture there is another one")
_OTHER = Both(
    "图片正常结尾之后还有别的数据，可能藏着另一个文件",
    "data follow the proper end of the picture: another file may be hidden there",
)


def note(trailing: bytes, kind: str, document: Document) -> None:
    """Say in `document` what stands behind the end of a picture, and hand it on to be read."""
    body = trailing.strip(_PADDING)
    if not body:
        return
    where = FieldPlace("trailing data")
    size = f"{len(trailing)} bytes"
    start = trailing.lstrip(b"\0\xff \r\n\t") if kind_of(trailing) == "unknown" else trailing
    inner = kind_of(start)
    film = body.find(b"ftyp", 0, 1 << 16)
    if inner == "video" or (b"MotionPhoto_Data" in body and film > 0):
        document.facts.append(Fact("meta-trailing-data", where, _FILM, size))
    elif kind == "png" and body.endswith(b"IEND\xaeB`\x82"):
        document.facts.append(Fact("meta-trailing-data", where, _CROPPED, size))
    elif body.endswith(b"SEFT"):
        document.facts.append(Fact("meta-trailing-data", where, _MAKER, size, Confidence.POSSIBLE))
    elif inner in {"jpeg", "png", "webp", "heic", "gif"}:
        # Phones add a map of brightness or of depth: the reader of that one tells what it shows.
        document.facts.append(Fact("meta-trailing-data", where, _SECOND, size))
        document.embedded.append(Embedded("trailing data", start, optional=True))
        return
    else:
        document.facts.append(Fact("meta-trailing-data", where, _OTHER, size))
    document.embedded.append(Embedded("trailing data", start, optional=True))
