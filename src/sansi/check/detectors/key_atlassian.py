"""Atlassian 令牌 · Atlassian API token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-atlassian",
    title=Both("Atlassian 令牌", "Atlassian API token"),
    why=Both("可以你的身份读写 Jira 与 Confluence。", "It reads and writes Jira and Confluence as you."),
    advice=Both("在账号安全页撤销。", "Revoke it on the account security page."),
    source="https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
    forms=(
        Prefixed(
            (
                "ATATT3",
                "ATCTT3",
            ),
            r"AT[AC]TT3[0-9A-Za-z_\-+/=]{50,250}",
        ),
        Labelled(
            (
                "jira_api_token",
                "jira_token",
                "confluence_token",
                "atlassian_token",
                "atlassian_api_token",
                "jira api token",
            ),
            r"[0-9A-Za-z]{24}",
            accepts=strewn,
        ),
    ),
    hits=(
        "JIRA=«ATATT3"
        + "xFfGF0PGjQ72xHCmKh0kPmOQsnddySvePH0frGpFMK0FJ0pAhJZmmKU8A8QJ0ePLvpXq1w9NdriCOiAr"
        + "KXl9Djcty5GUohO022uN4m44lIVChJBC3Cqa8sLM6Wc7dEaMDJw2YDs9PMQ9OCiP3wHaQbKaqNbA4TXX"
        + "1aea8gmYorXZIntr»",
        "JIRA_API_TOKEN=«" + "jIykFaI08EGPxsQuGFRL5IWS»",
    ),
    misses=(
        "ATATT3" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "JIRA_API_TOKEN=your_token_here",
    ),
)
