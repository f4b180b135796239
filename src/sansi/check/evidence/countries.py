"""国家与地区 · The names of countries and regions as they stand near a number, zh and en."""

from __future__ import annotations

from sansi.check.evidence.quick import quick

_NAMES = """
US 美国|美國|usa?|u\\.s\\.a?\\.?|united states|american
CA 加拿大|canada|canadian
GB 英国|英國|uk|u\\.k\\.|britain|british|england|united kingdom
HK 香港|hong kong|hk
MO 澳门|澳門|maca[uo]
TW 台湾|臺灣|台灣|taiwan
JP 日本|japan|japanese
KR 韩国|韓國|south korea|korean?
SG 新加坡|singaporean?
MY 马来西亚|大马|malaysian?
TH 泰国|thailand|thai
VN 越南|viet ?nam(?:ese)?
PH 菲律宾|philippines?|filipino
ID 印度尼西亚|印尼|indonesian?
IN 印度|indian?
AU 澳大利亚|澳洲|australian?
NZ 新西兰|纽西兰|new zealand
DE 德国|germany?|deutschland
FR 法国|france|french
IT 意大利|italy|italian
ES 西班牙|spain|spanish
PT 葡萄牙|portugal|portuguese
NL 荷兰|netherlands|dutch
BE 比利时|belgium|belgian
CH 瑞士|switzerland|swiss
AT 奥地利|austrian?
SE 瑞典|sweden|swedish
NO 挪威|norway|norwegian
DK 丹麦|denmark|danish
FI 芬兰|finland|finnish
IE 爱尔兰|ireland|irish
PL 波兰|poland|polish
RU 俄罗斯|俄国|russian?
UA 乌克兰|ukraine|ukrainian
KZ 哈萨克斯坦|kazakhstan
TR 土耳其|türkiye|turkey|turkish
AE 阿联酋|迪拜|uae|emirates|dubai
SA 沙特|saudi
IL 以色列|israeli?
EG 埃及|egypt(?:ian)?
ZA 南非|south africa
NG 尼日利亚|nigerian?
KE 肯尼亚|kenyan?
BR 巴西|brazil(?:ian)?
MX 墨西哥|mexic(?:o|an)
AR 阿根廷|argentin(?:a|e|ian)
CL 智利|chilean?
PK 巴基斯坦|pakistani?
MM 缅甸|myanmar
LA 老挝|laos
KH 柬埔寨|cambodian?
MN 蒙古国|mongolian?
"""
_ROWS = [(row[:2], row[3:].split("|")) for row in _NAMES.split("\n") if row]
_HAN = {name: code for code, names in _ROWS for name in names if not name[0].isascii()}
_EASTERN = "|".join(sorted(_HAN, key=len, reverse=True))
# In a look-ahead: 印度 in 印度尼西亚, and 国 that ends one name and begins the next.
_HAN_NAME = quick(f"(?=[{''.join(sorted({name[0] for name in _HAN}))}])(?=({_EASTERN}))")
_ASCII = [(code, [n for n in names if n[0].isascii()]) for code, names in _ROWS]
_LATIN = quick("|".join(f"(?P<{code}>(?<![a-z])(?:{'|'.join(ns)})(?![a-z]))" for code, ns in _ASCII if ns))
# Most texts name none, and without groups `re` turns a word down by its first letter.
_ANY = quick(f"{_EASTERN}|(?<![a-z])(?:{'|'.join('|'.join(ns) for _, ns in _ASCII if ns)})(?![a-z])")
_TWO_LETTERS = quick("[a-z]{2}")


def country_in(text: str) -> str | None:
    """The ISO 3166 code of the last country that `text` names, or None."""
    lower = text.lower()
    if not _ANY.search(lower):
        return None
    # 印度 begins 印度尼西亚: of two names in one place the longer is meant.
    found = max(((m.start(), len(m[1]), _HAN[m[1]]) for m in _HAN_NAME.finditer(lower)), default=(-1, 0, ""))
    if _TWO_LETTERS.search(lower):
        for m in _LATIN.finditer(lower):
            found = max(found, (m.start(), len(m[0]), str(m.lastgroup)))
    return found[2] or None
