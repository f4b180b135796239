"""Artifactory 令牌 · JFrog Artifactory token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-artifactory",
    title=Both("Artifactory 令牌", "JFrog Artifactory token"),
    why=Both("可下载、替换内部软件包。", "It downloads and replaces internal packages."),
    advice=Both(
        "在 User management → Access tokens 撤销。", "Revoke it under User management → Access tokens."
    ),
    source="https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens",
    forms=(
        Prefixed(("AKCp",), r"AKCp[0-9A-Za-z]{65,75}"),
        Prefixed(("cmVmdGtu",), r"cmVmdGtu[0-9A-Za-z]{50,60}"),
    ),
    hits=(
        "X-JFrog-Art-Api: «AKCp" + "ZRW1v6SZoCAVmvPktXmgH1vVHWLrz9GfiZPScJI0faUZQDCzpFhuwhErmagePQSQt5UGS»",
        "令牌«cmVmdGtu" + "XRzqCqXDs7mE2RezcPtTcqJLEBtiPGlvp0BcdECTUnOqkaIOapEO3a9B»",
    ),
    misses=(
        "AKCp" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "AKCp" + "gXS2uXAEO",  # too short
    ),
)
