"""Google 密钥 · Google API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-google",
    title=Both("Google 密钥", "Google API key"),
    why=Both(
        "可消耗你的配额和费用，OAuth 密钥还能冒充你的应用。",
        "It spends your quota and money; an OAuth secret lets others pose as your application.",
    ),
    advice=Both(
        "在 Cloud Console 中删除并重建，给新密钥加来源限制。",
        "Delete and recreate it in the Cloud Console, and restrict the new one.",
    ),
    source="https://cloud.google.com/docs/authentication/api-keys",
    forms=(
        Prefixed(("AIza",), r"AIza[0-9A-Za-z_\-]{35}"),
        Prefixed(("GOCSPX-",), r"GOCSPX-[0-9A-Za-z_\-]{28}"),
        Prefixed(("ya29.",), r"ya29\.[0-9A-Za-z_\-]{30,500}"),
        Prefixed(("1//0",), r"1//0[0-9A-Za-z_\-]{40,120}"),
    ),
    hits=(
        "地图密钥AIza缺省，正式用«AIza" + "LtPJBByPTVerl7h-6AvzhiG5_IIRt7GiZza»。",
        "client_secret: «GOCSPX-" + "Q85tc4LsjtDQZyta_GZMw1zCibeX»",
        "ya29为«ya29." + "gvqqB8C38o3Mx3JkV1AeYnoD6U7m366uCBJX-BA0FxnAxzkN4GhvcIWhOfCu»",
    ),
    misses=(
        "AIza" + "SyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe",  # from the manual
        "AIza" + "A9SoN_fudlKDxqGOUiCy",  # too short
        "AIza" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ),
)
