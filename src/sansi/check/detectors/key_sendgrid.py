"""SendGrid 密钥 · SendGrid API key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-sendgrid",
    title=Both("SendGrid 密钥", "SendGrid API key"),
    why=Both(
        "可用你的域名群发邮件，钓鱼信会显得出自贵单位。",
        "It sends mail from your domain: phishing that looks like yours.",
    ),
    advice=Both("在 Settings → API Keys 删除。", "Delete it under Settings → API Keys."),
    source="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    forms=(Prefixed(("SG.",), r"SG\.[0-9A-Za-z_\-]{16,32}\.[0-9A-Za-z_\-]{32,64}"),),
    hits=(
        "SENDGRID_API_KEY=«SG." + "LDPvYk5PMZMn6vIC3aT6w5.cV-YKUc3heKZR7WnR8Bko9cS1cXYFOKsYu4p_iFwbXA»",
        "邮件密钥«SG." + "0D8Fl6ZO0xKCQGrpbdPmcP.DCMUfW0h1Htk8UwTyuL4F619X0FR2wJHmlkwrqZ0691»",
    ),
    misses=(
        "SG.ngeVfQFYQlKU0ufo8x5d1A" + ".TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr",  # from the manual
        "SG." + "xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ),
)
