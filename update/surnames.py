"""姓名用字 · cn_surnames.txt and cn_given_chars.txt: what Chinese names are written with.

Each surname and each character of given names carries how much likelier it is in a name than in
running text, in bits: 伟 is worth +5, 的 -6. A surname that is also a common word (和, 于, 时) is
worth little, so a run of characters that begins with it must look all the more like a name.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from update.table import by_hand, source, text_of, write

BY_HAND = by_hand("by_hand_names.txt")
COMPOUND, RARE = BY_HAND["compound"], list("".join(BY_HAND["rare"]))
# Frequency → characters of given names; the first are met in every class list.
GIVEN = dict(zip(map(int, BY_HAND["given"][::2]), BY_HAND["given"][1::2], strict=True))

# Misprints of the source (鞠 printed ten times too common, 于 a hundred times too rare), and the
# commonest that it counts under another character: 付 under 傅, 肖 under 萧, 闫 under 阎, 代 under 戴.
CORRECTED = {"鞠": 0.023, "于": 0.62, "付": 0.45, "肖": 0.56, "闫": 0.25, "代": 0.1, "候": 0.05}
# A surname so common is worth so many bits at least, however common a word it is besides: 方, 于, 万.
FLOORS = ((0.1, 1), (0.03, -1))
CHARACTERS, WORDS = "dictionary/char_distribution.zip", "dictionary/word_distribution.zip"
RARE_PERCENT = 0.003
# Surnames that transliterations of foreign names hardly begin with: beside them the names are Chinese.
NATIVE = frozenset(
    "王李张刘陈杨黄吴赵周徐孙朱胡郭何林高郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆"
)
# Names in print are full of 张大爷, 王氏 and 李师傅.
NEVER_GIVEN = frozenset("氏哥姐爷弟叔伯妈爸母父嫂婶姨奶婆妹们某等女男人总局处科队员师帝后妃侯府村庄")
# Bits are cut here: one character must not decide alone.
MOST, LEAST = 6, -6
# Beyond the commonest characters of text a character says nothing against a name: rare ones are loved.
COMMON_CHARACTERS = 4500


def percents() -> dict[str, float]:
    """Surname → its share of the population, in percent; commonest first."""
    from faker.providers.person.zh_CN import Provider  # noqa: PLC0415 - only this table needs it

    known = {name: float(weight) for name, weight in Provider.last_names.items()} | CORRECTED
    rest = dict.fromkeys([*COMPOUND, *RARE], RARE_PERCENT)
    return dict(sorted((rest | known).items(), key=lambda item: (-item[1], item[0])))


def text_shares(path: str) -> dict[str, float]:
    """Han word or character → its share of a large corpus, commonest first."""
    rows = (json.loads(line) for line in text_of("jionlp", path).split("\n") if line)
    counts = {text: int(count) for text, count in rows if text and "一" <= text[0] <= "鿿"}
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {text: count / total for text, count in ranked}


def given_shares() -> dict[str, float]:
    """Character → its share of given names: half from names in print, half from today's by hand."""
    from faker.providers.person.zh_CN import Provider  # noqa: PLC0415 - as above

    printed: Counter[str] = Counter()
    for line in text_of("jieba", "dict.txt").splitlines():
        word, _, tag = line.split(" ")
        if tag == "nr" and len(word) == 3 and word[0] in NATIVE:
            printed.update(word[1:])
    today: Counter[str] = Counter()
    for weight, characters in GIVEN.items():
        today.update(dict.fromkeys(characters, weight))
    for name in Provider.first_names:
        today.update(name)
    return {
        char: printed[char] / printed.total() / 2 + today[char] / today.total() / 2
        for char in {*printed, *today}
    }


def bits(share: float, in_text: float) -> int:
    """How much likelier, as a rounded and cut power of two."""
    return max(LEAST, min(MOST, round(math.log2(share / in_text))))


def surname_rows() -> Iterator[str]:
    """Surname, percent, bits."""
    shares, words = text_shares(CHARACTERS), text_shares(WORDS)
    for name, percent in percents().items():
        # 东方 and 百里 are words, 皇甫 is nothing but a surname.
        in_text = (shares if len(name) == 1 else words).get(name, 1e-7)
        floor = next((least for share, least in FLOORS if percent >= share), LEAST)
        worth = max(floor, bits(percent / 100, in_text))
        yield f"{name}\t{percent:g}\t{worth}"


def given_rows() -> Iterator[str]:
    """Bits, and all characters of that worth."""
    given: Mapping[str, float] = given_shares()
    by_worth: dict[int, list[str]] = defaultdict(list)
    for rank, (char, share) in enumerate(text_shares(CHARACTERS).items()):
        if rank < COMMON_CHARACTERS or char in given:
            worth = LEAST if char in NEVER_GIVEN else bits(given.get(char, 1e-7), share)
            by_worth[worth].append(char)
    for worth, characters in sorted(by_worth.items(), reverse=True):
        yield f"{worth}\t{''.join(characters)}"


def main() -> None:
    """Write both tables."""
    text = source("jionlp", "Apache-2.0", "shares of characters in running text")
    write(
        "cn_surnames.txt",
        "姓氏 · surname, percent of the population, bits",
        [source("faker", "MIT", "percents; rare and compound surnames by hand"), text],
        surname_rows(),
    )
    write(
        "cn_given_chars.txt",
        "名用字 · bits, characters",
        [source("jieba", "MIT", "characters of names in print, today's by hand"), text],
        given_rows(),
    )


if __name__ == "__main__":
    main()
