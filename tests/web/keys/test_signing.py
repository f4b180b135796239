from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sansi.web.keys import signing


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.SANSI = settings.SANSI | {"SANSI_DATA": tmp_path}
    return tmp_path


def test_a_signature_holds_for_its_purpose_only() -> None:
    made = signing.sign("audit-head", b"x")
    key = Ed25519PublicKey.from_public_bytes(made.key)

    key.verify(made.value, b"sansi/audit-head\x00x")
    with pytest.raises(InvalidSignature):
        key.verify(made.value, b"sansi/other\x00x")


def test_the_key_is_made_once_and_nobody_else_reads_it(folder: Path) -> None:
    keys: list[bytes] = []
    threads = [threading.Thread(target=lambda: keys.append(signing.public_keys()[0])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(keys)) == 1
    assert (folder / signing.FILE).stat().st_mode & 0o777 == 0o600
    assert [p.name for p in folder.iterdir()] == [signing.FILE]


def test_a_replaced_key_is_remembered_by_its_public_half() -> None:
    first = signing.public_keys()[0]
    second = signing.replace()
    third = signing.replace()

    assert signing.public_keys() == [third, second, first]


def test_another_sort_of_key_is_refused(folder: Path) -> None:
    pem = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / signing.FILE).write_bytes(pem)

    with pytest.raises(signing.BadKey):
        signing.sign("x", b"")
