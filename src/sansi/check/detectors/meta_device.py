"""拍摄设备的编号 · Serial number of the device (CIPA DC-008 (Exif 3.0) BodySerialNumber, LensSerialNumber)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-device",
    Severity.LOW,
    title=Both("拍摄设备的编号", "Serial number of the device"),
    why=Both(
        "机身、镜头的序列号能把不同账号发的照片连到同一个人。",
        "Serial numbers of camera and lens tie photos of different accounts to one person.",
    ),
    advice=Both(
        "用 sansi clean 去掉。",
        "Remove it with `sansi clean`.",
    ),
    source="CIPA DC-008 (Exif 3.0) BodySerialNumber, LensSerialNumber",
)
