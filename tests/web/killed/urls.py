"""The addresses of the site, and one more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from sansi.web.urls import *  # noqa: F403 - the handlers of errors too
from sansi.web.urls import urlpatterns as site
from tests.web.killed.acts import act


@csrf_exempt
def note(_request: HttpRequest, number: int) -> HttpResponse:
    act(number)
    return HttpResponse("kept")


urlpatterns = [path("note/<int:number>", note), *site]
