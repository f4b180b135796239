"""Brevo（Sendinblue）密钥 · Brevo (Sendinblue) API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-brevo",
    title=Both("Brevo（Sendinblue）密钥", "Brevo (Sendinblue) API key"),
    why=Both("可用你的域名群发邮件，导出联系人。", "It sends mail from your domain and exports contacts."),
    advice=Both("在 SMTP & API 页删除。", "Delete it on the SMTP & API page."),
    source="https://developers.brevo.com/docs/getting-started",
    forms=(Prefixed(("xkeysib-", "xsmtpsib-"), r"x(?:key|smtp)sib-[0-9a-f]{64}-[0-9A-Za-z]{16}"),),
    hits=(
        "BREVO_KEY=«xkeysib-"
        + "e72278fb234a07058b26fad2782fc6bb5dea3e2e1a51ce5a38df886e443cc9f0-nsQaMmC7E5oTWO9r»",
        "密钥«xsmtpsib-"
        + "d53d53901d18c6e7134254c7842be2e7326bf9e3dd766eb559c12ef18a09814b-45Bgxlburfv9nD1J»",
    ),
    misses=(
        "xkeysib-" + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx",
        "xkeysib-" + "9a29ab8c4b39d213becb",  # too short
    ),
)
