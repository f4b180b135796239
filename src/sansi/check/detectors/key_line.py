"""LINE 令牌 · LINE channel token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-line",
    title=Both("LINE 令牌", "LINE channel token"),
    why=Both("可以官方账号的名义群发消息。", "It sends messages as the official account."),
    advice=Both("在 LINE Developers 中重新签发。", "Reissue it in LINE Developers."),
    source="https://developers.line.biz/en/docs/basics/channel-access-token/",
    forms=(
        Labelled(
            (
                "channel_access_token",
                "channel access token",
                "line_channel_access",
                "line_token",
                "channelaccesstoken",
            ),
            r"[0-9A-Za-z+/]{150,180}=",
        ),
        Labelled(("channel_secret", "channel secret", "channelsecret"), r"[0-9a-f]{32}"),
    ),
    hits=(
        "LINE_CHANNEL_SECRET=«" + "378aa2820b7db488a9bc7524a4c8728e»",
        "CHANNEL_ACCESS_TOKEN=«"
        + "j6VczicnKF5ZeWAXQd7c8v0nBSD1cs17chQfbcbPCq4kzEARF6srizhP54dbuBy2XuOJb7485XMoRuqQ"
        + "HbwvvbYsrWwMOTfy1GzyYGVYHtRuutS8D59D5lzyb4yM2lxDNetzn635EfSIjJ0rvbkQUxNdKFwVNwp1"
        + "V5KgE0zzzSd=»",
    ),
    misses=(
        "LINE_CHANNEL_ID=4114131927",
        "CHANNEL_SECRET=your_channel_secret",
    ),
)
