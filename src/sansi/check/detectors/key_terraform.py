"""Terraform Cloud 令牌 · Terraform Cloud token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-terraform",
    title=Both("Terraform Cloud 令牌", "Terraform Cloud token"),
    why=Both(
        "可改动基础设施、读取状态文件中的密码。",
        "It changes infrastructure and reads the passwords in state files.",
    ),
    advice=Both("在 User settings → Tokens 删除。", "Delete it under User settings → Tokens."),
    source="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    forms=(
        Prefixed(
            (".atlasv1.",), r"[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_\-=]{60,70}", back=r"[0-9A-Za-z]{14}"
        ),
    ),
    hits=(
        'token = "«'
        + 'nS9mygKJtFpA8r.atlasv1.FdOPqMdlOir36GfS4Qtf8t8XQAJZ38UQM2XWVDovdTPVjacLWKYWhCGDNR30x8f4kaQ»"',
        "令牌«" + "wC7JiIBaUYkXzU.atlasv1.9DeTSDTm0L43hUb5Nv5eswUeGgHvgiPNYvGo6goYunxCksFBd3RevOHenWgTbFUjo»",
    ),
    misses=(
        "xxxxxxxxxxxxxx.atlasv1." + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "abc.atlasv1.def",
    ),
)
