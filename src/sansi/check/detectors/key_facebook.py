"""Facebook 令牌 · Facebook access token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Labelled, Prefixed, issuer, strewn
from sansi.check.model import Both

RULE = issuer(
    "key-facebook",
    title=Both("Facebook 令牌", "Facebook access token"),
    why=Both("可以主页或应用的身份发帖、读数据。", "It posts and reads as the page or the application."),
    advice=Both(
        "在应用后台作废令牌，重置应用密钥。",
        "Invalidate the token in the app dashboard and reset the app secret.",
    ),
    source="https://developers.facebook.com/docs/facebook-login/guides/access-tokens",
    forms=(
        Prefixed(
            (
                "EAA",
                "EAACEdEose0cBA",
            ),
            r"EAA[A-Z][0-9A-Za-z]{90,300}",
            accepts=strewn,
        ),
        Labelled(
            (
                "app_secret",
                "appsecret",
                "client_secret",
                "facebook_secret",
                "fb_secret",
                "facebook_app_secret",
            ),
            r"[0-9a-f]{32}",
            near=r"facebook|fb_|graph\.facebook|instagram",
        ),
    ),
    hits=(
        "access_token=«EAAG"
        + "wnHph0nOvj73DmY08E2Hwh2SuDA8LXtonm5HREAJKQOcj8RbHpwUqxUrGRDY5U5WfL5hbkiCHEaq8o6s"
        + "Rs14JsuTKWn9yp06W3OkO2lz4iOOBex7zm2zln0Q58LS28pRGnQO7ljXGvrCQczLZw26xv»",
        "FACEBOOK_APP_SECRET=«" + "fc1b9a382f178188d57a2f482ac5266a»",
    ),
    misses=(
        "EAAG"
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "FACEBOOK_APP_ID=487542622591379",
    ),
)
