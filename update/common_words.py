"""似名之词 · cn_name_lookalikes.txt: words that begin with a surname and are not names.

One line for each first character: the character, a tab, and the rest of every word, each between
blanks (高 → " 度 兴 速公路 "). A "?" marks words that are names too (高峰, 文静). The line "*" lists
common words of two characters that hardly serve as given names: 王 + 公司 is no name.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from sansi.check.evidence.name_bits import given_bits, name_bits, surname_at
from sansi.check.evidence.places import level_of
from update.surnames import NATIVE
from update.table import by_hand, source, text_of, write

# Tags of names of people: Chinese, transliterated, Japanese.
NAMES = frozenset({"nr", "nrt", "nrfg"})
# … and those it gives to names by mistake, where the word looks like one by so many bits.
PERSONS = NAMES | {"t", "j", "z", "i", "v", "vn"}
PERSON_LIKE = 3
PLACES = frozenset("山江河湖岛州城镇县市村庄港峡岭桥站寺宫屯崮埠坡岗路界乡")
# A dictionary speaks so of persons; the names of persons known or forgotten are not ours to list.
PERSON = re.compile(
    r"[（(](?:约|公元)?前?\d{2,4}|\d{3,4}[-—－~～年]|人名|诗人|词人|皇帝|[作画科学音乐思想政治军事文曲书法革命理论]家[。，,;；]|将领|领袖|"
    r"字[\u4e00-\u9fff]{1,3}[，,。]|本名|原名|别号|号[\u4e00-\u9fff]{2,4}(?:居士|先生|山人)|籍贯|[省县]人[。，,]|大臣|国王|君主|主人公|人物|传说中|导演|演员|主席|总理|总统"
)
# Least frequency in jieba's list for words of 2, 3 and 4 characters.
LEAST = {2: 3, 3: 5, 4: 20}
# Least count in jionlp's corpus for words that jieba lacks or holds for names.
LEAST_IN_CORPUS = 3000
# From so many bits on a run of 2 or 3 characters looks like a name, whatever else it means.
NAME_LIKE = 7
# … and a word met so often is none, whatever it looks like.
FREQUENT, RARE = 3000, 100
# The line "*": frequency, and bits from which two characters serve as a given name.
COMMON, GIVEN_LIKE = 200, 4
# From so many people of different surnames on a word is a given name all the same.
NAMESAKES = 3


def is_han(word: str) -> bool:
    """Whether every character is Chinese."""
    return all("一" <= char <= "鿿" for char in word)


def jieba() -> Iterator[tuple[str, int, str]]:
    """Word, frequency, part of speech."""
    for line in text_of("jieba", "dict.txt").splitlines():
        word, frequency, tag = line.split(" ")
        if is_han(word):
            yield word, int(frequency), tag


def corpus() -> dict[str, int]:
    """Word → how often it stands in jionlp's corpus."""
    lines = text_of("jionlp", "dictionary/word_distribution.zip").split("\n")
    rows = (json.loads(line) for line in lines if line)
    return {word: int(count) for word, count in rows if is_han(word)}


def glossed() -> frozenset[str]:
    """The words that a dictionary explains, and not as a person."""
    rows = (
        line.partition("\t")
        for line in text_of("jionlp", "dictionary/chinese_word_dictionary.zip").split("\n")
    )
    return frozenset(word for word, _, gloss in rows if not PERSON.search(gloss))


def likeness(word: str) -> int:
    """Bits of the word as a name; very few if it is no surname with one or two characters after it."""
    surname = surname_at(word)
    given = word[len(surname or "") :]
    return name_bits(surname, given) if surname and 1 <= len(given) <= 2 else -99


def is_place(word: str, tag: str) -> bool:
    """Whether `word` is tagged as a place, and ends like one where persons are tagged so too (许立群)."""
    return tag == "ns" and (len(word) != 3 or word[-1] in PLACES)


def is_word(word: str, frequency: int, tag: str, often: int, explained: bool) -> bool:
    """Whether the sources hold `word` for a word; `often` counts it in running text."""
    name_like = likeness(word) >= NAME_LIKE
    person_like = likeness(word) >= PERSON_LIKE + 2 and not explained and word[-1] not in PLACES
    if len(word) == 3 and (person_like or (likeness(word) >= PERSON_LIKE and tag in PERSONS)):
        # Known persons: a list of them is not ours to keep, and a dictionary explains them too.
        return False
    if tag not in NAMES:
        return frequency >= LEAST[len(word)] and (not name_like or explained or is_place(word, tag))
    if name_like:
        # 毛巾, 左翼, 陆军: held for names, and explained all the same.
        return len(word) == 2 and tag in NAMES and explained
    return explained or (often >= LEAST_IN_CORPUS and len(word) < 4)


def words() -> dict[str, bool]:
    """Word → whether it is a name too."""
    known = {word: (frequency, tag) for word, frequency, tag in jieba()}
    counts, explained = corpus(), glossed()
    found: dict[str, bool] = {}
    for word in {*known, *counts}:
        if not 2 <= len(word) <= 4 or surname_at(word) is None or level_of(word) is not None:
            continue
        # What jieba lacks may be a name as well as a word.
        frequency, tag = known.get(word, (0, "nr"))
        if is_word(word, frequency, tag, counts.get(word, 0), word in explained):
            found[word] = frequency < FREQUENT and likeness(word) >= (
                GIVEN_LIKE if tag in NAMES else NAME_LIKE
            )
    kept = by_hand("by_hand_lookalikes.txt")
    own = dict.fromkeys(kept["words"], False) | dict.fromkeys(kept["names_too"], True)
    return found | {word: both for word, both in own.items() if surname_at(word)}


def given_names() -> frozenset[str]:
    """Words of two characters that several people in print are named: 建国, 和平."""
    people = Counter(
        word[1:] for word, _, tag in jieba() if tag == "nr" and len(word) == 3 and word[0] in NATIVE
    )
    return frozenset(name for name, count in people.items() if count >= NAMESAKES)


def common() -> list[str]:
    """Common words of two characters that hardly serve as given names."""
    names = given_names()
    return sorted(
        word
        for word, frequency, tag in jieba()
        if len(word) == 2
        and frequency >= COMMON
        and tag not in NAMES
        and word not in names
        and given_bits(word) < GIVEN_LIKE
    )


def lines() -> Iterator[str]:
    """The lines of the table."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word, both in sorted(words().items()):
        rests[word[0]].append(word[1:] + "?" * both)
    yield f"*\t {' '.join(common())} "
    for first, found in rests.items():
        yield f"{first}\t {' '.join(found)} "


def main() -> None:
    """Write cn_name_lookalikes.txt."""
    write(
        "cn_name_lookalikes.txt",
        "似名之词 · first character, rests of words; ? = also a name; * = common words",
        [
            source("jieba", "MIT", "words, frequencies, parts of speech"),
            source("jionlp", "Apache-2.0", "counts in running text, which words a dictionary explains"),
        ],
        lines(),
    )


if __name__ == "__main__":
    main()
