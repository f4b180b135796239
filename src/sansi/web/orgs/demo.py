"""演示城市 · Yunqiao, a city that does not exist: thirty units, two hundred people, every duty, and some history.

Names are put together from a list of syllables by a seeded draw; none is a real person's or a real office's.
"""

from __future__ import annotations

import random
from datetime import timedelta

from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sansi.web.audit import heads
from sansi.web.mail.letters import deliver
from sansi.web.orgs.actions import duties as duty_acts
from sansi.web.orgs.actions import people as people_acts
from sansi.web.orgs.actions import units as unit_acts
from sansi.web.orgs.models import Duty, Kind, Person, Unit

DOMAIN = "yunqiao.example.org"
PASSWORD = "think-thrice-demo"  # noqa: S105 - printed for everybody who tries the demo
# The same for every demo account: with it, anybody can make the six digits of the second step (RFC 6238).
SECRET = "MFZWIZDFMRSW23ZNONQW443J"  # noqa: S105 - same
PEOPLE = 200

# code, name, name in English, code of the unit above
UNITS = (
    ("YQ", "云桥市", "City of Yunqiao", ""),
    ("YQ-01", "市政府办公室", "City Office", "YQ"),
    ("YQ-01-1", "政务公开科", "Open Government Section", "YQ-01"),
    ("YQ-01-2", "新媒体科", "New Media Section", "YQ-01"),
    ("YQ-02", "市教育局", "Education Bureau", "YQ"),
    ("YQ-02-1", "云桥第一中学", "Yunqiao First Middle School", "YQ-02"),
    ("YQ-02-2", "云桥实验小学", "Yunqiao Experimental Primary School", "YQ-02"),
    ("YQ-02-3", "云桥职业学校", "Yunqiao Vocational School", "YQ-02"),
    ("YQ-03", "市卫生健康委员会", "Health Commission", "YQ"),
    ("YQ-03-1", "云桥人民医院", "Yunqiao People's Hospital", "YQ-03"),
    ("YQ-03-2", "疾病预防控制中心", "Centre for Disease Control", "YQ-03"),
    ("YQ-04", "市文化和旅游局", "Culture and Tourism Bureau", "YQ"),
    ("YQ-04-1", "云桥博物馆", "Yunqiao Museum", "YQ-04"),
    ("YQ-04-2", "云桥图书馆", "Yunqiao Library", "YQ-04"),
    ("YQ-05", "市交通运输局", "Transport Bureau", "YQ"),
    ("YQ-05-1", "公共交通中心", "Public Transport Centre", "YQ-05"),
    ("YQ-06", "市民政局", "Civil Affairs Bureau", "YQ"),
    ("YQ-06-1", "婚姻登记处", "Marriage Registry", "YQ-06"),
    ("YQ-07", "市应急管理局", "Emergency Management Bureau", "YQ"),
    ("YQ-08", "市气象台", "Weather Station", "YQ"),
    ("YQ-09", "市数据局", "Data Bureau", "YQ"),
    ("YQ-09-1", "信息安全科", "Information Security Section", "YQ-09"),
    ("YQ-10", "河东区", "Hedong District", "YQ"),
    ("YQ-10-1", "河东区政府办公室", "Hedong District Office", "YQ-10"),
    ("YQ-10-2", "槐荫街道", "Huaiyin Subdistrict", "YQ-10"),
    ("YQ-10-3", "柳溪镇", "Liuxi Town", "YQ-10"),
    ("YQ-11", "湖西区", "Huxi District", "YQ"),
    ("YQ-11-1", "湖西区政府办公室", "Huxi District Office", "YQ-11"),
    ("YQ-11-2", "松林街道", "Songlin Subdistrict", "YQ-11"),
    ("YQ-11-3", "石桥镇", "Shiqiao Town", "YQ-11"),
)
# address, name, unit, post, duty, over which unit: those whose sign-ins are printed
OFFICERS = (
    ("admin", "林知远", "YQ-01", "主任", Kind.ADMINISTRATOR, "YQ"),
    ("deputy", "沈若谷", "YQ-01", "副主任", Kind.ADMINISTRATOR, "YQ"),
    ("auditor", "季明鉴", "YQ", "审计专员", Kind.AUDITOR, "YQ"),
    ("approver", "方思齐", "YQ-01-2", "科长", Kind.APPROVER, "YQ-01"),
    ("editor", "白云起", "YQ-01-2", "编辑", Kind.EDITOR, "YQ-01-2"),
    ("registrar", "韩书简", "YQ-01-1", "科长", Kind.REGISTRAR, "YQ"),
    ("learning", "温知新", "YQ-02", "培训主管", Kind.LEARNING, "YQ"),
    ("intake", "罗听雨", "YQ-09-1", "值班员", Kind.INTAKE, "YQ"),
    ("handler", "程解忧", "YQ-09-1", "主办", Kind.HANDLER, "YQ"),
    ("supervisor", "严督行", "YQ-09", "副局长", Kind.SUPERVISOR, "YQ"),
    ("keyholder", "钟守恒", "YQ-09", "总工程师", Kind.KEYHOLDER, "YQ"),
    ("east", "江晓东", "YQ-10-1", "主任", Kind.ADMINISTRATOR, "YQ-10"),
    ("staff", "叶小满", "YQ-02-1", "教师", None, ""),
)
_SURNAMES = "林沈季方白韩温罗程严钟江叶苏陆顾孟夏秋尹庄柏简宁霍欧蓝楚樊桑"
_GIVEN = "若知明思云书听晓安乐清远行舟南星辰文心雨禾景川一凡子衿予墨之初微言"
_POSTS = ("科员", "副科长", "主办", "专员", "教师", "编辑", "工程师", "管理员", "")


