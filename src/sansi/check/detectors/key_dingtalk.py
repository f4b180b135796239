"""钉钉机器人或应用密钥 · DingTalk robot address or secret."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-dingtalk",
    title=Both("钉钉机器人或应用密钥", "DingTalk robot address or secret"),
    why=Both(
        "拿到地址的人可冒充机器人在群里发消息，包括钓鱼链接。",
        "Whoever has the address posts to the group as the robot, phishing links included.",
    ),
    advice=Both(
        "在群设置里删除该机器人并重建，开启加签与 IP 白名单。",
        "Delete the robot in the group settings, make a new one, with signing and an IP list.",
    ),
    source="https://open.dingtalk.com/document/robots/custom-robot-access",
    forms=(
        Prefixed(
            ("oapi.dingtalk.com/robot/send?access_token=", "api.dingtalk.com/robot/send?access_token="),
            r"(?:https?://)?o?api\.dingtalk\.com/robot/send\?access_token=[0-9a-f]{64}",
            back=r"(?:https?://)?o?",
        ),
        Prefixed(tuple(f"SEC{c}" for c in "0123456789abcdef"), r"SEC[0-9a-f]{64}"),
        Labelled(
            ("access_token", "accesstoken", "robot_token", "token"),
            r"[0-9a-f]{64}",
            near=r"dingtalk|dingding|钉钉",
        ),
        Labelled(
            ("appsecret", "app_secret", "clientsecret", "client_secret", "app secret"),
            r"[0-9A-Za-z_\-]{64}",
            near=r"dingtalk|dingding|钉钉",
            accepts=strewn,
        ),
    ),
    hits=(
        "机器人地址«https://oapi.dingtalk.com/robot/send?access_token="
        + "2366767c9bc4eb291ac2f8b30290db442e078041dcc83568a4bb47c1c34083c8»，勿外传",
        "加签密钥«SEC" + "2be400a5833330da067d4380731d7ff68a125374ff232c9f5212e0e4a487e235»",
        "钉钉应用 AppSecret：«" + "5YdVIU79ReHRmcLibIQC0M69SrdwYCUyhPScOUShzE3PhVWLrqbueHkhOmMntFuw»",
    ),
    misses=(
        "https://oapi.dingtalk.com/robot/send?access_token="
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "https://oapi.dingtalk.com/robot/send?access_token=",
        "SEC" + "94a0c69c94d9afde662d5a056f839fa3",  # too short
        "sha256: 804a061b209138c22048c1efc2ec2870a3c4cb67049296d04259a493dc1699a1",  # a digest
    ),
)
