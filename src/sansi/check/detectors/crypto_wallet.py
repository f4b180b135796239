"""加密货币钱包地址 · Cryptocurrency wallet address (base58check, bech32, EIP-55).

Whoever knows the address sees every payment to and from it, for ever. The checksums are computed:
Bitcoin, Litecoin, Dogecoin, Tron and XRP need no label; Solana and Monero do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.coins import BITCOIN, RIPPLE, base58, base58_version, bech32, eip_55
from sansi.check.evidence.context import alone, specimen
from sansi.check.evidence.folded import fold
from sansi.check.evidence.national import ALNUM
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot

_BASE58 = b"[1-9A-HJ-NP-Za-km-z]"
_LONG_RUN = Shape(b"[13LMDT9Ar48]" + _BASE58 + b"{25}", ALNUM)
_ANY_RUN = Shape(_BASE58 + b"{32}", ALNUM)
_HEX = Shape(b"0[xX][0-9a-fA-F]{40}", ALNUM)
_SEGWIT = Shape(b"(?:bc1|BC1|ltc1|LTC1)[02-9ac-hj-np-zAC-HJ-NP-Z]{11}", ALNUM)

_VERSIONS = {
    0x00: "Bitcoin",
    0x05: "Bitcoin",
    0x30: "Litecoin",
    0x32: "Litecoin",
    0x1E: "Dogecoin",
    0x16: "Dogecoin",
}
_FIRST = {
    "1": (0x00,),
    "3": (0x05,),
    "L": (0x30,),
    "M": (0x32,),
    "D": (0x1E,),
    "9": (0x16,),
    "A": (0x16,),
    "T": (0x41,),
}
_SOLANA = quick(r"[Ss]olana|SOLANA|[Pp]hantom|(?<![A-Za-z])SOL(?![A-Za-z])|索拉纳")
_MONERO = quick(r"monero|(?<![A-Za-z])XMR(?![A-Za-z])|门罗", re.IGNORECASE)
_NOT_A_WALLET = quick(
    r"合约|哈希|交易号|签名|公钥|contract|hash|commit|sha-?1|digest|signature"
    r"|txid|(?<![a-z])tx(?![a-z])|bytecode|token\s+address|checksum|selector|topic",
    re.IGNORECASE,
)
# The first block, addresses nobody can spend from, the examples of the standards and of
# encyclopedias, and the contracts of the best known tokens.
_EVERYBODYS = """
1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy
1BitcoinEaterAddressDontSendf59kuE 1111111111111111111114oLvT2 1CounterpartyXXXXXXXXXXXXXXXUWLpVr
12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t
T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb 0xdac17f958d2ee523a2206206994597c13d831ec7 0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48
0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359
0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb 0xd1220a0cf47c7b9be7a2e6ba89f429762e7b9adb 0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae
0x000000000000000000000000000000000000dead 0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee 0xdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef
rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh rrrrrrrrrrrrrrrrrrrrrhoLvTp rrrrrrrrrrrrrrrrrrrrBZbvji
"""
_KNOWN = frozenset(_EVERYBODYS.split())


def find(spot: Spot) -> Iterator[Hit]:
    """The address that the run of letters and digits is, if it is one."""
    text, start, end = spot.text, spot.start, spot.end
    if not 26 <= end - start <= 106 or not alone(text, start, end):
        return
    word = text[start:end]
    if word in _KNOWN or word.lower() in _KNOWN:
        return
    hit = _by_shape(text, start, end, word)
    if hit and not specimen(text, start):
        yield hit


def _by_shape(text: str, start: int, end: int, word: str) -> Hit | None:
    if len(word) == 42 and word[:2] in ("0x", "0X"):
        return _ethereum(text, start, end, word[2:])
    if word[:3].lower() in ("bc1", "ltc"):
        return _sure(start, end, "bech32") if bech32(word) else None
    if len(word) <= 35:
        return _base58(start, end, word)
    around = _around(text, start, end)
    if len(word) in (95, 106) and word[0] in "48" and _MONERO.search(around):
        return _likely(start, end, "Monero")
    if len(word) in (43, 44) and _SOLANA.search(around) and _is_32_bytes(word):
        return _likely(start, end, "Solana")
    return None


def _around(text: str, start: int, end: int) -> str:
    return fold(text, start - 48, start).text + " \n " + fold(text, end, end + 16).text


def _base58(start: int, end: int, word: str) -> Hit | None:
    if word[0] == "r":
        return _sure(start, end, "XRP") if base58_version(word, RIPPLE) == 0 else None
    version = base58_version(word) if word[0] in _FIRST else None
    if version is None or version not in _FIRST[word[0]]:
        return None
    return _sure(start, end, _VERSIONS.get(version, "TRON"))


def _ethereum(text: str, start: int, end: int, digits: str) -> Hit | None:
    around = _around(text, start, end)
    if len(set(digits.lower())) < 4 or _NOT_A_WALLET.search(around):
        return None
    one_case = digits in (digits.lower(), digits.upper())
    if not one_case and eip_55(digits):
        return _sure(start, end, "EIP-55")
    return _likely(start, end, "Ethereum") if one_case else None


def _is_32_bytes(word: str) -> bool:
    try:
        return len(base58(word, BITCOIN)) == 32
    except ValueError:
        return False


def _sure(start: int, end: int, kind: str) -> Hit:
    reason = Both(f"{kind} 校验和正确", f"{kind} checksum right")
    return Hit(start, end, Confidence.CERTAIN, reason, weigh(checked=True))


def _likely(start: int, end: int, kind: str) -> Hit:
    reason = Both(
        f"{kind} 地址的格式，附近提到钱包或该币种",
        f"the shape of {kind}, near words for a wallet or the coin",
    )
    return Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True))


RULE = Rule(
    id="crypto-wallet",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("加密货币钱包地址", "Cryptocurrency wallet address"),
    why=Both(
        "与本人对应后，其全部收支对所有人永久可见。",
        "Once tied to a person, everything paid to and from it is open to everybody for ever.",
    ),
    advice=Both("删除，或只留首尾各四位。", "Remove it, or keep only its first and last four characters."),
    source="BIP 13, 173 and 350; ERC-55; Tron and XRP Ledger address formats",
    triggers=(_LONG_RUN, _ANY_RUN, _HEX, _SEGWIT),
    find=find,
    keep=(4, 4),
    hits=(
        "打到«17mwTvuFbsfhnpjhZJTptgFuSgJmimdmkQ»即可",
        "BTC: «38TxPUPh9mz5szS8gQ8RKJcqbCbVDu1xDb»",
        "«bc1qffggtqhzd29lpf7ezt3nnltec0azw2tk9j068a»",
        "«bc1p94c3vs4hy6cygqtz0j5lhtpj7hy9xra3jq7vfkczykr30ys6fzqs3kh3lj»",
        "LTC «LRztj9D5gXum3dRrjST8AhKfetg3mFEuDp»",
        "«DBv31BqtuHZzKpvJHtTPSSRWKp34xtMoSW»",
        "USDT收款地址«TGk9TzGykbnewzoL9a7YQpx3MU45vBmyyT»",
        "XRP «rfmATvuEb1C68Fj6ZJTFtgEuSgJm5mdmkQ»",
        "«0x4A508582E26A8bf0a7D912E339fd79C3FA272976»",
        "我的钱包«0x4a508582e26a8bf0a7d912e339fd79c3fa272976»",
        "Payment: «0x4a508582e26a8bf0a7d912e339fd79c3fa272976».",
        "Solana: «AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS»",
        "XMR «4gHpPsmvpia2vWrGi4zB8QXxGRb7dG1oETJCxrRBqt59ggV991x1ErEBxBKMDbykhECmDzRL2QTBAH5NLufe1fknN5LPuLX»",
    ),
    misses=(
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",  # the first block
        "17mwTvuFbsfhnpjhZJTptgFuSgJmimdmkR",  # wrong checksum
        "DBv31BqtuHZzKpvJHtTPSSRWKp34xtMoSX",  # wrong checksum
        "rfmATvuEb1C68Fj6ZJTFtgEuSgJm5mdmkp",  # wrong checksum
        "bc1qffggtqhzd29lpf7ezt3nnltec0azw2tk9j068q",  # wrong checksum
        "bc1qffggtqhzd",  # too short
        "bc1qffggtqhzd29lpf7ezt3nnltec0azw2tk9j068B",  # two cases
        "token contract 0x4a508582e26a8bf0a7d912e339fd79c3fa272976",  # a contract
        "wallet 0x4A508582E26A8bf0a7D912E339fd79C3FA27297a",  # wrong capitals
        "合约地址0x4a508582e26a8bf0a7d912e339fd79c3fa272976",  # a contract
        "wallet 0x0000000000000000000000000000000000000000",  # nobody's
        "AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS",  # nothing says Solana
        "Solana AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKt0OIl",  # characters outside base58
        "Solana 1111111111111111111111111111111111111111111a",  # not 32 bytes
        "commit 4a508582e26a8bf0a7d912e339fd79c3fa272976",  # a commit
        "1OIlffggtqhzd29lpf7ezt3nnltecazw2",  # no base58
    ),
)
