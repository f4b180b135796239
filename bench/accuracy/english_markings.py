"""英文密级与内部标志 · Markings on English and mixed documents, and words that only sound like one.

A classification of a state counts as a secrecy marking; an organisation's "internal" as an internal marking.
"""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import random
from collections.abc import Callable

from bench.accuracy.doc import Value
from bench.accuracy.english_template import find, spare

_STATE = (
    "TOP SECRET//SI//NOFORN", "SECRET//NOFORN", "SECRET//REL TO USA, GBR", "CONFIDENTIAL//NOFORN", "TOP SECRET//SCI", "NATO SECRET", "UK SECRET", "OFFICIAL-SENSITIVE", "EU CONFIDENTIAL", "TOP SECRET", "NATO RESTRICTED", "COSMIC TOP SECRET", "UK TOP SECRET", "SECRET UE/EU SECRET",
)  # fmt: skip
_INTERNAL = (
    "INTERNAL USE ONLY", "FOR INTERNAL USE ONLY", "FOR OFFICIAL USE ONLY", "COMPANY CONFIDENTIAL", "Company Confidential", "STRICTLY CONFIDENTIAL", "INTERNAL - DO NOT DISTRIBUTE", "Internal use only – do not forward", "CONFIDENTIAL - INTERNAL USE ONLY", "NOT FOR PUBLIC RELEASE", "NOT FOR DISTRIBUTION",
    "Confidential – Do Not Distribute", "RESTRICTED – INTERNAL", "For internal circulation only", "Internal Only", "Company Internal", "FOUO", "Private & Confidential", "CONFIDENTIAL AND PROPRIETARY",
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
        """
此稿 marked “«internal»”，页眉另有“«zhstate»”字样，发布前请核对。
""",
    ),
    *spare(
        "unmarked",
        """
Documents are classified as public, internal, confidential or restricted. "Confidential" means that disclosure could do harm.
Ask the records officer which label applies. The label "Internal use only" goes in the header.
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
