"""npm 令牌 · npm token."""

from __future__ import annotations

from sansi.check.evidence.secret_values import crc_holds
from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-npm",
    title=Both("npm 令牌", "npm token"),
    why=Both(
        "可以你的名义发布软件包，使下游都装上被改过的代码。",
        "It publishes packages in your name, and everybody downstream installs them.",
    ),
    advice=Both(
        "用 npm token revoke 撤销，检查最近发布的版本。",
        "Run npm token revoke, and look at what was published lately.",
    ),
    source="npm documentation, “About access tokens”",
    forms=(
        Prefixed(("npm_",), r"npm_[0-9A-Za-z]{36}", check=crc_holds),
        Labelled(("_authtoken",), r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    ),
    hits=(
        "NPM_TOKEN=«npm_" + "Wi0UGU7IKGeYJlyd478r1GIhuiKwHR2kkpa3»",
        "//npm.corp.cn/:_authToken=«" + "91c4c64b-11e8-446d-a288-d8afa4c4a75a»",
        "发布用«npm_" + "Agvgrm3wAm4pZmN3LVkhv3cnt14ksvK5u13E»",
    ),
    misses=(
        "npm_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "_authToken=${NPM_TOKEN}",
        "npm_config_registry_default_location_of_cache",
    ),
)
