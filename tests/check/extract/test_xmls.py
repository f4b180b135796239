"""XML is parsed with nothing resolved or fetched, and what is lost is said."""

from __future__ import annotations

import pytest

from sansi.check.extract.document import Unreadable
from sansi.check.extract.xmls import parsed, transitional, words


def text_of(data: bytes) -> str:
    tree = parsed(data)
    assert tree.gap is None
    return "".join(tree.root.itertext())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<a>机密</a>".encode(), "机密"),
        ('<?xml version="1.0" encoding="UTF-16"?><a>机密</a>'.encode("utf-16"), "机密"),
        ("<a>机密</a>".encode("utf-16-le"), "机密"),
        ('<?xml version="1.0" encoding="gb2312"?><a>朱镕基</a>'.encode("gb18030"), "朱镕基"),
        (b"<a>138<!-- x -->0013<?y z?>8000</a>", "13800138000"),
        (b"<a>" * 256 + b"deep" + b"</a>" * 256, "deep"),
        (b"<a>" + b"x" * 20_000_000 + b"</a>", "x" * 20_000_000),
    ],
    ids=["utf-8", "utf-16", "no mark", "gb2312", "comment", "deep", "one text of 20 MB"],
)
def test_all_text_is_read(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "http://example.org/x.dtd"><a/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a []><a/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a []+AD4-<a/>',
        '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"),
        b"",
        b"no xml",
    ],
)
def test_what_may_be_an_attack_or_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        parsed(data)


def test_a_document_type_that_defines_nothing_can_be_passed_over() -> None:
    plain = b'<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/x.dtd"><ncx>t</ncx>'
    bomb = b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'

    assert parsed(plain, doctype=True).root.text == "t"
    with pytest.raises(Unreadable, match="document type"):
        parsed(bomb, doctype=True)


@pytest.mark.parametrize(
    "data",
    [
        b"<a><b>one</b><c>tw",
        b"<a><b>one</b>\0</a>",
        b"<a><b>one</b>" + b"<c>" * 3000 + b"x" + b"</c>" * 3000 + b"</a>",
        b"<a><b>one</b>&undefined;</a>",
    ],
    ids=["cut", "nul", "deep", "entity"],
)
def test_broken_xml_is_read_as_far_as_it_goes_and_said(data: bytes) -> None:
    tree = parsed(data)

    assert tree.gap
    assert "one" in "".join(tree.root.itertext())


def test_names_of_the_strict_variant_become_the_usual_ones() -> None:
    strict = b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'

    assert b"schemas.openxmlformats.org/wordprocessingml/2006/main" in transitional(strict)


def test_the_words_of_an_unknown_tree_stand_under_their_names() -> None:
    root = parsed(b'<r xmlns:q="urn:q"><q:phone>138</q:phone>tail<x q:note="hidden" n="1"/></r>').root

    assert list(words(root)) == ["phone: 138", "tail", "note: hidden"]
