"""Square 令牌 · Square token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-square",
    title=Both("Square 令牌", "Square token"),
    why=Both("可查交易、发起退款。", "It reads payments and makes refunds."),
    advice=Both("在 Developer Console 中替换。", "Replace it in the developer console."),
    source="https://developer.squareup.com/docs/build-basics/access-tokens",
    forms=(
        Prefixed(
            (
                "sq0atp-",
                "sq0csp-",
            ),
            r"sq0(?:atp-[0-9A-Za-z_\-]{22}|csp-[0-9A-Za-z_\-]{43})",
        ),
        Prefixed(("EAAA",), r"EAAA[0-9A-Za-z_\-]{60}", accepts=strewn),
    ),
    hits=(
        "SQUARE_TOKEN=«sq0atp-" + "MGJqijwXP9AI7yrCtRNPIj»",
        "密钥«sq0csp-" + "FKUUvaAkzndHUtFEBBEpPnkrHBdl4XxZZPEC5ow0xq2»",
        "«EAAA" + "MGCjlxnognTNUdDdqYVJ3qKQfPyJoFgUzFC3Vrs2nFOsIgObNraxt3bpCU4F»",
    ),
    misses=(
        "sq0atp-" + "xxxxxxxxxxxxxxxxxxxxxx",
        "sq0idp-" + "eBwHXNx4Z1Ezzlx9L0bQ47",  # the application id, not secret
    ),
)
