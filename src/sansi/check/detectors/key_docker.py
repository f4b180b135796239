"""Docker Hub 令牌 · Docker Hub token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-docker",
    title=Both("Docker Hub 令牌", "Docker Hub token"),
    why=Both("可拉取私有镜像，写令牌能替换镜像。", "It pulls private images; a write token replaces images."),
    advice=Both("在 Account settings 中撤销。", "Revoke it in the account settings."),
    source="https://docs.docker.com/security/access-tokens/",
    forms=(
        Prefixed(
            (
                "dckr_pat_",
                "dckr_oat_",
            ),
            r"dckr_(?:pat_[0-9A-Za-z_\-]{27}|oat_[0-9A-Za-z_\-]{27,40})",
        ),
    ),
    hits=(
        "docker login -u app -p «dckr_pat_" + "2q7CUWc9IOJGJzbdFPJnqX46FCT»",
        "令牌«dckr_pat_" + "wdgGZEgy0wnCFo7RC29pY-R3poN»",
    ),
    misses=(
        "dckr_pat_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "dckr_pat_" + "YeKdIoANl",  # too short
    ),
)
