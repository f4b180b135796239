"""看不见的文字 · Text that is set hidden, white or too small to be seen (ISO/IEC 29500-1 17.3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from sansi.check.extract.document import Fact
from sansi.check.extract.wordml_names import OFF, RUN, P, T, W
from sansi.check.extract.xmls import Element
from sansi.check.model import Both, Confidence
from sansi.check.place import ParagraphPlace

_VAL = f"{W}val"
_RUN_PROPERTIES, _STYLES = f"{W}rPr", (f"{W}rStyle", f"{W}pStyle")
_WHITE = re.compile(rb"""<w:color [^<>]*["']ffffff["']""", re.IGNORECASE)
_SHADES = (f"{W}shd", f"{W}highlight")
_MOST = 200
_NAMESPACE = b' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BASED_ON = re.compile(rb'<w:basedOn w:val="([^"<>&]*)"/>')


class Way(NamedTuple):
    """How text is hidden, and how sure that is."""

    said: Both
    sure: Confidence


_VANISHED = Way(Both("设为隐藏的文字", "text set to be hidden"), Confidence.LIKELY)
_WHITENED = Way(Both("白色的文字，看不见", "white text, which is not seen"), Confidence.LIKELY)
# A style of the table may shade the cell, which is not looked up.
_PERHAPS = Way(Both("白色的文字，可能看不见", "white text, which may not be seen"), Confidence.POSSIBLE)
_SMALL = Way(Both("小得看不见的文字", "text too small to be seen"), Confidence.LIKELY)


class Holding(Protocol):
    """What is needed of a story."""

    hidden: dict[Element, Way]
    aside: set[Element]

    def number_of(self, element: Element) -> int:
        """The number of the paragraph of `element`."""
        ...


def used_styles(root: Element) -> frozenset[str]:
    """The ids of the styles of paragraphs and runs."""
    return frozenset(element.get(_VAL) or "" for element in root.iter(*_STYLES))


def surely_shown(beginning: bytes, styles: frozenset[str]) -> bool:
    """Whether what a part of styles begins with tells already that none of `styles` hides text.

    Programs write hundreds of kilobytes of them, and those that are used first.
    """
    if b"<!" in beginning or _NAMESPACE not in beginning[:8192]:
        return False
    waiting, known = [s.encode() for s in styles], set[bytes]()
    while waiting:
        one = waiting.pop()
        if one in known:
            continue
        known.add(one)
        body = _style(beginning, one)
        based = _BASED_ON.findall(body)
        if not body or b"vanish" in body or _WHITE.search(body) or len(based) != body.count(b"basedOn"):
            return False
        waiting += based
    return True


def _style(beginning: bytes, style: bytes) -> bytes:
    """The element of one style, written as all programs write it; b"" where it is not there."""
    at = beginning.find(b' w:styleId="%s"' % style)
    start = beginning.rfind(b"<", 0, at)
    end = beginning.find(b"</w:style>", at)
    body = beginning[start:end] if start >= 0 and 0 <= at < end else b""
    return body if body.startswith(b"<w:style ") and body.count(b"<w:style ") == 1 else b""


def may_hide(styles: bytes) -> bool:
    """Whether a part of styles may hide text; those of tables are white on their own colours."""
    if b"vanish" in styles:
        return True
    return bool(_WHITE.search(styles)) and any(
        _WHITE.search(style.partition(b"<w:tblStylePr")[0]) for style in styles.split(b"<w:style ")[1:]
    )


def hidden_styles(root: Element) -> dict[str, Way]:
    """Id of each style that hides text, those based on them too -> how."""
    every = list(root.iter(f"{W}style"))
    found: dict[str, Way] = {}
    for _ in range(8):
        before = len(found)
        for style in every:
            above = next((found.get(b.get(_VAL) or "") for b in style.iterchildren(f"{W}basedOn")), None)
            way = _hides(style, above)
            if way is not None:
                found[style.get(f"{W}styleId") or ""] = way
        if len(found) == before:
            break
    return found


