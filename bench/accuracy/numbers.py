"""中国号码 · Synthetic Chinese numbers, made from the standards that define them.

Resident id GB 11643-1999 (15 digits: 1989), USCC GB 32100-2015 with the organisation code of
GB 11714-1997, card numbers ISO/IEC 7812-1, plates GA 36-2018. No number here was taken from anybody.
"""

from __future__ import annotations

from random import Random

from bench.accuracy.words import words

AREAS = words(
    "110101 110103 110105 110108 110229 120101 120223 130102 130406 130983 140105 140429 150102 150429 210102 "
    "210381 211224 220104 220381 230102 230225 231181 310101 310104 310225 310230 320102 320506 320829 321281 "
    "330106 330225 330782 340104 341226 341522 350102 350424 350783 360102 360730 370102 370283 371122 371702 "
    "410102 410184 411224 411729 420106 420683 421182 422801 430102 430626 431224 440103 440305 440582 440983 "
    "450102 450923 460106 460200 500101 500112 500237 510104 510824 511324 512301 513001 513601 520102 520181 "
    "522121 522725 530102 530381 532301 540102 542221 610102 610322 610431 612401 620102 620522 622421 630102 "
    "632122 640104 640522 650102 652201 653130 654223"
)
"""Places of first registration, some abolished long ago: the code stays with the person."""

MOBILES = words(
    "130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 "
    "170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 "
    "199"
)

CITY_CODES = words(
    "010 020 021 022 023 024 025 027 028 029 "
    "0310 0351 0371 0376 0411 0431 0451 0471 0510 0512 0531 0532 0551 0571 0574 0577 0591 0592 0595 0712 0716 "
    "0731 0734 0755 0757 0769 0771 0791 0816 0851 0871 0898 0931 0951 0971 0991"
)
"""Trunk codes; those of three digits have subscriber numbers of eight."""
_EIGHT = {"0371", "0411", "0431", "0451", "0510", "0512", "0531", "0532", "0551", "0571", "0574", "0577"} | {
    *("0591", "0592", "0595", "0731", "0755", "0757", "0769", "0771", "0791", "0851", "0871", "0898"),
}

CARDS = (
    *(("621700", 19), ("622202", 19), ("622848", 19), ("621661", 19), ("622588", 16), ("621483", 16)),
    *(("622260", 19), ("621799", 19), ("622908", 18), ("622518", 16), ("622622", 16), ("625912", 16)),
    *(("621226", 19), ("623052", 19), ("620522", 19), ("622155", 16), ("603367", 18), ("622150", 19)),
    *(("621288", 17), ("623091", 19), ("955880", 19), ("621558", 19), ("622666", 16), ("628288", 16)),
)
"""Issuer numbers of UnionPay debit and credit cards and the length of the whole number."""

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PLATE = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


