"""凭据值 · Made-up credentials, in the shapes their issuers document.

Every value is drawn from a seeded generator; none was ever issued. `ISSUERS` says, for each kind of
credential, the type it counts as, what people call it, the variable names it goes by, and its shape.
"""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import base64
import json
import random
import re
import string
import zlib
from typing import NamedTuple

HEX, UPPER_HEX = "0123456789abcdef", "0123456789ABCDEF"
ALNUM = string.digits + string.ascii_uppercase + string.ascii_lowercase
ALPHABETS = {
    "n": ALNUM,
    "h": HEX,
    "H": UPPER_HEX,
    "u": string.ascii_uppercase + string.digits,
    "k": string.ascii_uppercase + "234567",
    "l": string.ascii_lowercase + string.digits,
    "a": string.ascii_letters,
    "d": string.digits,
    "w": ALNUM + "_-",
    "b": ALNUM + "+/",
}
_SLOT = re.compile(r"\{(?:(\d+)(?:-(\d+))?([nhHukladwb])|(g))\}")


class Secret(NamedTuple):
    """A credential, the type it counts as, who issues it, and a name a variable of it might have."""

    type: str
    value: str
    issuer: str
    name: str


class Issuer(NamedTuple):
    """How credentials of one kind are called and shaped; `alone` says that the shape speaks for itself."""

    type: str
    issuer: str
    names: tuple[str, ...]
    shapes: tuple[str, ...]
    alone: bool = True


def draw(rng: random.Random, alphabet: str, length: int) -> str:
    """`length` characters of `alphabet`."""
    return "".join(rng.choices(alphabet, k=length))


def uuid4(rng: random.Random) -> str:
    """A version 4 UUID in its usual writing."""
    h = draw(rng, HEX, 32)
    return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-{rng.choice('89ab')}{h[17:20]}-{h[20:]}"


def shaped(rng: random.Random, shape: str) -> str:
    """Fill a shape: `{32h}` is 32 hex digits, `{8-10d}` eight to ten digits, `{g}` a UUID."""

    def fill(m: re.Match[str]) -> str:
        if m[4]:
            return uuid4(rng)
        return draw(rng, ALPHABETS[m[3]], rng.randint(int(m[1]), int(m[2] or m[1])))

    return _SLOT.sub(fill, shape)


def github_token(rng: random.Random) -> str:
    """A classic GitHub token with its CRC-32 in the last six characters, a random one, or a fine-grained one."""
    kind = rng.random()
    if kind < 0.25:
        return shaped(rng, "github_pat_11{20u}_{59n}")
    prefix = rng.choice(("ghp_", "ghp_", "ghp_", "gho_", "ghu_", "ghs_"))
    body = draw(rng, ALNUM, 30)
    if kind < 0.4:
        return prefix + body + draw(rng, ALNUM, 6)
    rest, digits = zlib.crc32(body.encode()), ""
    while rest:
        rest, d = divmod(rest, 62)
        digits = ALNUM[d] + digits
    return prefix + body + digits.rjust(6, "0")


def aws_id(rng: random.Random) -> str:
    """An access key id, long-lived (AKIA) or temporary (ASIA)."""
    return rng.choice(("AKIA", "AKIA", "AKIA", "ASIA")) + draw(rng, ALPHABETS["k"], 16)


def aws_secret(rng: random.Random) -> str:
    """Forty base64 characters; never without a digit and a letter of each case."""
    while True:
        value = draw(rng, ALPHABETS["b"], 40)
        if re.search(r"\d", value) and re.search("[a-z]", value) and re.search("[A-Z]", value):
            return value


