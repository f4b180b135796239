"""Vault 令牌 · HashiCorp Vault token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-vault",
    title=Both("Vault 令牌", "HashiCorp Vault token"),
    why=Both("可按其策略读取保险库里的其他密钥。", "It reads the other secrets its policy allows."),
    advice=Both("用 vault token revoke 撤销。", "Run vault token revoke."),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    forms=(
        Prefixed(
            (
                "hvs.",
                "hvb.",
                "hvr.",
            ),
            r"hv[sbr]\.[0-9A-Za-z_\-]{24,300}",
        ),
        Labelled(("vault_token", "vault-token", "vault token"), r"s\.[0-9A-Za-z]{24}"),
    ),
    hits=(
        "VAULT_TOKEN=«hvs." + "rrPqtEUVxg3a2Eujj6PIuQYJ»",
        "X-Vault-Token: «" + "s.0eqIpbK4ntbMaJh6RrGniDlL»",
        "令牌«hvs."
        + "CAESITNmEZQCzK_5WLYJuJVYNKJ3vcBpZV_c5mCcDgEQlFQTB10TNY0XNpdKYjmIXMM7vV9UI1MiyxT5YMj_h50MqkvKaiY»",
    ),
    misses=(
        "hvs." + "xxxxxxxxxxxxxxxxxxxxxxxx",
        "VAULT_TOKEN=s.your_token",
    ),
)
