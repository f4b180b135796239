"""GitHub 令牌 · GitHub token.

The last six characters are the CRC-32 of the thirty before them, in base62. Where it holds the
hit is certain; it is no gate, because newer kinds of token are longer and built otherwise.
"""

from __future__ import annotations

from sansi.check.evidence.secret_values import crc_holds
from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-github",
    title=Both("GitHub 令牌", "GitHub token"),
    why=Both(
        "可读写令牌所及的全部仓库，包括私有仓库和流水线。",
        "It reads and writes every repository it reaches, private ones and pipelines included.",
    ),
    advice=Both(
        "在 Settings → Developer settings 中撤销，再检查仓库的审计日志。",
        "Revoke it under Settings → Developer settings, then read the audit log.",
    ),
    source="https://docs.github.com/authentication/keeping-your-account-and-data-secure/abou"
    + "t-authentication-to-github",
    forms=(
        Prefixed(("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), r"gh[pousr]_[0-9A-Za-z]{36,251}", check=crc_holds),
        Prefixed(("github_pat_",), r"github_pat_[0-9A-Za-z_]{50,244}"),
    ),
    hits=(
        "令牌«ghp_" + "VWsxxFZFzwupFqW3GP2g1mEHUecGRY3NuRCu»泄露了",
        "GH_TOKEN=«github_pat_"
        + "xymh7RUt4qKsCtqK7ZT9Ep_Z7YtuhIhwkvAHcBwwwwQMS8ZKq9pETNdKqziv7Ke5daJ8gkgVCEp1k84djB»",
        "`«ghs_" + "vg9mXIiqAhTpH10DJg6GVYd5cEX0HN6yFP1T»`",
        "https://x-access-token:«gho_" + "w7QQEGCr30DODQ96McZuH6KILaV9mer5kAOK»@github.com/a/b.git",
    ),
    misses=(
        "ghp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "ghp_" + "WLLthn7Nm6fBiUUc70uo",  # too short
        "my_ghp_" + "lWEeG4AN9Lhg6303HvGlegOsALQBt4uShBtK",  # part of a name
        "github_pat_your_token_goes_here_and_must_be_long_enough_to_fit",
    ),
)
