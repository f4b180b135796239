"""密钥与令牌 · Keys and tokens of no known issuer, told by their label and by being random.

api_key, secret, token, Authorization: Bearer, 密钥, 令牌. The label must lead to the value, and the
value must look drawn at random: names, digests, commits, identifiers and placeholders do not.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_values import cut_short, genuine, is_hex, is_uuid, scattered
from sansi.check.evidence.secrets import JOINT, LABEL, LEADING_HAN, disclaimed, genuine_at, leads
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_STRONG = (
    "api.key", "access.key", "secret.key", "app.secret", "access.token", "client.secret", "api.key",
    "access.key", "secret.key", "app.secret", "access.token", "client.secret", "apikey", "api_key",
    "api-key", "api key", "api token", "api_token", "apitoken", "api-token", "apisecret", "api_secret",
    "api secret", "api-secret", "secretkey", "secret_key", "secret-key", "secret key",
    "secretaccesskey", "accesskey", "access_key", "access-key", "access key", "accesstoken",
    "access_token", "access-token", "access token", "auth_token", "authtoken", "auth-token",
    "auth token", "refresh_token", "refreshtoken", "refresh token", "clientsecret", "client_secret",
    "client-secret", "client secret", "appsecret", "app_secret", "app-secret", "app secret",
    "consumer_secret", "signing_key", "signingkey", "signing secret", "signing_secret",
    "encryption_key", "encryptionkey", "encrypt_key", "aes_key", "aeskey", "masterkey", "master_key",
    "master key", "webhook_secret", "webhook secret", "private_token", "private-token", "bot_token",
    "bot token", "deploy_token", "deploy token", "personal access token", "license_key",
    "session_secret", "jwt_secret", "account_key", "accountkey", "storage_key", "shared_key",
    "subscription-key", "subscription_key", "app_master_secret", "secret_token", "secret token",
)  # fmt: skip
_WEAK = ("appkey", "app_key", "app key", "secret", "token", "credential", "bearer ")
_HAN = (
    "密钥", "秘钥", "令牌", "应用密钥", "访问密钥", "访问凭证", "凭证", "签名密钥",
)  # fmt: skip
_BASIC = "authorization: basic "
_WEAK_WORDS = frozenset(_WEAK)

# A name that says the value may be seen, or is no secret although it ends in a word that is.
_OPEN_BEFORE = tuple(
    """
