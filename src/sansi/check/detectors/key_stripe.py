"""Stripe 密钥 · Stripe key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-stripe",
    title=Both("Stripe 密钥", "Stripe key"),
    why=Both(
        "可查客户与交易、发起退款和转账。",
        "It reads customers and payments, and makes refunds and transfers.",
    ),
    advice=Both("在 Dashboard → API keys 中轮换。", "Roll the key in Dashboard → API keys."),
    source="https://docs.stripe.com/keys",
    forms=(
        Prefixed(
            ("sk_live_", "sk_test_", "rk_live_", "rk_test_"),
            r"[sr]k_(?:live|test)_[0-9A-Za-z]{16,247}",
            accepts=strewn,
        ),
        Prefixed(("whsec_",), r"whsec_[0-9A-Za-z+/]{24,64}={0,2}", accepts=strewn),
    ),
    hits=(
        "支付密钥：«sk_live_" + "s0rJtKgCMVBoRD84bkeKtVcG»",
        "STRIPE_WEBHOOK=«whsec_" + "OYeLWmlFeX7TrcCCsg8Np43xEZIZORnr»",
        '"«rk_live_' + 'gMStpBed27BTiDkp0wp0rwCxBvsIUnpDeqeavyhn»"',
    ),
    misses=(
        "sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc",  # from the manual
        "pk_live_" + "85dBAHpOLcRQr930jtRy8Cfd",  # made to be published
        "sk_live_" + "xxxxxxxxxxxxxxxxxxxxxxxx",
        "sk_test_your_key",
    ),
)
