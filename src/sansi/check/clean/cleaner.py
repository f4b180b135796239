"""清理器 · What a cleaner of a format is asked and what it answers."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from sansi.check.clean import cleaners
from sansi.check.extract.budget import DEPTH, Budget
from sansi.check.extract.document import Unreadable
from sansi.check.extract.kinds import UNSUPPORTED, kind_of
from sansi.check.model import Both

_NO_CLEANER = Both(
    "这种文件还不能清理；请另存为 docx、xlsx、pptx、OpenDocument、PDF 或常见图片再清理",
    "is of a kind that cannot be cleaned: save it as docx, xlsx, pptx, OpenDocument, PDF or a common picture first",
)
_NOTHING_HIDDEN = Both(
    "是纯文本，没有隐藏的信息可清理；要遮盖内容请用 sansi redact",
    "is plain text, in which nothing is hidden that could be cleaned: to black out what it says, use sansi redact",
)
_MAIL = Both(
    "是邮件，信头就是内容的一部分，不能清理；请把要发布的正文或附件另存出来再清理",
    "is a mail, whose header is part of it, and cannot be cleaned: save the text or attachment to be published",
)
_TOO_DEEP = Both(
    "里面的文件套得太深，没有清理；请取出来单独清理",
    "is nested too deep and was not cleaned: take it out and clean it by itself",
)
_REFUSED = {
    "text": _NOTHING_HIDDEN,
    "html": _NOTHING_HIDDEN,
    "eml": _MAIL,
    "msg": _MAIL,
    "mbox": _MAIL,
    "encrypted-office": Both(
        "有密码；请去掉密码后再清理", "is locked with a password: remove the password first"
    ),
}


@dataclass
class Order:
    """How far to go. `hidden`: what is hidden from view (text, sheets, slides, notes) goes too, unasked otherwise."""

    budget: Budget = field(default_factory=Budget)
    hidden: bool = False
    depth: int = 0


@dataclass
class Cleaned:
    """A file without what was hidden in it: what was removed, and what was left for a person to decide."""

    data: bytes
    removed: list[Both] = field(default_factory=list)
    left: list[Both] = field(default_factory=list)


@dataclass(frozen=True)
class Cleaner:
    """Cleans the files of some kinds. `clean` raises Unreadable when it cannot be done."""

    kinds: tuple[str, ...]
    clean: Callable[[bytes, Order], Cleaned]


@cache
def all_cleaners() -> dict[str, Cleaner]:
    """The cleaner of each kind: every module of `cleaners/` with a `CLEANER`, found by walking the folder."""
    found: dict[str, Cleaner] = {}
    for module in pkgutil.iter_modules(cleaners.__path__):
        cleaner: Cleaner | None = getattr(
            importlib.import_module(f"{cleaners.__name__}.{module.name}"), "CLEANER", None
        )
        if cleaner:
            found |= dict.fromkeys(cleaner.kinds, cleaner)
    return found


def cleaner_of(data: bytes) -> Cleaner:
    """The cleaner of the kind of `data`; raises Unreadable, with what to do, for a kind that has none."""
    kind = kind_of(data)
    cleaner = all_cleaners().get(kind)
    if cleaner is None:
        raise Unreadable(_REFUSED.get(kind) or UNSUPPORTED.get(kind, _NO_CLEANER))
    return cleaner


def inner(name: str, data: bytes, order: Order, into: Cleaned) -> bytes:
    """`data`, a file within the file, cleaned; as it was, and said in `into`, where that cannot be done."""
    kind = kind_of(data)
    if kind not in all_cleaners():
        return data
    deeper = Order(order.budget, order.hidden, order.depth + 1)
    if deeper.depth > DEPTH:
        into.left.append(within(name, _TOO_DEEP))
        return data
    try:
        done = cleaner_of(data).clean(data, deeper)
    except Unreadable as error:
        into.left.append(within(name, error.reason))
        return data
    # Whoever shows it goes by the name and the type that were written down for it.
    if kind_of(done.data) != kind:
        into.left.append(within(name, _OTHER_KIND))
        return data
    into.removed += [within(name, said) for said in done.removed]
    into.left += [within(name, said) for said in done.left]
    return done.data


def within(name: str, said: Both) -> Both:
    """`said` of a file within the file."""
    return Both(f"“{name}”：{said.zh}", f"“{name}”: {said.en}")


_OTHER_KIND = Both(
    "清理后会变成另一种格式，没有清理；请在原来的软件里换成 PNG 或 JPEG",
    "would become another format when cleaned, and was left: replace it by a PNG or JPEG in its own program",
)
