"""公开的样例凭据 · Credentials, cards and numbers that issuers and standards print in their own manuals: never findings.

They are copied into configuration, tests and tutorials everywhere, whole and with the right checksums.
"""

# ruff: noqa: E501 - a documented sample is as long as it is

from __future__ import annotations

import random

from bench.accuracy.doc import Doc, Writer

# What it is, the variable it is shown in, the sample itself.
SAMPLES: tuple[tuple[str, str, str], ...] = (
    ("AWS access key id", "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
    ("AWS secret", "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    ("AWS access key id", "aws_access_key_id", "AKIAI44QH8DHBEXAMPLE"),
    ("AWS secret", "aws_secret_access_key", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"),
    ("AWS session key", "AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE"),
    ("GitHub token", "GITHUB_TOKEN", "ghp_16C7e42F292c6912E7710c838347Ae178B4a"),
    ("JSON web token", "TOKEN", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"),
    ("JSON web token (RFC 7519)", "jwt", "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
    ("Stripe test key", "STRIPE_SECRET_KEY", "sk_test_4eC39HqLyjWDarjtT1zdp7dc"),
    ("Stripe test key", "stripe.api_key", "sk_test_BQokikJOvBiI2HlWgH4olfQ2"),
    ("Telegram token", "BOT_TOKEN", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"),
    ("Telegram token", "BOT_TOKEN", "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"),
    ("WeCom robot", "webhook", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa"),
    ("DingTalk robot", "webhook", "https://oapi.dingtalk.com/robot/send?access_token=XXXXXX"),
    ("Feishu robot", "webhook", "https://open.feishu.cn/open-apis/bot/v2/hook/xxxxxxxxxxxxxxxxx"),
    ("Slack webhook", "SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"),
    ("Slack token", "SLACK_TOKEN", "xoxb-not-a-real-token-this-will-not-work"),
    ("Tencent Cloud SecretId", "SecretId", "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******"),
    ("Tencent Cloud SecretKey", "SecretKey", "Gu5t9xGARNpq86cd98joQYCN3*******"),
    ("Aliyun key", "accessKeyId", "yourAccessKeyId"),
    ("Aliyun secret", "accessKeySecret", "<yourAccessKeySecret>"),
    ("basic credentials (RFC 7617)", "Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
    ("PostgreSQL URI", "DATABASE_URL", "postgresql://user:secret@localhost"),
    ("MongoDB URI", "MONGODB_URI", "mongodb://myDatabaseUser:D1fficultP%40ssw0rd@mongodb0.example.com:27017/?authSource=admin"),
    ("SQL Server string", "ConnectionString", "Server=myServerAddress;Database=myDataBase;User Id=myUsername;Password=myPassword;"),
    ("JDBC URL", "url", "jdbc:mysql://localhost:3306/sakila?user=<user>&password=<password>"),
    ("Redis URI", "REDIS_URL", "redis://username:password@localhost:6379/0"),
    ("Azurite account", "AZURE_STORAGE_CONNECTION_STRING", "UseDevelopmentStorage=true"),
    ("Azurite account", "AZURE_STORAGE_CONNECTION_STRING", "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;"),
    ("GitLab token", "GITLAB_TOKEN", "<your_access_token>"),
    ("OpenAI key", "OPENAI_API_KEY", "sk-..."),
    ("Anthropic key", "ANTHROPIC_API_KEY", "my_api_key"),
    ("card", "cardNumber", "4242424242424242"),
    ("card", "card", "5555 5555 5555 4444"),
    ("card", "number", "3782 822463 10005"),
    ("card", "pan", "4000 0566 5566 5556"),
    ("IBAN", "iban", "DE89370400440532013000"),
    ("IBAN", "iban", "GB82WEST12345698765432"),
    ("IBAN", "iban", "FR1420041010050500013M02606"),
    ("SSN", "ssn", "078-05-1120"),
    ("NINO", "nino", "QQ 12 34 56 C"),
    ("phone", "phone", "+1 555-0123"),
    ("e-mail", "email", "jane.doe@example.com"),
    ("address", "ip", "203.0.113.42"),
    ("address", "ip", "2001:db8:85a3::8a2e:370:7334"),
    ("hardware address", "mac", "00:00:5E:00:53:AF"),
    ("certificate block", "cert", "-----BEGIN CERTIFICATE-----\nMIIB...\n-----END CERTIFICATE-----"),
    ("private key block", "key", "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----"),
    ("private key block", "key", "-----BEGIN PRIVATE KEY-----\n<paste your key here>\n-----END PRIVATE KEY-----"),
)  # fmt: skip
FRAMES = (
    "For example, a {what} looks like {sample}.\n", "{name}={sample}\n", "{name}: {sample}\n", '{name} = "{sample}"\n', "示例（{what}）：{sample}\n", "The manual's sample is `{sample}`; replace it with your own.\n", "# example from the documentation\n{name}={sample}\n", "assert redact('{sample}') != '{sample}'\n",
    "| {what} | `{sample}` |\n", "例如：{name}={sample}，请替换为自己的。\n", "curl -d '{name}={sample}' https://api.example.com/v1\n", "<code>{sample}</code>\n", "- {what}, e.g. {sample}\n", "(see the docs: {sample})\n", '{{"{name}": "{sample}"}}\n', "文档里的样例“{sample}”不能使用\n",
)  # fmt: skip


def documented(rng: random.Random) -> Doc:
    """A few lines of a manual, a test or a tutorial, with documented samples only."""
    w = Writer()
    for what, name, sample in rng.sample(SAMPLES, k=rng.randint(1, 4)):
        w.say(rng.choice(FRAMES).format(what=what, name=name, sample=sample))
    return w.doc("documented-sample", negative=True, lang="en")
