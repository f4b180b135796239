"""GitLab 令牌 · GitLab token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-gitlab",
    title=Both("GitLab 令牌", "GitLab token"),
    why=Both(
        "可读写令牌所及的项目，注册令牌还能接管构建机。",
        "It reads and writes projects; a runner token takes over build machines.",
    ),
    advice=Both(
        "在 Access tokens 页撤销，查看其最近使用记录。",
        "Revoke it on the access tokens page and look at when it was last used.",
    ),
    source="https://docs.gitlab.com/security/tokens/#token-prefixes",
    forms=(
        Prefixed(
            (
                "glpat-",
                "gldt-",
                "glrt-",
                "glcbt-",
                "glptt-",
                "glft-",
                "glsoat-",
                "glimt-",
                "glagent-",
                "gloas-",
                "glffct-",
            ),
            r"gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent|oas|ffct)-(?:[0-9A-Za-z]{1,5}_)?[0-9A-Za-z_\-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?(?!-)",
        ),
        Prefixed(("GR1348941",), r"GR1348941[0-9A-Za-z_\-]{20}"),
    ),
    hits=(
        "PRIVATE-TOKEN: «glpat-" + "C7fijF8IY9KqlJ4Jclb8»",
        "注册用«glrt-" + "1Ny5zGMeYpmnJOM5f0ZL»即可",
        "«GR1348941" + "batgilEFhlKGjQanoVXx»",
    ),
    misses=(
        "glpat-" + "xxxxxxxxxxxxxxxxxxxx",
        "glpat-" + "f3Ug1pYx2",  # too short
        "glpat-your-access-token-goes-here",
    ),
)
