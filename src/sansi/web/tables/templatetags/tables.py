"""模板标签 · `{% table table %}` and `{% chart chart %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sansi.web.tables.charts import Bars, Lines
from sansi.web.tables.table import Table

register = template.Library()


@register.simple_tag
def table(shown: Table) -> SafeString:
    """A table with its search, lists, pages and downloads."""
    return render_to_string("tables/table.html", {"table": shown})


@register.simple_tag
def chart(shown: Bars | Lines) -> SafeString:
    """A chart with its words and its figures."""
    context: dict[str, Any] = {"chart": shown}
    return render_to_string(f"tables/{shown.kind}.html", context)
