"""口令与连接串 · Made-up passwords, connection strings, and commands that carry a password."""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import base64
import random
import string
from collections.abc import Callable, Sequence

from bench.accuracy.credentials_values import (
    ALNUM,
    aws_id,
    aws_secret,
    draw,
    github_token,
    issuer_named,
    jwt,
    pem,
    shaped,
)
from bench.accuracy.doc import Value
from bench.accuracy.english_values import NETWORKS
from bench.accuracy.words import words

Piece = str | Value

WORDS = words(
    "Summer Winter Falcon Harbor Purple Maple Dragon Thunder Silver Coffee Monday Orchid Pepper Rocket Tiger Velvet Walnut Zephyr Banana Copper"
)
PINYIN = words(
    "wangwei zhangmin lixiang beijing shanghai woaini chenchen xiaoming tianya haoyun zhonghua gongsi caiwu yunwei liuyang hello"
)
SAFE_SYMBOLS, SYMBOLS = "!#%*-_+=.~", "!@#$%^&*-_+=?.~"
HOSTS = words(
    "db.prod.internal pg-main.corp.local 10.20.3.14 mysql-01.svc rds-prod.c9xkq2.us-east-1.rds.amazonaws.com rm-bp1a2c.mysql.rds.aliyuncs.com 192.168.5.20 cache.kestrelworks.io mq.northgate.co.uk 172.16.8.9"
)
USERS = words("app admin svc_report billing root deploy etl readonly_ops crm zhangwei")
BASES = words("orders crm prod billing analytics users warehouse portal")


def human(rng: random.Random) -> str:
    """A password that somebody thought of."""
    word, year, symbol = rng.choice(WORDS), rng.randint(1975, 2026), rng.choice("!@#$%&*")
    name = rng.choice(PINYIN)
    return rng.choice(
        (
            f"{word}{year}{symbol}", f"{word}{symbol}{year}", f"{word.lower()}{rng.randint(10, 9999)}", f"{name.capitalize()}@{year}", f"{name}{rng.randint(100, 99999)}",
            f"{name}{symbol}{rng.randint(100, 999)}", f"{word.replace('a', '@').replace('o', '0').replace('e', '3')}{rng.randint(10, 99)}{symbol}",
            f"{word}-{rng.choice(WORDS)}-{rng.randint(1, 99)}", f"{word.lower()}-{rng.choice(WORDS).lower()}-{rng.choice(WORDS).lower()}-{rng.randint(2, 99)}", f"Qwe{rng.randint(123, 987)}{symbol}{symbol}",
            f"{name[0].upper()}{name[1:3]}{symbol}{rng.randint(1000, 999999)}", f"{word}_{rng.choice(PINYIN)}{symbol}{rng.randint(0, 99)}",
        )
    )  # fmt: skip


def generated(rng: random.Random, symbols: str = SYMBOLS) -> str:
    """A password out of a password manager; it begins and ends with a letter or digit."""
    inner = draw(rng, ALNUM + symbols * 2, rng.randint(8, 18))
    return draw(rng, ALNUM, 1) + inner + draw(rng, string.digits, 1) + draw(rng, string.ascii_letters, 1)


def password(rng: random.Random) -> str:
    """Either."""
    return human(rng) if rng.random() < 0.6 else generated(rng)


def url_password(rng: random.Random) -> str:
    """A password that may stand in a URL as it is."""
    return generated(rng, "-_.~!") if rng.random() < 0.5 else f"{rng.choice(WORDS)}{rng.randint(100, 99999)}"


