"""检查任务 · The task that most files come for: read it, check what was read, tell what was found."""

from __future__ import annotations

import contextlib

from sansi.check.extract.document import Unreadable
from sansi.check.extract.extract import all_readers, extract
from sansi.check.extract.kinds import UNSUPPORTED, kind_of
from sansi.check.model import Both
from sansi.check.report.glimpse import PICTURES, glimpses
from sansi.check.report.result import FileResult, Outcome
from sansi.sandbox.messages import inspector_for, result_as_dict
from sansi.sandbox.tasks import NO_OCR, Tools
from sansi.sandbox.wire import Head

_UNKNOWN = Both(
    "不认识这种文件；请另存为常见格式（PDF、Word、纯文本等）再查",
    "is of no kind that can be read: save it as a common one (PDF, Word, plain text …) and check again",
)


def check(data: bytes, options: Head, tools: Tools) -> tuple[Head, bytes]:
    """What was found in `data`; "skipped" for a kind that no reader reads, whatever is wrong with it.

    With `options["cut"]`, `data` is only the beginning of a file that is too big, and `cut` says so; `shown` are
    fields of the job that are otherwise for this file.
    """
    kind = kind_of(data)
    result = FileResult("", Outcome.UNREADABLE, kind=kind)
    if kind not in all_readers():
        result.outcome, result.problem = Outcome.SKIPPED, UNSUPPORTED.get(kind, _UNKNOWN)
    elif options.get("cut"):
        result.problem = Both(*options["cut"])
    else:
        try:
            document = extract(data, options.get("name", ""), ocr=tools.ocr)
            if kind in PICTURES and tools.ocr is None and not document.gaps:
                document.gaps.append(NO_OCR)
            inspector = inspector_for(options, tools.inspector)
            result = inspector.document("", document)
            if inspector.job.glimpses and result.items:
                # A report without a picture of it is still a report.
                with contextlib.suppress(Exception):
                    result.glimpses = glimpses(data, document, tools.inspector.checker.check)
        except Unreadable as error:
            result.problem = error.reason
    return result_as_dict(result), b""
