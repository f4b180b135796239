"""Discord 令牌或 Webhook · Discord token or webhook."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-discord",
    title=Both("Discord 令牌或 Webhook", "Discord token or webhook"),
    why=Both("可冒充机器人读频道、发消息。", "It reads channels and posts as the bot."),
    advice=Both(
        "在 Developer Portal 重置令牌，或删除该 Webhook。",
        "Reset the token in the developer portal, or delete the webhook.",
    ),
    source="https://discord.com/developers/docs/reference#authentication",
    forms=(
        Labelled(
            (
                "discord_token",
                "discord token",
                "bot_token",
                "bot token",
                "bot-token",
                "bottoken",
                "discord_bot",
                "client.run(",
                "bot.run(",
                ".login(",
                "authorization: bot",
                "discord",
                "token=",
                "token:",
                "token =",
                "token：",
                'token"',
            ),
            r"[MNO][0-9A-Za-z_\-]{23,27}\.[0-9A-Za-z_\-]{6}\.[0-9A-Za-z_\-]{27,40}",
        ),
        Prefixed(
            ("discord.com/api/webhooks/", "discordapp.com/api/webhooks/"),
            r"(?:https?://)?(?:(?:ptb|canary)\.)?discord(?:app)?\.com/api/webhooks/[0-9]{17,20}/[0-9A-Za-z_\-]{60,80}",
            back=r"(?:https?://)?(?:(?:ptb|canary)\.)?",
        ),
    ),
    hits=(
        "DISCORD_TOKEN=«MTA" + "svnsUkWI3YqH9KnWEHLXwIV.GRkI65.lqzExNx8MShqwrwYfJpvhucbKX9SD6BAgMeYDU»",
        'client.run("«OT' + 'xzUXfekpy4QxbcfjT6aXqw.Y3wnX3.FjE7Rjqgr3aOYxyJMft499jD8Ec»")',
        "«https://discord.com/api/webhooks/"
        + "1648463924455515842/aS41qlwGUbMVn0FDaRKqAM3Z4kSzSRcFiAxyJ2uELQZVWItYnNI3Z9iarkHltQLDMGIW»",
    ),
    misses=(
        "DISCORD_TOKEN=your.bot.token",
        "https://discord.com/api/webhooks/" + "1149731587692470890/",
        "https://discord.com/api/webhooks/"
        + "1703973634916626107/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ),
)
