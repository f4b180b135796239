"""企业微信机器人或应用密钥 · WeCom robot address or secret."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-wecom",
    title=Both("企业微信机器人或应用密钥", "WeCom robot address or secret"),
    why=Both(
        "拿到地址的人可冒充机器人在群里发消息，包括钓鱼链接。",
        "Whoever has the address posts to the group as the robot, phishing links included.",
    ),
    advice=Both(
        "在群里移除该机器人并重建；应用 Secret 在管理后台重置。",
        "Remove the robot and make a new one; reset an application secret in the admin console.",
    ),
    source="https://developer.work.weixin.qq.com/document/path/91770",
    forms=(
        Prefixed(
            ("qyapi.weixin.qq.com/cgi-bin/webhook/",),
            r"(?:https?://)?qyapi\.weixin\.qq\.com/cgi-bin/webhook/(?:send|upload_media)\?key=[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
            back=r"(?:https?://)?",
        ),
        Labelled(
            ("corpsecret", "corp_secret", "corp secret", "agent_secret", "agentsecret", "secret"),
            r"[0-9A-Za-z_\-]{43}",
            near=r"wecom|企业微信|企微|wxwork|corp_?id|ww[0-9a-f]{16}",
            accepts=strewn,
        ),
    ),
    hits=(
        "告警机器人«https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key="
        + "d86cce56-1b81-4253-a6d3-1f42d81dfab0»",
        "corpid=ww501681a5a4332457&corpsecret=«" + "bRK3ryQ2CCE2QumGwfXfigqtdPQOlOGit2lCNt8vCwp»",
        "企业微信应用Secret：«" + "EhsIBVR2mghKof8dKUrYLlDpTLMaH7fng3ehdlLi4UV»",
    ),
    misses=(
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key="
        + "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa",  # from the manual
        "key=9433144e-313a-449b-a85d-af2da550bc51",  # whose?
    ),
)
