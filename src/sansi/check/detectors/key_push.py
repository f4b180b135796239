"""推送服务密钥 · Push service secret."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-push",
    title=Both("推送服务密钥", "Push service secret"),
    why=Both("可向全部用户群发推送。", "It pushes messages to all your users."),
    advice=Both("在推送平台重置密钥。", "Reset the secret on the push platform."),
    source="https://docs.jiguang.cn/jpush; https://developer.umeng.com/docs/67966",
    forms=(
        Labelled(
            ("master_secret", "mastersecret", "master secret", "master-secret"),
            r"[0-9a-f]{24}|[0-9A-Za-z]{22}",
            near=r"jpush|极光|jiguang|jmessage|getui|个推|app_?key",
        ),
        Labelled(
            (
                "app_master_secret",
                "appmastersecret",
                "app master secret",
                "umeng_message_secret",
                "message_secret",
                "appsecret",
                "app_secret",
            ),
            r"[0-9a-z]{32}",
            near=r"umeng|友盟",
        ),
    ),
    hits=(
        "极光 Master Secret：«" + "ab6548ebeab93601b93a9fd3»",
        "umeng.app_master_secret=«" + "xvj70itsfblqxhuut4xayinl6bdbthir»",
    ),
    misses=(
        "极光 AppKey：f87574c8dc1d938a64f499ad",  # made to be shipped
        "umeng.app_master_secret=your_app_master_secret_goes_in_here",
    ),
)
