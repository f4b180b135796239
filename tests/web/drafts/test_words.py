"""Every sentence of these pages is there in Chinese, and none of the catalogue is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

WEB = Path(__file__).parents[3] / "src/sansi/web"
_TRANSLATE = re.compile(r"""\{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
_BLOCK = re.compile(
    r"\{%\s*blocktranslate\b.*?%\}(.*?)(?:\{% plural %\}(.*?))?\{% endblocktranslate %\}", re.DOTALL
)
_CALL = re.compile(r"""\b(?:_|gettext|gettext_lazy)\(\s*((?:"[^"]*"\s*)+)\)?""")
_PLURAL = re.compile(r"""\bngettext\(\s*"([^"]*)"\s*,\s*"([^"]*)\"""")


def sentences(app: Path) -> set[str]:
    found: set[str] = set()
    for page in app.rglob("*.html"):
        text = page.read_text("utf-8")
        # Django doubles the percent signs of a template.
        found |= {(double or single).replace("%", "%%") for double, single in _TRANSLATE.findall(text)}
        for one, _many in _BLOCK.findall(text):
            found.add(re.sub(r"\{\{ ?(\w+) ?\}\}", r"%(\1)s", one))
    for module in app.rglob("*.py"):
        text = module.read_text("utf-8")
        found |= {"".join(re.findall(r'"([^"]*)"', parts)) for parts in _CALL.findall(text)}
        found |= {one for one, _many in _PLURAL.findall(text)}
    return found


@pytest.mark.parametrize("app", ["drafts", "integrations"])
def test_every_sentence_is_translated_and_none_is_left_over(app: str) -> None:
    catalogue = WEB / app / "locale/zh_Hans/LC_MESSAGES/django.po"
    with catalogue.open("rb") as file:
        known = {
            message.id if isinstance(message.id, str) else message.id[0]: message
            for message in read_po(file)
            if message.id
        }

    assert sorted(sentences(WEB / app) - known.keys()) == []
    assert sorted(known.keys() - sentences(WEB / app)) == []
    assert [
        i for i, m in known.items() if not (m.string[0] if isinstance(m.string, tuple) else m.string)
    ] == []