def _part(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def jwt(rng: random.Random) -> str:
    """A signed token with a real header and claims, and a signature of the right length."""
    alg, size = rng.choice((("HS256", 32), ("RS256", 256), ("ES256", 64), ("HS512", 64)))
    header: dict[str, object] = {"alg": alg, "typ": "JWT"}
    if rng.random() < 0.3:
        header = {"typ": "JWT", "alg": alg, "kid": draw(rng, HEX, 16)}
    issued = rng.randint(1_600_000_000, 1_790_000_000)
    claims: dict[str, object] = {
        "sub": str(rng.randint(1000, 99_999_999)),
        "iat": issued,
        "exp": issued + 7200,
    }
    if rng.random() < 0.5:
        claims |= {
            "name": rng.choice(("admin", "test", "wangwei", "ops")),
            "role": rng.choice(("admin", "user")),
        }
    parts = [json.dumps(p, separators=(",", ":")).encode() for p in (header, claims)]
    return ".".join([*map(_part, parts), _part(rng.randbytes(size))])


_PEM = (
    ("RSA PRIVATE KEY", b"\x30\x82\x04\xa4\x02\x01\x00", (12, 25)),
    ("PRIVATE KEY", b"\x30\x82\x04\xbe\x02\x01\x00\x30\x0d", (4, 26)),
    ("EC PRIVATE KEY", b"\x30\x77\x02\x01\x01\x04\x20", (3, 4)),
    ("OPENSSH PRIVATE KEY", b"openssh-key-v1\x00\x00\x00\x00\x04none", (6, 38)),
    ("ENCRYPTED PRIVATE KEY", b"\x30\x82\x05\x0e\x30\x40", (5, 28)),
    ("DSA PRIVATE KEY", b"\x30\x82\x03\x56\x02\x01\x00", (9, 13)),
)


def pem(rng: random.Random, *, newline: str = "\n") -> str:
    """A private key block of any common kind, with a random body."""
    if rng.random() < 0.1:
        return _pgp(rng, newline)
    label, start, (low, high) = rng.choice(_PEM)
    width = 70 if label.startswith("OPENSSH") else 64
    size = rng.randint(low, high) * 48 - rng.randint(1, 40)
    body = base64.b64encode(start + rng.randbytes(size)).decode()
    lines = [body[i : i + width] for i in range(0, len(body), width)]
    if label == "RSA PRIVATE KEY" and rng.random() < 0.2:
        lines[:0] = ["Proc-Type: 4,ENCRYPTED", f"DEK-Info: AES-128-CBC,{draw(rng, UPPER_HEX, 32)}", ""]
    return newline.join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----"])


def _pgp(rng: random.Random, newline: str) -> str:
    body = base64.b64encode(b"\x95\x03\x98\x04" + rng.randbytes(rng.randint(300, 900))).decode()
    lines = [body[i : i + 64] for i in range(0, len(body), 64)]
    head, tail = "-----BEGIN PGP PRIVATE KEY BLOCK-----", "-----END PGP PRIVATE KEY BLOCK-----"
    return newline.join([head, "", *lines, "=" + draw(rng, ALPHABETS["b"], 4), tail])


# Order: type, issuer, variable names, shapes. `alone=False`: nothing but its name tells what it is.
ISSUERS = (
    Issuer("other_token", "GitLab", ("GITLAB_TOKEN", "CI_DEPLOY_TOKEN"), ("glpat-{20w}", "glpat-{27w}.01.{9l}", "glrt-{20w}", "gldt-{20w}", "glptt-{40h}")),
    Issuer("slack_token", "Slack", ("SLACK_BOT_TOKEN", "SLACK_TOKEN"), ("xoxb-{11-13d}-{11-13d}-{24n}", "xoxp-{11-12d}-{11-12d}-{12-13d}-{32h}", "xapp-1-A{10u}-{13d}-{64h}")),
    Issuer("slack_token", "Slack", ("SLACK_WEBHOOK_URL", "SLACK_HOOK"), ("https://hooks.slack.com/services/T{8-10u}/B{8-10u}/{24n}",)),
    Issuer("other_token", "Stripe", ("STRIPE_SECRET_KEY", "STRIPE_API_KEY", "stripe.api_key"), ("sk_live_{24n}", "sk_live_51{97n}", "rk_live_{24n}")),
    Issuer("other_token", "Stripe", ("STRIPE_WEBHOOK_SECRET",), ("whsec_{32n}",)),
    Issuer("other_token", "OpenAI", ("OPENAI_API_KEY", "openai_key"), ("sk-{20n}T3BlbkFJ{20n}", "sk-proj-{74w}T3BlbkFJ{73w}A", "sk-svcacct-{74w}T3BlbkFJ{73w}A", "sk-proj-{20n}T3BlbkFJ{20n}")),
    Issuer("other_token", "Anthropic", ("ANTHROPIC_API_KEY", "CLAUDE_KEY"), ("sk-ant-api03-{93w}AA",)),
    Issuer("other_token", "Hugging Face", ("HF_TOKEN", "HUGGINGFACE_HUB_TOKEN"), ("hf_{34a}",)),
    Issuer("other_token", "npm", ("NPM_TOKEN", "NODE_AUTH_TOKEN"), ("npm_{36n}",)),
    Issuer("other_token", "PyPI", ("TWINE_PASSWORD", "PYPI_TOKEN"), ("pypi-AgEIcHlwaS5vcmc{110-150w}",)),
    Issuer("other_token", "SendGrid", ("SENDGRID_API_KEY",), ("SG.{22w}.{43w}",)),
    Issuer("other_token", "Twilio", ("TWILIO_AUTH_TOKEN", "twilio_auth_token"), ("{32h}",), alone=False),
    Issuer("other_token", "Twilio", ("TWILIO_API_KEY",), ("SK{32h}",)),
    Issuer("other_token", "Telegram", ("TELEGRAM_BOT_TOKEN", "TG_BOT_TOKEN"), ("{9-10d}:AA{33w}",)),
    Issuer("other_token", "Discord", ("DISCORD_TOKEN", "DISCORD_BOT_TOKEN"), ("MT{24n}.G{5n}.{38w}",)),
    Issuer("other_token", "Discord", ("DISCORD_WEBHOOK",), ("https://discord.com/api/webhooks/1{18d}/{68w}",)),
    Issuer("other_token", "DingTalk robot", ("DINGTALK_WEBHOOK", "DING_ROBOT"), ("https://oapi.dingtalk.com/robot/send?access_token={64h}",)),
    Issuer("other_token", "Feishu robot", ("FEISHU_WEBHOOK", "LARK_HOOK"), ("https://open.feishu.cn/open-apis/bot/v2/hook/{g}",)),
    Issuer("other_token", "WeCom robot", ("WECOM_WEBHOOK", "QYWX_ROBOT_URL"), ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={g}",)),
    Issuer("other_token", "DingTalk", ("DINGTALK_SECRET", "DING_SIGN_SECRET"), ("SEC{64h}",)),
    Issuer("other_token", "WeChat", ("WECHAT_APP_SECRET", "wx.appSecret", "WX_APPSECRET"), ("{32h}",), alone=False),
    Issuer("other_token", "Google", ("GOOGLE_API_KEY", "GMAPS_KEY", "FIREBASE_API_KEY"), ("AIzaSy{33w}",)),
    Issuer("other_token", "Google OAuth", ("GOOGLE_CLIENT_SECRET",), ("GOCSPX-{28w}",)),
    Issuer("other_token", "Azure AD", ("AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET"), ("{3n}8Q~{34w}",)),
    Issuer("cn_cloud_key", "Aliyun", ("ALIYUN_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_ID", "accessKeyId", "OSS_ACCESS_KEY_ID"), ("LTAI5t{18n}", "LTAI4{19n}", "LTAI{12n}")),
    Issuer("cn_cloud_key", "Aliyun", ("ALIYUN_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "accessKeySecret", "OSS_ACCESS_KEY_SECRET"), ("{30n}",), alone=False),
    Issuer("cn_cloud_key", "Tencent Cloud", ("TENCENTCLOUD_SECRET_ID", "COS_SECRET_ID", "secretId"), ("AKID{32n}",)),
    Issuer("cn_cloud_key", "Tencent Cloud", ("TENCENTCLOUD_SECRET_KEY", "COS_SECRET_KEY", "tencent_secret_key"), ("{32n}",), alone=False),
    Issuer("other_token", "Huawei Cloud", ("HUAWEICLOUD_SDK_SK", "HUAWEI_OBS_SK", "HW_SECRET_KEY"), ("{40n}",), alone=False),
    Issuer("other_token", "Volcengine", ("VOLC_ACCESSKEY", "VOLCENGINE_ACCESS_KEY"), ("AKLT{43n}",)),
    Issuer("other_token", "Baidu AI Cloud", ("BCE_ACCESS_KEY_ID", "BAIDU_BCE_AK"), ("ALTAK{21n}",)),
    Issuer("other_token", "Baidu AI Cloud", ("BCE_SECRET_ACCESS_KEY", "BAIDU_SECRET_KEY"), ("{32h}", "{32n}"), alone=False),
    Issuer("other_token", "Qiniu", ("QINIU_SECRET_KEY", "qiniu.secretKey"), ("{40w}",), alone=False),
    Issuer("other_token", "JD Cloud", ("JDCLOUD_ACCESS_KEY", "JDC_AK"), ("JDC_{28u}",)),
    Issuer("other_token", "Shopify", ("SHOPIFY_ACCESS_TOKEN",), ("shpat_{32h}", "shpss_{32h}")),
    Issuer("other_token", "Mailgun", ("MAILGUN_API_KEY",), ("key-{32h}",)),
    Issuer("other_token", "Mailchimp", ("MAILCHIMP_API_KEY",), ("{32h}-us{1-2d}",)),
    Issuer("other_token", "DigitalOcean", ("DIGITALOCEAN_TOKEN", "DO_PAT"), ("dop_v1_{64h}", "doo_v1_{64h}")),
    Issuer("other_token", "Databricks", ("DATABRICKS_TOKEN",), ("dapi{32h}", "dapi{32h}-2")),
    Issuer("other_token", "Notion", ("NOTION_TOKEN", "NOTION_API_KEY"), ("secret_{43n}", "ntn_{11d}{35n}")),
    Issuer("other_token", "Linear", ("LINEAR_API_KEY",), ("lin_api_{40n}",)),
    Issuer("other_token", "Figma", ("FIGMA_TOKEN",), ("figd_{40w}",)),
    Issuer("other_token", "Docker Hub", ("DOCKERHUB_TOKEN", "DOCKER_PASSWORD"), ("dckr_pat_{27w}",)),
    Issuer("other_token", "Vault", ("VAULT_TOKEN",), ("hvs.{90-100w}", "hvs.{24n}", "hvb.{140w}")),
    Issuer("other_token", "Grafana", ("GRAFANA_TOKEN",), ("glsa_{32n}_{8h}", "glc_{48n}")),
    Issuer("other_token", "Postman", ("POSTMAN_API_KEY",), ("PMAK-{24h}-{34h}",)),
    Issuer("other_token", "New Relic", ("NEW_RELIC_API_KEY",), ("NRAK-{27u}",)),
    Issuer("other_token", "Datadog", ("DD_API_KEY", "DATADOG_API_KEY"), ("{32h}",), alone=False),
    Issuer("other_token", "Atlassian", ("JIRA_API_TOKEN", "ATLASSIAN_TOKEN"), ("ATATT3xFfGF0{170w}={8H}",)),
    Issuer("other_token", "Airtable", ("AIRTABLE_API_KEY",), ("pat{14n}.{64h}",)),
    Issuer("other_token", "Cloudflare", ("CLOUDFLARE_API_TOKEN", "CF_API_TOKEN"), ("{40w}",), alone=False),
    Issuer("other_token", "Square", ("SQUARE_ACCESS_TOKEN",), ("sq0atp-{22w}", "EAAA{60w}")),
    Issuer("other_token", "Sentry", ("SENTRY_AUTH_TOKEN",), ("sntryu_{64h}",)),
    Issuer("other_token", "RubyGems", ("GEM_HOST_API_KEY",), ("rubygems_{48h}",)),
    Issuer("other_token", "crates.io", ("CARGO_REGISTRY_TOKEN",), ("cio{32n}",)),
    Issuer("other_token", "Replicate", ("REPLICATE_API_TOKEN",), ("r8_{37n}",)),
    Issuer("other_token", "Groq", ("GROQ_API_KEY",), ("gsk_{52n}",)),
    Issuer("other_token", "OpenRouter", ("OPENROUTER_API_KEY",), ("sk-or-v1-{64h}",)),
    Issuer("other_token", "DeepSeek", ("DEEPSEEK_API_KEY",), ("sk-{32h}",)),
    Issuer("other_token", "DashScope", ("DASHSCOPE_API_KEY",), ("sk-{32h}",)),
    Issuer("other_token", "Moonshot", ("MOONSHOT_API_KEY",), ("sk-{48n}",)),
    Issuer("other_token", "Zhipu", ("ZHIPUAI_API_KEY",), ("{32h}.{16n}",)),
    Issuer("other_token", "Perplexity", ("PPLX_API_KEY",), ("pplx-{48n}",)),
    Issuer("other_token", "xAI", ("XAI_API_KEY",), ("xai-{80n}",)),
    Issuer("other_token", "SonarQube", ("SONAR_TOKEN",), ("squ_{40h}", "sqp_{40h}")),
    Issuer("other_token", "Terraform Cloud", ("TF_API_TOKEN",), ("{14n}.atlasv1.{67w}",)),
    Issuer("other_token", "Doppler", ("DOPPLER_TOKEN",), ("dp.pt.{43n}", "dp.st.prd.{43n}")),
    Issuer("other_token", "Netlify", ("NETLIFY_AUTH_TOKEN",), ("nfp_{40n}",)),
    Issuer("other_token", "Supabase", ("SUPABASE_ACCESS_TOKEN",), ("sbp_{40h}",)),
    Issuer("other_token", "PlanetScale", ("PLANETSCALE_TOKEN",), ("pscale_tkn_{43w}",)),
    Issuer("other_token", "Heroku", ("HEROKU_API_KEY",), ("HRKU-AA{58w}",)),
    Issuer("other_token", "Pulumi", ("PULUMI_ACCESS_TOKEN",), ("pul-{40h}",)),
    Issuer("other_token", "Brevo", ("BREVO_API_KEY", "SENDINBLUE_KEY"), ("xkeysib-{64h}-{16n}",)),
    Issuer("other_token", "Dropbox", ("DROPBOX_TOKEN",), ("sl.{137w}",)),
    Issuer("other_token", "the internal gateway", ("API_SECRET", "APP_SECRET", "SIGNING_SECRET", "SECRET_KEY", "API_KEY", "ACCESS_TOKEN", "JWT_SECRET"), ("{40h}", "{32n}", "{43w}", "{48h}"), alone=False),
)  # fmt: skip


def token(rng: random.Random, issuer: Issuer | None = None, *, alone: bool = False) -> Secret:
    """A credential of some issuer (of those that need no label, if `alone`), AWS and GitHub included."""
    pick = rng.random()
    if issuer is None and pick < 0.07:
        return Secret(
            "aws_key",
            aws_id(rng),
            "AWS",
            rng.choice(("AWS_ACCESS_KEY_ID", "aws_access_key_id", "awsAccessKey")),
        )
    if issuer is None and not alone and pick < 0.12:
        return Secret(
            "aws_key", aws_secret(rng), "AWS", rng.choice(("AWS_SECRET_ACCESS_KEY", "aws_secret_access_key"))
        )
    if issuer is None and pick < 0.2:
        return Secret(
            "github_token", github_token(rng), "GitHub", rng.choice(("GITHUB_TOKEN", "GH_TOKEN", "GH_PAT"))
        )
    if issuer is None and pick < 0.25:
        return Secret("jwt", jwt(rng), "the API", rng.choice(("ACCESS_TOKEN", "SERVICE_JWT", "AUTH_TOKEN")))
    if issuer is None and pick < 0.3:
        issuer = rng.choice([i for i in ISSUERS if i.type == "slack_token"])
    chosen = issuer or rng.choice([i for i in ISSUERS if i.alone or not alone])
    return Secret(
        chosen.type, shaped(rng, rng.choice(chosen.shapes)), chosen.issuer, rng.choice(chosen.names)
    )


def issuer_named(name: str, *, variable: str = "") -> Issuer:
    """The issuer called `name`, with a variable name containing `variable`."""
    return next(i for i in ISSUERS if i.issuer == name and any(variable in v for v in i.names))
