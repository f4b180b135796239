"""AWS 访问密钥 · AWS access key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Pair, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-aws",
    title=Both("AWS 访问密钥", "AWS access key"),
    why=Both(
        "可按你的账号开机器、读存储桶，账单常在数小时内失控。",
        "It can start machines and read buckets on your account; bills run away within hours.",
    ),
    advice=Both(
        "在 IAM 中立即停用并删除该密钥，改用角色或临时凭证。",
        "Deactivate and delete the key in IAM now; use roles or short-lived credentials instead.",
    ),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    forms=(
        Prefixed(("AKIA", "ASIA"), r"A[KS]IA[0-9A-Z]{16}", pair=Pair(r"[0-9A-Za-z/+]{40}")),
        Labelled(
            (
                "aws_secret",
                "aws-secret",
                "aws secret",
                "awssecret",
                "aws key",
                "secret.access.key",
                "secretaccesskey",
                "secret_access_key",
                "secret access key",
            ),
            r"[0-9A-Za-z/+]{40}",
            accepts=strewn,
        ),
        Labelled(
            ("secret_key", "secretkey", "secret key", "access_secret"),
            r"[0-9A-Za-z/+]{40}",
            near=r"aws|amazon|A[KS]IA[0-9A-Z]{16}|s3(?<!\ws3)\b",
            accepts=strewn,
        ),
        Labelled(
            ("session_token", "sessiontoken", "session token", "security_token"),
            r"[0-9A-Za-z/+]{100,1600}={0,2}",
            near=r"aws|A[KS]IA|IQoJ|FwoG",
        ),
        Prefixed(
            ("IQoJb3JpZ2lu", "FwoGZXIvYXdz"), r"(?:IQoJb3JpZ2lu|FwoGZXIvYXdz)[0-9A-Za-z/+]{80,1600}={0,2}"
        ),
    ),
    hits=(
        "密钥«AKIA" + "4OEEOQ7WFGIUAPAK»，请勿外传",
        "AWS_ACCESS_KEY_ID=«ASIA"
        + "QWFN6V2EORE7ZNXX»\nAWS_SECRET_ACCESS_KEY=«"
        + "KtvgFuAv6fK5nxKfFYr+ZZPwHHCnnd/2riPFSAxm»",
        '"SecretAccessKey": "«' + 'JrLFqNEd16s4YpPxS5FI9KImVYG9lu9vTE8Ql+cw»"',
        "Access key ID,Secret access key\n«AKIA"
        + "G23OMN4XLKTZCE56»,«"
        + "5Xh0aX6Hk9BMIR3cbg8dgjWpGjCcq87Dkvnkr0Cc»",
    ),
    misses=(
        "AKIAIOSFODNN7" + "EXAMPLE",  # the one in the manual
        "aws_secret_access_key = wJalrXUtnFEMI/" + "K7MDENG/bPxRfiCYEXAMPLEKEY",  # likewise
        "AKIA" + "VXCEJEB2ZS5LJZH",  # one character short
        "x" + "AKIA" + "F5GXU7QIR4LBTBEO",  # inside a longer word
        "AKIA" + "XXXXXXXXXXXXXXXX",
        "AKIA0 aws_secret_access_key=e173f1e646eb3adf403cc1075d1d08be30471403",  # a digest
    ),
)
