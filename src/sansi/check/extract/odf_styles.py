"""OpenDocument 的样式 · Which styles of a file hide what they are given to (ISO/IEC 26300-1 16, 20)."""

from __future__ import annotations

from dataclasses import dataclass, field

from sansi.check.extract.xmls import Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

_UNSHADED = frozenset((None, "transparent", "#ffffff"))


@dataclass
class HidingStyles:
    """The names of styles that hide: text, sheets, columns and rows, slides; and of those that may."""

    texts: set[str] = field(default_factory=set)
    white: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)

    def add(self, root: Element) -> None:
        """Look through the styles of a tree."""
        for style in root.iter(f"{STYLE}style"):
            name = style.get(f"{STYLE}name") or ""
            shaded = any(p.get(f"{FO}background-color") not in _UNSHADED for p in style)
            above = style.get(f"{STYLE}parent-style-name")
            # What stands above is listed first, in a part that is added first.
            if above in self.white and not shaded and not any(p.get(f"{FO}color") for p in style):
                self.white.add(name)
            for properties in style:
                if properties.get(f"{TEXT}display") == "none" or _tiny(properties.get(f"{FO}font-size")):
                    self.texts.add(name)
                white = (properties.get(f"{FO}color") or "").lower() == "#ffffff"
                if white and not shaded:
                    self.white.add(name)
                if properties.get(f"{TABLE}display") == "false":
                    self.tables.add(name)
                if properties.get(f"{PRESENTATION}visibility") == "hidden":
                    self.pages.add(name)


def _tiny(size: str | None) -> bool:
    number = (size or "").removesuffix("pt")
    try:
        return bool(size) and size != number and float(number) <= 2
    except ValueError:
        return False
