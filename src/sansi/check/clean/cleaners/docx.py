"""Word 文档 · Changes accepted, comments, persons, paths and traces of editing gone; the text that is seen stays.

Accepted as Word does it (ISO/IEC 29500-1 17.13.5): insertions stay, deletions go, a deleted end of a paragraph
joins it with the next.
"""

from __future__ import annotations

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.clean.opc import Office
from sansi.check.clean.package import remove, unwrap
from sansi.check.extract.wordml_hidden import Way, hidden_styles, runs
from sansi.check.extract.wordml_names import RUN, P, W
from sansi.check.extract.xmls import Element, local
from sansi.check.model import Both, Confidence

_CHANGES = Both(
    "修订记录（已接受：插入的保留，删除的去掉）", "tracked changes (accepted: insertions stay, deletions go)"
)
_COMMENTS = Both("批注和批注人", "comments and who wrote them")
_TRACES = Both("编辑痕迹的编号（rsid）", "marks of editing sessions (rsid)")
_SETTINGS = Both(
    "设置里的变量、模板、邮件合并的数据源",
    "variables, template and data source of a serial letter, from the settings",
)
_BLOCKS = Both("构建基块（不显示的自动图文集）", "building blocks, which are not shown")
_EDITORS = Both("获准编辑某一段的人", "who may edit which passage")
_HIDDEN = Both("隐藏的文字", "hidden text")

_STORIES = (
    "document.main+xml", "document.macroEnabled.main+xml", "template.main+xml",
    "template.macroEnabledTemplate.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml",
    "styles+xml", "numbering+xml",
)  # fmt: skip
_GONE = (f"{W}del", f"{W}moveFrom")
_NEW = (f"{W}ins", f"{W}moveTo")
_RECORDS = tuple(
    W + name
    for name in """rPrChange pPrChange tblPrChange tblGridChange trPrChange tcPrChange sectPrChange
    numberingChange tblPrExChange cellIns cellMerge moveFromRangeStart moveFromRangeEnd moveToRangeStart
    moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
    customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd""".split()
)
_COMMENT_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference", f"{W}annotationRef")
_BINDINGS = (f"{W}dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_FROM_SETTINGS = tuple(W + name for name in "docVars mailMerge attachedTemplate saveThroughXslt".split())
# What the reader looks for in the bytes first; here there is no hurry.
_WAYS_TO_HIDE = frozenset({":sz ", "FFFFFF", "vanish"})
_PPR, _RPR = f"{W}pPr", f"{W}rPr"


def _clean(data: bytes, order: Order) -> Cleaned:
    parts = Office(data, order)
    blocks = [name for name in parts if "/glossary/" in name.lower()]
    if blocks:
        parts.drop_all([name for name in blocks if not name.endswith(".rels")])
        parts.removed(_BLOCKS)
    for name in parts.roles("settings+xml"):
        _settings(parts, parts.tree(name))
    styles: dict[str, Way] = {}
    for name in parts.roles("styles+xml"):
        styles |= hidden_styles(parts.tree(name))
    for name in parts.roles(*_STORIES):
        _story(parts, name, styles, hidden=order.hidden)
    parts.finish()
    return parts.zipped()


def _story(parts: Office, name: str, styles: dict[str, Way], *, hidden: bool) -> None:
    root = parts.tree(name)
    if hidden:
        for run, way in list(runs(root, _WAYS_TO_HIDE, styles).items()):
            if way.sure is not Confidence.POSSIBLE:
                parts.removed(_HIDDEN)
                remove(run)
    if _accept(root):
        parts.removed(_CHANGES)
    if _marks(root):
        parts.removed(_COMMENTS)
    editors = list(root.iter(f"{W}permStart", f"{W}permEnd"))
    for element in [*editors, *root.iter(*_BINDINGS)]:
        remove(element)
    if editors:
        parts.removed(_EDITORS)
    if _rsids(root):
        parts.removed(_TRACES)


def _settings(parts: Office, root: Element) -> None:
    for element in list(root):
        if element.tag in _FROM_SETTINGS:
            remove(element)
            parts.removed(_SETTINGS)
        elif local(element) in {"rsids", "docId", "trackRevisions"}:
            remove(element)


def _accept(root: Element) -> bool:
    """Accept every change; whether there was one."""
    changes = list(root.iter(*_GONE, *_NEW, *_RECORDS, f"{W}cellDel"))
    joined = []
    for element in changes:
        above = element.getparent()
        if above is None or element.getroottree().getroot() is not root:
            continue  # it went with what it was in
        if element.tag in _GONE and above.tag == _RPR and above.getparent().tag == _PPR:
            joined.append(above.getparent().getparent())
            remove(element)
        elif element.tag in _GONE and above.tag == f"{W}trPr":
            _remove_row(above.getparent())
        elif element.tag == f"{W}cellDel":
            remove(above.getparent())
        elif element.tag in _NEW and len(element):
            unwrap(element)
        else:
            remove(element)
    # From the last: a paragraph that is joined may be joined on in turn.
    for paragraph in reversed(joined):
        _join(paragraph)
    return bool(changes)


def _remove_row(row: Element) -> None:
    table = row.getparent()
    remove(row)
    if table is not None and not any(True for _ in table.iterchildren(f"{W}tr")):
        remove(table)


def _join(paragraph: Element) -> None:
    """Put what is left of a paragraph whose end was deleted before what stands in the next one."""
    following = paragraph.getnext()
    if following is None or following.tag != P:
        # A table or the end of the cell follows: an empty paragraph goes unless it is the last, which has to be.
        if following is not None and all(child.tag == _PPR for child in paragraph):
            remove(paragraph)
        return
    at = 1 if len(following) and following[0].tag == _PPR else 0
    for child in reversed([c for c in paragraph if c.tag != _PPR]):
        following.insert(at, child)
    remove(paragraph)


def _marks(root: Element) -> bool:
    """Take out what ties text to comments; whether there was any."""
    found = list(root.iter(*_COMMENT_MARKS))
    for element in found:
        run = element.getparent()
        remove(element)
        if run is not None and run.tag == RUN and not [c for c in run if c.tag != _RPR]:
            remove(run)
    return bool(found)


def _rsids(root: Element) -> bool:
    found = False
    for element in root.iter():
        for key in [key for key in element.keys() if key.startswith(f"{W}rsid")]:  # noqa: SIM118 - lxml's elements are walked by their children
            del element.attrib[key]
            found = True
    return found


CLEANER = Cleaner(("docx",), _clean)
