"""金山云访问密钥 · Kingsoft Cloud access key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Pair, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-kingsoft-cloud",
    title=Both("金山云访问密钥", "Kingsoft Cloud access key"),
    why=Both("可按其权限操作云上资源。", "It acts on your cloud resources."),
    advice=Both("在访问控制中禁用并删除该密钥。", "Disable and delete the key in IAM."),
    source="https://docs.ksyun.com/documents/40311",
    forms=(
        Prefixed(
            ("AKLT",),
            r"AKLT[0-9A-Za-z_\-]{16,24}",
            near=r"ksyun|金山|ks3|kingsoft",
            pair=Pair(r"[0-9A-Za-z+/]{40,60}={0,2}"),
        ),
        Labelled(
            ("secret_key", "secretkey", "secret key", "sk：", "sk:", "sk="),
            r"O[0-9A-Za-z+/]{39,60}={0,2}",
            near=r"ksyun|金山|ks3|kingsoft",
        ),
    ),
    hits=(
        "金山云 AK：«AKLT" + "d4V6PDLm74h2jeYQX4FN»",
        "KSYUN_SECRET_KEY=«" + "OKN0zyakHwkmi10Pgqa1Fzwd5GTI3lhufVDmthipzVJd»",
    ),
    misses=(
        "AKLT" + "bylwd7PGeLa4yaa3Tbzx",  # whose?
        "金山云 AK：AKLT" + "xxxxxxxxxxxxxxxxxxxx",
    ),
)
