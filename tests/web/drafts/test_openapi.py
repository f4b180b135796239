"""The OpenAPI document is true: thousands of requests made up from it are answered as it says; and so is the page."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, openapi
from schemathesis.config import SchemathesisConfig

from tests.web.drafts.conftest import Served

# What is understood but can't be done: hash without its key, a rule that is one's own, a file that nothing reads.
CONFIG = SchemathesisConfig.from_dict(
    {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "401", "422", "429", "503"]}}}
)


@pytest.fixture
def declared(served: Served) -> Any:
    return openapi.from_url(f"{served.url}/api/v1/openapi.json", config=CONFIG)


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("name", ["check", "redact", "clean"])
def test_every_answer_is_as_declared(declared: Any, name: str, right: bool) -> None:
    operation = declared[f"/api/v1/{name}"]["POST"]
    mode = GenerationMode.POSITIVE if right else GenerationMode.NEGATIVE

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def asked(case: Any) -> None:
        case.call_and_validate()

    asked()


def examples(site: Served, lang: str) -> dict[str, str]:
    _, _, page = site.ask("GET", "/api", headers={"Accept-Language": lang})
    found = re.findall(r'<code data-example="([a-z-]+)">(.*?)</code>', page.decode(), re.DOTALL)
    return {name: unescape(code) for name, code in found}


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_the_examples_on_the_page_run(served: Served, tmp_path: Path, lang: str) -> None:
    from PIL import Image

    Image.new("RGB", (8, 8)).save(tmp_path / "photo.jpg")
    samples = Path(__file__).parents[3] / "samples"
    (tmp_path / "notice.docx").write_bytes((samples / "会议纪要.docx").read_bytes())
    told = examples(served, lang)
    assert sorted(told) == ["curl", "curl-file", "python"]

    shell = subprocess.run(
        ["sh", "-ec", told["curl"] + "\n" + told["curl-file"]], cwd=tmp_path, capture_output=True, check=True
    )
    python = subprocess.run(
        [sys.executable, "-c", told["python"]], cwd=tmp_path, capture_output=True, check=True
    )

    assert b'"cn-mobile"' in shell.stdout
    assert (tmp_path / "notice-redacted.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "photo-clean.jpg").read_bytes().startswith(b"\xff\xd8")
    assert "13812345678" in python.stdout.decode()


def test_every_field_of_the_api_is_explained_on_its_page(served: Served) -> None:
    from sansi.web.drafts.asking import CheckOptions, CleanOptions, RedactOptions
    from sansi.web.drafts.shapes import ERRORS, Checked, Found, Redacted

    _, _, page = served.ask("GET", "/api")
    for model in (CheckOptions, RedactOptions, CleanOptions, Checked, Found, Redacted):
        for name in model.model_fields:
            assert f"<dt><code>{name}</code></dt>" in page.decode()
    for status in ERRORS:
        assert f'<th scope="row">{status}</th>' in page.decode()
