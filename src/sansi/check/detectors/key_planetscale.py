"""PlanetScale 令牌 · PlanetScale token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-planetscale",
    title=Both("PlanetScale 令牌", "PlanetScale token"),
    why=Both("可读写数据库。", "It reads and writes the database."),
    advice=Both("在 Settings 中删除。", "Delete it in the settings."),
    source="https://planetscale.com/docs/concepts/service-tokens",
    forms=(
        Prefixed(
            (
                "pscale_tkn_",
                "pscale_pw_",
                "pscale_oauth_",
            ),
            r"pscale_(?:tkn|pw|oauth)_[0-9A-Za-z_\-.=]{32,64}",
        ),
    ),
    hits=(
        "«pscale_tkn_" + "XyDPO4Y0GL3S1rC5SR1qCM8uvM75IasCxzVcC8qD1Ts»",
        "密码«pscale_pw_" + "geWYvOrPiwBWNSXtvxUZv9TYRIsyCjayppsAoXeCB0m»",
    ),
    misses=(
        "pscale_tkn_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "pscale_tkn_" + "XtZ8KvmFK",  # too short
    ),
)
