"""许可证 · Writes docs/{zh,en}/licences.md: every package that runs, and its licence. `make docs` runs it.

From the metadata of what is installed: the licence that each package names itself, and the libraries in its wheel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from sansi.check.model import Both

ROOT = Path(__file__).parents[1] / "docs"
_TITLE = Both("许可证", "Licences")
_ABOUT = Both(
    "三思自己是 Apache-2.0。下表是运行时用到的全部软件包（Linux x86_64），许可证取自各包的元数据；版本和散列在 `requirements/run.txt`。"
    "“用途”：必装、`[files]`（读文件）、`[ocr]`（识字）、`[web]`（网站）。",
    "Sansi itself is Apache-2.0. These are all packages that it runs with (Linux x86_64), with the licences their "
    "metadata names; versions and hashes are in `requirements/run.txt`. “For”: always, `[files]`, `[ocr]`, `[web]`.",
)
_HEAD = Both("| 软件包 | 许可证 | 用途 |", "| package | licence | for |")
_INSIDE = Both("安装包里自带的库", "Libraries inside the wheels")
_INSIDE_ABOUT = Both(
    "LGPL 的库（libheif、libde265、FFmpeg、GEOS、libquadmath、libxcrypt、keyutils）"
    "是单独的动态库文件，可以换成自己编译的版本；三思不改动它们，也不链接它们。",
    "Those under the LGPL (libheif, libde265, FFmpeg, GEOS, libquadmath, libxcrypt, keyutils) are shared libraries "
    "in files of their own, and can be replaced by others. Sansi neither changes them nor links to them.",
)
_INSIDE_HEAD = Both("| 软件包 | 库 | 许可证 |", "| package | library | licence |")
_ALWAYS = Both("必装", "always")
_EXTRAS = ("", "files", "ocr", "web")
_SPELT = {
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "3-Clause BSD License": "BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_BSD2, _BSD3, _MIT = "BSD-2-Clause", "BSD-3-Clause", "MIT"
_FFMPEG = ("FFmpeg", "LGPL-2.1-or-later")
# Shared libraries by the beginnings of their file names: what each is, and its own licence.
LIBRARIES = {
    "libXau": ("libXau", _MIT),
    "libaom": ("libaom", _BSD2),
    "libavif": ("libavif", _BSD2),
    "libavcodec": _FFMPEG,
    "libavformat": _FFMPEG,
    "libavutil": _FFMPEG,
    "libbrotli": ("Brotli", _MIT),
    "libcom_err": ("MIT Kerberos", _MIT),
    "libcrypt-": ("libxcrypt", "LGPL-2.1-or-later"),
    "libcrypto": ("OpenSSL", "OpenSSL"),
    "libde265": ("libde265", "LGPL-3.0-or-later"),
    "libdrm": ("libdrm", _MIT),
    "libfreetype": ("FreeType", "FTL"),
    "libgeos": ("GEOS", "LGPL-2.1-or-later"),
    "libgfortran": ("libgfortran", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    "libgssapi": ("MIT Kerberos", _MIT),
    "libharfbuzz": ("HarfBuzz", "MIT-Modern-Variant"),
    "libheif": ("libheif", "LGPL-3.0-or-later"),
    "libjpeg": ("libjpeg-turbo", "IJG AND BSD-3-Clause"),
    "libk5crypto": ("MIT Kerberos", _MIT),
    "libkeyutils": ("keyutils", "LGPL-2.1-or-later"),
    "libkrb5": ("MIT Kerberos", _MIT),
    "liblber": ("OpenLDAP", "OLDAP-2.8"),
    "liblcms2": ("Little CMS", _MIT),
    "libldap": ("OpenLDAP", "OLDAP-2.8"),
    "liblzma": ("liblzma", "0BSD"),
    "libopenblas": ("OpenBLAS", _BSD3),
    "libopenjp2": ("OpenJPEG", _BSD2),
    "libpng": ("libpng", "libpng-2.0"),
    "libpq": ("PostgreSQL", "PostgreSQL"),
    "libqpdf": ("qpdf", "Apache-2.0"),
    "libquadmath": ("libquadmath", "LGPL-2.1-or-later"),
    "libsasl2": ("Cyrus SASL", "BSD-3-Clause-Attribution"),
    "libscipy_openblas": ("OpenBLAS", _BSD3),
    "libsharpyuv": ("libwebp", _BSD3),
    "libssl": ("OpenSSL", "OpenSSL"),
    "libsw": _FFMPEG,
    "libtiff": ("libtiff", "libtiff"),
    "libvpx": ("libvpx", _BSD3),
    "libwebp": ("libwebp", _BSD3),
    "libxcb": ("libxcb", _MIT),
    "libzstd": ("Zstandard", _BSD3),
}
# What is linked in, or no library, so that no file name tells of it.
WITHIN = {
    "google-re2": (("RE2", _BSD3), ("Abseil", "Apache-2.0")),
    "hyperscan": (("Vectorscan", _BSD3),),
    "lxml": (("libxml2, libxslt", _MIT),),
    "pypdfium2": (("PDFium", "BSD-3-Clause AND Apache-2.0"),),
    "rapidocr": (("PP-OCRv6", "Apache-2.0"),),
}


def packages() -> dict[str, str]:
    """The extra that first needs each package, by its name; "" for those that are always needed."""
    needed: dict[str, str] = {}
    for extra in _EXTRAS:
        for name in _closure(extra):
            needed.setdefault(name, extra)
    return {name: needed[name] for name in sorted(needed) if name != "sansi"}


def _closure(extra: str) -> set[str]:
    seen: set[str] = set()
    waiting = [("sansi", {extra})]
    while waiting:
        name, extras = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for line in metadata.distribution(name).requires or ():
            wanted = Requirement(line)
            if wanted.marker is None or any(wanted.marker.evaluate({"extra": x}) for x in extras | {""}):
                waiting.append((re.sub(r"[-_.]+", "-", wanted.name).lower(), wanted.extras))
    return seen


def licence(name: str) -> str:
    """What a package says of its licence. Raises LookupError when it says nothing short."""
    told = metadata.metadata(name)
    classifiers = [c for c in told.get_all("Classifier") or () if c.startswith("License :: OSI Approved :: ")]
    # Some put the whole text into the field that is meant for a name.
    field = next((v for n in ("License-Expression", "License") for v in told.get_all(n) or ()), "")
    if not field or len(field) > 60:
        if not classifiers:
            raise LookupError(name)
        field = classifiers[0].rpartition(" :: ")[2]
    return _SPELT.get(field, field)


def libraries(name: str) -> list[tuple[str, str]]:
    """The libraries in the wheel of a package, with their licences. Raises LookupError for one not known."""
    found = {*WITHIN.get(name, ())}
    for file in metadata.files(name) or ():
        if file.parts[0].endswith(".libs") and ".so" in file.name:
            starts = [start for start in LIBRARIES if file.name.startswith(start)]
            if not starts:
                raise LookupError(file.name)
            found.add(LIBRARIES[max(starts, key=len)])
    return sorted(found)


def pages() -> Iterator[tuple[Path, str]]:
    """(file below docs/, its text) for both languages."""
    for lang in ("zh", "en"):
        yield Path(lang, "licences.md"), _page(lang)


def _page(lang: str) -> str:
    rows = [f"| {name} | {licence(name)} | {_use(extra, lang)} |" for name, extra in packages().items()]
    inside = [f"| {name} | {library} | {own} |" for name in packages() for library, own in libraries(name)]
    return (
        "\n\n".join(
            (
                f"# {_TITLE.in_(lang)}",
                _ABOUT.in_(lang),
                "\n".join((_HEAD.in_(lang), "| --- | --- | --- |", *rows)),
                f"## {_INSIDE.in_(lang)}",
                _INSIDE_ABOUT.in_(lang),
                "\n".join((_INSIDE_HEAD.in_(lang), "| --- | --- | --- |", *inside)),
            )
        )
        + "\n"
    )


def _use(extra: str, lang: str) -> str:
    return f"`[{extra}]`" if extra else _ALWAYS.in_(lang)


def main() -> None:
    """Write both pages."""
    for file, text in pages():
        (ROOT / file).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
