"""Heroku 密钥 · Heroku key."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-heroku",
    title=Both("Heroku 密钥", "Heroku key"),
    why=Both("可部署、读取应用的全部配置。", "It deploys, and reads all configuration of your applications."),
    advice=Both("在 Account settings 中重新生成。", "Regenerate it in the account settings."),
    source="https://devcenter.heroku.com/articles/authentication",
    forms=(
        Prefixed(("HRKU-",), r"HRKU-[0-9A-Za-z_\-]{36,70}"),
        Labelled(
            ("heroku", "heroku_api_key"), r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
        ),
    ),
    hits=(
        "HEROKU_API_KEY=«" + "3e7abd5c-b692-4c68-a1e8-0a78975e9820»",
        "«HRKU-" + "AAJds81X7czGAUHOfp2UO1HPX0OTke3wePaLzbVa6cw9kQsXnclko6X4azDI»",
    ),
    misses=(
        "heroku request_id is in the log: 11b3351c-b23c-438f-ad7a-76c3a8c10cbd",
        "HEROKU_API_KEY=your-key",
    ),
)