def digits(rng: Random, count: int) -> str:
    """`count` random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def resident_check(body: str) -> str:
    """The check character of seventeen digits (ISO 7064 MOD 11-2)."""
    total = sum(int(d) * pow(2, 17 - i, 11) for i, d in enumerate(body))
    return "10X98765432"[total % 11]


def birthday(rng: Random, first: int = 1938, last: int = 2016) -> str:
    """A date of birth, YYYYMMDD."""
    return f"{rng.randint(first, last)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"


def resident_id(rng: Random) -> str:
    """Eighteen characters."""
    body = rng.choice(AREAS) + birthday(rng) + f"{rng.randint(1, 999):03d}"
    mark = resident_check(body)
    return body + (mark.lower() if rng.random() < 0.15 else mark)


def residence_permit(rng: Random) -> str:
    """Eighteen characters, for residents from Hong Kong, Macao and Taiwan."""
    body = rng.choice(("810000", "820000", "830000")) + birthday(rng) + f"{rng.randint(1, 999):03d}"
    return body + resident_check(body)


def resident_id_15(rng: Random) -> str:
    """Fifteen digits, as issued until 1999."""
    return rng.choice(AREAS) + birthday(rng, 1930, 1985)[2:] + f"{rng.randint(1, 999):03d}"


def mobile(rng: Random) -> str:
    """Eleven digits in an allocated segment, and not a run of one digit."""
    while True:
        number = rng.choice(MOBILES) + digits(rng, 8)
        if len(set(number[3:])) > 3:
            return number


def landline(rng: Random, code: str | None = None) -> str:
    """A number with its trunk code, written in one of the usual ways."""
    code = code or rng.choice(CITY_CODES)
    size = 8 if len(code) == 3 or code in _EIGHT else 7
    local = rng.choice("25678") + digits(rng, size - 1)
    return rng.choices((f"{code}-{local}", f"{code}{local}", f"({code}){local}", f"{code} {local}", f"（{code}）{local}"),
                       (12, 2, 2, 2, 1))[0]  # fmt: skip


def luhn(body: str) -> str:
    """The check digit of a card number without it."""
    total = 0
    for i, d in enumerate(reversed(body)):
        n = int(d) * (2 if i % 2 == 0 else 1)
        total += n - 9 if n > 9 else n
    return str(-total % 10)


def _card(rng: Random, prefix: str, size: int) -> str:
    body = prefix + digits(rng, size - 1 - len(prefix))
    return body + luhn(body)


def bank_card(rng: Random) -> str:
    """A UnionPay card, 16 to 19 digits."""
    return _card(rng, *rng.choice(CARDS))


def credit_card(rng: Random) -> str:
    """A Visa, Mastercard, American Express or JCB number."""
    prefix, size = rng.choice(
        (("4", 16), ("4", 16), (str(rng.randint(51, 55)), 16), (str(rng.randint(2221, 2720)), 16),
         (rng.choice(("34", "37")), 15), (str(rng.randint(3528, 3589)), 16), ("6011", 16))
    )  # fmt: skip
    return _card(rng, prefix, size)


def card_written(rng: Random, number: str) -> str:
    """A card number as cards and forms print it: in fours (Amex 4-6-5), or in one."""
    gap = rng.choice(("", "", " ", "-"))
    if len(number) == 15:
        return gap.join((number[:4], number[4:10], number[10:]))
    return gap.join(number[i : i + 4] for i in range(0, len(number), 4))


def cn_passport(rng: Random) -> str:
    """An ordinary (E, EA…, G), diplomatic (DE), service (SE) or public affairs (PE, P) passport."""
    kind = rng.choices(("E", "E?", "G", "DE", "SE", "PE", "P"), (8, 8, 4, 1, 1, 2, 1))[0]
    if kind == "E?":
        return f"E{rng.choice('ABCDEFGHJKLMNP')}{digits(rng, 7)}"
    return kind + digits(rng, 8 if kind in "EG" else 7)


def cn_permit(rng: Random) -> str:
    """A permit for travel to (C, CA…, W, L) or from (H, M) Hong Kong and Macao, or to Taiwan."""
    kind = rng.choices(("C", "C?", "W", "H", "H10", "L"), (8, 5, 2, 6, 2, 1))[0]
    if kind == "C?":
        return f"C{rng.choice('ABCDEFGHJK')}{digits(rng, 7)}"
    if kind.startswith("H"):
        return rng.choice("HM") + digits(rng, 8) + (f"{rng.randint(0, 9):02d}" if kind == "H10" else "")
    return kind + digits(rng, 8)


def taiwan_permit(rng: Random) -> str:
    """台胞证: eight digits, only known by its label."""
    return "0" + digits(rng, 7)


def uscc(rng: Random) -> str:
    """A unified social credit code, both check characters right."""
    organ = "".join(
        rng.choice("0123456789ABCDEFGHJKLMNPQRTUWXY" if i < 2 else "0123456789A") for i in range(8)
    )
    if rng.random() < 0.5:
        organ = rng.choice(("MA", "MB", "MC")) + organ[2:]
    organ += organisation_check(organ)
    body = rng.choice(("91", "91", "91", "92", "93", "11", "12", "51", "52")) + rng.choice(AREAS) + organ
    return body + _USCC[-sum(_USCC.index(c) * pow(3, i, 31) for i, c in enumerate(body)) % 31]


def organisation_check(body: str) -> str:
    """The check character of an organisation code of eight (GB 11714)."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 11 - sum(values.index(c) * w for c, w in zip(body, weights, strict=True)) % 11
    return "X" if rest == 10 else str(rest % 11)


def plate(rng: Random) -> str:
    """A civil number plate: small, new energy, trailer, learner, police, Hong Kong and Macao, consular."""
    place = rng.choice(_PROVINCES) + rng.choice(_PLATE)
    kind = rng.choices(("small", "letters", "energy", "bus", "挂", "学", "警", "港", "澳", "领"),
                       (8, 8, 8, 2, 2, 1, 1, 1, 1, 1))[0]  # fmt: skip
    if kind == "small":
        number = place + digits(rng, 5)
    elif kind == "letters":
        letters = rng.sample(range(5), rng.randint(1, 2))
        number = place + "".join(rng.choice(_PLATE) if i in letters else digits(rng, 1) for i in range(5))
    elif kind == "energy":
        number = place + rng.choice("DF") + rng.choice(("", rng.choice(_PLATE)))
        number += digits(rng, 8 - len(number))
    elif kind == "bus":
        number = place + digits(rng, 5) + rng.choice("DF")
    else:
        number = ("粤Z" if kind in "港澳" else place) + digits(rng, 4) + kind
    return number[:2] + rng.choices(("", "·", " ", "-", "."), (16, 4, 1, 1, 1))[0] + number[2:]


def qq(rng: Random) -> str:
    """Five to ten digits, not beginning with 0."""
    return rng.choice("123456789") + digits(rng, rng.choice((5, 7, 8, 8, 8, 9, 9, 9)))
