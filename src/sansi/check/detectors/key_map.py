"""地图服务密钥 · Map service key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Following, issuer
from sansi.check.model import Both, Severity

RULE = issuer(
    "key-map",
    title=Both("地图服务密钥", "Map service key"),
    why=Both(
        "他人盗用你的配额，超出部分由你付费。", "Others use up your quota; what goes beyond is on your bill."
    ),
    advice=Both(
        "在开放平台删除该 Key，新 Key 绑定域名或 IP 白名单。",
        "Delete the key on the platform; bind the new one to your domain or addresses.",
    ),
    source="https://lbs.amap.com/api/webservice/create-project-and-key; https://lbsyun.baidu"
    + ".com; https://lbs.qq.com",
    severity=Severity.MEDIUM,
    forms=(
        Following(
            ("amap", "高德", "securityjscode"),
            r"(?i:key|jscode|code|密钥|KEY)[\"'“ \t]{0,4}[:=：是为,]{1,2}[\"'“ \t]{0,4}([0-9a-f]{32})(?![0-9A-Za-z])",
        ),
        Following(
            ("api.map.baidu.com", "百度地图"),
            r"(?i:ak|密钥)[\"'“ \t]{0,4}[:=：是为]{1,2}[\"'“ \t]{0,4}([0-9A-Za-z]{32})(?![0-9A-Za-z])",
        ),
        Following(
            ("apis.map.qq.com", "腾讯地图", "腾讯位置"),
            r"(?i:key|密钥)[\"'“ \t]{0,4}[:=：是为]{1,2}[\"'“ \t]{0,4}((?:[0-9A-Z]{5}-){5}[0-9A-Z]{5})(?![0-9A-Za-z])",
        ),
        Following(
            ("tianditu", "天地图"),
            r"(?i:tk|key|token|密钥)[\"'“ \t]{0,4}[:=：是为]{1,2}[\"'“ \t]{0,4}([0-9a-f]{32})(?![0-9A-Za-z])",
        ),
    ),
    hits=(
        "高德地图 Key：«" + "87310232fd5d86d894c8189bc180e6e3»",
        "https://restapi.amap.com/v3/ip?key=«" + "16e9cbe6efe32a9afdc9ba65c95b1267»",
        "https://api.map.baidu.com/api?v=3.0&ak=«" + "llSSbOihIEbQyGiTI1UIZXQQVdZ51wiM»",
        "腾讯地图密钥：«" + "RQ8MW-RF6LU-DQFSI-2340A-EO73M-GYLS0»",
    ),
    misses=(
        "高德地图 Key：您申请的key",
        "md5=76fcf74adf08ccd676fa3336f6475f6c",  # a digest
    ),
)
