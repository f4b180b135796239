"""NuGet 密钥 · NuGet API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-nuget",
    title=Both("NuGet 密钥", "NuGet API key"),
    why=Both("可以你的名义发布 .NET 软件包。", "It publishes .NET packages in your name."),
    advice=Both("在 API Keys 页删除。", "Delete it on the API keys page."),
    source="https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys",
    forms=(Prefixed(("oy2",), r"oy2[0-9a-z]{43}", accepts=strewn),),
    hits=(
        "NUGET_API_KEY=«oy2" + "f37k7mfzxwuzxvsir3uahy5arq2945jjhjvh4c31mz2»",
        "密钥«oy2" + "44ycvi5hhywwmc4gyjv73yy1sygkz2oic34makhpbvo»",
    ),
    misses=(
        "oy2" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "boy2" + "2tdzt1brals0ioukz1wxki7one4pbpz3dtnqacka1lo",  # inside a word
    ),
)
