"""缘由 · What a person is told when a file cost its child, and what can be done about it."""

from __future__ import annotations

from sansi.check.model import Both

TOO_LONG = Both(
    "读它花的时间太长，已停止；请拆成几份，或另存一份再查",
    "took too long to read and was stopped: split it, or save it anew, and check again",
)
TOO_MUCH = Both(
    "读它要用的内存太多，已停止；请拆成几份，或另存一份再查",
    "needed too much memory to read and was stopped: split it, or save it anew, and check again",
)
CRASHED = Both(
    "读它的程序崩溃了，文件可能损坏或有意构造；请用原来的软件打开另存一份再查，来历不明的不要打开",
    "crashed its reader, and may be damaged or crafted: save it anew in its own program and check again, "
    "and do not open it if you don't know where it came from",
)
CHANGED = Both(
    "检查期间被改动；请等写完再查", "changed while it was being checked: check again when it is finished"
)
NOT_INSTALLED = Both(
    "读这种文件的库没有安装；请用 pip install 'sansi[files]' 装上再查",
    "the libraries that read such files are not installed: pip install 'sansi[files]' and check again",
)
NO_START = Both(
    "读文件的子进程没能启动；请看内存和磁盘是否够用，重新安装三思后再试",
    "the process that reads files could not be started: see whether memory and disk suffice, or install Sansi again",
)
NO_LIMITS = Both(
    "这个系统不能限制内存和处理器时间：来历不明的文件请在 Linux 上检查",
    "this system cannot limit memory and processor time: check files of unknown origin on Linux",
)


def too_big(limit_bytes: int) -> Both:
    """The refusal of a file that is bigger than what a child is given."""
    limit = f"{limit_bytes >> 20} MB"
    return Both(f"超过 {limit}；请拆成几份再查", f"is bigger than {limit}: split it and check the parts")


def failed(name: str) -> Both:
    """What is said when a reader raised `name`, which it should have told in words."""
    return Both(
        f"读到一半出错（{name}），没有查完；请用原来的软件打开另存一份再查",
        f"could not be read to the end ({name}): save it anew in its own program and check again",
    )
