"""A real Chromium: pages as people see them. Without one on this machine these tests are skipped, aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


class Visitor:
    """Opens browsers of their own, and watches what they ask of whom and what they complain about."""

    def __init__(self, chromium: Browser, site: str) -> None:
        self.chromium = chromium
        self.site = site
        self.opened: list[BrowserContext] = []
        self.asked: list[str] = []
        self.complaints: list[str] = []

    def __call__(self, **options: Any) -> Any:
        """A new page: `locale`, `color_scheme`, `viewport`, `java_script_enabled` … as Playwright names them."""
        context = self.chromium.new_context(
            base_url=self.site, **({"locale": "en", "viewport": DESKTOP} | options)
        )
        context.set_default_timeout(40_000)  # the machines of tests are busy
        self.opened.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def elsewhere(self) -> list[str]:
        """Addresses that are not of this site."""
        return [url for url in self.asked if not url.startswith((self.site, "data:", "blob:"))]

    def close(self) -> None:
        for context in self.opened:
            context.close()


@pytest.fixture
def visitor(chromium: Browser, live_server: Any) -> Iterator[Visitor]:
    """Somebody with a browser. `live_server` serves the test's own database."""
    opens = Visitor(chromium, live_server.url.replace("127.0.0.1", "localhost"))
    yield opens
    opens.close()
