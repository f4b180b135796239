"""图片 · Photos, scans and screenshots: what is written on them, codes, and what the file says beside the pixels."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sansi.check.extract.document import Document, Fact, Segment, Unreadable, Weave
from sansi.check.extract.pictures import blocks, iptc, jpeg, png
from sansi.check.extract.pictures.parts import Parts
from sansi.check.extract.reader import Asked, Reader
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

if TYPE_CHECKING:
    from sansi.check.extract.pictures.pixels import Frame

_PARTS: dict[str, Callable[[bytes], Parts]] = {
    "jpeg": jpeg.parts_of,
    "png": png.parts_of,
    "webp": blocks.webp,
    "gif": blocks.gif,
    "bmp": blocks.bmp,
    "heic": blocks.heif,
    "tiff": lambda _data: Parts(),
}
_SMALLEST = 16
"""Pixels: what is lower or narrower is a line or a dot of a layout, in which nothing can be written."""
# What programs write about themselves.
_PROGRAM = re.compile(
    r"(?i)(?:software|creation.?time|date:\w+|signature|thumb::\w+|png:\w+|exif:\w+|source|comment|usercomment"
    r"|parameters|app\d+|imageuniqueid|hostcomputer|gpsprocessingmethod|xmp\b.*|iptc\b.*)"
)
_NO_OCR = Both(
    "图中的文字没有识别：没有装识字组件（pip install 'sansi[ocr]'）",
    "the words in the picture were not read: what reads them is not installed (pip install 'sansi[ocr]')",
)
_DAMAGED = Both(
    "图片已损坏或不完整，画面没有检查；请重新保存或重新下载再查",
    "the picture is damaged or cut short and was not looked at: save it again or fetch it anew",
)
_BIG = Both(
    "图片超过 4000 万像素，画面没有检查；请缩小或切成几张再查",
    "the picture has more than 40 million pixels and was not looked at: make it smaller or cut it up",
)


def _read(data: bytes, asked: Asked) -> Document:
    document = Document(asked.kind)
    parts = _PARTS[asked.kind](data)
    document.gaps += parts.gaps
    texts = list(parts.texts)
    image = _image(data, asked.kind, document)
    orientation = _hidden(parts, image, asked.kind, texts, document)
    first = None
    if image is not None:
        first = _frames(image, orientation, asked, document)
    _previews(parts, first, document)
    if parts.trailing:
        from sansi.check.extract.pictures import trailing  # noqa: PLC0415 - few pictures have any

        trailing.note(parts.trailing, asked.kind, document)
    document.segments += _fields(texts)
    _comments(texts, document)
    if image is None and not (document.facts or document.segments or document.embedded):
        raise Unreadable(document.gaps[-1])
    if not parts.complete and _DAMAGED not in document.gaps:
        document.gaps.append(_CUT)
    return document


_CUT = Both(
    "文件的结尾不完整，后面的内容没有检查",
    "the end of the file is missing: what stood there was not checked",
)


def _image(data: bytes, kind: str, document: Document) -> Any:
    """The picture, not yet decoded, or None and a gap."""
    from sansi.check.extract.pictures import pixels  # noqa: PLC0415 - loads Pillow

    try:
        return pixels.opened(data, kind)
    except pixels.TooBig:
        document.gaps.append(_BIG)
    except Exception:  # noqa: BLE001 - whatever a damaged file makes the decoder raise: the gap says it
        document.gaps.append(_DAMAGED)
    return None


def _hidden(parts: Parts, image: Any, kind: str, texts: list[tuple[str, str]], document: Document) -> int:
    """The facts and texts of Exif, XMP and IPTC; says which way the picture is held."""
    from sansi.check.extract.pictures import exif, xmp  # noqa: PLC0415 - loads Pillow

    read = []
    if image is not None and kind == "tiff":
        _from_tags(image.getexif(), parts)
        read.append(exif.of_tags(image.getexif()))
    elif image is not None and kind == "heic":
        parts.exif += [b.removeprefix(b"Exif\0\0") for b in [image.info.get("exif")] if b]
        parts.xmp += [p for p in [image.info.get("xmp")] if p]
    read += [exif.read(block) for block in parts.exif]
    orientation = read[0].orientation if read else 1
    for said in read:
        document.facts += said.facts
        texts += said.texts
        if said.thumbnail:
            parts.previews.append(("Exif thumbnail", said.thumbnail))
        if not said.sound:
            document.gaps.append(_unread("Exif"))
    for packet in parts.xmp:
        properties = xmp.read(packet)
        document.facts += properties.facts
        texts += properties.texts
        if not properties.sound:
            document.gaps.append(_unread("XMP"))
    for record in parts.iptc:
        _caption(record, texts, document)
    document.facts[:] = list(dict.fromkeys(document.facts))
    # Pillow and libheif turn these themselves.
    return 1 if kind in {"heic", "tiff"} else orientation


def _caption(record: bytes, texts: list[tuple[str, str]], document: Document) -> None:
    """What the caption of a press photo says."""
    for number, name, text in iptc.fields_of(record):
        texts.append((name, text))
        if number in iptc.AUTHORS:
            said = Both("新闻图片说明里有作者或联系人", "the caption of a press photo names people")
            document.facts.append(Fact("meta-author", FieldPlace(name), said, text))


def _unread(name: str) -> Both:
    return Both(
        f"{name} 信息已损坏，只能看其中的文字",
        f"the {name} part is damaged: only its plain words were checked",
    )


def _from_tags(tags: Any, parts: Parts) -> None:
    """The parts that stand in the directory of a TIFF file: XMP, IPTC, what Photoshop keeps."""
    for number, kept in ((700, parts.xmp), (33723, parts.iptc)):
        value = tags.get(number)
        if isinstance(value, bytes | str):
            kept.append(value.encode("latin-1", "replace") if isinstance(value, str) else value)
    if isinstance(value := tags.get(34377), bytes):
        jpeg.resources(value, parts)


def _frames(image: Any, orientation: int, asked: Asked, document: Document) -> Any:
    """Read what is on each frame; gives the first of them, for previews to be compared with."""
    from sansi.check.extract.pictures import pixels  # noqa: PLC0415 - loads Pillow

    first = None
    frames = pixels.frames_of(image, orientation)
    while True:
        try:
            frame = next(frames, None)
        except pixels.TooBig:
            document.gaps.append(_BIG)
            break
        except Exception:  # noqa: BLE001 - whatever a damaged file makes the decoder raise: the gap says it
            document.gaps.append(_DAMAGED)
            break
        if frame is None:
            break
        first = first or frame.image
        _words(frame, asked, document)
    count = getattr(image, "n_frames", 1)
    if count > pixels.MOST_FRAMES:
        document.gaps.append(
            Both(
                f"共有 {count} 帧（页），只看了前 {pixels.MOST_FRAMES} 帧；请拆成几份再查",
                f"has {count} frames, of which {pixels.MOST_FRAMES} were looked at: split it and check again",
            )
        )
    return first


def _words(frame: Frame, asked: Asked, document: Document) -> None:
    from sansi.check.extract.pictures import codes, printed  # noqa: PLC0415 - loads the readers of codes

    image = frame.image
    if min(image.size) < _SMALLEST or _plain(image):
        return
    document.segments += codes.segments_of(image.convert("L"), lambda box: frame.place(box, "code"))
    if asked.ocr is None:
        if _NO_OCR not in document.gaps:
            document.gaps.append(_NO_OCR)
        return
    lines = asked.ocr.read(image.tobytes(), *image.size)
    document.segments += printed.segment_of(lines, frame.place)


def _plain(image: Any) -> bool:
    """Whether a picture is of one colour. Nearly always a few points tell that it is not, without all others."""
    width, height = image.size
    some = {image.getpixel((width * n // 8, height * n // 8)) for n in range(8)}
    return len(some) == 1 and all(low == high for low, high in image.getextrema())


def _previews(parts: Parts, first: Any, document: Document) -> None:
    if parts.previews:
        from sansi.check.extract.pictures import previews  # noqa: PLC0415 - loads Pillow

        for name, preview in parts.previews:
            previews.compare(name, preview, first, document)


def _fields(texts: list[tuple[str, str]]) -> list[Segment]:
    """The texts beside the picture, each on lines of its own, so that a marking still stands alone."""
    weave = Weave()
    for name, text in dict.fromkeys(texts):
        weave.add(text, FieldPlace(name))
        weave.add("\n")
    return weave.segments()


def _comments(texts: list[tuple[str, str]], document: Document) -> None:
    """A hint for each text that somebody, not a program, may have written into the file."""
    named = {fact.where for fact in document.facts}
    for name, text in dict.fromkeys(texts):
        where = FieldPlace(name)
        if where not in named and not _PROGRAM.fullmatch(name):
            said = Both("图片文件里写有说明文字", "words were written into the file beside the picture")
            document.facts.append(Fact("meta-comment", where, said, text, Confidence.POSSIBLE))


READER = Reader(tuple(_PARTS), Both("图片", "Pictures"), _read)
