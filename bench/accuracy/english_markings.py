"""英文密级与内部标志 · Markings on English and mixed documents, and words that only sound like one.

A classification of a state counts as a secrecy marking; an organisation's "internal" as an internal marking.
"""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import random
from collections.abc import Callable

from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.english_template import find, spare

_STATE = (
    "TOP SECRET//SI//NOFORN", "SECRET//NOFORN", "SECRET//REL TO USA, GBR", "CONFIDENTIAL//NOFORN", "TOP SECRET//SCI", "NATO SECRET", "UK SECRET", "EU CONFIDENTIAL", "TOP SECRET", "NATO RESTRICTED", "COSMIC TOP SECRET", "UK TOP SECRET", "SECRET UE/EU SECRET", "TOP SECRET // ORCON // NOFORN", "(S//NF)", "SECRET", "CONFIDENTIAL//REL TO FVEY", "NATO CONFIDENTIAL", "CLASSIFIED", "RESTREINT UE/EU RESTRICTED",
)  # fmt: skip
_INTERNAL = (
    "INTERNAL USE ONLY", "FOR INTERNAL USE ONLY", "FOR OFFICIAL USE ONLY", "COMPANY CONFIDENTIAL", "Company Confidential", "STRICTLY CONFIDENTIAL", "INTERNAL - DO NOT DISTRIBUTE", "Internal use only – do not forward", "CONFIDENTIAL - INTERNAL USE ONLY", "NOT FOR PUBLIC RELEASE", "NOT FOR DISTRIBUTION",
    "Confidential – Do Not Distribute", "RESTRICTED – INTERNAL", "For internal circulation only", "Internal Only", "Company Internal", "FOUO", "Internal: do not forward", "STAFF EYES ONLY", "DRAFT - NOT FOR RELEASE", "CONFIDENTIAL AND PROPRIETARY",
)  # fmt: skip
_ZH_STATE = ("机密★10年", "秘密★1年", "绝密★30年", "机密★长期", "秘密★6个月", "机密★启封前")
_ZH_INTERNAL = (
    "内部资料 注意保存",
    "内部资料，不得外传",
    "内部文件 严禁外传",
    "仅供内部使用",
    "内部资料·请勿外传",
)

MAKERS: dict[str, Callable[[random.Random], Value]] = {
    "state": lambda r: Value(r.choice(_STATE), "secrecy_marking"),
    "internal": lambda r: Value(r.choice(_INTERNAL), "internal_marking"),
    "zhstate": lambda r: Value(r.choice(_ZH_STATE), "secrecy_marking"),
    "zhinternal": lambda r: Value(r.choice(_ZH_INTERNAL), "internal_marking"),
}

# Where a marking stands on a document: before, after.
_PLACES = (
    ("", "\n\n"), ("", "\n\n"), ("*** ", " ***\n\n"), ("// ", "\n"), ("# ", "\n"), ("[", "]\n"), ("** ", " **\n"), ("Classification: ", "\n"), ("Security classification: ", "\n"), ("                         ", "\n"), ("Page 1 of 4        ", "\n"), ("<header>", "</header>\n"), ("> ", "\n\n"), ("Marking: ", "\n"),
    ("Distribution: ", "\n"), ("Status: draft | ", "\n"), ("=== ", " ===\n"), ("/* ", " */\n"), ("Subject: [", "] quarterly plan\n"), ("Meridian Bio — ", " — 2026\n"), ("", " - Kestrel Works\n\n"), ("(", ")\n"),
)  # fmt: skip
_BODIES = (
    "The board approved the budget for the second half of the year.\n", "Agenda\n1. Site security\n2. Staffing\n", "Dear colleagues,\nplease find the draft below.\n", "Unit moves at dawn. Two vehicles, one medic.\n", "Pricing tiers will change in March; partners are told in April.\n", "Summary of findings: three hosts lack patches.\n",
    "1. Purpose. This note sets out options.\n2. Background.\n", "Slide 1: Roadmap\nSlide 2: Risks\n", "本文为英文附件，中文版另行印发。\n", "int main(void) { return 0; }\n",
)  # fmt: skip


def marked(rng: random.Random) -> Doc:
    """A document with a marking on its first or last line."""
    w, body, (before, after) = Writer(), rng.choice(_BODIES), rng.choice(_PLACES)
    value = MAKERS[rng.choice(("state", "state", "internal", "internal", "zhstate", "zhinternal"))](rng)
    last = rng.random() < 0.25
    w.say(body if last else "", before).add(value).say(after)
    return w.say("" if last else body).doc("marked-page", lang="en" if value.text.isascii() else "mixed")


TEMPLATES = [
    *find(
        "marked",
        """
«state»

MEMORANDUM FOR: «Director, Operations|Chief of Staff»
SUBJECT: «Convoy schedule|Site survey|Port access»
1. The team arrives on «day».
""",
        """
«internal»

Q«2|3» product roadmap
- «word» rewrite ships on «day»
- headcount plan unchanged
""",
        """
Classification: «@state|@state|@internal»
Date: «day»
Author: «Planning|Policy» unit
""",
        """
# «Payments|Search» platform — pricing draft

> «internal»

Tier 1 goes to $«money» from «day».
""",
        """
«Meridian Bio|Kestrel Works» | «internal» | Page «n» of «n»

Minutes of the board, «day». Merger talks with Northgate continue.
""",
        """
Subject: [«internal»] reorganisation

Please read before the meeting on «day».
""",
        """
«zhstate»                                    No. «n3»

JOINT PLAN (translation)
The working group meets on «day».
""",
        """
«zhinternal»

Training slides for new colleagues: the escalation path, «day».
""",
        """
<!-- «internal» -->
<h1>Salary bands 2026</h1>
""",
        """
---
title: "Board pack"
classification: «internal»
date: «day»
---
Revenue is «n»% below plan.
""",
        """
Slide «n»
Launch plan
© «Kestrel Works|Northgate» 2026. «internal».
""",
    ),
    *spare(
        "unmarked",
        """
Documents are classified as public, internal, confidential or restricted. "Confidential" means that disclosure could do harm.
Ask the records officer which label applies. The label "«Internal use only|Company confidential|Strictly confidential|For official use only»" goes in the header.
""",
        """
Victoria's Secret, Secret Santa, a top secret recipe, an open secret; Confidential Computing; L.A. Confidential.
""",
        """
The confidentiality agreement was signed on «day». Confidential information excludes what is public. Whistle-blowers are treated confidentially.
""",
        """
«person», former Secretary of State, declassified the files in 19«n»; they had been secret for «n» years. The «Top Secret|NATO» archive is open to the public.
""",
        """
Internal Server Error. Internal links, internal audit, internal use of funds, the Internal Revenue Service and internal storage (128 GB).
""",
        """
Your answers are confidential. The grey box is filled in by «the clerk|our staff».
""",
        """
classification: image
secret: false
internal: true
access: restricted
""",
        """
《Official Secrets Act》 and 《保守国家秘密法》 were compared in a paper; “机密” is rendered as confidential, “秘密” as secret, “内部” as internal.
""",
    ),
]
