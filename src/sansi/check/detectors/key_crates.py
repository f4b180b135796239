"""crates.io 令牌 · Cargo registry token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-crates",
    title=Both("crates.io 令牌", "Cargo registry token"),
    why=Both("可以你的名义发布 Rust 软件包。", "It publishes Rust packages in your name."),
    advice=Both(
        "在账户设置中撤销，检查最近发布的版本。",
        "Revoke it in the account settings, and look at what was published lately.",
    ),
    source="The Cargo Book, “Publishing”",
    forms=(Prefixed(("cio",), r"cio[0-9A-Za-z]{32}", accepts=strewn),),
    hits=(
        "CARGO_REGISTRY_TOKEN=«cio" + "xfLkxp9R6b5Gdp9FE73nlcNK8p9KkXnk»",
        "cargo login «cio" + "C17kEYG0TVELqYsD6GFcvzReBUdAV1px»",
    ),
    misses=(
        "cio" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "precio" + "P9WCS4TcCwzaTRa0JwWlXI01fHv7gUiH",  # inside a word
    ),
)
