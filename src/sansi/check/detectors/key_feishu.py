"""飞书机器人或应用密钥 · Feishu (Lark) robot address or secret."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-feishu",
    title=Both("飞书机器人或应用密钥", "Feishu (Lark) robot address or secret"),
    why=Both(
        "拿到地址的人可冒充机器人在群里发消息，包括钓鱼链接。",
        "Whoever has the address posts to the group as the robot, phishing links included.",
    ),
    advice=Both(
        "在群机器人设置中移除并重建；应用密钥在开放平台重置。",
        "Remove the robot and make a new one; reset an application secret on the open platform.",
    ),
    source="https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot",
    forms=(
        Prefixed(
            ("open.feishu.cn/open-apis/bot/", "open.larksuite.com/open-apis/bot/"),
            r"(?:https?://)?open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/(?:v2/)?hook/[0-9A-Za-z\-]{24,40}",
            back=r"(?:https?://)?",
        ),
        Labelled(
            ("app_secret", "appsecret", "app secret", "app-secret", "应用密钥", "secret"),
            r"[0-9A-Za-z]{32}",
            near=r"feishu|飞书|lark|cli_[0-9a-z]{16}",
            accepts=strewn,
        ),
    ),
    hits=(
        "«https://open.feishu.cn/open-apis/bot/v2/hook/" + "997f31c5-b558-4c5d-a75e-3123ac055ae3»",
        "飞书 App Secret：«" + "jYAdWQjDv9tu53J5UiQ9tFEoDIfW7nOw»",
        "FEISHU_APP_ID=cli_a19z1qhvs796y0i5\nFEISHU_APP_SECRET=«" + "PcgE7wTQ2QPBRxiLmKTYSjnSCOesONKn»",
    ),
    misses=(
        "https://open.feishu.cn/open-apis/bot/v2/hook/" + "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "cli_a1q4il0owahxs00m",  # the id alone
        "飞书 App Secret：请到后台查看",
    ),
)
