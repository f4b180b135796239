"""图章上的字 · Words that only the drawing of an annotation holds: stamps, buttons, typed notes.

The reader of pages does not look into them, so each becomes a page of a file made for it.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from sansi.check.extract.document import Weave
from sansi.check.extract.pdf_file import Broken, Locked, PdfFile
from sansi.check.extract.pdf_streams import Streams
from sansi.check.extract.pdf_values import rectangle
from sansi.check.place import Place

MOST = 200
"""Drawings of a file that are read."""


def words_of(stamps: list[tuple[Any, Place]]) -> tuple[Weave, bool]:
    """The words of drawings at their places; and whether some could not be read."""
    weave, left_out = Weave(), len(stamps) > MOST
    streams = Streams()
    places = []
    made = pikepdf.new()
    for form, place in stamps[:MOST]:
        health = streams.of_form(form)
        if health.damaged or health.too_big:
            left_out = True
        if not health.too_big and _add(made, form):
            places.append(place)
    if places:
        left_out = not _read(made, places, weave) or left_out
    return weave, left_out


def _add(made: pikepdf.Pdf, form: Any) -> bool:
    box = rectangle(form.get("/BBox"))
    if box is None or not form.is_indirect:
        return False
    copy = made.copy_foreign(form)
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=list(box),
        Contents=made.make_stream(b"/X Do"),
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=copy)),
    )
    made.pages.append(pikepdf.Page(made.make_indirect(page)))
    return True


def _read(made: pikepdf.Pdf, places: list[Place], weave: Weave) -> bool:
    held = io.BytesIO()
    made.save(held)
    try:
        file = PdfFile(held.getvalue())
        for index, place in enumerate(places):
            with file.page(index) as page:
                weave.add(page.words(), place)
                weave.add("\n")
    except (Broken, Locked):
        return False
    return True
