"""职务性联系方式 · Contacts of an office rather than of a person.

The number of a help desk, a public account or a group is meant to be known.
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick

_ROLE = quick(
    r"客服|官方|售后|售前|公众|服务号|订阅号|小程序|交流群|群号|群聊|粉丝群|招商|咨询|商务合作"
    r"|企业|投稿|编辑部|举报|值班|办公|support|service|official|sales|group",
    re.IGNORECASE,
)
_CLAUSE = quick(r"[。；;\n，,]")


def of_an_office(text: str, at: int, width: int = 12) -> bool:
    """Whether the words just before the label at `at` say that a body answers there."""
    low = at - width if at > width else 0
    if not _ROLE.search(text, low, at):
        return False
    return _ROLE.search(_CLAUSE.split(text[low:at])[-1]) is not None
