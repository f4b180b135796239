"""Databricks 令牌 · Databricks token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-databricks",
    title=Both("Databricks 令牌", "Databricks token"),
    why=Both("可读取数据湖中的表并运行作业。", "It reads the tables of your lake and runs jobs."),
    advice=Both("在用户设置 → Access tokens 撤销。", "Revoke it under user settings → access tokens."),
    source="https://docs.databricks.com/dev-tools/auth/pat.html",
    forms=(
        Prefixed(
            (
                "dapi",
                "dose",
                "dkea",
            ),
            r"d(?:api|ose|kea)[0-9a-f]{32}(?:-[0-9]{1,2})?",
        ),
    ),
    hits=(
        "DATABRICKS_TOKEN=«dapi" + "6aa3d9ca17f27ff11615f21fec49cee3»",
        "令牌«dapi" + "03be382f96dfc5b25ea2181f7dd2b161-2»",
    ),
    misses=(
        "dapi" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "dapi" + "3f04cd8dd7e730fa",  # too short
        "oldapi" + "4daf43234f7e66f7f2d68894e77a721c",  # inside a word
    ),
)
