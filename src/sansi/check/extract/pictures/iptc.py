"""新闻图片的说明 · The captions of press photos (IPTC-NAA Information Interchange Model 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from sansi.check.extract.pictures.parts import decoded

AUTHORS = frozenset((80, 85, 116, 118, 122))
"""The data sets of record 2 that name people: by-line, its title, copyright, contact, writer."""
_NAMES = {
    5: "Title", 7: "Edit Status", 10: "Urgency", 15: "Category", 20: "Supplemental Category", 22: "Fixture",
    25: "Keywords", 26: "Location Code", 27: "Location Name", 40: "Instructions", 80: "By-line", 85: "By-line Title",
    90: "City", 92: "Sublocation", 95: "State", 101: "Country", 103: "Job", 105: "Headline", 110: "Credit",
    115: "Source", 116: "Copyright", 118: "Contact", 120: "Caption", 122: "Writer",
}  # fmt: skip


def fields_of(data: bytes) -> Iterator[tuple[int, str, str]]:
    """Number, name and text of each data set of the application record."""
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, number, size = data[at + 1], data[at + 2], int.from_bytes(data[at + 3 : at + 5])
        at += 5
        if size & 0x8000:  # so long that the length has a length
            width = size & 0x7FFF
            size = int.from_bytes(data[at : at + width])
            at += width
        text = decoded(data[at : at + size])
        if record == 2 and number in _NAMES and text:
            yield number, f"IPTC {_NAMES[number]}", text
        at += size
