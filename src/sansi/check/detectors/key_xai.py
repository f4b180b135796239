"""xAI 密钥 · xAI API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-xai",
    title=Both("xAI 密钥", "xAI API key"),
    why=Both("他人用它调用模型，费用记在你的账上。", "Others call models with it on your bill."),
    advice=Both("在控制台删除该密钥并新建。", "Delete the key in the console and make a new one."),
    source="https://docs.x.ai/docs/overview",
    forms=(Prefixed(("xai-",), r"xai-[0-9A-Za-z]{70,100}"),),
    hits=(
        "密钥«xai-"
        + "PjCr7cxluGUYkV3ti6rDXjw1w2scYCbAVvNv0KEVHEhPZ5k8lyffK0udcUXJQKkCUbx4zUjeO2JVzflq»，勿外传",
        'API_KEY="«xai-'
        + 'Fyn0uIssICfTv041Ncme6YwmhEoBLRL6YhEWJlKn5VuW9yxXqoKDCGZuG3pGOo8Px55lQUvs6eADv1AV»"',
    ),
    misses=(
        "xai-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "xai-" + "kT8g7ptCuJ",  # too short
    ),
)