def connection(rng: random.Random) -> str:
    """A connection string of any common kind, with its password."""
    user, secret, host, base = rng.choice(USERS), url_password(rng), rng.choice(HOSTS), rng.choice(BASES)
    return rng.choice(
        (
            f"postgresql://{user}:{secret}@{host}:5432/{base}", f"postgres://{user}:{secret}@{host}/{base}?sslmode=require", f"mysql://{user}:{secret}@{host}:3306/{base}",
            f"mysql+pymysql://{user}:{secret}@{host}:3306/{base}?charset=utf8mb4", f"mongodb+srv://{user}:{secret}@cluster0.{draw(rng, ALNUM.lower(), 5)}.mongodb.net/{base}?retryWrites=true&w=majority",
            f"mongodb://{user}:{secret}@{host}:27017,{host}:27018/{base}?replicaSet=rs0", f"redis://:{secret}@{host}:6379/0", f"rediss://default:{secret}@{host}:6380", f"amqp://{user}:{secret}@{host}:5672/%2F{base}",
            f"jdbc:mysql://{host}:3306/{base}?user={user}&password={secret}&useSSL=false", f"jdbc:postgresql://{host}/{base}?user={user}&password={secret}", f"jdbc:oracle:thin:{user}/{secret}@{host}:1521:{base}",
            f"jdbc:sqlserver://{host}:1433;databaseName={base};user={user};password={secret};", f"Server={host},1433;Database={base};User Id={user};Password={secret};", f"Data Source={host};Initial Catalog={base};User ID={user};Password={secret};Encrypt=True",
            f"Driver={{ODBC Driver 17 for SQL Server}};Server={host};Database={base};Uid={user};Pwd={secret};", f"Server={host};Port=3306;Database={base};Uid={user};Pwd={secret};", f"smtp://{user}:{secret}@{host}:587", f"smtps://{user}%40kestrelworks.io:{secret}@smtp.kestrelworks.io:465",
            f"ftp://{user}:{secret}@{host}/pub/{base}", f"sftp://{user}:{secret}@{host}:22/upload", f"https://{user}:{secret}@{host}/{base}.git", f"clickhouse://{user}:{secret}@{host}:9000/{base}", f"https://{user}:{secret}@{host}:9200",
            f"host={host} port=5432 dbname={base} user={user} password={secret}", f"DefaultEndpointsProtocol=https;AccountName={base}store;AccountKey={shaped(rng, '{86b}')}==;EndpointSuffix=core.windows.net", f"mssql+pyodbc://{user}:{secret}@{host}/{base}?driver=ODBC+Driver+18+for+SQL+Server",
            f"Endpoint=sb://{base}-bus.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={shaped(rng, '{43b}')}=", f"snowflake://{user}:{secret}@ab12345.eu-west-1/{base}", f"ldap://cn={user},dc=corp:{secret}@{host}:389", f"nats://{user}:{secret}@{host}:4222",
        )
    )  # fmt: skip


def _between(*pieces: Piece) -> Sequence[Piece]:
    return pieces


def command(rng: random.Random) -> Sequence[Piece]:
    """A shell command with a password among its arguments."""
    user, host, base = rng.choice(USERS), rng.choice(HOSTS), rng.choice(BASES)
    secret = (
        Value(generated(rng, "-_.~%+="), "password")
        if rng.random() < 0.5
        else Value(f"{rng.choice(WORDS)}{rng.randint(100, 99999)}", "password")
    )
    return rng.choice(
        (
            _between(f"mysql -h {host} -u{user} -p", secret, f" {base} < dump.sql"), _between(f"mysqldump -h {host} -u {user} -p'", secret, f"' {base} > /backup/{base}.sql"),
            _between("PGPASSWORD=", secret, f" psql -h {host} -U {user} {base}"), _between("sshpass -p '", secret, f"' ssh {user}@{host}"), _between('sshpass -p "', secret, f'" scp -r build/ {user}@{host}:/srv/www'),
            _between(f"curl -u {user}:", secret, f" https://{host}/api/v1/status"), _between(f"curl --user '{user}:", secret, f"' -X POST https://{host}/jobs"), _between("redis-cli -h ", host, " -a ", secret, " info"),
            _between(f"docker login registry.kestrelworks.io -u {user} -p ", secret), _between(f"mongo --host {host} -u {user} -p ", secret, " --authenticationDatabase admin"), _between("echo '", secret, f"' | sudo -S systemctl restart {base}"),
            _between(f"htpasswd -b /etc/nginx/.htpasswd {user} ", secret), _between(f"wget --user={user} --password=", secret, f" ftp://{host}/daily.zip"), _between(f"net use Z: \\\\{host}\\share /user:{user} ", secret),
            _between(f"echo '{user}:", secret, "' | chpasswd"), _between(f"7z x {base}.7z -p", secret), _between("ansible-playbook site.yml -e ansible_become_password=", secret), _between(f"sqlplus {user}/", secret, f"@//{host}:1521/ORCL"),
            _between(f"keytool -genkey -alias {base} -storepass ", secret), _between("openssl pkcs12 -export -in cert.pem -passout pass:", secret, " -out bundle.p12"), _between(f"xfreerdp /v:{host} /u:{user} /p:", secret),
        )
    )  # fmt: skip


