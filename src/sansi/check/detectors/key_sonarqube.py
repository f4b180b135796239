"""SonarQube 令牌 · SonarQube token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-sonarqube",
    title=Both("SonarQube 令牌", "SonarQube token"),
    why=Both("可读源代码和漏洞报告。", "It reads source code and findings."),
    advice=Both("在 My Account → Security 撤销。", "Revoke it under My Account → Security."),
    source="https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/",
    forms=(
        Prefixed(
            (
                "sqp_",
                "squ_",
                "sqa_",
            ),
            r"sq[pua]_[0-9a-f]{40}",
        ),
    ),
    hits=(
        "sonar.login=«sqp_" + "b19a319675e8b55937ab220fd8447490496cdf10»",
        "令牌«squ_" + "a6a343910cd6d1395dd40a74654481c0d49b638e»",
    ),
    misses=(
        "sqp_" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sqp_" + "ca6435975c12",  # too short
    ),
)
