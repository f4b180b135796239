"""Doppler 令牌 · Doppler token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-doppler",
    title=Both("Doppler 令牌", "Doppler token"),
    why=Both("可读取其中保存的全部密钥。", "It reads all the secrets kept there."),
    advice=Both("在 Access 页撤销。", "Revoke it on the access page."),
    source="https://docs.doppler.com/docs/service-tokens",
    forms=(
        Prefixed(
            (
                "dp.pt.",
                "dp.st.",
                "dp.ct.",
                "dp.sa.",
                "dp.scim.",
                "dp.audit.",
            ),
            r"dp\.(?:(?:pt|ct|sa|scim|audit)|st(?:\.[0-9a-z_\-]{2,35})?)\.[0-9A-Za-z]{40,44}",
        ),
    ),
    hits=(
        "DOPPLER_TOKEN=«dp.pt." + "v3VuRiB5wGQSAwma1xmbuqKXavkptUS5lCWO4ja644q»",
        "令牌«dp.st." + "prd.0GdtlHtZxnCMNBLtgzbj2fnpQrLqCnWvq0blnN65H8p»",
    ),
    misses=(
        "dp.pt." + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        'android:width="8dp.st.ab"',
    ),
)
