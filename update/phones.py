"""电话号段 · cn_area_codes.tsv and cn_mobile_prefixes.txt: how Chinese numbers begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from update.table import source, text_of, write


def area_codes() -> Iterator[str]:
    """Area code with its 0, and the place, by code."""
    from phonenumbers.geodata import GEOCODE_DATA  # noqa: PLC0415 - large, and only read here

    for line in text_of("jionlp", "dictionary/landline_phone_area_code.txt").splitlines():
        code, fallback = line.split()
        # Where several codes share a beginning the geodata keeps the beginning: 86335 stands as 8633.
        prefixes = ("86" + code[1:][:length] for length in range(len(code) - 1, 1, -1))
        known = (GEOCODE_DATA[prefix]["zh"] for prefix in prefixes if prefix in GEOCODE_DATA)
        # Codes given up (巢湖 0565) still stand in older texts.
        yield f"{code}\t{next(known, fallback.replace('/', ''))}"


def mobile_prefixes() -> Iterator[str]:
    """The first three digits of every number range given to a mobile operator."""
    from phonenumbers.data.region_CN import PHONE_METADATA_CN  # noqa: PLC0415 - as above

    assert PHONE_METADATA_CN.mobile is not None
    pattern = PHONE_METADATA_CN.mobile.national_number_pattern
    assert pattern is not None
    valid = re.compile(pattern)
    given = {
        line.split()[0][:3] for line in text_of("jionlp", "dictionary/telecom_operator.txt").splitlines()
    }
    for prefix in (f"1{n}" for n in range(30, 100)):
        if prefix in given or any(valid.fullmatch(f"{prefix}{n}0000000") for n in range(10)):
            yield prefix


def main() -> None:
    """Write both tables."""
    write(
        "cn_area_codes.tsv",
        "固定电话区号 · area code, place",
        [
            source("jionlp", "Apache-2.0", "codes"),
            source("phonenumbers", "Apache-2.0", "places"),
        ],
        sorted(set(area_codes())),
    )
    write(
        "cn_mobile_prefixes.txt",
        "移动电话号段 · first three digits",
        [
            source("phonenumbers", "Apache-2.0", "pattern of valid numbers"),
            source("jionlp", "Apache-2.0", "ranges of operators, virtual ones and data cards included"),
        ],
        mobile_prefixes(),
    )


if __name__ == "__main__":
    main()
