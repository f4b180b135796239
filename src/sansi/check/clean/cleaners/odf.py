"""OpenDocument · Properties, comments, changes, versions and scripts gone; what is shown stays (ISO/IEC 26300-3)."""

from __future__ import annotations

import re

from sansi.check.clean.cleaner import Cleaned, Cleaner, Order
from sansi.check.clean.package import PATHS, Members, remove, without_path
from sansi.check.extract.document import Unreadable
from sansi.check.extract.xmls import Element, local
from sansi.check.extract.zips import LOCKED
from sansi.check.model import Both

_PROPERTIES = Both("文件属性（作者、时间、模板等）", "the properties (author, times, template …)")
_COMMENTS = Both("批注和批注人", "comments and who wrote them")
_CHANGES = Both(
    "修订记录（已接受：插入的保留，删除的去掉）", "tracked changes (accepted: insertions stay, deletions go)"
)
_TRACES = Both("编辑痕迹的编号（rsid）", "marks of editing sessions (rsid)")
_SCRIPTS = Both("宏和脚本", "macros and scripts")
_HIDDEN = Both("隐藏的文字、工作表、行和幻灯片", "hidden text, sheets, rows and slides")
_PRINTER = Both("打印机和数据源的设置", "settings of printers and data sources")
_DROPPED = (
    (re.compile(r"(?:^|/)meta\.xml$|^manifest\.rdf$"), _PROPERTIES),
    (re.compile(r"^thumbnails/"), Both("首页缩略图", "the thumbnail of the first page")),
    (re.compile(r"^versions?/|^versionlist\.xml$"), Both("以前的版本", "earlier versions")),
    (re.compile(r"^(?:basic|scripts|dialogs)/"), _SCRIPTS),
    (re.compile(r"^configurations2/|(?:^|/)layout-cache$"), Both("界面设置", "settings of the program")),
    (
        re.compile(r"^meta-inf/(?:document|macro)signatures\.xml$"),
        Both("数字签名（文件一改就失效）", "digital signatures (which any change makes void)"),
    ),
)
_ANNOTATIONS = {"annotation", "annotation-end"}
_MARKS = {"tracked-changes", "change", "change-start", "change-end", "cut-offs"}
_SCRIPTED = {"scripts", "event-listeners"}
_SETTINGS = re.compile(
    r"(?i)printer|rsid|redline|database|datasource|author|user|path|url|currentdb|modifypassword|savedversion|embedsystem"
)
_RSID = ("rsid", "paragraph-rsid")
_NOT_SHOWN = {"hidden-text", "hidden-paragraph"}
_COLLAPSED = {"collapse", "filter"}


def _clean(data: bytes, order: Order) -> Cleaned:
    parts = Members(data, order)
    if parts.name("META-INF/manifest.xml") and b"encryption-data" in parts.get(
        parts.name("META-INF/manifest.xml")
    ):
        raise Unreadable(LOCKED)
    _drop(parts)
    for name in parts:
        if name.endswith(("content.xml", "styles.xml")):
            _content(parts, parts.tree(name), hidden=order.hidden)
        elif name.endswith("settings.xml"):
            _settings(parts, parts.tree(name))
    parts.clean_inside()
    return parts.zipped(parts.name("mimetype"))


def _drop(parts: Members) -> None:
    for name in parts:
        said = next((said for pattern, said in _DROPPED if pattern.search(name.lower())), None)
        if said:
            parts.drop(name)
            parts.removed(said)
    manifest = parts.name("META-INF/manifest.xml")
    for entry in list(parts.tree(manifest)) if manifest else ():
        path = next((v for k, v in entry.items() if k.endswith("}full-path")), "")
        if (
            path != "/"
            and path not in parts
            and not (path.endswith("/") and any(n.startswith(path) for n in parts))
        ):
            remove(entry)


def _content(parts: Members, root: Element, *, hidden: bool) -> None:
    for element in list(root.iter()):
        name = local(element)
        if name in _ANNOTATIONS:
            remove(element)
            parts.removed(_COMMENTS)
        elif name in _MARKS and not (name == "change" and element.get("name")):
            remove(element)
            parts.removed(_CHANGES)
        elif name in _SCRIPTED:
            parts.removed(*[_SCRIPTS] * bool(len(element)))
            remove(element)
        else:
            _attributes(parts, element)
    if hidden:
        _hide(parts, root)


def _attributes(parts: Members, element: Element) -> None:
    for key, value in element.items():
        name = key.rpartition("}")[2]
        if name in _RSID:
            del element.attrib[key]
            parts.removed(_TRACES)
        elif name in {"href", "name", "cell-range-source"} and without_path(value) != value:
            element.set(key, without_path(value))
            parts.removed(PATHS)


def _settings(parts: Members, root: Element) -> None:
    for element in list(root.iter()):
        key = next((v for k, v in element.items() if k.endswith("}name")), "")
        if local(element) == "config-item" and element.text and _SETTINGS.search(key):
            remove(element)
            if "rsid" not in key.lower():
                parts.removed(_PRINTER)


def _hide(parts: Members, root: Element) -> None:
    """Take out what is set not to be shown."""
    styles = {_attribute(s, "name") for s in root.iter("{*}style") if any(_is_off(p) for p in s)}
    gone = []
    for element in root.iter():
        if _is_hidden(element, styles):
            gone.append(element)
        elif local(element) == "table-row" and _attribute(element, "visibility") in _COLLAPSED:
            for cell in element:
                gone += list(cell)
                for key in [k for k in cell.keys() if k.rpartition("}")[2] in _VALUES]:  # noqa: SIM118 - lxml's elements are walked by their children
                    del cell.attrib[key]
    for element in gone:
        remove(element)
    if gone:
        parts.removed(_HIDDEN)


def _is_hidden(element: Element, styles: set[str]) -> bool:
    name = local(element)
    if name in {"table", "page", "span"}:
        return _attribute(element, "style-name") in styles
    return name in _NOT_SHOWN or (name == "section" and _attribute(element, "display") == "none")


_VALUES = {"value", "date-value", "time-value", "string-value", "boolean-value", "value-type", "formula"}


def _is_off(properties: Element) -> bool:
    """Whether the properties of a style hide what has it."""
    return (
        _attribute(properties, "display") in {"false", "none"}
        or _attribute(properties, "visibility") == "hidden"
    )


def _attribute(element: Element, name: str) -> str:
    return next((v for k, v in element.items() if k.rpartition("}")[2] == name), "")


CLEANER = Cleaner(("odt", "ods", "odp"), _clean)