def _hides(style: Element, above: Way | None) -> Way | None:
    """How `style` hides text, if it does; `above` is how the style does that it is based on."""
    if any(_set(v) for v in _own(style, "vanish")):
        return _VANISHED
    colors = list(_own(style, "color"))
    if any(_coloured(shade) for name in ("shd", "highlight") for shade in style.iter(W + name)):
        return above if above is _VANISHED else None
    if colors:
        return _WHITENED if _white(colors[0]) else above if above is _VANISHED else None
    return above


def _own(style: Element, name: str) -> Iterator[Element]:
    for properties in style.iterchildren(_RUN_PROPERTIES):
        yield from properties.iterchildren(W + name)


def runs(root: Element, has: frozenset[str], styles: Mapping[str, Way]) -> dict[Element, Way]:
    """The runs whose text is not seen."""
    found: dict[Element, Way] = {}
    if ":sz " in has:
        found |= {r: _SMALL for e in root.iter(f"{W}sz") if _small(e) for r in _run(e)}
    if "FFFFFF" in has or "ffffff" in has:
        found |= {
            r: way for e in root.iter(f"{W}color") if _white(e) for r in _run(e) for way in _unshaded(r)
        }
    if "vanish" in has:
        found |= {r: _VANISHED for e in root.iter(f"{W}vanish") if _set(e) for r in _run(e)}
    if styles:
        for element in root.iter(*_STYLES):
            if element.get(_VAL) in styles:
                above = element.getparent().getparent()
                for run in above.iter(RUN) if above.tag == P else [above]:
                    found |= _by_style(run, styles[element.get(_VAL)])
    return found


def _by_style(run: Element, way: Way) -> dict[Element, Way]:
    if way is _VANISHED:
        return {run: way}
    # A colour of its own wins over that of the style.
    if any(
        True for properties in run.iterchildren(_RUN_PROPERTIES) for _ in properties.iterchildren(f"{W}color")
    ):
        return {}
    shown = _unshaded(run)
    return {run: shown[0]} if shown else {}


def facts(story: Holding) -> list[Fact]:
    """One fact for the hidden text of each paragraph."""
    texts: dict[tuple[int, Way], str] = {}
    for run, way in story.hidden.items():
        text = "".join(t.text or "" for t in run.iter(T) if t not in story.aside)
        if text.strip():
            key = (story.number_of(run), way)
            texts[key] = texts.get(key, "") + text
    found = [
        Fact("meta-hidden-text", ParagraphPlace("hidden", number), way.said, text[:200], way.sure)
        for (number, way), text in sorted(texts.items(), key=lambda item: item[0][0])
    ]
    if len(found) > _MOST:
        said = Both(
            f"另有 {len(found) - _MOST} 段隐藏的文字",
            f"{len(found) - _MOST} more paragraphs with hidden text",
        )
        found[_MOST:] = [Fact("meta-hidden-text", found[_MOST].where, said)]
    return found


def _set(element: Element) -> bool:
    return (element.get(_VAL) or "1") not in OFF


def _small(size: Element) -> bool:
    """Up to two points: sizes are given in halves."""
    return (size.get(_VAL) or "9") in {"0", "1", "2", "3", "4"}


def _white(color: Element) -> bool:
    return (color.get(_VAL) or "").upper() == "FFFFFF"


def _run(element: Element) -> list[Element]:
    """The run whose own properties hold `element`: not those of a mark, nor those before a change."""
    above = element.getparent().getparent()
    return [above] if above is not None and above.tag == RUN else []


def _unshaded(run: Element) -> list[Way]:
    """How white text of `run` is hidden; nothing where it stands on a colour."""
    way = _WHITENED
    for above in (run, *run.iterancestors()):
        name = above.tag
        if any(
            _coloured(s)
            for p in above.iterchildren()
            if str(p.tag).endswith("Pr")
            for s in p.iterchildren(*_SHADES)
        ):
            return []
        if name in (f"{W}tbl", f"{W}txbxContent"):
            way = _PERHAPS
    return [way]


def _coloured(shade: Element) -> bool:
    fill = (shade.get(f"{W}fill") or shade.get(_VAL) or "").lower()
    return fill not in {"", "auto", "ffffff", "clear", "nil", "none", "white"} or bool(
        shade.get(f"{W}themeFill")
    )
