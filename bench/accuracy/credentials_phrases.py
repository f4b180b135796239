"""一句话里的口令 · Passwords and tokens in one sentence, in every combination of label, separator and quotation.

The harmless sentences use the same labels and put something after them that is no secret.
"""

# ruff: noqa: E501 - a line of a made-up document or a row of a table is as long as it is

from __future__ import annotations

import random

from bench.accuracy.credentials_passwords import MAKERS as SECRETS
from bench.accuracy.credentials_passwords import generated, human
from bench.accuracy.credentials_values import token
from bench.accuracy.doc import Doc, Value, Writer
from bench.accuracy.english_decoys import HOLES, SAMPLE_KEYS
from bench.accuracy.english_decoys import MAKERS as DECOYS
from bench.accuracy.words import words

LABELS = (
    "Password", "password", "PASSWORD", "passwd", "pwd", "pw", "PW", "Pass", "passphrase", "Passphrase", "passcode", "admin password", "root password", "Wi-Fi password", "WiFi pw", "temp password", "New password",
    "default password", "login pw", "SSH password", "sudo password", "DB password", "Initial password", "db_pass", "mysql pwd", "ftp pass", "VPN password", "Zip password", "unlock password", "service account password", "Pwd",
)  # fmt: skip
LABELS_ZH = words(
    "密码 口令 登录密码 初始密码 新密码 数据库密码 WiFi密码 无线密码 管理员密码 root密码 解压密码 默认密码 VPN密码 服务器密码 后台密码 邮箱密码 统一密码 提取密码 账号密码 临时密码 登陆密码 连接密码"
)
BETWEEN = (" ", ": ", ":", " = ", "=", " is ", " is now ", " -> ", " → ", ": \n", "\t", " (case sensitive): ", " was changed to ", " will be ", " - ", " => ", ":  ", " is still ")  # fmt: skip
BETWEEN_ZH = (
    "",
    "：",
    ":",
    "是",
    "为",
    "改成了",
    "是：",
    "为：",
    "=",
    " ",
    "统一改为",
    "：\n",
    "已重置为",
    "设为",
    " : ",
)
QUOTES = (
    ("", ""),
    ("", ""),
    ("", ""),
    ("`", "`"),
    ('"', '"'),
    ("'", "'"),
    ("“", "”"),
    ("**", "**"),
    ("<code>", "</code>"),
)
LEADS = ("", "", "", "FYI, the ", "Hi! ", "Reminder: ", "> ", "- ", "* ", "1) ", "// ", "# ", "NB ", "For tomorrow: ", "user: ops / ", "login admin, ", "acct: jlee; ", "Username: mbrown\n", "User name : admin\r\n", "url: https://portal.kestrelworks.io\nuser: qa\n")  # fmt: skip
LEADS_ZH = (
    "",
    "",
    "备注：",
    "账号：admin，",
    "用户名：zhangsan\n",
    "账号test01 ",
    "大家好，",
    "提醒一下，",
    "【通知】",
    "1、",
    "工号登录，",
    "后台地址https://oa.huaxin-tech.cn，账号root，",
)
TAILS = (
    "",
    "",
    "\n",
    ".",
    ", thanks.",
    " (expires Friday)",
    " - do not share!",
    "\nPlease change it.",
    ", ok?",
    " cheers",
    ";",
    " for the next week.",
)
TAILS_ZH = (
    "",
    "",
    "。",
    "，请勿外传。",
    "，登录后请修改",
    "\n",
    "；",
    "！",
    "（区分大小写）",
    "，谢谢",
    " 别忘了改",
)

