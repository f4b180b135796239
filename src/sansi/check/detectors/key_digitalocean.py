"""DigitalOcean 令牌 · DigitalOcean token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-digitalocean",
    title=Both("DigitalOcean 令牌", "DigitalOcean token"),
    why=Both("可管理你的主机和数据库。", "It manages your machines and databases."),
    advice=Both("在 API 页删除。", "Delete it on the API page."),
    source="https://docs.digitalocean.com/reference/api/create-personal-access-token/",
    forms=(
        Prefixed(
            (
                "dop_v1_",
                "doo_v1_",
                "dor_v1_",
            ),
            r"do[opr]_v1_[0-9a-f]{64}",
        ),
    ),
    hits=(
        "DO_TOKEN=«dop_v1_" + "b8d1e3d48d0e150587a48488baea5ca4273271c8582af73a110241587a21ff70»",
        "令牌«doo_v1_" + "9aed7b5d004f312a904f62cd12de248c609b4dd9f135c8812511d07893b52d78»",
    ),
    misses=(
        "dop_v1_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "dop_v1_" + "cdb1192473f87ac01adf",  # too short
    ),
)
