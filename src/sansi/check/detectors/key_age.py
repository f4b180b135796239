"""age 私钥 · age secret key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-age",
    title=Both("age 私钥", "age secret key"),
    why=Both(
        "持有它即可解密用对应公钥加密的全部文件。", "It decrypts every file encrypted to its public key."
    ),
    advice=Both("生成新密钥并重新加密文件。", "Make a new key and encrypt the files again."),
    source="https://age-encryption.org/v1",
    forms=(Prefixed(("AGE-SECRET-KEY-1",), r"AGE-SECRET-KEY-1[0-9AC-HJ-NP-Z]{58}"),),
    hits=("«AGE-SECRET-KEY-1" + "QF3VH7K2Y9M4TD8WLR5ZXNC6JGS0EPUAQF3VH7K2Y9M4TD8WLR5ZXNC60A»",),
    misses=(
        "AGE-SECRET-KEY-1" + "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
        "age1" + "6b4ejzip90t94os4l8e1ggxoc3cuncv8ygjbzyv6m3opdm6zo1cww6z0pn",  # the public one
    ),
)
