"""压缩包和网页存档的埋点 · Archives with a plant in their members and in what they say of them."""

from __future__ import annotations

import bz2
import gzip
import lzma

from sansi.check.model import Both
from sansi.check.place import FieldPlace, InnerPlace, TextPlace
from tests.check.extract.plants.plant import Format, Hidden, Plant
from tests.check.extract.plants.zipped import zipped


def tarred() -> bytes:
    from tests.check.extract.test_archive import tarred as made

    return made(("folder/plant-name.txt", b"plant-member"))


def archived() -> bytes:
    from tests.check.extract.test_warc import record

    page = b"<html><p>plant-page</p></html>"
    return record(page, "http://example.org/plant-address", http="X-Own: plant-header\r\n")


def member(*way: str) -> InnerPlace:
    return InnerPlace(way, TextPlace(1, 1))


NAME = "folder/plant-name.txt"
LOCKED = Both("加密的成员不读，会点名。", "Locked members are not read, and named.")
FORMATS = (
    Format(
        Both("zip 压缩包", "Zip archives"),
        ("zip",),
        "zip",
        lambda: zipped({NAME: "plant-member", "inner.zip": zipped({"deep.txt": "plant-deep"})}),
        (
            Plant("每个成员", "every member", "plant-member", member(NAME)),
            Plant("成员的名字", "names of members", "plant-name", InnerPlace((NAME,), FieldPlace("filename"))),
            Plant("压缩包里的压缩包", "archives inside", "plant-deep", member("inner.zip", "deep.txt")),
        ),
        (),
        (LOCKED,),
    ),
    Format(
        Both("tar 压缩包", "Tar archives"),
        ("tar",),
        "tar",
        tarred,
        (
            Plant("每个成员", "every member", "plant-member", member(NAME)),
            Plant("成员的名字", "names of members", "plant-name", InnerPlace((NAME,), FieldPlace("filename"))),
        ),
        (Hidden(
                "meta-author", "文件主人的用户名（提示）", "the owner of files (a hint)",
                InnerPlace((NAME,), FieldPlace("uname")), "zhangsan",
            ),),
    ),
    *(
        Format(
            Both(f"{name} 压缩文件", f"{name} files"),
            (name,),
            names,
            lambda pack=pack: pack(b"plant-member"),  # type: ignore[misc]
            (Plant("里面的文件", "the file inside", "plant-member", member(name)),),
        )
        for name, names, pack in (
            ("gzip", "gz tgz", gzip.compress),
            ("bzip2", "bz2", bz2.compress),
            ("xz", "xz", lzma.compress),
        )
    ),
    Format(
        Both("网页存档", "Archives of web pages"),
        ("warc", "wacz"),
        "warc warc.gz wacz",
        archived,
        (
            Plant("每个网页", "every page", "plant-page", InnerPlace(("http://example.org/plant-address",), TextPlace(1, 10))),
        ),
    ),
)  # fmt: skip
