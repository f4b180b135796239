"""RubyGems 密钥 · RubyGems API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-rubygems",
    title=Both("RubyGems 密钥", "RubyGems API key"),
    why=Both("可以你的名义发布软件包。", "It publishes packages in your name."),
    advice=Both(
        "在设置中删除该密钥，检查最近发布的版本。",
        "Delete the key in the settings, and look at what was published lately.",
    ),
    source="RubyGems guides, “API key scopes”",
    forms=(Prefixed(("rubygems_",), r"rubygems_[0-9a-f]{48}"),),
    hits=(
        "GEM_HOST_API_KEY=«rubygems_" + "688a28f5298010a535add823b43a0afa755bcbcdff269042»",
        "密钥«rubygems_" + "f51a4e2ac789656295708cd0f56dd4f3cab5c6b27a5caae8»",
    ),
    misses=(
        "rubygems_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "rubygems_mirror_host",
    ),
)
