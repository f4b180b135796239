"""文件文档 · Writes docs/{zh,en}/files.md: what is read of each format. `make docs` runs it.

From the plants in tests/check/extract/plants: what stands here was found in a file by a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sansi.check.extract import budget
from sansi.check.extract.extract import all_readers
from sansi.check.extract.kinds import UNSUPPORTED
from sansi.check.model import Both
from sansi.check.rules import shipped
from sansi.sandbox.limits import Limits
from tests.check.extract.plants.plant import Format, Hidden, Plant, formats

ROOT = Path(__file__).parents[1] / "docs"
_TITLE = Both("读哪些文件", "What is read of a file")
_ABOUT = Both(
    "文件类型按内容判断，不看文件名。下面每一行都由测试证明：按格式造一份文件，每个部分各埋一个值，检查时"
    "每个值都要找到，位置也要对（`tests/check/extract/plants/`）。结果里的位置就是“位置”一栏的写法，"
    "`种类` 是 JSON 里 `where.kind` 的值。文件里的文件（附件、图片、压缩包成员）照样读，位置前面写明在哪个文件里。",
    "A file's kind is told from its bytes, never from its name. Every line below is proved by a test: a file of each "
    "format is made with a value planted in every part, and each must be found, at the right place "
    "(`tests/check/extract/plants/`). Findings name places the way the column “place” does; `kind` is what "
    "`where.kind` says in JSON. Files inside files (attachments, pictures, members) are read too, and their places begin "
    "with the way to them.",
)
_HEAD = Both("| 部分 | 位置 | 种类 |", "| part | place | kind |")
_HIDDEN = Both("**藏在文件里的事实：**", "**Hidden facts:**")
_HIDDEN_HEAD = Both("| 事实 | 规则 |", "| fact | rule |")
_TRIED = {
    **dict.fromkeys(
        ("odt", "ods", "odp", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "rtf"), "LibreOffice 7.4"
    ),
    "pdf": "LibreOffice 7.4, Chromium, reportlab, fpdf2, pikepdf",
}
"""Kind -> the programs by which the files were written that the tests read, clean and redact."""
_TRIED_ON = Both(
    "也用这些软件真正写出的文件试过：{}（`tests/check/office/`）。",
    "Tried too on files as these programs write them: {} (`tests/check/office/`).",
)
_UNREAD = Both("**读不到的：**", "**Not read:**")
_LIMITS = Both("限额", "Limits")
_OTHERS = Both("认得但不读的", "Known and not read")
_OTHERS_ABOUT = Both(
    "点名检查时报为“没有检查”，并说明怎么办；在文件夹里遇到时略过，总结里有数目。别的二进制文件也一样。",
    "Named on the command line, they are unreadable, and the report says what to do; met in a folder they are skipped "
    "and counted. So are other binary files.",
)


def pages() -> Iterator[tuple[Path, str]]:
    """(file below docs/, its text) for both languages."""
    for lang in ("zh", "en"):
        yield Path(lang, "files.md"), _page(lang)


def _page(lang: str) -> str:
    parts = [f"# {_TITLE.in_(lang)}", _ABOUT.in_(lang)]
    for made in formats():
        parts += _format(made, lang)
    parts += [f"## {_LIMITS.in_(lang)}", _bullets(_limits(), lang)]
    parts += [f"## {_OTHERS.in_(lang)}", _OTHERS_ABOUT.in_(lang), _others(lang)]
    return "\n\n".join(parts) + "\n"


def _format(made: Format, lang: str) -> Iterator[str]:
    yield f"## {made.title.in_(lang)}"
    yield f"`{made.names}`"
    rows = "\n".join(_row(p, lang) for p in made.plants)
    yield f"{_HEAD.in_(lang)}\n| --- | --- | --- |\n{rows}"
    if made.hidden:
        facts = "\n".join(dict.fromkeys(_fact(h, lang) for h in made.hidden))
        yield _HIDDEN.in_(lang)
        yield f"{_HIDDEN_HEAD.in_(lang)}\n| --- | --- |\n{facts}"
    programs = dict.fromkeys(_TRIED[kind] for kind in made.kinds if kind in _TRIED)
    if programs:
        yield _TRIED_ON.in_(lang).format("; ".join(programs))
    if made.unread:
        yield _UNREAD.in_(lang)
        yield _bullets(made.unread, lang)


def _row(plant: Plant, lang: str) -> str:
    part = plant.zh if lang == "zh" else plant.en
    return f"| {part} | {plant.where.said(lang)} | `{plant.where.as_dict()['kind']}` |"


def _fact(hidden: Hidden, lang: str) -> str:
    title = next(r.title for r in shipped() if r.id == hidden.rule).in_(lang)
    fact = hidden.zh if lang == "zh" else hidden.en
    return f"| {fact} | [{title}](rules/{hidden.rule}.md) |"


def _bullets(said: tuple[Both, ...], lang: str) -> str:
    return "\n".join(f"- {one.in_(lang)}" for one in said)


def _limits() -> tuple[Both, ...]:
    """The limits that hold for every format, from where they are kept."""
    child = Limits()
    size, seconds = child.input_bytes >> 20, child.wall_s
    return (
        Both(
            f"一份文件最大 {size} MB，{seconds} 秒（有图要识字的再加 {child.ocr_s} 秒），{child.memory_bytes >> 30} GB 内存；"
            "超过的报为没有检查，不影响别的文件。纯文本分段检查，没有这些限额。",
            f"A file may have {size} MB, and take {seconds} s ({child.ocr_s} s more where pictures are read) and "
            f"{child.memory_bytes >> 30} GB of memory. One that takes more is said to be unchecked; the others go on. "
            "Plain text is checked in windows and has none of these limits.",
        ),
        Both(
            f"解开后最多 {budget.TOTAL_BYTES >> 20} MB，每个成员最多 {budget.MEMBER_BYTES >> 20} MB，最多 {budget.MEMBERS} 个成员；"
            f"文件套文件最多 {budget.DEPTH} 层、{budget.FILES} 个。",
            f"Unpacked at most {budget.TOTAL_BYTES >> 20} MB, a member {budget.MEMBER_BYTES >> 20} MB, {budget.MEMBERS} members; "
            f"files inside files down to {budget.DEPTH} levels and {budget.FILES} files.",
        ),
        Both(
            f"文字最多 {budget.TEXT >> 20} 百万字符，页数最多 {budget.PAGES}，画面最多 {budget.PIXELS // 1_000_000} 百万像素，"
            f"单元格最多 {budget.CELLS // 1_000_000} 百万个。没读到的部分都会说明，文件报为“部分检查”。",
            f"At most {budget.TEXT >> 20} million characters, {budget.PAGES} pages, {budget.PIXELS // 1_000_000} million pixels a picture, "
            f"{budget.CELLS // 1_000_000} million cells. What is left out is always said, and the file is `partial`.",
        ),
    )


def _others(lang: str) -> str:
    joint = "：" if lang == "zh" else " "
    # An empty file is an empty text.
    kinds = [k for k in UNSUPPORTED if k not in all_readers() and k != "empty"]
    return "\n".join(f"- `{k}`{joint}{UNSUPPORTED[k].in_(lang)}" for k in kinds)


def main() -> None:
    """Write both pages."""
    for file, text in pages():
        (ROOT / file).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
