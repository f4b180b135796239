"""译文 · Brings the catalogues of the web platform up to date with what its code and templates say. `make docs` runs it.

One catalogue for each app, beside it; what the shared templates say is in `src/sansi/web/locale`. English stands in
the code itself. What is new comes in empty, and a test fails until it is translated; what nobody says goes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).parents[1] / "src/sansi/web"
LANGUAGE = "zh_Hans"
# As Django names them.
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
Said = str | tuple[str, ...]


def apps() -> list[Path]:
    """The folders that have a catalogue: the apps that say something, and the shared templates."""
    return sorted(home for home in {_home_of(path) for path in sources()} if any(said_in(home)))


def sources() -> Iterator[Path]:
    """Every file that may say something."""
    for kind in ("*.py", "*.html", "*.txt"):
        yield from sorted(p for p in WEB.rglob(kind) if "migrations" not in p.parts)


def said_in(app: Path) -> Iterator[tuple[str | None, Said]]:
    """(context, message) for each thing that an app says."""
    for path in sources():
        if _home_of(path) == app:
            yield from _said_by(path)


def _home_of(path: Path) -> Path:
    first, second, *_ = (*path.relative_to(WEB).parts, "")
    shared = first in {"templates", "settings"} or second in {"", "signin"}
    return WEB if shared else WEB / first


def _said_by(path: Path) -> Iterator[tuple[str | None, Said]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What was indented as HTML is no Python otherwise.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    for _line, said, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=_KEYWORDS):
        if said:
            yield context, said if isinstance(said, str) else tuple(said)


def catalogue_of(app: Path) -> Path:
    """Where the Chinese of an app stands."""
    return app / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def current(app: Path) -> Catalog:
    """The catalogue as it should be: everything that is said, with the translations that there are."""
    old = Catalog(locale=LANGUAGE)
    if catalogue_of(app).exists():
        with catalogue_of(app).open("rb") as file:
            old = read_po(file, locale=LANGUAGE)
    new = Catalog(locale=LANGUAGE, fuzzy=False)
    for context, said in said_in(app):
        known = old.get(said if isinstance(said, str) else said[0], context)
        new.add(said, known.string if known else None, context=context)
    return new


def text_of(catalogue: Catalog) -> str:
    """As it is written: no dates, no names, no places, so that it changes only when something is said."""
    written = io.BytesIO()
    write_po(written, catalogue, width=0, omit_header=True, no_location=True, ignore_obsolete=True)
    return _HEAD + written.getvalue().decode()


_HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: zh_Hans\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def main() -> None:
    """Write all of them, and say what is not translated."""
    for app in apps():
        path = catalogue_of(app)
        path.parent.mkdir(parents=True, exist_ok=True)
        made = current(app)
        path.write_text(text_of(made), encoding="utf-8")
        for message in made:
            if message.id and not translated(message.string):
                print(f"{app.name}: {message.id}")


def translated(string: object) -> bool:
    """Whether a message has its words, in each of its forms."""
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    main()
