"""接入的网址 · Addresses of the pages on programs that ask."""

from __future__ import annotations

from django.urls import path

from sansi.web.integrations import views

app_name = "integrations"
urlpatterns = [
    path("org/integrations/", views.integrations, name="integrations"),
    path("org/integrations/new", views.make, name="make"),
    path("org/integrations/<int:pk>/withdraw", views.withdraw, name="withdraw"),
    path("org/integrations/found", views.rules, name="rules"),
]
