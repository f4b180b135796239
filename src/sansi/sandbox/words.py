"""文字任务 · A long text that is no file, in a child: so that whoever serves many people goes on serving them."""

from __future__ import annotations

from sansi.sandbox.messages import inspector_for, result_as_dict
from sansi.sandbox.tasks import Tools
from sansi.sandbox.wire import Head

# A lone surrogate is text to JSON and to Python, but not to UTF-8.
_SURROGATES = "surrogatepass"


def encoded(text: str) -> bytes:
    """`text` as these tasks take it, and as they give it back."""
    return text.encode("utf-8", _SURROGATES)


def decoded(data: bytes) -> str:
    """The text of `encoded`."""
    return data.decode("utf-8", _SURROGATES)


def check_words(data: bytes, options: Head, tools: Tools) -> tuple[Head, bytes]:
    """What was found in the text of `data`. Options: `shown`, fields of the job that are otherwise for this text."""
    return result_as_dict(inspector_for(options, tools.inspector).words("", decoded(data))), b""


def redact_words(data: bytes, options: Head, tools: Tools) -> tuple[Head, bytes]:
    """The text of `data` without what is found in it, and how many places that were.

    Options: `style`, `key` in hexadecimal digits, `lang`, `shown`.
    """
    inspector = inspector_for(options, tools.inspector)
    key = bytes.fromhex(options["key"])
    text, count = inspector.redacted(decoded(data), options["style"], key, options["lang"])
    return {"count": count}, encoded(text)
