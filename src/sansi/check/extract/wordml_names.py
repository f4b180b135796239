"""名称 · The names of WordprocessingML that several modules need (ISO/IEC 29500-1 17, 29500-3)."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P, T, RUN, RT = f"{W}p", f"{W}t", f"{W}r", f"{W}rt"
DELETED = f"{W}delText"
OFF = frozenset({"0", "false", "off", "none"})
