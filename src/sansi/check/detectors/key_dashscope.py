"""阿里云百炼 密钥 · DashScope API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-dashscope",
    title=Both("阿里云百炼 密钥", "DashScope API key"),
    why=Both(
        "他人用它调用模型，费用记在你的账上，还能看到你的用量和文件。",
        "Others call models with it on your bill, and see your usage and files.",
    ),
    advice=Both(
        "在阿里云百炼控制台删除该密钥并新建。", "Delete the key in the DashScope console and make a new one."
    ),
    source="https://help.aliyun.com/zh/model-studio/get-api-key",
    forms=(Prefixed(("sk-",), r"(?<!-)sk-[0-9a-f]{32}", near=r"dashscope|百炼|通义|千问|qwen|bailian"),),
    hits=(
        'DASHSCOPE_API_KEY="«sk-' + '73d5d7aebc39170e2f41fef27f82ee3a»"',
        "通义千问的key是«sk-" + "baa85f82816ea78fd7ae9254fb13e7fb»",
    ),
    misses=(
        "sk-" + "f3ea7f1166e1daa2c4251aeae29fc182",  # no name of an issuer nearby
    ),
)
