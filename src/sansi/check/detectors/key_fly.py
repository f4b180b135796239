"""Fly.io 令牌 · Fly.io token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-fly",
    title=Both("Fly.io 令牌", "Fly.io token"),
    why=Both("可部署、读取应用的配置。", "It deploys and reads configuration."),
    advice=Both("用 fly tokens revoke 撤销。", "Run fly tokens revoke."),
    source="https://fly.io/docs/security/tokens/",
    forms=(
        Prefixed(
            (
                "fo1_",
                "fm1r_",
                "fm2_",
            ),
            r"(?:fo1_[0-9A-Za-z_\-]{43}|fm[12][ar]?_[0-9A-Za-z+/_\-]{60,2000}={0,2})",
        ),
    ),
    hits=(
        "FLY_API_TOKEN=«fo1_" + "Q5Dc2HLFB27iiOtTrVQAbtBvBgtqkS54r4OmKHPtNcR»",
        "令牌«fm2_"
        + "obQXF4CTvw21bVWsnimOap6fQt3LOGdKVmkDi0ncRT5MdOwHLbFwnYqrBEKUHAcqcwKk4cP96ZmhaK39"
        + "JXLFBfM1E3venYetey0r»",
    ),
    misses=(
        "fo1_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "fo1_" + "JTsU6DNjL",  # too short
    ),
)
