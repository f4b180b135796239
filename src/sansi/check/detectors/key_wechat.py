"""微信 AppSecret · WeChat AppSecret."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-wechat",
    title=Both("微信 AppSecret", "WeChat AppSecret"),
    why=Both(
        "可取得公众号或小程序的接口凭证，读用户信息、群发消息。",
        "It obtains the account's access tokens: reads users, sends to all followers.",
    ),
    advice=Both(
        "在微信公众平台重置 AppSecret，设置 IP 白名单。",
        "Reset the AppSecret on the WeChat platform and set the IP list.",
    ),
    source="https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html",
    forms=(
        Labelled(
            (
                "appsecret",
                "app_secret",
                "wechat key",
                "wechat secret",
                "微信密钥",
                "app secret",
                "app-secret",
            ),
            r"[0-9a-f]{32}",
            near=r"wx|wechat|weixin|微信|公众号|小程序|appid",
        ),
        Labelled(
            ("secret", "应用密钥", "密钥"),
            r"[0-9a-f]{32}",
            near=r"wx[0-9a-f]{16}|wechat|weixin|微信|公众号|小程序",
        ),
    ),
    hits=(
        "小程序 AppSecret：«" + "1f38f213cca196f58f03759f61e0ad19»",
        "appid=wx36858f9e48dc39af&secret=«" + "34617d0eb08b845682145a8e1d856581»&js_code=1",
        "微信公众号的密钥是«" + "fd8b0ef0017f6785f0210cc067dd4381»，请保管好",
    ),
    misses=(
        "wx06148f9b1ec662d5",  # the appid alone
        "小程序 md5：e9497e6fe68bc1fba5dd6dc56ee88348",  # a digest
        "AppSecret: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ),
)
