"""形近字 · Domains that look like another: mixed scripts, look-alike letters and digits."""

from __future__ import annotations

import codecs
import unicodedata

# Looked up now: the first use would open a module of the standard library during a check.
_PUNYCODE = codecs.lookup("punycode")
unicodedata.name("a")

# Letters of other scripts that pass for ASCII (Unicode TR 39, confusables, the usual ones).
_CYRILLIC = dict(
    zip("аеорсухіјѕԁһӏԛԝвкмнтгьпиАВЕКМНОРСТХІЈЅ", "aeopcyxijsdhlqwbkmhtrbnnABEKMHOPCTXIJS", strict=True)
)
_GREEK = dict(zip("οανρτυιεκχωβγηΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavptuiekxwbynABEZHIKMNOPTYX", strict=True))
_LATIN = dict(zip("ıɡɑɩⅼⅰàáâãäåèéêëìíîïòóôõöùúûüñç", "igalllaaaaaaeeeeiiiiooooouuuunc"[:31], strict=True))
_AS_ASCII = str.maketrans(_CYRILLIC | _GREEK | _LATIN)
_AS_LETTERS = str.maketrans("013457@$", "oleastas")
# Names that phishing borrows: only these are compared, for many honest names hold digits.
_BORROWED = frozenset(
    [
        "gov", "alipay", "taobao", "tmall", "weixin", "wechat", "tencent", "baidu", "icbc", "abchina", "boc", "bankcomm",
        "cmbchina", "unionpay", "douyin", "weibo", "alibaba", "aliyun", "huawei", "xiaomi", "meituan", "pinduoduo",
        "paypal", "apple", "icloud", "google", "gmail", "microsoft", "outlook", "office", "amazon", "facebook",
        "instagram", "netflix", "github", "linkedin", "twitter", "whatsapp", "telegram", "visa", "mastercard", "chase",
    ]
)  # fmt: skip


def unveil(label: str) -> str:
    """One label of a host name with punycode decoded; as it stands when it is no valid punycode."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return str(_PUNYCODE.decode(label[4:].encode("ascii"))[0])
    except UnicodeError:
        return label


def deceives(label: str) -> bool:
    """Whether a label of a host name is made to be read as another one."""
    shown = unveil(label)
    if shown.isascii():
        return _poses(shown.lower())
    letters = {_script(c) for c in shown if c.isalpha()}
    if len(letters & {"LATIN", "CYRILLIC", "GREEK"}) > 1:
        return True
    as_ascii = shown.translate(_AS_ASCII)
    # A word wholly of look-alikes, or a borrowed name with an accent.
    return as_ascii.isascii() and ("LATIN" not in letters or as_ascii.lower() in _BORROWED)


def _poses(label: str) -> bool:
    """Whether an ASCII label is a borrowed name but for digits, or rn for m."""
    if label in _BORROWED:
        return False
    plain = label.translate(_AS_LETTERS)
    return any(form in _BORROWED for form in (plain, plain.replace("rn", "m"), plain.replace("vv", "w")))


def _script(c: str) -> str:
    return unicodedata.name(c, "").partition(" ")[0]
