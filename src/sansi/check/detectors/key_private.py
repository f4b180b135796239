"""私钥 · Private keys: PEM (RFC 7468), OpenSSH, OpenPGP (RFC 9580), PuTTY, and bare DER in base64.

Public keys and certificates are made to be published and are not findings. A key whose END was
cut off is found to the end of its base64 body, and one inside a JSON string with its escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.quick import quick
from sansi.check.evidence.secret_values import stand_in
from sansi.check.evidence.secrets import ISSUER_FORMAT
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_PEM = ("PRIVATE KEY-----", "PRIVATE KEY BLOCK-----")
_PPK = "PuTTY-User-Key-File-"
# How the DER of a private key begins, in base64: PKCS#8 with RSA, PKCS#1, SEC1, PKCS#8 with EC or
# SM2, Ed25519. The public forms differ in these very bytes (AAOC instead of AASC, no version 0).
_DER = {
    "BAQEFAASC": quick(r"MII[0-9A-Za-z+/]{3,12}DANBgkqhkiG9w0$"),
    "IBAAKC": quick(r"MII[A-K][0-9A-Za-z+/]{2,3}$"),
    "MHcCAQEE": quick(r"$"),
    "AgEAMBMGByqGSM49AgEGC": quick(r"MI(?:GH|GT|GI|GU)$"),
    "MC4CAQAwBQYDK2Vw": quick(r"$"),
}
_BEGIN = quick(r"-----BEGIN[ ](?:[A-Z0-9]{2,12}[ ]){0,3}$")
# A 16384-bit RSA key is 12.5 KB of base64; quotes, `+`, blanks and \n around each line add to it.
_LONGEST = 20_000
_END = quick(r"-----END[ ](?:[A-Z0-9]{2,12}[ ]){0,3}PRIVATE KEY(?: BLOCK)?-----")
_BODY = quick(
    r"(?:(?:[ \t\r\n\"'+,>#*;|]|//|\\[nrt\\]|<br ?/?>)*(?:[A-Z][A-Za-z-]{2,20}: [^\n\\]{1,100}(?=\n|\\|\r))?)*"
    r"((?:[0-9A-Za-z/=]|\+(?![ \t\r\n\"'])|\\[nr]|[ \t\r\n\"'>]{1,24}(?![ \t\r\n\"'>]))*)"
)
_LINES = quick(r"[0-9A-Za-z+/]{16,}")
_WORDS_END = quick(r"(?:[ \t\r\n\"'>]|\\[nr])+(?:[A-Za-z]{1,15}(?:[ \t\r\n\"'>]|\\[nr])*)*$")
_DER_BODY = quick(r"[0-9A-Za-z+/]{40,20000}={0,2}")
_PPK_KEY = quick(
    r"PuTTY-User-Key-File-\d:[^\n]{1,40}\n(?:[A-Z][A-Za-z-]{2,20}:[^\n]{0,200}\n(?:[0-9A-Za-z+/=]{4,80}\r?\n)*){2,12}"
    r"Private-(?:MAC|Hash): [0-9a-f]{40,64}"
)
_LEAST = 40


def _enough(body: str) -> bool:
    """Whether `body` holds key material rather than dots or a remark in its place."""
    material = "".join(_LINES.findall(body))
    return len(material) >= _LEAST and len(set(material)) >= 16 and not stand_in(body[:4000])


def _pem(spot: Spot) -> Iterator[Hit]:
    text = spot.text
    left = max(0, spot.start - 48)
    begin = _BEGIN.search(text[left : spot.start])
    if not begin:
        return
    start = left + begin.start()
    end = _END.search(text, spot.end, spot.end + _LONGEST)
    # Another key may begin before the next END: then that END is not ours.
    if end and text.find("-----BEGIN ", spot.end, end.start()) < 0:
        if _enough(text[spot.end : end.start()]):
            reason = Both("BEGIN 与 END 之间是密钥内容", "key material between BEGIN and END")
            yield Hit(start, end.end(), Confidence.CERTAIN, reason, ISSUER_FORMAT)
        return
    body = _BODY.match(text, spot.end, min(len(text), spot.end + _LONGEST))
    if body and _enough(body[1]):
        stop = body.start(1) + len(_WORDS_END.sub("", body[1]).rstrip())
        reason = Both("BEGIN 之后是密钥内容，没有 END", "key material after BEGIN, no END")
        yield Hit(start, stop, Confidence.LIKELY, reason, ISSUER_FORMAT)


def _der(spot: Spot, head: re.Pattern[str]) -> Iterator[Hit]:
    text = spot.text
    left = max(0, spot.start - 40)
    match = head.search(text[left : spot.start])
    if not match:
        return
    start = left + match.start()
    body = _DER_BODY.match(text, start)
    before = text[start - 1 : start]
    if body and not (before.isascii() and before.isalnum()) and _enough(body[0]):
        reason = Both("Base64 内容以私钥的结构开头", "base64 that begins as a private key does")
        yield Hit(start, body.end(), Confidence.LIKELY, reason, ISSUER_FORMAT)


def find(spot: Spot) -> Iterator[Hit]:
    """Private keys with their armour, or as bare base64."""
    word = spot.text[spot.start : spot.end]
    if word in _PEM:
        yield from _pem(spot)
    elif word == _PPK:
        if key := _PPK_KEY.match(spot.text, spot.start, spot.start + _LONGEST):
            reason = Both("PuTTY 私钥文件，含私钥部分", "PuTTY key file with its private part")
            yield Hit(spot.start, key.end(), Confidence.CERTAIN, reason, ISSUER_FORMAT)
    else:
        yield from _der(spot, _DER[word])


_B64 = (
    "MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu",
    "KUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm",
)

RULE = Rule(
    id="key-private",
    category=Category.CREDENTIAL,
    severity=Severity.HIGH,
    title=Both("私钥", "Private key"),
    why=Both(
        "持有私钥即可冒充服务器或本人签名、登录、解密。",
        "Its holder can sign, sign in and decrypt as the server or the person.",
    ),
    advice=Both(
        "删除；该密钥已不可再用，重新生成并吊销旧证书或公钥。",
        "Remove it; the key is spent: make a new pair and revoke the old certificate or public key.",
    ),
    source="RFC 7468; RFC 9580; PKCS #1, #8; GB/T 35276-2017",
    triggers=(Words((*_PEM, _PPK, *_DER)),),
    find=find,
    hits=(
        f"«-----BEGIN RSA PRIVATE KEY-----\n{_B64[0]}\n{_B64[1]}\n-----END RSA PRIVATE KEY-----»",
        f'{{"private_key": "«-----BEGIN PRIVATE KEY-----\\n{_B64[0]}\\n-----END PRIVATE KEY-----»\\n"}}',
        f"私钥如下«-----BEGIN EC PRIVATE KEY-----\n{_B64[0]}\n{_B64[1]}»\n\n请勿外传",  # END was cut off
        f"«-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\n{_B64[0]}\n=a1B2\n-----END PGP PRIVATE KEY BLOCK-----»",
        f"«PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: 1\n{_B64[0]}\n"
        f"Private-Lines: 1\n{_B64[1]}\nPrivate-MAC: {'0b7c41d9e2' * 4}»",
        "private_key=«MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" + "BKcwggSjAgEAAoIBAQC7v3qXz1Jd8Yw2»",
    ),
    misses=(
        f"-----BEGIN PUBLIC KEY-----\n{_B64[0]}\n-----END PUBLIC KEY-----",  # made to be published
        f"-----BEGIN CERTIFICATE-----\n{_B64[0]}\n-----END CERTIFICATE-----",
        "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",  # dots for a key
        "文件应以 -----BEGIN PRIVATE KEY----- 开头",  # no key at all
        "MIIBIjANBgkqhkiG9w0BAQEFAAOC" + "AQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gun",
    ),
)
