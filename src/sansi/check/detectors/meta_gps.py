"""照片里的位置 · Place where a photo was taken (CIPA DC-008 (Exif 3.0) GPS IFD)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-gps",
    Severity.HIGH,
    title=Both("照片里的位置", "Place where a photo was taken"),
    why=Both(
        "经纬度能指出住处、单位和行踪，误差常在十米以内。",
        "Coordinates point to a home, an office or a route, often within ten metres.",
    ),
    advice=Both(
        "用 sansi clean 去掉，或发送前在手机里关闭位置信息。",
        "Remove it with `sansi clean`, or switch location off before sharing.",
    ),
    source="CIPA DC-008 (Exif 3.0) GPS IFD; XMP exif:GPS",
)
