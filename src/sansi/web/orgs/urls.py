"""单位与人员的网址 · Addresses of the pages on organisations and people."""

from __future__ import annotations

from django.urls import path

from sansi.web.orgs.roster import views as roster
from sansi.web.orgs.views import duties, people, records, units

app_name = "orgs"
urlpatterns = [
    path("org/units/", units.units, name="units"),
    path("org/units/<int:pk>/", units.unit, name="unit"),
    path("org/units/<int:pk>/open", units.open_unit, name="open"),
    path("org/units/<int:pk>/rename", units.rename, name="rename"),
    path("org/units/<int:pk>/move", units.move, name="move"),
    path("org/units/<int:pk>/merge", units.merge, name="merge"),
    path("org/units/<int:pk>/close", units.close, name="close"),
    path("org/units/<int:pk>/reopen", units.reopen, name="reopen"),
    path("org/units/<int:pk>/invite", units.invite, name="invite"),
    path("org/units/<int:pk>/join", units.join, name="join"),
    path("org/units/<int:pk>/give", units.give, name="give"),
    path("org/units/<int:pk>/import", roster.upload, name="import"),
    path("org/units/<int:pk>/example/<str:what>.<str:kind>", roster.example, name="example"),
    path("org/units/<int:pk>/export/<str:what>.<str:kind>", roster.export, name="export-table"),
    path("org/imports/<int:pk>/", roster.report, name="upload"),
    path("org/imports/<int:pk>/decide", roster.decide, name="upload-decide"),
    path("org/memberships/<int:pk>/end", people.end_membership, name="membership-end"),
    path("org/people/", people.people, name="people"),
    path("org/people/<int:pk>/", people.person, name="person"),
    path("org/people/<int:pk>/edit", people.edit, name="person-edit"),
    path("org/people/<int:pk>/suspend", people.suspend, name="person-suspend"),
    path("org/people/<int:pk>/restore", people.restore, name="person-restore"),
    path("org/people/<int:pk>/erase", people.erase, name="person-erase"),
    path("org/people/<int:pk>/invite", people.invite_again, name="person-invite"),
    path("org/invitations/<int:pk>/withdraw", people.withdraw_invitation, name="invitation-withdraw"),
    path("org/duties/", duties.duties, name="duties"),
    path("org/duties/meanings", duties.meanings, name="meanings"),
    path("org/duties/<int:pk>/hand-on", duties.hand_on, name="hand-on"),
    path("org/duties/<int:pk>/end", duties.take_back, name="duty-end"),
    path("org/requests/", duties.requests, name="requests"),
    path("org/requests/new", duties.ask_for, name="ask"),
    path("org/requests/<int:pk>/", duties.one_request, name="request"),
    path("org/requests/<int:pk>/withdraw", duties.withdraw, name="request-withdraw"),
    path("org/audit/", records.entries, name="entries"),
    path("org/audit/verify", records.verify, name="verify"),
    path("org/audit/export", records.export, name="export"),
    path("me/", people.mine, name="mine"),
    path("invitation/<str:token>/", people.accept, name="accept"),
]
