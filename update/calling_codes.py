"""国际电话 · calling_codes.tsv: which national numbers exist behind each calling code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from update.table import source, write


def _pattern(*kinds: Any) -> str:
    return "|".join(k.national_number_pattern for k in kinds if k and k.national_number_pattern)


def regions() -> Iterator[str]:
    """Region, calling code, national prefix, all numbers, mobile numbers, numbers of services."""
    import phonenumbers  # noqa: PLC0415 - large, and only read here

    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        m = phonenumbers.PhoneMetadata.metadata_for_region(region)
        assert m is not None
        services = _pattern(m.toll_free, m.premium_rate, m.shared_cost, m.uan, m.pager, m.voicemail)
        fields = (
            region,
            m.country_code,
            m.national_prefix or "",
            _pattern(m.general_desc),
            _pattern(m.mobile),
        )
        yield "\t".join(map(str, (*fields, services)))


def main() -> None:
    """Write the table."""
    write(
        "calling_codes.tsv",
        "国际电话号码 · region, calling code, national prefix, patterns: all, mobile, services",
        [source("phonenumbers", "Apache-2.0", "metadata of every region")],
        regions(),
    )


if __name__ == "__main__":
    main()
