"""密码 · Passwords in code, configuration, commands and prose.

Passwords have no form of their own, so the way they are led to is what counts: `password = "…"`,
密码是…, 账号/密码：admin/…, mysql -p…, a column headed 密码. Only the value is the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_commands import COMMANDS, command_value
from sansi.check.evidence.secret_forms import FORMS, form_value
from sansi.check.evidence.secret_labels import Value, after_han, after_latin, after_pair, value_at
from sansi.check.evidence.secret_passwords import judged, strong
from sansi.check.evidence.secret_tables import column_below, may_head
from sansi.check.evidence.secret_values import cut_short
from sansi.check.evidence.secrets import LABEL, disclaimed
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_LATIN = Words(
    ("password", "passwd", "passphrase", "passcode", "pwd", "pswd"),
    any_case=True,
    before_han=frozenset("是为改设重就"),
)
# `pass` and `pw` are half of many words: they count with what follows them.
_SHORT = Words(
    (
        "pass=",
        "pass:",
        "pass =",
        "pass :",
        "pass：",
        'pass"',
        "pass'",
        "_pass ",
        "_pass\n",
        "_pass,",
        "_pass |",
        "pass `",
        "pass>",
        "pw:",
        "pw=",
        "pw =",
        "pw：",
        "pw ",
        "psw=",
        "psw:",
    ),
    any_case=True,
)
_HAN = Words(
    (
        "密码",
        "密碼",
        "口令",
        "授权码",
        "密 码",
        "密  码",
        "密\u3000码",
        "密\u3000\u3000码",
        "口 令",
        "口  令",
        "口\u3000令",
    ),
    # Most labels go on as a longer word: 密码学, 密码管理.
    before_han=frozenset(
        "是为改如设用就都已我你您先暂现刚临全还仍也一被给统初默重更变修恢换调告发叫写记分最后目会将请"
    ),
)
_LATIN_WORDS = frozenset(_LATIN.words)
_HAN_WORDS = frozenset(_HAN.words)
_FORM_WORDS = frozenset(FORMS.words)
_COMMAND_WORDS = frozenset(COMMANDS.words)
_LABEL_BEFORE = tuple(
    "encrypted hashed masked public no wrong invalid incorrect boarding season day gate annual monthly mountain bus travel".split()
)
# How prose goes on behind a Latin label: seven words or a clause without a copula, or the end of one and 60
# characters without the sign of an attribute (value=). All that could lead to a value is tried only after this.
_WORD = r"(?: (?!(?:is|was|are|will|to|as)(?![a-z]))[a-z]{1,15}+)"
_PROSE = quick(
    rf"s?(?:{_WORD}{{1,6}}+(?:{_WORD}|\n|[,;!?:)](?:\s|\Z))"
    r"|[,.;] [A-Za-z](?:[A-Za-z ,.;'-]{60}|[A-Za-z ,.;'-]{0,59}\n))"
)
_HAN_PROSE = frozenset("。；、！？）")
_TASK_BEFORE = quick(
    r"(?:忘记|找回|输入|确认|重设|修改|重置|更改|设置|无|没有|免|错误的?|动态|请填写?|请输|短信|验证|商用|国家|国产|红包)$"
)
# What is counted or dated after a number makes it no password: 密码6位, 密码2024年.
_UNIT_AFTER = quick(
    r"[ \t]?(?:位|个|字符|次|天|日|小时|分钟|秒|年|月|元|条|款|级|章|节|页|种|人|类|项|bits?\b|digits?\b|characters?\b|chars?\b|days?\b"
    r"|letters?\b|times?\b|attempts?\b|minutes?\b|hours?\b|or more\b|and\b.{0,20}characters)"
)
_QUOTES = frozenset("\"'`“‘")
_LETTERED = quick(r"[A-Za-z]+")


def _share_code(text: str, start: int, value: Value) -> bool:
    """Whether it is the code of a shared file, sent along in its address for all who may open it."""
    return text[start - 1 : start] in {"?", "&"} and len(value.text) == 4 and value.text.isalnum()


def _listed(text: str, start: int, value: Value) -> bool:
    """Whether label and value are two of a list ("password", "123456"), not a name and its value."""
    between = text[start : value.start]
    return "," in between and text[start - 1 : start] in _QUOTES and text[max(0, start - 2)] not in "([{"


def _reasoned(label: str) -> Both:
    return Both(f"写在“{label}”之后", f"written after “{label}”")


def _weighed(text: str, value: Value, *, han: bool) -> Confidence | None:
    if cut_short(text, value.end):
        return None
    if value.text.isdigit() and _UNIT_AFTER.match(text, value.end):
        return None
    if not (value.signed or value.quoted):
        return Confidence.LIKELY if strong(value.text) else _digits_alone(text, value)
    following = text[value.end : value.end + 1]
    apart = han and value.signed and not value.quoted and not ("\u4e00" <= following <= "\u9fff")
    return judged(
        value.text, quoted=value.quoted or (han and not _LETTERED.fullmatch(value.text)), apart=apart
    )


def _digits_alone(text: str, value: Value) -> Confidence | None:
    """密码 123456: six digits and nothing that makes them a number of something."""
    plain = value.text.isdigit() and 6 <= len(value.text) <= 10
    return Confidence.LIKELY if plain and text[value.start - 1 : value.start] in " \t码令碼" else None


def _latin(spot: Spot) -> list[Value]:
    text, start, end = spot.text, spot.start, spot.end
    word = text[start:end]
    if not word[-1].isalpha():
        # The sign is part of the short word: take it again as a label and a sign.
        end = start + len(word.rstrip(" :：='\">\n,|`"))
        # In compass it ends a word; in sudoPass it begins one.
        if (
            word[0] != "_"
            and text[start - 1 : start].isalpha()
            and not (word[0] == "P" and text[start - 1].islower())
        ):
            return []
    values = after_latin(text, end)
    if not values or disclaimed(text, start, _LABEL_BEFORE):
        return []
    return [
        _second(text, start, value)
        for value in values
        if not (_share_code(text, start, value) or _listed(text, start, value))
    ]


def _han(spot: Spot) -> list[Value]:
    text, start, end = spot.text, spot.start, spot.end
    if text[end : end + 1] in _HAN_PROSE:
        return []
    value = after_han(text, end)
    if value and (value.signed or not _TASK_BEFORE.search(text[max(0, start - 4) : start])):
        return [_second(text, start, value)]
    return []


def _second(text: str, start: int, value: Value) -> Value:
    """`value`, or the second of the two where the label names an account and a password."""
    if text.startswith(("{{", "${"), value.start):
        return value
    at = after_pair(text, start, value.start)
    return (at > value.start and value_at(text, at, signed=True)) or value


def _labelled(spot: Spot, label: str, *, han: bool) -> Iterable[Hit]:
    text = spot.text
    for value in _han(spot) if han else _latin(spot):
        sure = _weighed(text, value, han=han)
        if sure:
            return (Hit(value.start, value.end, sure, _reasoned(label), LABEL),)
    return _in_column(spot) if may_head(text, spot.start, spot.end) else ()


def _in_column(spot: Spot) -> Iterator[Hit]:
    for start, end in column_below(spot.text, spot.start):
        sure = judged(spot.text[start:end], quoted=True, apart=True)
        if sure:
            yield Hit(start, end, sure, Both("表中“密码”一列", "in the column of passwords"), LABEL)


def find(spot: Spot) -> Iterable[Hit]:
    """What a label, a table or a command says is a password, and looks like one."""
    text, end = spot.text, spot.end
    word = text[spot.start : end]
    low = word.lower()
    if low in _LATIN_WORDS:
        if not _PROSE.match(text, end):
            return _labelled(spot, word, han=False)
        # Of all that prose goes on with, a cell of a table can only end in a comma.
        return _in_column(spot) if text[end] == "," and may_head(text, spot.start, end) else ()
    if word in _HAN_WORDS:
        return _labelled(spot, word, han=True)
    if word in _FORM_WORDS:
        return _formed(spot, word)
    return _given(spot, word, low) if low in _COMMAND_WORDS else _labelled(spot, word, han=False)


def _formed(spot: Spot, word: str) -> Iterator[Hit]:
    place = form_value(spot.text, word, spot.start, spot.end)
    if place:
        name = word.strip(" :/=")
        yield Hit(*place, Confidence.LIKELY, Both(f"与“{name}”写在一起", f"written with “{name}”"), LABEL)


def _given(spot: Spot, word: str, low: str) -> Iterator[Hit]:
    place = command_value(spot.text, low, spot.start, spot.end)
    sure = place and judged(spot.text[place[0] : place[1]], quoted=True, apart=True)
    if place and sure:
        reason = Both(f"作为参数交给 {word.strip()}", f"given to {word.strip()} as a parameter")
        yield Hit(*place, sure, reason, LABEL)


RULE = Rule(
    id="key-password",
    category=Category.CREDENTIAL,
    severity=Severity.HIGH,
    title=Both("密码", "Password"),
    why=Both(
        "看到它的人可以登录；人们还常在别处用同一个密码。",
        "Whoever reads it can sign in, and people use one password in many places.",
    ),
    advice=Both(
        "删除并立即更换；程序从环境变量或密钥库读取，通知里请对方自行设置。",
        "Remove it and change it now; let programs read it from a vault, and people set their own.",
    ),
    source="GB/T 22239-2019 8.1.4.1; NIST SP 800-63B",
    triggers=(_LATIN, _SHORT, _HAN, FORMS, COMMANDS),
    find=find,
    hits=(
        "密码是«Tj@2024rc»，别外传",
        "初始密码：«123456»。",
        "账号/密码：admin/«Qw12!x9»",
        "用户名 admin 密码 «Abc@123»",
        "wifi密码改成«home8899»了",
        'password = "«s3cr3t!Pw»"',
        "DB_PASSWORD=«k9#Lm2vQ»",
        "spring.datasource.password: «Zx81kd!a»",
        "The password for the test server is «blue7Horse».",
        "mysql -uroot -p«Hx82ka» shop",
        "curl -u deploy:«Rt56-wq» https://files.corp.cn/",
        "CREATE USER 'a'@'%' IDENTIFIED BY '«Pq7!mmX»'",
        "| 账号 | 密码 |\n|---|---|\n| li | «Lw#2211» |",
        "<password>«Ur82kd0»</password>",
    ),
    misses=(
        "密码不能为空",  # words about passwords
        "密码长度至少8位",
        "密码：8-16位字符",
        "请输入密码：________",
        "忘记密码？",
        'password = "your_password"',  # a placeholder
        "DB_PASSWORD=${DB_PASS}",  # a reference
        "password: required",
        "password = getpass()",
        "password=_FIXED",  # the name of a constant
        "password = os.environ['DB_PASS']",
        "password = config.get('db.password')",
        "password=process.env.DB_PASS",
        "密码：******",
        "password: str = None",
        "The password is case-sensitive.",
        "mysql -uroot -p",  # asked for at the prompt
    ),
)
