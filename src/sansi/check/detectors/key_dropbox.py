"""Dropbox 令牌 · Dropbox token."""

from __future__ import annotations

from sansi.check.evidence.secrets import Prefixed, issuer
from sansi.check.model import Both

RULE = issuer(
    "key-dropbox",
    title=Both("Dropbox 令牌", "Dropbox token"),
    why=Both("可读写网盘中的文件。", "It reads and writes the files of the account."),
    advice=Both("在 App Console 中撤销授权。", "Revoke it in the app console."),
    source="https://www.dropbox.com/developers/reference/auth-types",
    forms=(
        Prefixed(
            (
                "sl.B",
                "sl.A",
                "sl.C",
                "sl.u.",
            ),
            r"sl\.(?:u\.)?[0-9A-Za-z_\-]{100,1400}",
        ),
    ),
    hits=(
        "DROPBOX=«sl.B"
        + "AdlErttUZk7TtjJSU-KJkZlxU7upsI2Bgb41rBiMG4mf2BhE_pIh1vxr_MhYkQr0uv8W1wDFOuoZaYbb"
        + "oTknBm-6RISBkwHOoS5obxsXyeVprGhrs4LnbVOC50cnoU5fFhnBRI1»",
        "令牌«sl.u."
        + "AtWranhxEwKIrGHzW7rj4YhBkrY067C6SfkqMgbbcDOHlWNMPKMCav-N7Qmj4Tc-rNSzIRy7e5FF5sOV"
        + "7J_PFBUelOuYkr5a9gNcvs_6j94IwquMgprxDmL2Se6rdY2evMk_Q8FKsw5ORezgRlIoW-P»",
    ),
    misses=(
        "openssl.Backend",
        "sl.B" + "24cU5O1aHap09v03Hwlt",  # too short
    ),
)