HARMLESS = (
    "must be at least 12 characters", "required", "incorrect", "is required", "reset link sent", "policy", "expired on 3 May", "never expires", "protected", "manager", "(optional)", "forgotten?", "see the vault", "ask Elena", "same as last time", "field left empty", "authentication failed", "changed successfully",
    "not set", "none", "N/A", "will be sent by text message", "hidden", "in the sealed envelope", "stored in 1Password", "prompt", "strength: weak", "min length 8, max length 64", "TBD", "as communicated by phone", "hint: first pet", "the one you chose", "your employee number", "[hidden]", "(not shown)", "unchanged",
)  # fmt: skip
HARMLESS_ZH = (
    "错误", "不能为空", "已过期", "请向信息中心索取", "长度为8到16位", "必须包含字母和数字", "输入错误三次将锁定", "忘记了怎么办", "由系统短信发送", "见信封", "找回", "修改成功", "不一致", "强度：弱", "请妥善保管", "另行通知", "与上次相同", "保护已开启", "为本人身份证后六位", "未设置", "******", "（已隐藏）", "重置请联系管理员", "设置规则", "不要使用生日",
)  # fmt: skip

# The name of an account and its password together: no label stands right before the password.
PAIRS = (
    "账号密码：admin/«pw»", "用户名/密码: root/«pw»", "user/pass: ops/«pw»", "credentials: admin:«pw»", "login: qa / «pw»", "登录名zhangsan，密码«pw»", "u: admin p: «pw»", "账密 test/«pw»", "admin账号的密码是«pw»，别改", "username=svc&password=«pw»", "Login with ops and «pw» as the password.", "用户 root 密码 «pw» 端口 22",
    "The password for the NAS (user media) is “«pw»”.", "I reset your password to «pw»", "use «pw» as password", "密码我改成«pw»了", "把密码改回«pw»", "账户：test01 口令：«pw»", "-u admin -p «pw»", "--user svc --password «pw»", "--password=«pw»", "password=«pw»&grant_type=password", '<input type="hidden" name="password" value="«pw»">', "(user=root, password=«pw»)", "Your OTP is not needed, password: «pw»",
    "user root, password «pw», port 2222", "id/pw: guest/«pw»", "PW was «pw» before, not any more", "ssh root@10.0.3.7 密码«pw»", "U:admin/P:«pw»",
)  # fmt: skip

TOKEN_FRAMES = (
    "«issuer» key: «tok»", "here is my «issuer» token «tok» please test", "curl -H 'Authorization: token «tok»' https://api.northgate.co.uk/repos", "x-api-key: «tok»", '"«var»": "«tok»"', "--token=«tok»", "Authorization: Bearer «tok»", "«var»=«tok» npm run build", "-e «var»=«tok» \\", "my «issuer» token is «tok», why 403?",
    "`«tok»`", "setx «var» «tok»", "«issuer»的密钥是«tok»，勿传", "token：«tok»", "«var»：«tok»", "key=«tok»&lang=en", "?access_token=«tok»", "«issuer» token «tok» was committed in file config.js line 12", "«tok» <- revoke this one", "把«var»换成«tok»再试", "ENV «var» «tok»", "export const «var» = '«tok»'", "(«tok»)", "access_token=«tok»;", "<key>«tok»</key>",
)  # fmt: skip
TOKEN_HARMLESS = (
    "The model read {n5} tokens; max_tokens={n3}; cost per token ${money}.", "token: unexpected token '<' in JSON at position {n}", "commit {sha} by the bot, tree {sha7}", "trace_id={md5} span_id={sha7}", "Session {uuid} closed; token bucket refilled.", "key: {uuid} (primary key of table {word})",
    "Tokens look like {samplekey}.", "api_key={hole}", "publishable key pk_test_ is meant for browsers", "Secret scanning found no secrets in {n5} files.", "x-request-id: {uuid}", 'etag: W/"{md5}"', "cache-key: {word}-{sha256}", "public key fingerprint SHA256:{rand20}{rand20}abc", "hash(password) = {sha256} is never logged",
    "Keyboard key: Ctrl+Alt+{n}", "access token lifetime: {n} minutes", "Docker image {sha256}", "API密钥请在控制台获取，填入{hole}", "token已失效，请重新登录（错误码{n5}）", "密钥长度为256位，算法SM4，版本{ver}", "X-Amz-Date: 20240{n3}T0{n}000Z", "nonce={rand20}, timestamp={epoch}", "CSRF token missing or incorrect.", "uuid={uuid}&ts={epochms}",
)  # fmt: skip


def _pick(rng: random.Random, *choices: tuple[str, ...]) -> list[str]:
    return [rng.choice(c) for c in choices]


