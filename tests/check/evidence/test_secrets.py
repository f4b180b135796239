"""What may be a secret, what only looks like one, and where its label is."""

from __future__ import annotations

import pytest

from sansi.check import Checker, Confidence
from sansi.check.evidence.secret_passwords import judged, strong
from sansi.check.evidence.secret_values import (
    crc_holds,
    cut_short,
    documented,
    genuine,
    is_hex,
    is_uuid,
    scattered,
    stand_in,
)
from sansi.check.rules import shipped

RANDOM = "q8Zt2mLx9Rv4Kb7Wn3Ys5Pc1Fd6Gh0Jk"


@pytest.mark.parametrize(
    "value", ["xxxxxxxxxxxx", "YOUR_KEY_HERE_1", "AKIAIOSFODNN7EXAMPLE", "<token>", "${API_KEY}", "my-key-12"]
)
def test_what_holds_the_place_of_a_secret_is_none(value: str) -> None:
    assert stand_in(value)
    assert not genuine(value)


@pytest.mark.parametrize(
    "value", ["1234567890abcdef", "a1b2c3d4e5f6g7h8", "k9q2k9q2k9q2k9q2", "zzzzzzqqqqqqzzzz"]
)
def test_what_counts_or_repeats_is_not_random(value: str) -> None:
    assert not genuine(value)


def test_a_random_value_is_genuine() -> None:
    assert genuine(RANDOM)
    assert not documented(RANDOM)


@pytest.mark.parametrize("value", ["my-service-token-2", "getAccessTokenFromRequest", "a1b2"])
def test_names_are_not_scattered(value: str) -> None:
    assert not scattered(value)


def test_random_values_are_scattered() -> None:
    assert scattered(RANDOM)
    assert scattered("kTqWzRbNpLsDvGhY")


def test_forms_of_identifiers_are_told() -> None:
    assert is_uuid("0b7c41d9-e2a4-4f10-93fd-b86a02c7d51e")
    assert not is_uuid("0b7c41d9e2a44f1093fdb86a02c7d51e")
    assert is_hex("0b7c41d9")
    assert not is_hex("0b7C41d9")


def test_the_checksum_of_a_token_holds_or_not() -> None:
    assert crc_holds("ghp_" + "a" * 30 + "4c4mFe") is crc_holds("npm_" + "a" * 30 + "4c4mFe")
    assert not crc_holds("ghp_" + "a" * 30 + "zzzzzz")


def test_a_value_that_goes_on_as_dots_is_cut_short() -> None:
    assert cut_short("abc...", 3)
    assert not cut_short("abc. ", 3)


@pytest.mark.parametrize(
    "value", ["Abc@123", "123456", "hunter2!", "$Wuhan8045#", "%Spring98#", "P@$$w0rd", "!QAZ2wsx"]
)
def test_people_choose_such_passwords(value: str) -> None:
    assert judged(value, quoted=True) is Confidence.LIKELY


@pytest.mark.parametrize(
    "value",
    ["abc", "required", "${DB_PASS}", "$DB_PASS", "%s", "{{ pw }}", "xxx-xxx", "SHA256", "8-16", "2024-01-01",
     "li@corp.cn", "/run/secrets/db", "密码", "a b c d", "https://a.cn/r", "!@#$", "1.2.3", "changeme", "x" * 200],
)  # fmt: skip
def test_such_words_are_no_passwords(value: str) -> None:
    assert judged(value, quoted=True) is None


@pytest.mark.parametrize("value", ["settings.DB_PASS", "getpass()", "environ['X']", "arg1", "user_password"])
def test_code_is_no_password_without_quotes(value: str) -> None:
    assert judged(value, quoted=False) is None


def test_words_are_hints_at_most() -> None:
    assert judged("sunflower", quoted=True) is Confidence.POSSIBLE
    assert judged("sunflower", quoted=False) is None
    assert judged("letmein", quoted=True) is Confidence.LIKELY
    assert judged("letmein", quoted=False) is Confidence.POSSIBLE
    assert judged("kTqWzRbN", quoted=False) is Confidence.LIKELY
    assert judged("xiaoming", quoted=True, apart=True) is Confidence.LIKELY


