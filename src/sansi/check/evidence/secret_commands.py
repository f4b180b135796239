"""命令行口令 · Passwords given to commands: mysql -p…, curl -u name:…, sshpass -p ….

Each command has its own letter for a password, so a bare `-p` means nothing by itself.
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick
from sansi.check.model import Words

_REST = r"[^\n|;]{0,160}?[ \t]"
_OPEN = r"[\"']?"
_VALUE = r"([^\s\"'|;<>`]{1,100})"

_BY_COMMAND = {
    "mysql -": rf"{_REST}?(?:(?<=-)|(?<=[ \t])-)p{_OPEN}{_VALUE}",
    "mysqldump -": rf"{_REST}?(?:(?<=-)|(?<=[ \t])-)p{_OPEN}{_VALUE}",
    "mysqladmin -": rf"{_REST}?(?:(?<=-)|(?<=[ \t])-)p{_OPEN}{_VALUE}",
    "mysqlimport -": rf"{_REST}?-p{_OPEN}{_VALUE}",
    "sshpass -p": rf"[ \t]?{_OPEN}{_VALUE}",
    "redis-cli": rf"{_REST}(?:-a|--pass)[ \t]+{_OPEN}{_VALUE}",
    "curl ": rf"(?:[^\n|;]{{0,160}}?[ \t])?(?:-u[ \t]?|--user[ =]|--proxy-user[ =]){_OPEN}[^\s:\"']{{1,60}}:{_VALUE}",
    "wget ": rf"(?:{_REST})?--(?:http-|ftp-)?user[= ]\S{{1,60}}[ \t]+--(?:http-|ftp-)?password[= ]{_OPEN}{_VALUE}",
    "docker login": rf"{_REST}(?:-p|--password)[ \t=]{_OPEN}{_VALUE}",
    "helm registry login": rf"{_REST}(?:-p|--password)[ \t=]{_OPEN}{_VALUE}",
    "mongo -": rf"{_REST}-p[ \t]*{_OPEN}{_VALUE}",
    "mongo ": rf"{_REST}-p[ \t]+{_OPEN}{_VALUE}",
    "mongosh": rf"{_REST}-p[ \t]*{_OPEN}{_VALUE}",
    "mongodump": rf"{_REST}-p[ \t]*{_OPEN}{_VALUE}",
    "sqlcmd -": rf"{_REST}-P[ \t]*{_OPEN}{_VALUE}",
    "bcp ": rf"{_REST}-P[ \t]*{_OPEN}{_VALUE}",
    "net use": rf"{_REST}\\\\[^\s\"]{{1,80}}\"?[ \t]+(?!/){_OPEN}{_VALUE}(?=[^\n]{{0,60}}/user:)"
    rf"|[^\n]{{0,160}}/user:\S{{1,40}}[ \t]+(?!/){_OPEN}{_VALUE}",
    "net user": rf"[ \t]+[^\s/]{{1,40}}[ \t]+(?!/){_OPEN}{_VALUE}[\"']?[ \t]+/add",
    "plink": rf"{_REST}-pw[ \t]+{_OPEN}{_VALUE}",
    "pscp": rf"{_REST}-pw[ \t]+{_OPEN}{_VALUE}",
    "lftp": rf"{_REST}-u[ \t]+[^\s,]{{1,60}},{_VALUE}",
    "smbclient": rf"{_REST}-U[ \t]+{_OPEN}[^\s%\"']{{1,60}}%{_VALUE}",
    "-passin pass:": _VALUE,
    "-passout pass:": _VALUE,
    "-storepass": rf"[ \t]+{_OPEN}{_VALUE}",
    "-keypass": rf"[ \t]+{_OPEN}{_VALUE}",
    "htpasswd -": rf"[a-zA-Z]*b[a-zA-Z]*(?:[ \t]+-\w+)*[ \t]+[^\s-]\S{{0,80}}[ \t]+\S{{1,60}}[ \t]+{_OPEN}{_VALUE}",
    "identified by": rf"[ \t]+(?:password[ \t]+)?[\"']{_VALUE}[\"']",
    "identified with": rf"[ \t]+\S{{1,40}}[ \t]+(?:by|as)[ \t]+[\"']{_VALUE}[\"']",
    "convertto-securestring": rf"[ \t]+(?:-String[ \t]+)?[\"']{_VALUE}[\"']",
    "requirepass": rf"[ \t]+{_OPEN}{_VALUE}",
    "masterauth": rf"[ \t]+{_OPEN}{_VALUE}",
    "zip -": rf"(?:[a-zA-Z]*[ \t]+-?)?P[ \t]*{_OPEN}{_VALUE}",
    "unzip -p ": rf"{_OPEN}{_VALUE}",
    "7z a": rf"{_REST}-p{_OPEN}{_VALUE}",
    "7z x": rf"{_REST}-p{_OPEN}{_VALUE}",
    "sqlplus ": r"(?:-\w+ )*[\w.$-]{1,40}/([^\s@/\"']{4,60})@",
    "getconnection(": r"[^()\n]{1,120},\s*\"[^\"\n]{1,40}\",\s*\"([^\"\n]{1,100})\"",
    "mysqli(": r"[^(),\n]{1,80},\s*[\"'][^\"'\n]{1,40}[\"'],\s*[\"']([^\"'\n]{1,100})[\"']",
    "mysqli_connect(": r"[^(),\n]{1,80},\s*[\"'][^\"'\n]{1,40}[\"'],\s*[\"']([^\"'\n]{1,100})[\"']",
    "pymysql.connect(": r"[\"'][^\"'\n]{1,80}[\"'],\s*[\"'][^\"'\n]{1,40}[\"'],\s*[\"']([^\"'\n]{1,100})[\"']",
    "login(": r"\s*[\"'][^\"']{1,60}[\"'],\s*[\"']([^\"'\n]{1,100})[\"']",
    "auth=(": r"\s*[\"'][^\"'\n]{1,60}[\"'],\s*[\"']([^\"'\n]{1,100})[\"']",
    "httpbasicauth(": r"\s*[\"'][^\"'\n]{1,60}[\"'],\s*[\"']([^\"'\n]{1,100})[\"']",
}
_CASED = frozenset({"sqlcmd -", "bcp "})
# An echoed line that is piped on: the value stands before the word.
_ECHOED = quick(
    r"echo[ \t]+(?:-\w+[ \t]+)*[\"']?(?:[\w.-]{1,40}:)?([^\s\"'|:]{1,100})[\"']?[ \t]*\|[ \t]*(?:\S{1,20}[ \t]+)?$"
)
_PIPED = ("sudo -s", "chpasswd", "passwd --stdin", "--password-stdin")

_COMPILED = {
    word: quick(pattern, re.IGNORECASE * (word not in _CASED)) for word, pattern in _BY_COMMAND.items()
}

COMMANDS = Words((*_BY_COMMAND, *_PIPED), any_case=True)


def command_value(text: str, word: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the password given to the command `word`, which stands at `start` to `end`."""
    if word in _PIPED:
        left = max(0, start - 160)
        match = _ECHOED.search(text[left:start])
        return (left + match.start(1), left + match.end(1)) if match else None
    if text[start - 1 : start].isalnum() and not word.startswith("-"):
        return None
    found = _COMPILED[word].match(text, end)
    return found.span(found.lastindex or 1) if found else None