def _chinese(rng: random.Random) -> bool:
    return rng.random() < 0.45


def _pair(rng: random.Random) -> Doc:
    before, after = rng.choice(PAIRS).split("«pw»")
    value = human(rng) if rng.random() < 0.5 else generated(rng, "_-")
    lang = "en" if before.isascii() else "mixed"
    return Writer().say(before).put(value.rstrip("!"), "password").say(after).doc("password-pair", lang=lang)


def password_sentence(rng: random.Random) -> Doc:
    """A password after its label, or beside the name of the account."""
    if rng.random() < 0.25:
        return _pair(rng)
    zh = _chinese(rng)
    lead, label, between, tail = _pick(
        rng, *((LEADS_ZH, LABELS_ZH, BETWEEN_ZH, TAILS_ZH) if zh else (LEADS, LABELS, BETWEEN, TAILS))
    )
    opened, closed = rng.choice(QUOTES)
    # A sign at the end of the password would run into the full stop of the sentence.
    value = generated(rng) if rng.random() < 0.45 else human(rng)
    if opened == "**":
        value = value.replace("*", "#")
    if tail[:1] in {".", ";", "!", ","} and not opened:
        value = value.rstrip("!.;,")
    return (
        Writer()
        .say(lead, label, between, opened)
        .put(value, "password")
        .say(closed, tail)
        .doc("password-sentence", lang="mixed" if zh else "en")
    )


def harmless_sentence(rng: random.Random) -> Doc:
    """The same label, and no password."""
    zh = _chinese(rng)
    lead, label, between, tail = _pick(
        rng,
        *(
            (LEADS_ZH, LABELS_ZH, ("：", " ", "", ":"), TAILS_ZH)
            if zh
            else (LEADS, LABELS, (": ", " ", " = ", ":"), TAILS)
        ),
    )
    what = rng.choice(HARMLESS_ZH if zh else HARMLESS) if rng.random() < 0.75 else rng.choice(HOLES)
    return (
        Writer()
        .say(lead, label, between, what, tail)
        .doc("password-harmless", negative=True, lang="mixed" if zh else "en")
    )


def token_sentence(rng: random.Random) -> Doc:
    """A credential in a header, an argument, a query or a sentence."""
    frame = rng.choice(TOKEN_FRAMES)
    # Where its name is not beside it, only a token whose shape speaks for itself can be known.
    secret = token(rng, alone="«var»" not in frame)
    before, after = frame.split("«tok»")
    w = Writer()
    w.say(before.replace("«var»", secret.name).replace("«issuer»", secret.issuer))
    w.put(secret.value, secret.type)
    return w.say(after, rng.choice(TAILS[:3])).doc(
        "token-sentence", lang="mixed" if "的" in frame or "：" in frame else "en"
    )


def harmless_token(rng: random.Random) -> Doc:
    """What is called token or key, and is none."""
    frame = rng.choice(TOKEN_HARMLESS)
    values = {k: make(rng) for k, make in DECOYS.items()} | {
        "samplekey": rng.choice(SAMPLE_KEYS),
        "hole": rng.choice(HOLES),
    }
    return Writer().say(frame.format(**values)).doc("token-harmless", negative=True, lang="en")


def connection_sentence(rng: random.Random) -> Doc:
    """A connection string in a sentence, between quotation marks or against Chinese characters."""
    value = SECRETS["conn"](rng)
    assert isinstance(value, Value)
    before, after = rng.choice(
        (
            ("连接串", "，勿外传"),
            ("DSN: ", ""),
            ('conn = "', '"'),
            ("用这个连：", ""),
            ("try `", "` first"),
            ("ERROR cannot connect to ", "\n"),
            ("spring.datasource.url=", "\n"),
            ("(", ")"),
            ("<", ">"),
            ("生产库地址为", "。"),
            ("- ", "\n- next item\n"),
        )
    )
    return (
        Writer()
        .say(before)
        .add(value)
        .say(after)
        .doc("connection-sentence", lang="mixed" if "连" in before or "库" in before else "en")
    )
