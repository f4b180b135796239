"""Azure 密钥 · Azure key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-azure",
    title=Both("Azure 密钥", "Azure key"),
    why=Both(
        "存储密钥和客户端密码可读写整个存储账户或租户中的应用。",
        "A storage key or client secret opens a whole storage account or an application of the tenant.",
    ),
    advice=Both(
        "在门户中轮换密钥，改用托管标识。", "Rotate the key in the portal; use a managed identity instead."
    ),
    source="https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
    forms=(
        Labelled(
            (
                "accountkey",
                "account_key",
                "account key",
                "storage_key",
                "storagekey",
                "sharedaccesskey",
                "shared_access_key",
                "azure_storage",
            ),
            r"[0-9A-Za-z+/]{86}==|[0-9A-Za-z+/]{43}=",
        ),
        Labelled(("sig=",), r"[0-9A-Za-z+/%]{43,60}(?:%3[Dd]|=)", near=r"[?&;]s[vrpe]="),
        Prefixed(
            ("Q~",),
            r"[0-9A-Za-z_~.\-]{3}[0-9]Q~[0-9A-Za-z_~.\-]{31,34}",
            back=r"(?<![0-9A-Za-z_~.\-])[0-9A-Za-z_~.\-]{3}[0-9]",
        ),
        Labelled(
            ("azure_openai", "azureopenai", "azure-openai", "ocp-apim-subscription-key", "azure_api"),
            r"[0-9a-f]{32}|[0-9A-Za-z]{84}",
        ),
        Labelled(
            ("azure_devops", "azuredevops", "devops_pat", "ado_pat", "azdo_"), r"[a-z2-7]{52}|[0-9A-Za-z]{84}"
        ),
    ),
    hits=(
        "DefaultEndpointsProtocol=https;AccountName=files;AccountKey=«"
        + "n4QUUJc7V8/ojkVZZpPjIvMoXK8FTEBvv/OLyJ44ZlRAcAcVIpBpfEU4jzwCdQoWkHjBvmjI9yQGbVe5"
        + "FiUzwA==»;EndpointSuffix=core.windows.net",
        "AZURE_CLIENT_SECRET=«" + "UCl8Q~0Q2agceEs5vRchKnhpwNgpZyKwrj6VwVY0»",
        "https://f.blob.core.windows.net/c?sv=2022-11-02&sr=c&sig=«"
        + "jZ4H6ADuWf0pbAe7Y9FYvf6OTLApVZ4nDhMf4BCAIvo%3D»",
    ),
    misses=(
        "AccountKey=Eby8vdM02xNOcqFlqUwJ"
        + "PLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",  # the emulator
        "AccountKey=<your-account-key>;",
        "tenant c4019576-6cae-4846-a430-2bbf20747f6f",  # an identifier
    ),
)
