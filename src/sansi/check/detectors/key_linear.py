"""Linear 密钥 · Linear API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-linear",
    title=Both("Linear 密钥", "Linear API key"),
    why=Both("可读写工作区的事项。", "It reads and writes the issues of the workspace."),
    advice=Both("在 Settings → API 中撤销。", "Revoke it under Settings → API."),
    source="https://linear.app/developers/graphql",
    forms=(
        Prefixed(
            (
                "lin_api_",
                "lin_oauth_",
            ),
            r"lin_(?:api_[0-9A-Za-z]{40}|oauth_[0-9a-f]{64})",
        ),
    ),
    hits=(
        "LINEAR_API_KEY=«lin_api_" + "vOifiFQb5OOD9XcnNWuB8raugTM9GvBskNpgAqDG»",
        "令牌«lin_oauth_" + "040af995767104a43bcf2ce9de4e36021b4ba2f8c96dd0f0baa79801fab45fd8»",
    ),
    misses=(
        "lin_api_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "lin_api_" + "WcczSlE5a",  # too short
    ),
)
