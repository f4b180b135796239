"""The page works without a script: what was typed comes back marked, redacted, or as a file."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sansi.web.drafts import door, results, views

pytestmark = pytest.mark.django_db
TEXT = "王丽，电话13812345678，\r\n邮箱 wang.li@li-ming.cn"


def post(client: Client, lang: str = "en", **fields: Any) -> str:
    answer = client.post("/check", fields, headers={"accept-language": lang})
    assert answer.status_code == 200
    return str(answer.content.decode())


def status(page: str) -> str:
    found = re.search(r"<p class=\"status\"[^>]*>(.*?)</p>", page)
    assert found
    return found[1]


def text_of(page: str) -> str:
    from html import unescape

    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    assert found
    return unescape(found[1])


def test_the_empty_page_says_that_nothing_is_kept(client: Client) -> None:
    page = client.get("/check", headers={"accept-language": "en"})

    assert "Nothing of it is kept" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies


def test_what_was_typed_comes_back_with_what_was_found(client: Client) -> None:
    page = post(client, text=TEXT)

    assert status(page) == "3 places to deal with."
    assert text_of(page) == TEXT.replace("\r\n", "\n")
    assert '<a href="#f2"><mark class="high">13812345678</mark></a>' in page
    for said in ("Mobile number", "Why", "What to do", "High risk", "Medium risk"):
        assert said in page


def test_it_speaks_chinese(client: Client) -> None:
    page = post(client, "zh-CN", text=TEXT)

    assert status(page) == "3 处要处理。"
    assert not re.search(r">[^<]*(What|Check|Download)[^<]*<", page)


def test_one_place_is_blacked_out_by_its_own_button(client: Client) -> None:
    page = post(client, text=TEXT)
    found = re.search(r'value="(\d+-\d+)"[^>]*Black out “13812345678”', page)
    assert found
    after = post(client, text=TEXT, redact=found[1])

    assert "138****5678" in text_of(after)
    assert "wang.li@li-ming.cn" in text_of(after)


def test_a_place_that_has_moved_is_left_alone(client: Client) -> None:
    assert text_of(post(client, text="13812345678", redact="3-9")) == "13812345678"


def test_all_places_are_blacked_out_at_once(client: Client) -> None:
    page = post(client, text=TEXT, redact="all")

    assert status(page) == "Nothing found that must not go out."
    assert "13812345678" not in page


def test_an_empty_result_says_what_was_looked_for_and_what_cannot_be_seen(client: Client) -> None:
    page = post(client, text="一句平常的话。")

    assert "What was looked for" in page
    assert re.search(r"personal data <span class=\"count\">\d+ kinds", page)
    assert "What no program can see" in page


def test_an_empty_result_for_a_file_says_whether_pictures_were_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def checked() -> str:
        return post(client, file=SimpleUploadedFile("a.txt", b"fine"))

    monkeypatch.setattr(results, "ocr_installed", lambda: True)
    assert "Handwriting" in checked()
    monkeypatch.setattr(results, "ocr_installed", lambda: False)
    assert "nothing is installed here that can read them" in checked()


def test_the_text_without_what_was_found_is_one_press_away(client: Client) -> None:
    answer = client.post("/check", {"text": TEXT, "act": "redact"}, headers={"accept-language": "zh"})

    assert "138****5678" in answer.content.decode()
    assert answer["Content-Disposition"].endswith(
        "%E8%8D%89%E7%A8%BF%EF%BC%88%E5%B7%B2%E9%81%AE%E7%9B%96%EF%BC%89.txt"
    )


def test_a_file_is_listed_masked_with_its_places(client: Client) -> None:
    page = post(client, file=SimpleUploadedFile("名单.csv", "姓名,手机\n王丽,13812345678\n".encode()))

    assert "138****5678" in page
    assert "13812345678" not in page
    assert "choose the file again" in page


@pytest.mark.parametrize(("act", "named"), [("redact", "-redacted.html"), ("clean", "")])
def test_a_file_is_answered_by_a_file_or_by_a_reason(client: Client, act: str, named: str) -> None:
    file = SimpleUploadedFile("a.html", "<p>电话13812345678</p>".encode())
    answer = client.post("/check", {"file": file, "act": act}, headers={"accept-language": "en"})

    if named:
        assert answer.status_code == 200
        assert named in answer["Content-Disposition"]
        assert "13812345678" not in answer.content.decode()
    else:
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()


def test_a_picture_comes_back_without_its_hidden_facts(client: Client) -> None:
    import io

    from PIL import Image

    picture, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = "Zhang San"
    Image.new("RGB", (8, 8)).save(picture, "JPEG", exif=exif)
    file = SimpleUploadedFile("照片.jpg", picture.getvalue())
    answer = client.post("/check", {"file": file, "act": "clean"}, headers={"accept-language": "en"})

    assert b"Zhang San" not in answer.content
    assert "taken%20out" in answer["X-Sansi-Said"]


def test_a_script_hears_a_refusal_as_json(client: Client) -> None:
    file = SimpleUploadedFile("a.txt", b"x")
    headers = {"accept-language": "en", "accept": "application/json"}
    answer = client.post("/check", {"file": file, "act": "clean"}, headers=headers)

    assert answer.status_code == 422
    assert "plain text" in answer.json()["detail"]


def test_a_text_that_is_refused_is_not_lost(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.check.extract.document import Unreadable
    from sansi.check.model import Both

    def refuse(*_: Any, **__: Any) -> None:
        raise Unreadable(Both("不行", "no"))

    monkeypatch.setattr(door.desk(), "redact_text", refuse)
    answer = client.post("/check", {"text": TEXT, "redact": "all"})

    assert answer.status_code == 422
    assert text_of(answer.content.decode()) == TEXT.replace("\r\n", "\n")


def test_who_finds_no_room_is_told_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sansi.web.drafts.capacity import Gate

    full = Gate(0, 1)
    monkeypatch.setattr(door, "gate", lambda: full)
    page = client.post("/check", {"text": "x" * 20_000}, headers={"accept-language": "en"})
    script = client.post("/check/stream", {"file": SimpleUploadedFile("a.txt", b"x" * 20_000)})

    assert (page.status_code, page["Retry-After"]) == (503, "5")
    assert "try again" in page.content.decode()
    assert (script.status_code, script["Retry-After"]) == (503, "5")


def test_a_very_long_text_is_not_sent_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "SHOWN_AGAIN_MOST", 10)
    page = post(client, text="平常" * 20)

    assert text_of(page) == ""
    assert "your browser still has it" in page


def test_a_long_text_is_not_shown_twice(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MARKED_MOST", 10)

    assert 'class="marked"' not in post(client, text=TEXT)


def test_what_was_typed_is_never_taken_for_a_page(client: Client) -> None:
    page = post(client, text="</textarea><script>alert(1)</script> 13812345678<b>")

    assert "<script>alert" not in page
    assert "<b>" not in page.replace("<b>Why</b>", "").replace("<b>What to do</b>", "")


def live(client: Client, **sent: Any) -> Any:
    return client.post("/check/live", json.dumps(sent), "application/json", headers={"accept-language": "en"})


def test_the_script_is_told_where_to_underline(client: Client) -> None:
    told = live(client, text="😀 13812345678").json()

    assert told["marks"] == [[3, 14, "high", 1]]
    assert told["said"] == "1 place to deal with."
    assert "Mobile number" in told["html"]
    assert "text" not in told


def test_the_script_gets_the_text_blacked_out(client: Client) -> None:
    told = live(client, text="😀 13812345678", redact="all").json()

    assert (told["text"], told["marks"]) == ("😀 138****5678", [])


@pytest.mark.parametrize("body", ["{", '{"text": 1}', '{"text": "x", "more": 1}'])
def test_the_script_must_ask_properly(client: Client, body: str) -> None:
    assert client.post("/check/live", body, "application/json").status_code == 400


def lines(answer: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines() if line]


def test_a_file_is_answered_line_by_line(client: Client) -> None:
    file = SimpleUploadedFile("a.txt", b"13812345678")
    told = lines(client.post("/check/stream", {"file": file}, headers={"accept-language": "en"}))

    assert [sorted(line) for line in told] == [["html", "said"]]


def test_every_picture_that_is_read_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.check.report.result import FileResult, Outcome

    def check_file(_data: bytes, name: str, told: Any, **_: Any) -> FileResult:
        told(1)
        told(2)
        return FileResult(name, Outcome.CLEAN)

    monkeypatch.setattr(door.desk(), "check_file", check_file)
    told = lines(client.post("/check/stream", {"file": SimpleUploadedFile("a.png", b"x")}))

    assert told[:2] == [{"picture": 1}, {"picture": 2}]


def test_a_connection_that_waits_long_is_kept_alive(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from sansi.check.report.result import FileResult, Outcome

    go = threading.Event()

    def check_file(_data: bytes, name: str, _told: Any, **_: Any) -> FileResult:
        go.wait(10)
        return FileResult(name, Outcome.CLEAN)

    monkeypatch.setattr(door.desk(), "check_file", check_file)
    monkeypatch.setattr(views, "_BEAT_S", 0.01)
    pieces = iter(client.post("/check/stream", {"file": SimpleUploadedFile("a.png", b"x")}).streaming_content)
    assert next(pieces) == b"\n"
    go.set()
    assert b"html" in b"".join(pieces)


def test_what_goes_wrong_on_the_other_thread_is_not_hidden(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_file(*_: Any, **__: Any) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr(door.desk(), "check_file", check_file)
    answer = client.post("/check/stream", {"file": SimpleUploadedFile("a.png", b"x")})

    with pytest.raises(RuntimeError):
        lines(answer)


def test_a_stream_without_a_file_is_refused(client: Client) -> None:
    assert client.post("/check/stream", {"text": "x"}).status_code == 422


def test_all_rules_in_force_are_shown_with_where_they_come_from(client: Client) -> None:
    page = client.get("/check/rules", headers={"accept-language": "en"}).content.decode()

    for rule in door.desk().rules.values():
        assert f'id="{rule.id}"' in page


def test_an_organisations_own_rules_are_shown_as_such() -> None:
    from sansi.web.drafts.catalogue import catalogue
    from sansi.web.drafts.desk import Desk

    own = '[[rule]]\nid = "own-project"\ncategory = "code-name"\nseverity = "high"\nwords = ["蓝鲸计划"]\n'
    own += '[rule.title]\nzh = "项目代号"\nen = "Project name"\n[rule.why]\nzh = "x"\nen = "x"\n[rule.advice]\nzh = "x"\nen = "x"\n'
    desk = Desk(own, "sansi.toml", 1)

    assert [f.rule for f in desk.check_text("关于蓝鲸计划的通知").items] == ["own-project"]
    entries = [e for chapter in catalogue(desk.rules, "zh") for e in chapter.entries if e.origin]
    assert [(e.id, e.title, e.origin) for e in entries] == [("own-project", "项目代号", "sansi.toml")]
    desk.close()


@pytest.fixture
def closed(settings: Any) -> None:
    settings.SANSI = {**settings.SANSI, "SANSI_CHECK_SIGN_IN": True}


@pytest.mark.usefixtures("closed")
def test_an_organisation_may_ask_people_to_sign_in_first(client: Client) -> None:
    assert client.get("/check").status_code == 302
    assert client.post("/check", {"text": "x"}).status_code == 302
    assert live(client, text="x").status_code == 401
    answer = client.post("/api/v1/check", '{"text": "x"}', "application/json")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.usefixtures("closed")
def test_who_has_signed_in_may_come_in(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create(email="li@example.org", name="李"))

    assert client.get("/check").status_code == 200
    assert live(client, text="x").status_code == 200
