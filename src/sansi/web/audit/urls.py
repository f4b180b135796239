"""审计的网址 · Addresses of the audit pages that everybody may read; the log itself is read in `orgs`."""

from __future__ import annotations

from django.urls import path

from sansi.web.audit import views

app_name = "audit"
urlpatterns = [
    path("audit/heads", views.heads, name="heads"),
    path("audit/heads.jsonl", views.heads_file, name="heads-file"),
    path("audit/verifier.py", views.verifier_file, name="verifier"),
]
