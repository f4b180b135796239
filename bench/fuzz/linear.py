"""线性 · `python -m bench.fuzz.linear`: twice the text may cost at most three times the work.

For texts made to be dear: long runs of what the rules look for. Each is measured against itself at
half its length, so that the machine does not matter; rules that square would take four times as long.
"""

from __future__ import annotations

import sys
from random import Random
from time import process_time

from bench.fuzz.mutate import snippets
from sansi.check import Checker
from sansi.check.rules import shipped

PIECES = (
    *("1", "12 ", "1 ", "0", "一", "１", "@", "a@", "aaaa.", "a.b@", "(", "（", " ", "\n", "\t", "|", "| a ", "，", "\u200b"),
    *("姓名", "姓名：", "姓名|电话\n", "电话", "密码", "密码：", "password=", "password: a ", "token ", "secret_", "key"),
    *("http://", "://", "a:b@", "AAAA", "QUFB", "eyJ", "-----BEGIN ", "北京市", "路1号", "省市县", "李", "李明", "李明，"),
    *("·", "阿·", "内部", "内部资料", "秘密", "★", "QQ", "微信", "<td>", "<tr><td>姓名", "ID ", "IP 1.", "1.1.", "a:", ":", "-", "--"),
)  # fmt: skip
SIZE = 6_000
EXAMPLES = 150
MOST = 3.0
# Below this a measurement is noise.
LEAST_S = 0.02


def seconds(checker: Checker, text: str) -> float:
    """CPU seconds of one check, the better of three."""
    best = float("inf")
    for _ in range(3):
        began = process_time()
        checker.check(text)
        best = min(best, process_time() - began)
    return best


def main() -> int:
    """Print what grows too fast; exit 1 if anything does."""
    checker = Checker(shipped())
    wrong, slowest = 0, (0.0, "")
    examples = Random(1).sample(snippets(), min(EXAMPLES, len(snippets())))
    for piece in dict.fromkeys((*PIECES, *examples)):
        half = piece * (SIZE // len(piece))
        one, two = seconds(checker, half), seconds(checker, half + half)
        slowest = max(slowest, (two, piece))
        if two > MOST * max(one, LEAST_S / 2):
            wrong += 1
            print(f"{piece[:60]!r}: {one * 1e3:.0f} ms, twice as long {two * 1e3:.0f} ms ({two / one:.1f} ×)")
    print(
        f"linear: slowest {slowest[1][:40]!r}, {slowest[0]:.2f} s for {2 * SIZE} characters; {wrong} grow too fast"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
