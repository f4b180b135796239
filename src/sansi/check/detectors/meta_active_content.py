"""会自动运行的内容 · Content that runs by itself (ISO 32000-2 12.6.4)."""

from __future__ import annotations

from sansi.check.evidence.hidden import hidden
from sansi.check.model import Both, Severity

RULE = hidden(
    "meta-active-content",
    Severity.MEDIUM,
    title=Both("会自动运行的内容", "Content that runs by itself"),
    why=Both(
        "打开时会运行脚本、启动程序或连接网络，能被用来追踪或攻击读者。",
        "It runs scripts, starts programs or connects when opened, and can track or attack readers.",
    ),
    advice=Both(
        "重新导出一份不带脚本和外部链接的文件。",
        "Export it anew without scripts and outside links.",
    ),
    source="ISO 32000-2 12.6.4; ISO/IEC 29500-2 external relationships",
)
