"""DataFog, its regex engine: the fastest library of those measured."""

from __future__ import annotations

from collections.abc import Callable

import measure


def ready() -> tuple[str, Callable[[str], object]]:
    """The annotator that its `engine="regex"` uses."""
    import importlib.metadata

    from datafog.processing.text_processing.regex_annotator import RegexAnnotator

    return importlib.metadata.version("datafog"), RegexAnnotator().annotate


if __name__ == "__main__":
    measure.main(ready)