def is_planted() -> bool:
    """Whether demo accounts are here: a production start refuses them."""
    return Person.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True).exists()


@transaction.atomic
def plant() -> None:
    """Make the city, in an empty installation."""
    draw = random.Random(3)  # noqa: S311 - the same city each time
    units: dict[str, Unit] = {}
    for code, name, name_en, above in UNITS:
        parent = units.get(above)
        units[code] = unit_acts.open_unit(parent, code=code, name=name, name_en=name_en, by=None)
    people = _officers(units)
    _staff(units, draw, PEOPLE - len(people))
    _history(units, people, draw)
    heads.sign_day()
    # The people are made up: nobody is to get a letter.
    DBTaskResult.objects.filter(task_path=deliver.module_path).delete()


def _officers(units: dict[str, Unit]) -> dict[str, Person]:
    secret = make_password(PASSWORD)
    people = {}
    for address, name, code, post, _kind, _over in OFFICERS:
        person = people_acts.add_person(
            email=f"{address}@{DOMAIN}", name=name, unit=units[code], by=None, post_held=post
        )
        person.password = secret
        person.is_staff = person.is_superuser = address == "admin"
        person.save()
        TOTP.activate(person, SECRET)
        people[address] = person
    for address, _name, _code, _post, kind, over in OFFICERS:
        if kind is None:
            continue
        # The first administrator and the first auditor are given by nobody: they are there from the beginning.
        if kind in {Kind.ADMINISTRATOR, Kind.AUDITOR} and over == "YQ":
            Duty.objects.create(person=people[address], kind=kind, unit=units[over])
        else:
            duty_acts.give_duty(people[address], kind=kind, unit=units[over], by=people["admin"])
    return people


def _staff(units: dict[str, Unit], draw: random.Random, number: int) -> None:
    codes = [code for code in units if code != "YQ"]
    names: set[str] = {officer[1] for officer in OFFICERS}
    for count in range(number):
        name = ""
        while not name or name in names:
            name = draw.choice(_SURNAMES) + "".join(draw.sample(_GIVEN, draw.choice((1, 2, 2))))
        names.add(name)
        code = codes[count % len(codes)]
        person = people_acts.add_person(
            email=f"p{count + 1:03}@{DOMAIN}",
            name=name,
            unit=units[code],
            by=None,
            post_held=draw.choice(_POSTS),
        )
        person.password = "!demo"  # noqa: S105 - the form of Django for "no password"
        person.save(update_fields=["password"])


def _history(units: dict[str, Unit], people: dict[str, Person], draw: random.Random) -> None:
    """Duties of each unit, and what makes an organisation look lived in."""
    admin, today = people["admin"], timezone.localdate()
    for unit in units.values():
        serving = list(Person.objects.filter(memberships__unit=unit, email__startswith="p")[:3])
        for person, kind in zip(serving, (Kind.EDITOR, Kind.APPROVER, Kind.LEARNING), strict=False):
            until = today + timedelta(days=draw.randint(9, 300)) if draw.random() < 0.4 else None
            duty_acts.give_duty(person, kind=kind, unit=unit, by=admin, until_on=until)
    approver = Duty.objects.get(person=people["approver"], kind=Kind.APPROVER)
    duty_acts.hand_on_duty(
        approver,
        to=people["editor"],
        from_on=today,
        until_on=today + timedelta(days=12),
        by=people["approver"],
    )
    for person, kind, code, reason in (
        (people["staff"], Kind.EDITOR, "YQ-02-1", "负责学校公众号的稿件"),
        (people["editor"], Kind.REGISTRAR, "YQ-01-2", "新媒体账号较多，需要就近登记"),
    ):
        duty_acts.ask_for_duty(person, kind=kind, unit=units[code], reason=reason, by=person)
    unit_acts.rename_unit(units["YQ-09"], name="市数据管理局", name_en="Data Administration", by=admin)
    old = unit_acts.open_unit(
        units["YQ-04"], code="YQ-04-9", name="旅游咨询站", name_en="Tourist Desk", by=admin
    )
    unit_acts.merge_unit(old, into=units["YQ-04-2"], by=admin)
    people_acts.invite(
        email=f"newcomer@{DOMAIN}", name="初来", unit=units["YQ-08"], by=admin, post_held="预报员"
    )


def allowed() -> bool:
    """Whether this installation is one for trying out."""
    return bool(settings.SANSI["SANSI_DEMO"])
