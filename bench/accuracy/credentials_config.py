"""配置文件 · Configuration files and source that hold credentials, or only look as if they did.

A file is a handful of settings (secret, hole, or harmless) written in one of some twenty notations.
"""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from bench.accuracy.credentials_passwords import SAFE_SYMBOLS, USERS, connection, generated, human
from bench.accuracy.credentials_values import ALNUM, HEX, Secret, draw, jwt, pem, token, uuid4
from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.english_decoys import HOLES, SAMPLE_KEYS, integrity, quiet_conn, quiet_ip, role_mail
from bench.accuracy.words import words


class Notation(NamedTuple):
    """How a setting is written: what goes before the file, before, between and after key and value, and at the end."""

    genre: str
    head: str
    before: str
    between: str
    after: str
    tail: str
    case: str
    comment: str = "# "


NOTATIONS = (
    Notation("env", "", "", "=", "\n", "", "upper"),
    Notation("env", "", "", '="', '"\n', "", "upper"),
    Notation("env", "", "", "='", "'\n", "", "upper"),
    Notation("env", "", "", " = ", "\n", "", "upper"),
    Notation("shell", "#!/bin/bash\nset -euo pipefail\n\n", "export ", '="', '"\n', '\n./run.sh "$@"\n', "upper"),
    Notation("shell", "#!/bin/sh\n", "", "='", "'\n", "make deploy\n", "upper"),
    Notation("powershell", "", "$env:", ' = "', '"\n', "dotnet run\n", "upper"),
    Notation("batch", "@echo off\r\n", "set ", "=", "\r\n", "call build.bat\r\n", "upper", "rem "),
    Notation("yaml", "app:\n  debug: false\n", "  ", ": ", "\n", "", "snake"),
    Notation("yaml", "spring:\n  application:\n    name: portal\n", "  ", ': "', '"\n', "", "kebab"),
    Notation("yaml", "---\n", "", ": '", "'\n", "", "camel"),
    Notation("compose", 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.25\n    environment:\n', "      - ", "=", "\n", "    ports:\n      - 8080:80\n", "upper"),
    Notation("compose", "services:\n  api:\n    build: .\n    environment:\n", "      ", ": ", "\n", "    restart: always\n", "upper"),
    Notation("k8s", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\nstringData:\n", "  ", ": ", "\n", "", "snake"),
    Notation("k8s", "    spec:\n      containers:\n      - name: app\n        env:\n", "        - name: ", "\n          value: ", "\n", "", "upper"),
    Notation("dockerfile", "FROM python:3.11-slim\nWORKDIR /app\n", "ENV ", "=", "\n", 'CMD ["gunicorn", "app:app"]\n', "upper"),
    Notation("dockerfile", "FROM node:20\n", "ARG ", '="', '"\n', "RUN npm ci\n", "upper"),
    Notation("toml", "[server]\nport = 8080\n\n[auth]\n", "", ' = "', '"\n', "", "snake"),
    Notation("ini", "[default]\n", "", " = ", "\n", "", "snake", "; "),
    Notation("ini", "[database]\nport=3306\n", "", "=", "\n", "", "snake", "; "),
    Notation("properties", "server.port=8080\n", "", "=", "\n", "logging.level.root=INFO\n", "dotted"),
    Notation("properties", "", "app.", ": ", "\n", "", "dotted"),
    Notation("json", '{\n  "env": "production",\n', '  "', '": "', '",\n', '  "retries": 3\n}\n', "camel", ""),
    Notation("json", '{"Logging":{"Level":"Warning"},', '"', '":"', '",', '"v":1}\n', "pascal", ""),
    Notation("python", "import os\nimport requests\n\n", "", ' = "', '"\n', "\n\ndef main():\n    client = build()\n    client.run()\n", "upper"),
    Notation("python", "DEBUG = False\nALLOWED_HOSTS = ['*']\n", "", " = '", "'\n", "", "upper"),
    Notation("python", "client = Client(\n", "    ", '="', '",\n', "    timeout=30,\n)\n", "snake"),
    Notation("python", "config = {\n", "    '", "': '", "',\n", "    'debug': True,\n}\n", "snake"),
    Notation("javascript", "module.exports = {\n", "  ", ": '", "',\n", "  port: 3000,\n};\n", "camel", "// "),
    Notation("javascript", "import axios from 'axios';\n\n", "const ", ' = "', '";\n', "\nexport default axios.create({ timeout: 5000 });\n", "camel", "// "),
    Notation("typescript", "export const settings = {\n", "  ", ": `", "`,\n", "} as const;\n", "camel", "// "),
    Notation("java", "public final class Config {\n", "    private static final String ", ' = "', '";\n', "}\n", "upper", "// "),
    Notation("java", "@Bean\npublic Client client() {\n    Client c = new Client();\n", "    c.set", '("', '");\n', "    return c;\n}\n", "pascal", "// "),
    Notation("kotlin", "object Secrets {\n", "    const val ", ' = "', '"\n', "}\n", "upper", "// "),
    Notation("go", "package config\n\nconst (\n", "\t", ' = "', '"\n', ")\n", "pascal", "// "),
    Notation("go", "cfg := Config{\n", "\t", ': "', '",\n', "}\n", "pascal", "// "),
    Notation("csharp", "public static class Keys\n{\n", "    public const string ", ' = "', '";\n', "}\n", "pascal", "// "),
    Notation("php", "<?php\n", "define('", "', '", "');\n", "require_once ABSPATH . 'wp-settings.php';\n", "upper", "// "),
    Notation("php", "<?php\nreturn [\n", "    '", "' => '", "',\n", "];\n", "snake", "// "),
    Notation("ruby", "Rails.application.configure do\n", "  config.", ' = "', '"\n', "end\n", "snake"),
    Notation("terraform", 'provider "cloud" {\n  region = "cn-hangzhou"\n', "  ", ' = "', '"\n', "}\n", "snake"),
    Notation("xml", '<?xml version="1.0"?>\n<configuration>\n  <appSettings>\n', '    <add key="', '" value="', '" />\n', "  </appSettings>\n</configuration>\n", "pascal", ""),
    Notation("xml", "<beans>\n", '  <property name="', '" value="', '"/>\n', "</beans>\n", "camel", ""),
    Notation("swift", "struct Keys {\n", "    static let ", ' = "', '"\n', "}\n", "camel", "// "),
    Notation("actions", "name: ci\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    env:\n", "      ", ": ", "\n", "    steps:\n      - uses: actions/checkout@v4\n", "upper"),
    Notation("csv", "key,value,owner\n", "", ",", ",platform\n", "", "snake", ""),
    Notation("markdown", "## Settings\n\n| name | value |\n|---|---|\n", "| ", " | `", "` |\n", "", "upper", ""),
    Notation("sql", "-- seed\n", "INSERT INTO settings (k, v) VALUES ('", "', '", "');\n", "COMMIT;\n", "snake", "-- "),
)  # fmt: skip

PASSWORD_KEYS = words(
    "DB_PASSWORD MYSQL_ROOT_PASSWORD POSTGRES_PASSWORD REDIS_PASSWORD PASSWORD ADMIN_PASSWORD SMTP_PASSWORD MAIL_PASSWORD LDAP_BIND_PASSWORD KEYSTORE_PASSWORD ES_PASSWORD RABBITMQ_DEFAULT_PASS DB_PASS MYSQL_PWD DB_PWD FTP_PASSWD SSH_PASSWORD SPRING_DATASOURCE_PASSWORD ROOT_PASSWORD VPN_PASSWORD DJANGO_SUPERUSER_PASSWORD ELASTIC_PASSWORD NACOS_PASSWORD SUDO_PASS WIFI_PASSWORD ENCRYPTION_PASSPHRASE"
)
URL_KEYS = words("DATABASE_URL SQLALCHEMY_DATABASE_URI DB_URL PRIMARY_DB_URL CONN_STR DSN")
HARMLESS: tuple[tuple[str, Callable[[random.Random], str]], ...] = (
    ("LOG_LEVEL", lambda r: r.choice(("info", "DEBUG", "warn"))), ("PORT", lambda r: str(r.randint(1024, 9999))), ("APP_ENV", lambda r: r.choice(("production", "staging"))), ("REGION", lambda r: r.choice(("cn-hangzhou", "us-east-1", "ap-guangzhou"))),
    ("BUCKET", lambda r: f"assets-{r.randint(1, 99)}"), ("BUILD_ID", uuid4), ("GIT_SHA", lambda r: draw(r, HEX, 40)), ("IMAGE_TAG", lambda r: f"v{r.randint(0, 9)}.{r.randint(0, 30)}.{r.randint(0, 9)}"), ("BIND_ADDRESS", quiet_ip), ("SUPPORT_EMAIL", role_mail),
    ("CHECKSUM", lambda r: draw(r, HEX, 64)), ("MAX_TOKENS", lambda r: str(r.choice((1024, 4096, 8192)))), ("TOKEN_TTL", lambda r: str(r.choice((3600, 86400)))), ("PASSWORD_MIN_LENGTH", lambda r: str(r.randint(8, 16))), ("PASSWORD_RESET_TIMEOUT", lambda _: "259200"), ("SECRET_NAME", lambda r: f"prod/db-{r.randint(1, 9)}"),
    ("PUBLIC_KEY_PATH", lambda _: "/etc/ssl/app.pub"), ("PRIVATE_KEY_FILE", lambda _: "/run/secrets/tls.key"), ("PASSWORD_FILE", lambda _: "/run/secrets/db_password"), ("TOKEN_URL", lambda _: "https://auth.kestrelworks.io/oauth/token"), ("API_VERSION", lambda r: f"2024-0{r.randint(1, 9)}-15"), ("ETAG", lambda r: draw(r, HEX, 32)),
    ("TIMEOUT_MS", lambda r: str(r.randint(100, 90000))), ("CLIENT_ID", uuid4), ("GA_ID", lambda r: f"G-{draw(r, ALNUM, 10).upper()}"), ("TOKENIZER", lambda _: "bert-base-chinese"), ("AUTH_TYPE", lambda r: r.choice(("password", "token", "oauth2"))), ("PASSWORD_HASHER", lambda _: "argon2"), ("SSE_KEY_ARN", lambda r: f"arn:aws:kms:us-east-1:111122223333:key/{uuid4(r)}"),
    ("INTEGRITY", integrity), ("PUBLISHABLE_KEY_HINT", lambda _: "starts with pk_"), ("SESSION_COOKIE_NAME", lambda _: "sessionid"), ("DB_HOST", lambda r: f"db-{r.randint(1, 9)}.internal"), ("DB_USER", lambda r: r.choice(USERS)), ("TZ", lambda _: "Asia/Shanghai"), ("SECRET_ROTATION_DAYS", lambda _: "90"), ("ENABLE_PASSWORD_LOGIN", lambda _: "true"),
)  # fmt: skip
COMMENTS = (
    "production, do not commit",
    "TODO move to vault",
    "database",
    "owned by platform team",
    "生产环境",
    "数据库配置",
    "see wiki",
    "third party",
    "临时使用，上线前删除",
    "ask ops before changing",
    "消息推送",
    "rotated last month",
)


def _key(name: str, case: str) -> str:
    words = [w for w in re.split(r"[_.\-]|(?<=[a-z])(?=[A-Z])", name) if w]
    pascal = "".join(w.capitalize() for w in words)
    return {
        "upper": "_".join(words).upper(),
        "snake": "_".join(words).lower(),
        "kebab": "-".join(words).lower(),
        "dotted": ".".join(words).lower(),
        "pascal": pascal,
        "camel": pascal[0].lower() + pascal[1:],
    }[case]


def _secret(rng: random.Random) -> Secret:
    """A password, a connection string, a pair's half or any issuer's token."""
    pick = rng.random()
    if pick < 0.3:
        value = human(rng) if rng.random() < 0.6 else generated(rng, SAFE_SYMBOLS)
        return Secret("password", value.replace("$", "!").replace("#", "!"), "", rng.choice(PASSWORD_KEYS))
    if pick < 0.42:
        value = connection(rng)
        return Secret("connection_string", value, "", rng.choice(_url_keys(value)))
    return token(rng)


def _url_keys(value: str) -> tuple[str, ...]:
    """The names that a variable holding this connection string may have."""
    kinds = {"mongo": ("MONGO_URI", "MONGODB_URI"), "redis": ("REDIS_URL", "BROKER_URL", "CACHE_URL"), "amqp": ("AMQP_URL", "CELERY_BROKER_URL"), "jdbc": ("JDBC_URL", "SPRING_DATASOURCE_URL"), "host=": ("DSN", "PG_DSN", "POSTGRES_DSN"), "smtp": ("EMAIL_URL", "SMTP_URL", "MAILER_DSN"), "http": ("REGISTRY_URL", "ES_URL", "REPO_URL")}  # fmt: skip
    for start, keys in kinds.items():
        if value.startswith(start):
            return keys
    return ("CONNECTION_STRING", "DEFAULT_CONNECTION", "DB_CONNECTION") if ";" in value else URL_KEYS


def _hole(rng: random.Random) -> tuple[str, str]:
    """A setting whose value is a placeholder, a reference or a documented sample."""
    pick = rng.random()
    if pick < 0.15:
        return rng.choice(URL_KEYS), quiet_conn(rng)
    if pick < 0.3:
        return token(rng).name, rng.choice(SAMPLE_KEYS)
    return rng.choice((rng.choice(PASSWORD_KEYS), token(rng).name)), rng.choice(HOLES)


def _settings(rng: random.Random, *, negative: bool) -> list[tuple[str, str | Value]]:
    rows: list[tuple[str, str | Value]] = [
        (n, make(rng)) for n, make in rng.sample(HARMLESS, k=rng.randint(1, 6))
    ]
    if negative:
        rows += [_hole(rng) for _ in range(rng.randint(1, 4))]
    else:
        found = [_secret(rng) for _ in range(rng.randint(1, 4))]
        rows += [(s.name, Value(s.value, s.type)) for s in found]
        rows += [_hole(rng) for _ in range(rng.randint(0, 2))]
    rng.shuffle(rows)
    return rows


def config(rng: random.Random, *, negative: bool = False) -> Doc:
    """A file of settings in some notation."""
    n, writer = rng.choice(NOTATIONS), Writer()
    writer.say(n.head)
    for name, value in _settings(rng, negative=negative):
        if n.comment and rng.random() < 0.15:
            writer.say(re.match(r"\s*", n.before)[0], n.comment, rng.choice(COMMENTS), "\n")  # type: ignore[index]
        text = value if isinstance(value, str) else value.text
        quote = (
            '"'
            if ":" in text and n.between == ": " and n.genre in {"yaml", "k8s", "compose", "actions"}
            else ""
        )
        writer.say(n.before, _key(name, n.case), n.between, quote).add(value).say(quote, n.after)
    return writer.say(n.tail).doc(f"config-{n.genre}", negative=negative, lang="en")


def harmless_config(rng: random.Random) -> Doc:
    """A file of settings in which every secret is a placeholder, a reference or a documented sample."""
    return config(rng, negative=True)


def key_file(rng: random.Random) -> Doc:
    """A private key as a file, inside YAML, JSON or an environment variable, or pasted with words about it."""
    way, w = rng.randrange(6), Writer()
    if way == 0:
        w.say(
            rng.choice(
                (
                    "",
                    "# id_rsa\n",
                    "Bag Attributes\n    friendlyName: portal\nKey Attributes: <No Attributes>\n",
                )
            )
        ).put(pem(rng), "private_key").say("\n")
    elif way == 1:
        w.say("tls:\n  key: |\n    ").put(pem(rng, newline="\n    "), "private_key").say("\n  port: 443\n")
    elif way == 2:
        w.say(
            '{"type": "service_account", "project_id": "portal-prod", "private_key_id": "',
            draw(rng, HEX, 40),
            '", "private_key": "',
        ).put(pem(rng, newline="\\n"), "private_key").say(
            '\\n", "token_uri": "https://oauth2.googleapis.com/token"}\n'
        )
    elif way == 3:
        w.say('APP_PRIVATE_KEY="').put(pem(rng, newline="\\n"), "private_key").say('"\nAPP_PORT=8080\n')
    elif way == 4:
        w.say("Hi, this is the deploy key, please add it on your side today:\n\n").put(
            pem(rng), "private_key"
        ).say("\n\nThanks!\n")
    else:
        w.say("运维同学：证书私钥如下，请尽快替换到网关，旧的周五过期。\n").put(pem(rng), "private_key").say(
            "\n收到请回复。\n"
        )
    return w.doc("private-key", lang="mixed" if way == 5 else "en")


def token_file(rng: random.Random) -> Doc:
    """The files in which tools keep a login: .npmrc, .netrc, .pypirc, .git-credentials, kubeconfig, hosts.yml …"""
    w, way, user = Writer(), rng.randrange(7), rng.choice(USERS)
    secret = Value(generated(rng, "-_.~"), "password")
    if way == 0:
        w.say("registry=https://npm.kestrelworks.io/\n//npm.kestrelworks.io/:_authToken=").put(
            f"npm_{draw(rng, ALNUM, 36)}", "other_token"
        ).say("\nalways-auth=true\n")
    elif way == 1:
        w.say(f"machine git.kestrelworks.io login {user} password ").add(secret).say("\n")
    elif way == 2:
        w.say(
            "[distutils]\nindex-servers = internal\n\n[internal]\nrepository: https://nexus.kestrelworks.io/\n",
            f"username: {user}\npassword: ",
        ).add(secret).say("\n")
    elif way == 3:
        w.put(f"https://{user}:{secret.text}@git.northgate.co.uk", "connection_string").say("\n")
    elif way == 4:
        w.say("users:\n- name: ci\n  user:\n    token: ").put(jwt(rng), "jwt").say(
            "\n    client-certificate: /etc/k8s/ci.crt\n"
        )
    elif way == 5:
        w.say(f"db01.corp.local:5432:billing:{user}:").add(secret).say("\n")
    else:
        w.say("<server>\n  <id>nexus</id>\n", f"  <username>{user}</username>\n  <password>").add(secret).say(
            "</password>\n</server>\n"
        )
    return w.doc("login-file", lang="en")
