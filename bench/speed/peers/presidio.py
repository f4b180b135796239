"""Presidio analyzer, its default recognizers on a blank spaCy pipeline: no model, no names of people."""

from __future__ import annotations

from collections.abc import Callable

import measure


def ready() -> tuple[str, Callable[[str], object]]:
    """An analyzer that looks up no list of domains on the network."""
    import importlib.metadata

    import spacy
    import tldextract.tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
    nlp = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "blank"}])
    nlp.nlp = {"en": spacy.blank("en")}
    analyzer = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])
    # "en" for every text: it has no recognizer for "zh", and would be fast by finding nothing.
    return importlib.metadata.version("presidio-analyzer"), lambda text: analyzer.analyze(text, language="en")


if __name__ == "__main__":
    measure.main(ready)