def bearer(rng: random.Random) -> Value:
    """What stands after `Authorization: Bearer`: nearly always a JSON web token."""
    return Value(jwt(rng), "jwt")


def basic(rng: random.Random) -> Value:
    """What stands after `Authorization: Basic`."""
    return Value(base64.b64encode(f"{rng.choice(USERS)}:{password(rng)}".encode()).decode(), "password")


def encoded(rng: random.Random) -> Value:
    """A password as a Kubernetes secret holds it."""
    return Value(base64.b64encode(password(rng).encode()).decode(), "password")


def _of(issuer: str, variable: str = "") -> Callable[[random.Random], Value]:
    kind = issuer_named(issuer, variable=variable)
    return lambda rng: Value(shaped(rng, rng.choice(kind.shapes)), kind.type)


MAKERS: dict[str, Callable[[random.Random], Piece | Sequence[Piece]]] = {
    "pw": lambda rng: Value(password(rng), "password"),
    "pwsafe": lambda rng: Value(url_password(rng), "password"),
    "pwhuman": lambda rng: Value(human(rng), "password"),
    "pin": lambda rng: Value(draw(rng, string.digits, 8), "password"),
    "conn": lambda rng: Value(connection(rng), "connection_string"),
    "cmd": command,
    "bearer": bearer,
    "basic": basic,
    "b64pw": encoded,
    "pem": lambda rng: Value(pem(rng), "private_key"),
    "pemjson": lambda rng: Value(pem(rng, newline="\\n"), "private_key"),
    "jwt": lambda rng: Value(jwt(rng), "jwt"),
    "gh": lambda rng: Value(github_token(rng), "github_token"),
    "awsid": lambda rng: Value(aws_id(rng), "aws_key"),
    "awssecret": lambda rng: Value(aws_secret(rng), "aws_key"),
    "aliid": _of("Aliyun", "KEY_ID"),
    "alisecret": _of("Aliyun", "KEY_SECRET"),
    "txid": _of("Tencent Cloud", "SECRET_ID"),
    "txsecret": _of("Tencent Cloud", "SECRET_KEY"),
    "wxsecret": _of("WeChat"),
    "slack": _of("Slack", "TOKEN"),
    "slackhook": _of("Slack", "WEBHOOK"),
    "stripe": _of("Stripe", "SECRET_KEY"),
    "openai": _of("OpenAI"),
    "npm": _of("npm"),
    "glpat": _of("GitLab"),
    "ding": _of("DingTalk robot"),
    "feishu": _of("Feishu robot"),
    "wecom": _of("WeCom robot"),
    "telegram": _of("Telegram"),
    "gkey": _of("Google"),
    "deepseek": _of("DeepSeek"),
    "hex32": _of("Twilio", "AUTH"),
    "dbhost": lambda rng: rng.choice([h for h in HOSTS if not h[0].isdigit()]),
    "dbuser": lambda rng: rng.choice(USERS),
    "dbname": lambda rng: rng.choice(BASES),
    "net": lambda rng: rng.choice(NETWORKS),
}
