"""连接串 · Connection strings and addresses with a password in them (RFC 3986 3.2.1; JDBC; ADO, ODBC).

scheme://name:password@host/…, jdbc:…?password=…, and Server=…;Password=…; — the finding is the
whole of it, because host, name and password together are what opens the door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_passwords import judged, placeholder
from sansi.check.evidence.secret_values import genuine
from sansi.check.evidence.secrets import ISSUER_FORMAT, STRUCTURE
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_SCHEME = quick(r"(?<![0-9A-Za-z])(?:jdbc:)?[A-Za-z][0-9A-Za-z+.\-]{1,30}$")
_IN_URL = r"[!#-&(-;=?-\[\]^_a-z{|}~]"
# The password may hold an @ itself: the last one before the host counts.
_USERINFO = quick(
    r"://([^\s:/@\"'<>`?#，。；）\u4e00-\u9fff]{0,80}):((?:[!#-&(-.0-;=?-~](?<![`\\])){1,120})@(?=[0-9A-Za-z\[_\u4e00-\u9fff])"
)
_REST = quick(rf"{_IN_URL}{{1,300}}")
_QUERY = quick(r"[?&;](?:password|passwd|pwd|pass)=([^&;,\s\"'`<>，。；]{1,100})", re.IGNORECASE)
_JDBC = quick(r"(?:[0-9A-Za-z]{2,20}:){1,3}[!#-&(-;=?-\[\]^_a-z{|}~A-Z]{4,400}")
_ORACLE = quick(r":([0-9A-Za-z_$#]{1,40})/([^\s/@\"'`]{1,60})@")
_WHOLE = quick(r"[ ]?[A-Za-z][A-Za-z _]{1,30}\s?=[^=;\"'`\n，。]{0,120}={0,2}")
_HEAD = quick(r"[A-Za-z][A-Za-z _]{1,30}\s?=[^=;\"'`\n，。]{0,120}$")
_KEYWORD_REST = quick(
    r"[A-Za-z]{3,8}\s?=[^;\"'`\n，。]{0,120}(?:;[ ]?[A-Za-z][A-Za-z _]{1,30}\s?=[^;\"'`\n，。]{0,120}){0,16}"
)
# libpq: host=… port=… dbname=… user=… password=…
_LIBPQ_PAIR = quick(r"[a-z_]{2,20}=[^\s\"'`=<>]{1,120}")
_LIBPQ_HEAD = quick(r"(?<![a-z_])[a-z_]{2,20}=[^\s\"'`=<>]{1,120}$")
_LIBPQ_REST = quick(r"password=([^\s\"'`<>，。；（）]{1,100})(?: [a-z_]{2,20}=[^\s\"'`=<>，。]{1,120}){0,8}")
_HOST = quick(r"(?<![a-z_])host(?:addr)?=")
_REACH = 400
_AZURE = quick(
    r"(?:DefaultEndpointsProtocol|Endpoint|HostName|AccountEndpoint)=[^;\s\"'`]{1,120}"
    r"(?:;[A-Za-z]{4,30}=[^;\s\"'`，。；]{1,120}){0,4}?;(?:Account|SharedAccess)Key=([0-9A-Za-z+/]{40,100}={1,2})"
    r"(?:;[A-Za-z]{4,30}=[^;\s\"'`，。；\u4e00-\u9fff]{1,120}){0,8}"
)
_KEYWORDS = ("password=", "pwd=", "password =", "pwd =")
_AZURE_HEADS = ("DefaultEndpointsProtocol=", "Endpoint=sb://", "HostName=", "AccountEndpoint=")
_PAIR = quick(r"(?:^|;)\s*([A-Za-z][A-Za-z _]{1,30}?)\s?=\s?([^;]*)")
_PLACE = frozenset(
    {
        "server",
        "data source",
        "host",
        "address",
        "addr",
        "network address",
        "hostname",
        "endpoint",
        "dsn",
        "database",
        "initial catalog",
        "driver",
        "accountendpoint",
    }
)
_SECRET = frozenset({"password", "pwd"})
# Names and passwords that stand in manuals, and what servers are delivered with.
_SPECIMEN = quick(
    r"(?i:(?:user(?:name)?|login|usr|name|me|anonymous|ftp|root|admin|postgres|guest|test|sa|scott|dbuser|myuser|myusername|u|foo|root|mysql|mongo|redis|rabbitmq|default|minio|minioadmin|elastic|system|neo4j|app)?:"
    r"(?:pass(?:word|wd)?\d?|pwd|pw|p|secret|guest|postgres|root|admin|test|tiger|mypass(?:word)?|bar|mysql|mongo|redis|rabbitmq|default|minioadmin|changeme|elastic|system|neo4j|app|s3cret|12345?6?|userpass(?:word)?|passw0rd))"
)
_TRAILING = ".,;:)]}!?'*_>"


def _address(spot: Spot, info: re.Match[str]) -> Iterator[Hit]:
    text = spot.text
    left = max(0, spot.start - 40)
    scheme = _SCHEME.search(text[left : spot.start])
    name, password = info[1], unquote(info[2])
    if not scheme or _SPECIMEN.fullmatch(f"{name}:{password}"):
        return
    rest = _REST.match(text, info.end())
    end = rest.end() if rest else info.end()
    sure = judged(password, quoted=True, apart=True) or _short(password)
    yield from _hit(text, left + scheme.start(), end, sure)


def _short(password: str) -> Confidence | None:
    """In an address anything is a password that is not a placeholder, so a short one is too."""
    short = 2 <= len(password) <= 3 and password.isalnum() and not password.isalpha()
    return Confidence.LIKELY if short and not placeholder(password) else None


def _hit(text: str, start: int, end: int, sure: Confidence | None) -> Iterator[Hit]:
    if sure is not Confidence.LIKELY:
        return
    while text[end - 1] in _TRAILING and end > start:
        end -= 1
    reason = Both("连接地址中写明了用户名和密码", "an address with its name and password")
    yield Hit(start, end, sure, reason, STRUCTURE)


def _jdbc(spot: Spot) -> Iterator[Hit]:
    text = spot.text
    match = _JDBC.match(text, spot.end)
    if not match:
        return
    found = _QUERY.search(match[0]) or _ORACLE.search(match[0])
    if not found:
        return
    password = unquote(found[found.lastindex or 1])
    yield from _hit(text, spot.start, match.end(), judged(password, quoted=True, apart=True))


def _began(text: str, at: int, delimiter: str, whole: re.Pattern[str], head: re.Pattern[str]) -> int:
    """Where the row of pairs begins that goes on at `at`: from pair to pair backwards."""
    left = max(0, at - _REACH)
    while at > left and text[at - 1] == delimiter:
        previous = text.rfind(delimiter, left, at - 1) + 1 or left
        piece = text[previous : at - 1]
        if not whole.fullmatch(piece):
            first = head.search(piece)
            return previous + first.start() if first else at
        at = previous
    return at


def _libpq(spot: Spot) -> Iterator[Hit]:
    text = spot.text
    start = _began(text, spot.start, " ", _LIBPQ_PAIR, _LIBPQ_HEAD)
    rest = _LIBPQ_REST.match(text, spot.start)
    if rest and _HOST.search(text, start, rest.end()):
        yield from _hit(text, start, rest.end(), judged(rest[1], quoted=True, apart=True))


def _azure(spot: Spot) -> Iterator[Hit]:
    """The strings of Azure have a key where others have a password."""
    match = _AZURE.match(spot.text, spot.start)
    if match and genuine(match[1]):
        reason = Both("连接串中写明了账户和密钥", "a connection string with its account and key")
        yield Hit(match.start(), match.end(), Confidence.LIKELY, reason, ISSUER_FORMAT)


def _keywords(spot: Spot) -> Iterator[Hit]:
    text, at = spot.text, spot.start
    before = at - (text[at - 1 : at] == " ")
    start = _began(text, before, ";", _WHOLE, _HEAD)
    rest = _KEYWORD_REST.match(text, at)
    assert rest, "the word that called us is a key and its sign"
    start = at if start == before else start
    pairs = {k.lower(): v.strip() for k, v in _PAIR.findall(text[start : rest.end()])}
    secrets = [pairs[k] for k in _SECRET if k in pairs]
    if secrets and not _PLACE.isdisjoint(pairs):
        yield from _hit(text, start, rest.end(), judged(secrets[0], quoted=True, apart=True))


def find(spot: Spot) -> Iterable[Hit]:
    """Addresses, JDBC addresses and keyword strings that carry a real password."""
    text, start = spot.text, spot.start
    if text[start] == ":":
        info = _USERINFO.match(text, start)
        return _address(spot, info) if info else ()
    word = text[start : spot.end].lower()
    if word == "jdbc:":
        return _jdbc(spot)
    if word in _KEYWORDS:
        return [*_keywords(spot), *_libpq(spot)]
    return _azure(spot)


RULE = Rule(
    id="key-connection-string",
    category=Category.CREDENTIAL,
    severity=Severity.HIGH,
    title=Both("含密码的连接串", "Connection string with a password"),
    why=Both(
        "地址、用户名、密码三样俱全，照抄即可连上数据库或仓库。",
        "Host, name and password in one line: copy it and you are in the database.",
    ),
    advice=Both(
        "删除并更换密码；配置里改用环境变量，对外只给出主机名。",
        "Remove it and change the password; keep it in the environment, publish at most the host.",
    ),
    source="RFC 3986, 3.2.1; JDBC 4.3; MS-ODBCSTR",
    triggers=(Words(("://",)), Words(("jdbc:", *_KEYWORDS), any_case=True), Words(_AZURE_HEADS)),
    find=find,
    hits=(
        "DATABASE_URL=«mysql://shop:" + "Kd82%21mz@10.2.0.8:3306/orders»",
        "连接串«redis://:" + "Zq81lmPw@cache.corp.cn:6379/0»。",
        "git clone «https://lin:" + "g7Kd92mQzx@git.corp.cn/app.git»",
        "«jdbc:mysql://db1:3306/hr?user=hr&password=" + "Ht62kd&useSSL=false»",
        "«Server=db2;Database=hr;User Id=sa;Password=" + "Yt7!kdP»;",
        "«mongodb+srv://app:" + "P@ss9wKq@c0.x1y2.mongodb.net/main?retryWrites=true»",
        "«DefaultEndpointsProtocol=https;AccountName=hr;AccountKey=" + "q8Zt2mLx9Rv4Kb7Wn3Ys5Pc1Fd6Gh0Jk8Ll"
        "2Mz4Xc6Vb8Nm1Qw3Er5Ty7Ui9Op2As4Df6Gh8Jk0Ll3Zx5Cv7Bn9Qa==;EndpointSuffix=core.windows.net»",
    ),
    misses=(
        "mysql://user:password@localhost/db",  # the manual's
        "postgres://postgres:postgres@127.0.0.1:5432/app",  # as delivered
        "mysql://root:${DB_PASS}@db/shop",  # filled in later
        "redis://:****@cache:6379",  # masked
        "https://www.gov.cn:443/a@b",  # a port and a path
        "Server=db2;Database=hr;Trusted_Connection=True;",  # no password
        "Server=db2;User Id=sa;Password=<password>;",
        "ssh://git@git.corp.cn/app.git",  # a name alone
    ),
)
