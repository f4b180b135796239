"""PayPal 密钥 · PayPal secret."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-paypal",
    title=Both("PayPal 密钥", "PayPal secret"),
    why=Both("可查交易、发起退款和付款。", "It reads payments, refunds and pays out."),
    advice=Both("在开发者后台轮换。", "Rotate it in the developer dashboard."),
    source="https://developer.paypal.com/api/rest/authentication/",
    forms=(
        Prefixed(("access_token$production$",), r"access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}"),
        Labelled(
            ("paypal_secret", "paypal_client_secret", "client_secret", "clientsecret", "secret"),
            r"E[0-9A-Za-z_\-]{79}",
            near=r"paypal",
            accepts=strewn,
        ),
    ),
    hits=(
        "«access_token$production$" + "309uc1cybjsjlte0$b102633b6a725379b15f4d8e7da4c293»",
        "PAYPAL_CLIENT_SECRET=«"
        + "Eq1DCLs15JwW5mmkEb7WTQKmuH4JYwxAINCWomQkU2Df7L3F0t1X41vVZRhgXLIzWth76M4XYAoxHUTu»",
    ),
    misses=(
        "PAYPAL_CLIENT_SECRET=your-client-secret",
        "paypal commit deae79328eddd7128b803bce7d6d36d6a0829c39",
    ),
)
