"""英文、混排、代码与凭据语料 · The English, mixed, code and credential documents, by share.

`documents(seed, count)` is the same for the same arguments, and two in five of its documents or more hold
nothing to be found.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from bench.accuracy import (
    code_near_misses,
    code_samples,
    credentials_config,
    credentials_exports,
    credentials_passwords,
    credentials_phrases,
    credentials_prose,
    credentials_samples,
    english_decoys,
    english_letters,
    english_markings,
    english_mixed,
    english_negatives,
    english_notices,
    english_phrases,
    english_private,
    english_records,
    english_values,
)
from bench.accuracy.doc import Doc
from bench.accuracy.english_template import Template, write

MAKERS = {
    **code_near_misses.MAKERS,
    **english_values.MAKERS,
    **english_decoys.MAKERS,
    **credentials_passwords.MAKERS,
    **english_markings.MAKERS,
}
TEMPLATES: tuple[Template, ...] = (
    *english_letters.TEMPLATES,
    *english_private.TEMPLATES,
    *english_mixed.TEMPLATES,
    *english_negatives.TEMPLATES,
    *english_notices.TEMPLATES,
    *english_markings.TEMPLATES,
    *credentials_prose.TEMPLATES,
    *credentials_exports.TEMPLATES,
    *code_samples.TEMPLATES,
    *code_near_misses.TEMPLATES,
)
FOUND = [t for t in TEMPLATES if not t.negative]
SPARED = [t for t in TEMPLATES if t.negative]
# Of single documents; of joined ones fewer are negative throughout.
NEGATIVE_SHARE = 0.46
JOINED_SHARE = 0.1

# Builders beside the templates, and the share of the documents with or without anything to be found they make.
BUILDERS: tuple[tuple[Callable[[random.Random], Doc], float, bool], ...] = (
    (credentials_config.config, 0.12, False),
    (credentials_config.key_file, 0.03, False),
    (credentials_config.token_file, 0.03, False),
    (credentials_phrases.password_sentence, 0.07, False),
    (credentials_phrases.token_sentence, 0.05, False),
    (credentials_phrases.connection_sentence, 0.03, False),
    (english_phrases.labelled, 0.15, False),
    (english_records.persons, 0.1, False),
    (english_markings.marked, 0.04, False),
    (credentials_config.harmless_config, 0.15, True),
    (credentials_phrases.harmless_sentence, 0.08, True),
    (credentials_samples.documented, 0.06, True),
    (credentials_phrases.harmless_token, 0.06, True),
    (english_phrases.lookalikes, 0.12, True),
    (english_records.things, 0.08, True),
)


def document(rng: random.Random) -> Doc:
    """One document of any genre, now and then made of several."""
    return code_near_misses.joined(rng, single) if rng.random() < JOINED_SHARE else single(rng)


def single(rng: random.Random) -> Doc:
    """One document of one genre."""
    negative = rng.random() < NEGATIVE_SHARE
    at = rng.random()
    for build, share, builds_negative in BUILDERS:
        if builds_negative is negative:
            if at < share:
                return build(rng)
            at -= share
    return write(rng, rng.choice(SPARED if negative else FOUND), MAKERS)


def documents(seed: int, count: int) -> Iterator[Doc]:
    """`count` documents that depend on `seed` alone."""
    rng = random.Random(f"english {seed}")
    return (document(rng) for _ in range(count))
