"""HubSpot 令牌 · HubSpot token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-hubspot",
    title=Both("HubSpot 令牌", "HubSpot token"),
    why=Both("可读客户资料。", "It reads your customers' data."),
    advice=Both("在 Private apps 中轮换。", "Rotate it under private apps."),
    source="https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
    forms=(
        Prefixed(
            (
                "pat-na",
                "pat-eu",
            ),
            r"pat-(?:na|eu)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        ),
    ),
    hits=(
        "HUBSPOT=«pat-na1-" + "79d8c178-6036-4ec7-a2b5-a4fc719cdb38»",
        "令牌«pat-eu1-" + "42624707-2dea-4685-a439-f86e445962d1»",
    ),
    misses=(
        "pat-na1-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "4623229f-f5fb-49fe-a72d-527fea64bab8",  # an identifier
    ),
)
