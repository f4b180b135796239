"""python-pptx: the frames of slides and their notes."""

from __future__ import annotations

import io
from importlib.metadata import version

import passes
import pptx


def text_of(data: bytes) -> str:
    """The text of a presentation."""
    lines = []
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        lines += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        if slide.has_notes_slide:
            lines.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(lines)


if __name__ == "__main__":
    passes.main(version("python-pptx"), text_of)
