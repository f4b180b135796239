"""上传 · What a browser sends, into memory and nowhere else, no bigger than can be borne.

Django's own handler writes what is bigger than 2.5 MB to a temporary file, where a draft would outlive its request.
"""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

_MOST_FILES = 20


class TooBig(Exception):  # noqa: N818 - it is what the upload is
    """More came than is taken; `most_bytes` is how much that is."""

    def __init__(self, most_bytes: int) -> None:
        """Say how much is taken."""
        super().__init__(most_bytes)
        self.most_bytes = most_bytes


class NoLength(Exception):  # noqa: N818 - it is what the request lacks
    """A body of unknown length: nobody could say how much of it there will be."""


class MemoryHandler(FileUploadHandler):
    """Keeps every uploaded file in memory. Raises TooBig."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        """Take as much as the settings allow."""
        super().__init__(request)
        self._most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        self._received = self._files = 0
        self._file = io.BytesIO()

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002 - the signature is Django's
        META: dict[str, Any],  # noqa: ARG002, N803 - same
        content_length: int,
        boundary: str,  # noqa: ARG002 - same
        encoding: str | None = None,  # noqa: ARG002 - same
    ) -> None:
        """Refuse before anything is read what says of itself that it is too big."""
        if content_length > self._most:
            raise TooBig(self._most)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._files += 1
        if self._files > _MOST_FILES:
            raise SkipFile
        self._file = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - the signature is Django's
        """Keep a piece of a file."""
        self._received += len(raw_data)
        if self._received > self._most:
            raise TooBig(self._most)
        self._file.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole of a file."""
        self._file.seek(0)
        return InMemoryUploadedFile(
            self._file,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )


def declared_bytes(request: HttpRequest) -> int:
    """How long the body says that it is. Raises NoLength where it does not say."""
    if request.META.get("HTTP_TRANSFER_ENCODING"):
        raise NoLength
    try:
        return max(0, int(request.META.get("CONTENT_LENGTH") or 0))
    except ValueError:
        raise NoLength from None


def body_of(request: HttpRequest, most_bytes: int) -> bytes:
    """The body of `request`. Raises TooBig and NoLength."""
    size = declared_bytes(request)
    if size > most_bytes:
        raise TooBig(most_bytes)
    if hasattr(request, "_body"):
        return request.body
    return request.read(size)
