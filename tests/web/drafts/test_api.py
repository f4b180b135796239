"""The API answers as the command line does, refuses in words, and gives no draft away in what it says."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sansi.check.inspector import Inspector, Job
from sansi.check.report.machine import file_as_dict
from sansi.check.report.result import View
from sansi.web.drafts import door

pytestmark = pytest.mark.django_db
TEXT = "😀 电话13812345678，邮箱 wang.li@li-ming.cn"
CHECK, REDACT, CLEAN = "/api/v1/check", "/api/v1/redact", "/api/v1/clean"


def ask(client: Client, path: str = CHECK, lang: str = "en", **body: Any) -> Any:
    return client.post(path, json.dumps(body), "application/json", headers={"accept-language": lang})


def send(client: Client, path: str, data: bytes, name: str = "a.txt", **fields: Any) -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post(path, {"file": file, **fields}, headers={"accept-language": "en"})


def detail(answer: Any) -> str:
    told = answer.json()
    assert list(told) == ["detail"]
    return str(told["detail"])


def test_a_text_is_answered_as_the_command_line_answers_a_file(client: Client) -> None:
    inspector = Inspector(Job())
    expected = file_as_dict(inspector.words("", TEXT), View(inspector.by_id))
    answer = ask(client, text=TEXT)

    assert answer.status_code == 200
    assert answer.json() == {"version": 1, **expected}


def test_nothing_found_is_clean(client: Client) -> None:
    assert ask(client, text="").json() == {"version": 1, "path": "", "findings": [], "outcome": "clean"}


def test_a_program_in_a_browser_asks_for_its_own_offsets(client: Client) -> None:
    told = ask(client, text=TEXT, offsets="utf16").json()["findings"][0]
    utf16 = TEXT.encode("utf-16-le")

    assert utf16[2 * told["start"] : 2 * told["end"]].decode("utf-16-le") == "13812345678"


def test_options_may_stand_in_the_query(client: Client) -> None:
    answer = client.post(f"{CHECK}?select=email,cn-mobile&ignore=email", {"text": TEXT}, "application/json")

    assert [f["rule"] for f in answer.json()["findings"]] == ["cn-mobile"]


@pytest.mark.parametrize(
    "query", ["select=email", "select=email,", "select=email,cn-mobile&ignore=cn-mobile"]
)
def test_rules_are_chosen_however_they_are_listed(client: Client, query: str) -> None:
    answer = client.post(f"{CHECK}?{query}", json.dumps({"text": TEXT}), "application/json")

    assert [f["rule"] for f in answer.json()["findings"]] == ["email"]


def test_rules_are_chosen_by_a_list_in_json(client: Client) -> None:
    assert [f["rule"] for f in ask(client, text=TEXT, select=["email"]).json()["findings"]] == ["email"]
    assert ask(client, text=TEXT, select="email").status_code == 422
    assert ask(client, text=TEXT, select=[""]).status_code == 422


def test_the_values_are_masked(client: Client) -> None:
    assert "13812345678" not in ask(client, text=TEXT).content.decode()


def test_a_lone_surrogate_is_answered(client: Client) -> None:
    answer = client.post(CHECK, '{"text": "\\ud800 13812345678"}', "application/json")

    assert answer.json()["findings"][0]["start"] == 2


def test_a_long_text_is_checked_off_the_thread_with_the_same_findings(client: Client) -> None:
    text = "平平常常的一句话。\n" * 4_000 + TEXT
    told = ask(client, text=text).json()

    assert [text[f["start"] : f["end"]] for f in told["findings"]] == ["13812345678", "wang.li@li-ming.cn"]


def test_a_file_is_checked(client: Client) -> None:
    told = send(client, CHECK, TEXT.encode(), "草稿.txt", select="cn-mobile").json()

    assert (told["path"], told["outcome"], len(told["findings"])) == ("草稿.txt", "findings", 1)


def test_what_cannot_be_read_is_said_in_the_language_asked_for(client: Client) -> None:
    answer = send(client, CHECK, b"Rar!\x1a\x07\x00", lang="zh").json()

    assert answer["outcome"] == "unreadable"
    assert "RAR" in answer["problem"]
    assert "请" in answer["problem"]


def test_a_text_is_redacted(client: Client) -> None:
    told = ask(client, REDACT, text=TEXT, style="label", lang="en").json()

    assert told == {
        "version": 1,
        "text": "😀 电话[Mobile number]，邮箱 [Personal e-mail address]",
        "count": 2,
    }


def test_a_long_text_is_redacted_too(client: Client) -> None:
    told = ask(client, REDACT, text="平平常常的一句话。\n" * 4_000 + TEXT).json()

    assert told["count"] == 2
    assert "13812345678" not in told["text"]


def test_a_redacted_file_is_the_answer(client: Client) -> None:
    answer = send(client, REDACT, TEXT.encode(), "报告.txt", style="remove")

    assert answer.status_code == 200
    assert "13812345678" not in answer.content.decode()
    assert "attachment" in answer["Content-Disposition"]
    assert "blacked%20out" in answer["X-Sansi-Said"]


def test_a_cleaned_picture_is_the_answer(client: Client) -> None:
    from PIL import Image

    picture, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = "Zhang San"
    Image.new("RGB", (8, 8)).save(picture, "JPEG", exif=exif)
    answer = send(client, CLEAN, picture.getvalue(), "photo.jpg")

    assert answer.status_code == 200
    assert b"Zhang San" in picture.getvalue()
    assert b"Zhang San" not in answer.content


def test_a_file_that_cannot_be_cleaned_is_refused_in_words(client: Client) -> None:
    answer = send(client, CLEAN, b"plain")

    assert answer.status_code == 422
    assert "plain text" in detail(answer)


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        (CHECK, {"text": "x", "select": ["no-such"]}, 422, "there is no rule no-such"),
        (CHECK, {"text": "x", "offsets": "bytes"}, 422, "offsets must be one of codepoint, utf16"),
        (CHECK, {"text": "x", "colour": "red"}, 422, "there is no such option"),
        (CHECK, {"text": "x", "select": 7}, 422, "select is not what is expected there"),
        (CHECK, {"text": 7}, 422, "text must be a string"),
        (CHECK, {"texts": "x"}, 422, "give a text"),
        (CHECK, ["x"], 422, "must be a JSON object"),
        (REDACT, {"text": "x", "style": "hash"}, 422, "hash needs a key"),
        (CLEAN, {"text": "x"}, 422, "send a file"),
    ],
)
def test_a_wrong_request_hears_what_is_wrong(
    client: Client, path: str, body: Any, status: int, said: str
) -> None:
    answer = client.post(path, json.dumps(body), "application/json", headers={"accept-language": "en"})

    assert answer.status_code == status
    assert said in detail(answer)


def test_a_refusal_never_repeats_what_was_sent(client: Client) -> None:
    for body in (
        {"text": "x", "offsets": "13812345678"},
        {"text": "x", "13812345678": 1},
        {"text": ["13812345678"]},
    ):
        assert "13812345678" not in detail(ask(client, **body))


@pytest.mark.parametrize(("body", "said"), [("{", "not valid JSON"), ("[" * 100_000, "not valid JSON")])
def test_what_is_no_json_is_refused(client: Client, body: str, said: str) -> None:
    answer = client.post(CHECK, body, "application/json", headers={"accept-language": "en"})

    assert answer.status_code == 400
    assert said in detail(answer)


def test_another_type_of_body_is_refused(client: Client) -> None:
    answer = client.post(CHECK, "x", "text/plain", headers={"accept-language": "en"})

    assert answer.status_code == 415


def test_a_broken_form_is_refused(client: Client) -> None:
    answer = client.post(CHECK, b"nonsense", "multipart/form-data")

    assert answer.status_code == 400


def test_utf16_offsets_of_a_file_would_mean_nothing(client: Client) -> None:
    answer = send(client, CHECK, b"x", offsets="utf16")

    assert answer.status_code == 422
    assert "see where" in detail(answer)


def test_a_file_and_a_text_at_once_are_refused(client: Client) -> None:
    assert send(client, CHECK, b"x", text="y").status_code == 422
    assert client.post(CHECK, {"text": ["y", "z"]}).status_code == 422


def test_a_text_may_come_in_a_form_too(client: Client) -> None:
    assert client.post(CHECK, {"text": TEXT}).json()["outcome"] == "findings"


def test_what_is_too_big_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.post(CHECK, b"x", "application/json", CONTENT_LENGTH=str(1 << 40))

    assert answer.status_code == 413
    assert "32 MB" in answer.json()["detail"]


def test_a_body_of_unknown_length_is_refused(client: Client) -> None:
    for extra in ({"CONTENT_LENGTH": "many"}, {"HTTP_TRANSFER_ENCODING": "chunked"}):
        assert client.post(CHECK, b"{}", "application/json", **extra).status_code == 411


def test_who_comes_too_often_is_told_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sansi.web.drafts.capacity import Throttle

    throttle = Throttle(1)
    monkeypatch.setattr(door, "throttle", lambda: throttle)
    answers = [ask(client, text="x") for _ in range(2)]

    assert [a.status_code for a in answers] == [200, 429]
    assert int(answers[1]["Retry-After"]) > 30


def test_who_finds_no_room_is_told_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sansi.web.drafts.capacity import Gate

    full = Gate(0, 1)
    monkeypatch.setattr(door, "gate", lambda: full)

    assert ask(client, text="short texts are always taken").status_code == 200
    answer = ask(client, text="x" * 300_000)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"


def test_no_answer_is_to_be_kept_by_anybody_in_between(client: Client) -> None:
    assert "no-store" in ask(client, text="x")["Cache-Control"]
    assert "no-store" in send(client, REDACT, b"x")["Cache-Control"]


def test_the_client_is_told_by_as_many_proxies_as_are_trusted(rf: Any, settings: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6, 192.0.2.7")

    settings.SANSI = {**settings.SANSI, "SANSI_PROXIES": 0}
    assert door.client_of(request) == "10.0.0.1"
    settings.SANSI = {**settings.SANSI, "SANSI_PROXIES": 1}
    assert door.client_of(request) == "192.0.2.7"
    settings.SANSI = {**settings.SANSI, "SANSI_PROXIES": 3}
    assert door.client_of(request) == "10.0.0.1"
