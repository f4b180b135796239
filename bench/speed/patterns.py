"""等价的正则 · The shapes that our rules know, as complete regexes in the syntax of ripgrep.

What any regex can say of them, and no more: no check digit, no label, nothing written apart.
"""

from __future__ import annotations

_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_MONTH = "(?:0[1-9]|1[0-2])"

PATTERNS: tuple[str, ...] = (
    # Personal data, China
    rf"[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{_MONTH}{_DAY}[0-9]{{3}}[0-9Xx]",
    rf"[1-9][0-9]{{5}}[0-9]{{2}}{_MONTH}{_DAY}[0-9]{{3}}",
    r"(?:(?:\+|00)86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}",
    r"0(?:10|2[0-9]|[3-9][0-9]{2})[- ]?[2-8][0-9]{6,7}",
    r"62[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?:[ -]?[0-9]{1,3})?",
    r"[159Y][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}",
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. -]?[0-9A-HJ-NP-Z]{5,6}",
    r"(?:护照)[^0-9A-Z]{0,8}[DEGPS][A-Z]?[0-9]{7,8}",
    r"(?:通行证|台胞证|回乡证)[^0-9A-Z]{0,8}[A-Z]{1,2}[0-9]{7,10}",
    r"(?i)(?:QQ|扣扣)[号 :：是]{0,4}[1-9][0-9]{4,10}",
    r"(?i)(?:微信|wechat|vx|wx)[号 :：是]{0,4}[a-z][-_0-9a-z]{5,19}",
    r"(?:[\u4e00-\u9fff]{2,8}[省市区县])?[\u4e00-\u9fff]{2,8}(?:路|街|道|巷)[0-9]{1,4}号(?:[0-9]{1,3}[幢栋楼])?(?:[0-9]{1,2}单元)?[0-9]{3,4}室",
    r"(?:姓名|联系人|户名)[:：][\u4e00-\u9fff]{2,4}",
    # Personal data, anywhere
    r"[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,4}",
    r"\+[1-9][0-9]{0,2}[ -]?[0-9]{2,4}[ -]?[0-9]{3,4}[ -]?[0-9]{3,6}",
    r"(?:4[0-9]{3}|5[1-5][0-9]{2}|3[47][0-9]{2}|6011)[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3,4}",
    r"[A-Z]{2}[0-9]{2}[ ]?(?:[0-9A-Z]{4}[ ]?){2,7}[0-9A-Z]{1,4}",
    r"[0-9]{3}-[0-9]{2}-[0-9]{4}",
    r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
    r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}",
    r"(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}",
    r"[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}",
    r"0x[0-9A-Fa-f]{40}",
    r"(?:bc1[02-9ac-hj-np-z]{25,59}|[13][1-9A-HJ-NP-Za-km-z]{25,34})",
    # Credentials
    r"(?:AKIA|ASIA|AGPA|AIDA|AROA)[2-7A-Z]{16}",
    r"(?i)aws.{0,20}[=:]\s*[\"']?[0-9A-Za-z/+]{40}",
    r"gh[pousr]_[0-9A-Za-z]{36}",
    r"github_pat_[0-9A-Za-z_]{82}",
    r"glpat-[0-9A-Za-z_-]{20}",
    r"xox[abeoprs]-[0-9A-Za-z-]{10,72}",
    r"https://hooks\.slack\.com/services/T[0-9A-Z]{8,10}/B[0-9A-Z]{8,10}/[0-9A-Za-z]{24}",
    r"eyJ[0-9A-Za-z_-]{8,400}\.eyJ[0-9A-Za-z_-]{8,400}\.[0-9A-Za-z_-]{8,200}",
    r"-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----",
    r"(?:sk|rk)_live_[0-9A-Za-z]{24,99}",
    r"sk-(?:proj-|ant-)?[0-9A-Za-z_-]{20,120}",
    r"AIza[0-9A-Za-z_-]{35}",
    r"SG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}",
    r"SK[0-9a-f]{32}",
    r"[0-9]{8,10}:AA[0-9A-Za-z_-]{33}",
    r"hf_[A-Za-z]{34}",
    r"npm_[0-9A-Za-z]{36}",
    r"pypi-AgEIcHlwaS5vcmc[0-9A-Za-z_-]{50,200}",
    r"LTAI[0-9A-Za-z]{12,24}",
    r"AKID[0-9A-Za-z]{32}",
    r"(?i)(?:password|passwd|pwd|secret|api_?key|token)[\"']?\s*[=:]\s*[\"']?[^\s\"']{6,64}",
    r"(?:密码|口令)[:：是为 ]{1,3}[!-~]{6,32}",
    r"(?i)(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqp|ftp)://[^\s:@/]{1,64}:[^\s@/]{1,64}@[0-9A-Za-z.-]{1,200}",
    r"https?://[^\s:@/]{1,64}:[^\s@/]{1,64}@[0-9A-Za-z.-]{1,200}",
    # Markings
    r"(?:绝密|机密|秘密)[★☆](?:[0-9]{1,2}[年月]|长期)?",
    r"内部(?:资料|文件|材料)[ ,，]{0,2}(?:注意保[存密]|请?勿外传|不得外传)",
    r"(?:不得|严禁|请勿)(?:外传|转发|扩散|翻印)",
    r"(?i)(?:for (?:official|internal) use only|strictly confidential|not for (?:public )?(?:release|distribution))",
)

_D = "[0-9０-９]"
_SEP = r"[ \u00a0\u3000\u200b-\u200d\u2060\ufeff.·_－—–\n-]{0,3}"


def _apart(count: int, digit: str = _D) -> str:
    return f"(?:{digit}{_SEP}){{{count}}}"


WRITTEN_APART: tuple[str, ...] = (
    # What our rules also find: digits of full width, with blanks, dashes and invisible characters.
    f"{_apart(6)}(?:[1１]{_SEP}[89８９]|[2２]{_SEP}[0０]){_SEP}{_apart(9)}[0-9０-９XxＸｘ]",
    f"[1１]{_SEP}[3-9３-９]{_SEP}{_apart(8)}{_D}",
    f"[6６]{_SEP}[2２]{_SEP}{_apart(16)}{_D}",
    f"[45４５]{_SEP}{_apart(14)}{_D}",
    "[一二三四五六七八九〇零幺]{11,18}",
)
