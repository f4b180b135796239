"""数据表 · Write a table beside its source, version, licence and date."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "sansi" / "check" / "data"
LARGEST_BYTES = 400_000


def write(name: str, title: str, sources: Iterable[str], lines: Iterable[str]) -> None:
    """Write `lines` to data/`name` under a title and the sources; say what was written."""
    body = list(lines)
    head = [f"# {title}", *(f"# {source}" for source in sources)]
    text = "\n".join([*head, *body]) + "\n"
    assert len(text.encode()) <= LARGEST_BYTES, f"{name}: {len(text.encode())} bytes"
    (DATA / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(body)} lines, {len(text.encode())} bytes")


def source(package: str, licence: str, what: str) -> str:
    """One line that says what was taken from which package."""
    return f"from {package} {version(package)} ({licence}): {what}"


def file_of(module: str, path: str) -> Path:
    """A file inside an installed package, found without running the package."""
    spec = find_spec(module)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / path


def text_of(module: str, path: str) -> str:
    """The text of such a file; of a .zip, that of its only member."""
    found = file_of(module, path)
    if found.suffix != ".zip":
        return found.read_text(encoding="utf-8")
    with zipfile.ZipFile(found) as archive:
        return archive.read(archive.namelist()[0]).decode()


def by_hand(name: str) -> dict[str, list[str]]:
    """The sections of a list kept by hand beside the scripts: heading → words."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8").partition("\n")[2]
    parts = (part.partition("]") for part in text.split("[") if part)
    return {heading: words.split() for heading, _, words in parts}
