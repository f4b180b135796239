"""JioNLP, the seven extractors of its rules that find personal data."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable

import measure


def ready() -> tuple[str, Callable[[str], object]]:
    """All seven in turn; it prints its advertisement while it is imported."""
    import importlib.metadata

    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as jio

    extractors = (
        *(jio.extract_phone_number, jio.extract_email, jio.extract_id_card, jio.extract_ip_address),
        *(jio.extract_qq, jio.extract_wechat_id, jio.extract_motor_vehicle_licence_plate),
    )
    return importlib.metadata.version("jionlp"), lambda text: [extract(text) for extract in extractors]


if __name__ == "__main__":
    measure.main(ready)