def test_a_hash_of_a_password_is_a_hint() -> None:
    assert judged("$2b$12$" + RANDOM, quoted=True) is Confidence.POSSIBLE


def test_a_product_is_a_password_only_where_one_must_stand() -> None:
    assert not strong("office2021")
    assert strong("office2021", led=True)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker([r for r in shipped() if r.id.startswith("key-")])


def found(checker: Checker, text: str) -> list[str]:
    return [f"{f.rule}: {f.text}" for f in checker.check(text) if f.confidence is not Confidence.POSSIBLE]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("用户名和密码分别是 ops 和 Ops#7788", "Ops#7788"),
        ("mysql密码root/Hx82ka，记得改", "Hx82ka"),
        ("密  码：Tj@2024rc", "Tj@2024rc"),
        ("解压密码（lanqiao*2018），别弄丢", "lanqiao*2018"),
        ("口令：\nPanda!9864", "Panda!9864"),
        ("密码——«没有»", ""),
        ("密码——Qw12!x9", "Qw12!x9"),
        ("账号密码 {{ api_token }}", ""),
        ("`你的密码` | signs | 1", ""),
        ("服务器10.1.2.3，root/sunny2016，22端口", "sunny2016"),
        ("服务器目录 root/backup2024/", ""),
        ("root/sunny2016", ""),
        ("后台 root/abcdefgh", ""),
        ("密码123456，账号admin", "123456"),
        ("密码2024年修改", ""),
        ("密码：2024年底前修改", ""),
        ("密码Abc...", ""),
        ("【password】admin*2022，麻烦登记", "admin*2022"),
        ("password（Pan6370da）", "Pan6370da"),
        ("pwd：\nSummer101x", "Summer101x"),
        ("password: Summer...", ""),
        ("The admin password was changed to N3wAdm!n.", "N3wAdm!n"),
        ('put("password", "Zq!83kdm")', "Zq!83kdm"),
        ('Never use "password", "123456" or "qwerty1".', ""),
        ("password: ${DB_PASSWORD:-Abc@123}", "Abc@123"),
        ("- name: DB_PASSWORD\n  value: Zq!83kdm", "Zq!83kdm"),
        ("<Password><Value>Zq83kdm</Value></Password>", "Zq83kdm"),
        ('expect "password:"\nsend "Zq!83kdm\\r"', "Zq!83kdm"),
        ("| DB_PASSWORD | `Zq!83kdm` |", "Zq!83kdm"),
        ("password: {{ .Values.password | b64enc }}", ""),
        ("sudoPass: Zq!83kdm", "Zq!83kdm"),
        ("compass: Zq!83kdm", ""),
        ("encrypted_password: Zq!83kdm", ""),
        ("https://a.cn/s/1xYz?pwd=ab12", ""),
        ("password Zebra!204", "Zebra!204"),
        ("password=!", ""),
        ('password: "\\r"', ""),
        ("姓名,密码\n李一,Ls!2024b\n赵二", "Ls!2024b"),
        ("A|B\nDB_PASSWORD|x\n", ""),
        ("密码|说明\n", ""),
        ("密码,a|b\nQw12!x9,c|d\n", "Qw12!x9"),
        ("名|密码\n李一|无\n", ""),
        ("name,password\n" + "a,Zq!83kdm\n" * 2, "Zq!83kdm Zq!83kdm"),
        ("echo 'Zq!83kdm' | sudo -S ls", "Zq!83kdm"),
        ("sudo -S ls", ""),
        ("zcurl -u a:Zq!83kdm https://a.cn", ""),
        ("net use Z: \\\\s1\\d Zq!83kdm /user:li", "Zq!83kdm"),
        ("net use Z: \\\\s1\\d /user:li Zq!83kdm", "Zq!83kdm"),
        ("WIFI:S:Home;T:WPA;P:Zq83kdmx;;", "Zq83kdmx"),
        ("WIFI: free", ""),
        ("Sign in with ops and Zq83kdmx as the password.", "Zq83kdmx"),
        ("sell it as the password", ""),
        ("-u admin -p Zq83kdmx", "Zq83kdmx"),
        ("cp -p Zq83kdmx", ""),
        ("-u admin -p 。", ""),
        ("login: sunflower / 向日葵", ""),
        ("psk=abc", ""),
    ],
)  # fmt: skip
def test_passwords_are_found_where_they_are_led_to(checker: Checker, text: str, value: str) -> None:
    assert found(checker, text) == [f"key-password: {v}" for v in value.split()]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("db host=db1 port=5432 user=li password=Zq!83kdm dbname=hr", "host=db1 port=5432 user=li password=Zq!83kdm dbname=hr"),
        ("redis://:a1@db1:6379/0 ", "redis://:a1@db1:6379/0"),
        ("://li:Zq!83kdm@db1", ""),
        ("jdbc:", ""),
        ("jdbc:mysql://db1:3306/hr", ""),
        ("mysql://li:abcdefg@db1/hr)", "mysql://li:abcdefg@db1/hr"),
        ("Server=a;Password=Zq!83kdm", "Server=a;Password=Zq!83kdm"),
        ("HostName=a;x", ""),
        ("Server=a;Password=Zq!83kdm;\nX_Y=1", "Server=a;Password=Zq!83kdm"),
    ],
)  # fmt: skip
def test_connection_strings_are_found_whole(checker: Checker, text: str, value: str) -> None:
    strings = [f for f in found(checker, text) if f.startswith("key-connection-string")]

    assert strings == ([f"key-connection-string: {value}"] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("api_key: 0b7c41d9-e2a4-4f10-93fd-b86a02c7d51e", "0b7c41d9-e2a4-4f10-93fd-b86a02c7d51e"),
        ("token: 0b7c41d9-e2a4-4f10-93fd-b86a02c7d51e", ""),
        ("secret: 0b7c41d9e2a44f109c3d", ""),
        ("api_key: 837462915083746291", ""),
        ("api_key=short", ""),
        ("token=" + RANDOM + "...", ""),
        ("密钥 ", ""),
        ("api_key=，", ""),
        ("Authorization: Basic !", ""),
        ("Authorization: Basic " + RANDOM, ""),
        ("Authorization: Basic YWJjZGVmZ2hpOjE=", ""),
        ("Authorization: Basic bGluOktkODJtelFw", "bGluOktkODJtelFw"),
    ],
)
def test_labelled_values_must_look_random(checker: Checker, text: str, value: str) -> None:
    assert found(checker, text) == ([f"key-generic: {value}"] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "port=5432 user=li password=Zq!83kdm dbname=hr",  # no host
        "eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOjQxN30.xxxxxxxxxxxxxxxxxxxxxxxx",
        "-----BEGIN RSA PRIVATE KEY-----\nabc\n\n",
        "xMHcCAQEEabc",
        "BAQEFAASC",
        "PuTTY-User-Key-File-2: how it begins",
        "Password=Zq!83kdm",
        "a=b;c=d Password=",
        "0b7c41d9e2a44f1093fdb86a02c7d51e0b7c41d9 AKIA and no more",
        "高德地图 key=00000000000000000000000000000000",
    ],
)
def test_such_are_no_keys(checker: Checker, text: str) -> None:
    assert not [f for f in found(checker, text) if not f.startswith("key-password")]


def test_a_digest_beside_an_access_key_is_not_its_secret(checker: Checker) -> None:
    key = "AKIA" + "Y3QWERT7ZKDN5XPL"

    assert found(checker, f"{key} 0b7c41d9e2a44f1093fdb86a02c7d51e0b7c41d9") == [f"key-aws: {key}"]


def test_a_table_is_read_only_so_far(checker: Checker) -> None:
    rows = "a,Zq!83kdm\n" * 450

    assert len(found(checker, "name,password\n" + rows)) == 400
