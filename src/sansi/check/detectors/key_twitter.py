"""X（Twitter）令牌 · X (Twitter) token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both


def distinct(value: str) -> bool:
    """Accepts only tokens with the escaped sign that theirs have: runs of A are zeroes in base64."""
    return "%" in value and value.lstrip("A")[:1] != ""


RULE = issuer(
    "key-twitter",
    title=Both("X（Twitter）令牌", "X (Twitter) token"),
    why=Both("可以你的身份发帖、读私信。", "It posts and reads messages as you."),
    advice=Both("在开发者后台重新生成。", "Regenerate it in the developer portal."),
    source="https://docs.x.com/resources/fundamentals/authentication",
    forms=(
        Prefixed(("AAAAAAAAAAAAAAAAAAAA",), r"A{20,24}[0-9A-Za-z%]{70,120}", accepts=distinct),
        Labelled(
            ("access_token_secret", "accesstokensecret", "twitter_access_secret", "access token secret"),
            r"[0-9A-Za-z]{45}",
            accepts=strewn,
        ),
        Labelled(
            ("consumer_secret", "consumersecret", "api_secret", "api_key_secret", "twitter_secret"),
            r"[0-9A-Za-z]{50}",
            accepts=strewn,
        ),
    ),
    hits=(
        "Bearer «AAAAAAAAAAAAAAAAAAAA"
        + "AAe9Aet7w31R%2BWznuu8pncLTHZPIqCKu18T6gvUUtIUTg131tzPXIMzodcXsbjiKg4Ed1d37kHWJtxgvMq7»",
        "TWITTER_ACCESS_TOKEN_SECRET=«" + "GfGbDbt5K0jsoQQ6ciDq5lNVJHxVjt58UVxnSoZrAUocD»",
    ),
    misses=(
        "AAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",  # zeroes in base64
        "TWITTER_ACCESS_TOKEN_SECRET=your_secret",
    ),
)
