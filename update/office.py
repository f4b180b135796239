"""办公软件样例 · Writes tests/check/office: documents as LibreOffice itself writes them, a value planted in every part.

The sources are flat OpenDocument of our own; `soffice --headless` (Debian: libreoffice-writer, -calc, -impress) makes
the rest of them. Not part of `make docs`: what comes out depends on the program's version. Values are made up.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import zlib
from base64 import b64encode
from pathlib import Path

from PIL import Image

from sansi.check.evidence.checksums import mod_11_2
from update import office_sources

ROOT = Path(__file__).parents[1] / "tests" / "check" / "office"
_TARGETS = {
    "text.fodt": ("odt", "docx", "doc", "rtf", "pdf"),
    "sheet.fods": ("ods", "xlsx", "xls", "pdf"),
    "slides.fodp": ("odp", "pptx", "ppt", "pdf"),
}
_SECONDS = 180


def planted(part: str) -> str:
    """The resident identity number that stands in `part`: of a district that was dissolved, of somebody born in 1908."""
    told = zlib.crc32(part.encode())
    body = f"11022219080{1 + told % 9}{10 + told // 9 % 19}{told // 171 % 1000:03d}"
    return body + mod_11_2(body)


def picture() -> str:
    """A little picture, in base64."""
    held = io.BytesIO()
    Image.new("RGB", (24, 16), (40, 90, 160)).save(held, "PNG")
    return b64encode(held.getvalue()).decode()


def sources() -> dict[str, str]:
    """Name of a source -> its flat OpenDocument."""
    return {
        "text.fodt": office_sources.text(planted, picture()),
        "sheet.fods": office_sources.sheet(planted),
        "slides.fodp": office_sources.slides(planted, picture()),
    }


def parts() -> dict[str, list[str]]:
    """Stem of a source -> the names of its parts that hold a value."""
    found: dict[str, list[str]] = {}

    def noting(name: str) -> office_sources.Planted:
        def note(part: str) -> str:
            found.setdefault(name, []).append(part)
            return planted(part)

        return note

    office_sources.text(noting("text"), "")
    office_sources.sheet(noting("sheet"))
    office_sources.slides(noting("slides"), "")
    office_sources.page(noting("page"))
    return {name: sorted(set(its)) for name, its in found.items()}


def main() -> None:
    """Write every sample anew."""
    ROOT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        for name, source in sources().items():
            Path(made, name).write_text(source, "utf-8")
            for target in _TARGETS[name]:
                _convert(Path(made), name, target)
        page = Path(made, "page.html")
        page.write_text(office_sources.page(planted), "utf-8")
        _print(page)


def _print(page: Path) -> None:
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={page.parent / 'c'}",
    ]
    command += [f"--print-to-pdf={ROOT / 'page.pdf'}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    print("page.pdf", (ROOT / "page.pdf").stat().st_size)


def _convert(folder: Path, name: str, target: str) -> None:
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", target, "--outdir", str(folder), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    made = folder / f"{Path(name).stem}.{target.partition(':')[0]}"
    (ROOT / made.name).write_bytes(made.read_bytes())
    print(made.name, made.stat().st_size)


if __name__ == "__main__":
    main()
