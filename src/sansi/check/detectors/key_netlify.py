"""Netlify 令牌 · Netlify token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-netlify",
    title=Both("Netlify 令牌", "Netlify token"),
    why=Both("可部署、替换你的网站。", "It deploys and replaces your site."),
    advice=Both("在 Applications 页撤销。", "Revoke it on the applications page."),
    source="https://docs.netlify.com/cli/get-started/#obtain-a-token-in-the-netlify-ui",
    forms=(
        Prefixed(
            (
                "nfp_",
                "nfc_",
            ),
            r"nf[pc]_[0-9A-Za-z]{36,44}",
        ),
    ),
    hits=(
        "NETLIFY_AUTH_TOKEN=«nfp_" + "ksVoDJVlFzY4OnQZfL5wXwjopwhyNHcuw372»",
        "令牌«nfp_" + "nzGfayppaznCZMVR4QjElwh19dySZeyvi86t»",
    ),
    misses=(
        "nfp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "nfp_" + "cTQCd4C0G",  # too short
    ),
)
