"""单位、人员与职责的数据模型 · What is kept about organisations, people and duties."""

from __future__ import annotations

from sansi.web.orgs.models.duty import Duty, DutyRequest, Kind
from sansi.web.orgs.models.person import Invitation, Membership, Person
from sansi.web.orgs.models.unit import Unit, UnitEvent
from sansi.web.orgs.models.upload import Upload

__all__ = [
    "Duty",
    "DutyRequest",
    "Invitation",
    "Kind",
    "Membership",
    "Person",
    "Unit",
    "UnitEvent",
    "Upload",
]
