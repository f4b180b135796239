"""Telegram 机器人令牌 · Telegram bot token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-telegram",
    title=Both("Telegram 机器人令牌", "Telegram bot token"),
    why=Both("可冒充机器人收发消息。", "It sends and reads messages as the bot."),
    advice=Both("对 @BotFather 发送 /revoke。", "Send /revoke to @BotFather."),
    source="https://core.telegram.org/bots/api#authorizing-your-bot",
    forms=(
        Prefixed(
            (":AA",),
            r"[0-9]{8,10}:AA[0-9A-Za-z_\-]{32,33}",
            back=r"(?<![0-9A-Za-z])[0-9]{8,10}|(?<=/bot)[0-9]{8,10}",
        ),
        Prefixed(("api.telegram.org/bot",), r"api\.telegram\.org/bot(?=[0-9])[0-9]{8,10}:[0-9A-Za-z_\-]{35}"),
        Labelled(
            (
                "bot_token",
                "bottoken",
                "bot-token",
                "bot token",
                "telegram_token",
                "telegram token",
                "tg_token",
                "telegram_bot",
                "telegram bot",
                "机器人令牌",
                "机器人token",
                "机器人 token",
            ),
            r"[0-9]{8,10}:[0-9A-Za-z_\-]{35}",
        ),
    ),
    hits=(
        "机器人令牌：«" + "7359106158:AApqyNYw6DGbQpxWBYeILR72JX0MvWTYwCj»",
        "TELEGRAM_BOT_TOKEN=«" + "6630812004:wqqbzqL64b6SvjBPlqR3UKj4LHijVg41U79»",
        "token «" + "5016293948:AA7cozQ0jOewgtlwkvGN6Y3e9p1Jrp7e0GN»",
    ),
    misses=(
        "123456789:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "MAC 00:AA:28:04:05:06",  # an address
        "110201543:AAHdqTcvCH1vGWJxf" + "SeofSAs0K5PALDsaw",  # from the manual
    ),
)