csrf xsrf public_key publickey page next sync continuation cursor resume public publishable pub site
anon pad eos bos unk mask sep cls end start stop special verification antiforgery request idempotency
cache sort partition row primary foreign 公 device push registration encrypted hashed sealed masked sha
sha1 sha224 sha256 sha384 sha512 md5 digest fingerprint 指纹 校验 k8s kubernetes tls image_pull imagepull
""".split()
)
_OPEN_AFTER = quick(
    r"[_\- .]?(?:id\b|name|type|url|uri|file|path|len|length|size|count|expir|ttl|endpoint|hash|digest"
    r"|fingerprint|ref\b|arn|version|alg|指纹|摘要|编号|长度|类型|版本)",
    re.IGNORECASE,
)
_VALUE = quick(JOINT + r"(?<![0-9A-Za-z_])([0-9A-Za-z_\-+/.~]{1,600}={0,2})", re.IGNORECASE)
_SIGN = quick(
    r"[\"'`*\])】」”]{0,3}(?:[ \t]?[(（][^()（）\n]{1,24}[)）])?[ \t\u3000]{0,8}(?:[:=：＝|,，>→(]|->|是|为|is\b|was\b|改成|改为|换成|如下"
    r"|\s{1,40}value[ ]?[=:])"
)
_HAN_SIGN = quick(r"[^0-9A-Za-z\n，。；,;（(]{0,8}?[\"'`“]{0,1}(?=[0-9A-Za-z])")
_CORE = quick(r"[0-9A-Za-z_\-+/.~=]+")
_REFERENCE = quick(
    r"(?:[A-Za-z_]\w*[.:])+[A-Za-z_]\w*|[a-z]{3,}/[a-z0-9]+/.*|.*\.(?:json|ya?ml|txt|pem|key|py|js|ts|java|go|cn|com|net|org|io|local)|/.*|.*://.*|v?\d+(?:\.\d+)+.*|"
    r"sha\d+[-:].*|(?:19|20)\d\d-\d\d-\d\d.*|ssh-.*|AAAA[BEC].*|MII[A-Z].*|data:.*|[A-Za-z]+(?:[-_.][A-Za-z]+)*[-_.]?\d{0,4}"
)
_LEAST, _LEAST_RANDOM = 16, 20
_DIGESTS = frozenset({32, 40, 48, 64, 128})


def _sure(spot: Spot, start: int, end: int, strong: bool) -> Confidence | None:
    """How sure we are that the labelled value at the place is a key, by its looks."""
    value = spot.text[start:end]
    # What costs most comes last.
    if len(value) < _LEAST or _REFERENCE.fullmatch(value) or not genuine_at(spot, start, end):
        return None
    if is_uuid(value):
        return Confidence.LIKELY if strong else Confidence.POSSIBLE
    if is_hex(value):
        if value.isdigit() or value.isalpha():
            return None
        return Confidence.LIKELY if strong or len(value) in _DIGESTS else Confidence.POSSIBLE
    if scattered(value) and (strong or len(value) >= _LEAST_RANDOM):
        return Confidence.LIKELY
    return Confidence.POSSIBLE if strong and scattered(value, 0.12) else None


def _labelled(spot: Spot, word: str) -> Iterator[Hit]:
    text, low = spot.text, word.lower()
    if _OPEN_AFTER.match(text, spot.end):
        return
    han = low in _HAN
    option = text[spot.start - 1 : spot.start] == "-" and text[spot.end : spot.end + 1] == " "
    if not (option or low == "bearer " or (_HAN_SIGN if han else _SIGN).match(text, spot.end)):
        return
    match = _VALUE.match(text, spot.end)
    if not match or ".." in match[1] or cut_short(text, match.end()):
        return
    value = match[1].rstrip(".-_~")
    if len(value) < _LEAST or disclaimed(text, spot.start, _OPEN_BEFORE):
        return
    start = match.start(1)
    sure = _sure(spot, start, start + len(value.rstrip("=")), low not in _WEAK_WORDS or low == "bearer ")
    if sure:
        label = word.strip()
        reason = Both(f"写在“{label}”之后，像随机生成", f"after “{label}”, and looks drawn at random")
        yield Hit(start, start + len(value), sure, reason, LABEL)


def _basic(spot: Spot) -> Iterator[Hit]:
    match = _CORE.match(spot.text, spot.end)
    if not match or not genuine(match[0]):
        return
    try:
        name, colon, password = base64.b64decode(match[0], validate=True).decode().partition(":")
    except (ValueError, binascii.Error):
        return
    if name and colon and len(password) >= 4 and genuine(name + password):
        reason = Both(
            "Basic 认证，可解码为用户名和密码", "Basic authentication, decodes to name and password"
        )
        yield Hit(match.start(), match.end(), Confidence.LIKELY, reason, LABEL)


def find(spot: Spot) -> Iterable[Hit]:
    """Random values behind a label that says they are secret."""
    if spot.end - spot.start == len(_BASIC) and spot.text[spot.start : spot.end].lower() == _BASIC:
        return _basic(spot)
    return _labelled(spot, spot.text[spot.start : spot.end]) if leads(spot) else ()


RULE = Rule(
    id="key-generic",
    category=Category.CREDENTIAL,
    severity=Severity.HIGH,
    title=Both("密钥或令牌", "Key or token"),
    why=Both(
        "接口把持有密钥的人当作你，费用和数据都算在你的账上。",
        "A service takes whoever holds the key for you: your data, your bill.",
    ),
    advice=Both(
        "删除，在签发它的后台作废并重新生成；程序从环境变量读取。",
        "Remove it, revoke it where it was issued and make a new one; let programs read the environment.",
    ),
    source="RFC 6749; RFC 6750; RFC 7617; GB/T 39786-2021",
    triggers=(
        Words((*_STRONG, *_WEAK, _BASIC), any_case=True, before_han=LEADING_HAN),
        Words(_HAN, before_han=LEADING_HAN),
    ),
    find=find,
    hits=(
        'api_key = "«q8Zt' + '2mLx9Rv4Kb7Wn3Ys»"',
        "接口密钥：«d41f7a09" + "b3c85e2764aa10fe93bd7c58»，请勿外传",
        "访问令牌«q8Zt2mLx9" + "Rv4Kb7Wn3Ys»已发",
        "Authorization: Bearer «q8Zt2mLx9" + "Rv4Kb7Wn3Ys5Pc»",
        "https://a.cn/v1?access_token=«q8Zt2mLx9" + "Rv4Kb7Wn3Ys»&x=1",
        "Authorization: Basic «bGlu" + "OktkODJtelFw»",
    ),
    misses=(
        'api_key = "your_api_key_goes_here"',  # a placeholder
        "token = request.headers['X-Token']",  # code
        'secret: "my-service-secret-v2"',  # a name
        "commit d41f7a09b3c85e2764aa10fe93bd7c58aa01bc23",  # a commit
        "公钥指纹：d41f7a09b3c85e2764aa10fe93bd7c58",  # made to be compared
        'csrf_token = "q8Zt2mLx9Rv4Kb7Wn3Ys"',  # for one page
        "pad_token_id = 151643",
        "密钥长度为2048位",
        "api_key = os.environ['API_KEY_2024_PROD']",
    ),
)
