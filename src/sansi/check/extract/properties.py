"""文档属性 · Who wrote a document and for whom, and what else its properties say (ISO/IEC 29500-2 11)."""

from __future__ import annotations

import re

from sansi.check.extract.document import Document, Fact, Weave
from sansi.check.extract.xmls import Element, local
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace

_PERSONS = {
    "creator": Both("文件属性里写着作者的名字", "the properties name the author"),
    "initial-creator": Both("文件属性里写着最初作者的名字", "the properties name the first author"),
    "lastmodifiedby": Both("文件属性里写着最后保存者的名字", "the properties name who saved it last"),
    "printed-by": Both("文件属性里写着打印者的名字", "the properties name who printed it"),
    "manager": Both("文件属性里写着经理的名字", "the properties name a manager"),
    "company": Both("文件属性里写着单位的名字", "the properties name the company"),
    "publisher": Both("文件属性里写着出版者的名字", "the properties name the publisher"),
    "contributor": Both("文件属性里写着参与者的名字", "the properties name a contributor"),
}
# What programs and makers of computers write where nobody has given a name.
_NOBODY = frozenset(
    """
    python-docx|steve canny|openpyxl|python-pptx|xlsxwriter|odfdo|apache poi|poi|docx4j|aspose|aspose ltd|phpspreadsheet|phpword|phpoffice
    pptxgenjs|sheetjs|itext|tcpdf|pandoc|calibre|sigil|libreoffice|openoffice|openoffice.org|wps|wps office|kingsoft|金山办公
    microsoft|microsoft office|microsoft office user|microsoft office 用户|microsoft 帐户|microsoft account|office|office user
    windows|windows user|windows 用户|微软|微软中国|微软用户|google|google docs|apple|macbook|word|excel|powerpoint|pages|keynote
    user|users|username|用户|admin|administrator|管理员|超级管理员|root|guest|owner|default|system|author|作者
    none|unknown|unknown creator|un-named|unnamed|anonymous|匿名|佚名|无名|pc|home|my|a|x|china
    lenovo|lenovo user|联想|thinkpad|dell|hp|asus|acer|huawei|华为
    雨林木风|深度技术|番茄花园|系统之家|电脑公司|新云软件|技术员联盟|mc system|sky123.org
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
_NOBODY_FORMS = re.compile(
    r"(?i)(?:user|用户|admin|pc|desktop|电脑)[-_ ]?\d{0,6}|.{0,40}(?:libreoffice|openoffice|wps office).{0,40}|\W*"
)
# Sizes, versions and times. Longer runs of digits may be anything: a title that is somebody's number.
_COUNTS = re.compile(
    r"[\d.:+\-TZ]{0,10}|\d{4}-\d\d-\d\dT[\d:.+\-Z]*|\d+(?:\.\d+){1,4}|true|false", re.IGNORECASE
)
_PROGRAM = frozenset(
    {"application", "generator", "appversion", "docsecurity", "language", "created", "modified", "date"}
)
_PATH = re.compile(r"[\\/]")


def is_somebody(name: str) -> bool:
    """Whether `name` may be that of a person or a body rather than what a program filled in."""
    bare = name.strip().lower()
    return bool(bare) and bare not in _NOBODY and not _NOBODY_FORMS.fullmatch(bare)


def properties(root: Element, document: Document) -> None:
    """Read a tree of properties, core, extended or of OpenDocument, into `document`."""
    weave = Weave()
    for element in root.iter():
        value = (element.text or "").strip()
        if not value:
            continue
        name = local(element)
        person = _PERSONS.get(name.lower())
        if person and is_somebody(value):
            document.facts.append(Fact("meta-author", FieldPlace(name), person, value))
        elif name == "Template" and _PATH.search(value):
            document.facts.append(
                Fact("meta-author", FieldPlace(name), _TEMPLATE, value, Confidence.POSSIBLE)
            )
        if name.lower() not in _PROGRAM and not _COUNTS.fullmatch(value):
            # Without their names: “creator: X” would be taken for a name a second time.
            weave.add(value, FieldPlace(name))
            weave.add("\n")
    document.segments += weave.segments()


_TEMPLATE = Both("属性里写着模板的路径", "the properties hold the path of the template")


def custom(root: Element, document: Document) -> None:
    """Read the properties that people and organisations add by themselves."""
    weave = Weave()
    for element in root:
        name = element.get("name") or local(element)
        value = "".join(element.itertext()).strip()
        link = element.get("linkTarget") or ""
        if value or link:
            weave.add(f"{name}: {value} {link}".rstrip(), FieldPlace(name))
            weave.add("\n")
    document.segments += weave.segments()
