"""New Relic 密钥 · New Relic key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-newrelic",
    title=Both("New Relic 密钥", "New Relic key"),
    why=Both("可读监控数据或上报假数据。", "It reads monitoring data or sends false data."),
    advice=Both("在 API keys 页删除。", "Delete it on the API keys page."),
    source="https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    forms=(
        Prefixed(
            (
                "NRAK-",
                "NRAA-",
            ),
            r"NRA[AK]-[0-9A-Z]{27}",
        ),
        Prefixed(("NRII-",), r"NRII-[0-9A-Za-z_\-]{32}"),
        Prefixed(("NRAL",), r"[0-9a-f]{36}NRAL", back=r"(?<![0-9a-zA-Z])[0-9a-f]{36}"),
    ),
    hits=(
        "NEW_RELIC=«NRAK-" + "XCENGZAJLOXF7JO676E06CL0FQA»",
        "插入键«NRII-" + "YNjvGFlGFvMVHz7aEe7xeb5r4S4oOBVB»",
    ),
    misses=(
        "NRAK-" + "XXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "NRAK-" + "XKFHPFG0",  # too short
    ),
)
