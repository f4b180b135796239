"""谢绝 · What a request that cannot be answered hears: a status, a sentence, and when to come again."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both
from sansi.web.drafts.capacity import Busy
from sansi.web.drafts.uploads import NoLength, TooBig


class Refused(Exception):  # noqa: N818 - it is what the person hears
    """The request cannot be answered; `said` says why and what to do, `retry_s` when to come again."""

    def __init__(self, status: int, said: Both, retry_s: int = 0) -> None:
        """Answer with `status`."""
        super().__init__(status)
        self.status = status
        self.said = said
        self.retry_s = retry_s


NO_LENGTH = Both(
    "请求没有说明长度（Content-Length）", "the request does not say how long it is (Content-Length)"
)
BROKEN = Both("表单不完整，没能读出来；请再试一次", "the form could not be read to its end: try again")
_EVERYBODY = Both(
    "正在检查的人太多；请过几秒再试", "too many drafts are being checked now: try again in some seconds"
)
_YOURS = Both("请求太多；请过一会儿再试", "that was too much at a time: try again in a little while")

_ALWAYS: dict[type[Exception], tuple[int, Both]] = {
    RequestDataTooBig: (413, Both("太长；请拆成几份再查", "is too long: split it and check the parts")),
    NoLength: (411, NO_LENGTH),
}
REFUSABLE = (
    Busy, MultiPartParserError, NoLength, Refused, RequestDataTooBig, TooBig, TooManyFieldsSent, TooManyFilesSent,
    Unreadable, UnreadablePostError,
)  # fmt: skip
"""What may be raised while a request is read and answered, and is no fault of ours."""


def refusal_of(error: Exception) -> Refused:
    """What to answer to one of `REFUSABLE`."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, Busy):
        status, said = (503, _EVERYBODY) if error.everybody else (429, _YOURS)
        return Refused(status, said, error.retry_s)
    if isinstance(error, TooBig):
        return Refused(413, too_big(error.most_bytes))
    if isinstance(error, Unreadable):
        return Refused(422, error.reason)
    return Refused(*_ALWAYS.get(type(error), (400, BROKEN)))


def too_big(most_bytes: int) -> Both:
    """The refusal of what is bigger than `most_bytes`."""
    most = f"{most_bytes >> 20} MB" if most_bytes >> 20 else f"{most_bytes >> 10} KB"
    return Both(f"超过 {most}；请拆成几份再查", f"is bigger than {most}: split it and check the parts")
