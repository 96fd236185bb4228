"""One's own work: what is past its day, due today, due soon; questions and conclusions; nothing of others."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from baro.records.models import Dossier
from baro.records.projections.dossier_counts import count_anew
from baro.rules.judged.deadlines.classes import TimeClass
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
AS_OF = datetime(2024, 4, 19, 3, tzinfo=UTC)  # a Friday, 10:00 in Vietnam
MIDNIGHT = datetime(2024, 4, 19, 17, tzinfo=UTC)  # the Friday is over


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def dossier(k: int, due: datetime, kind: TimeClass, body: str = "b-so") -> None:
    Dossier.objects.whole().create(
        id=f"s:{k:03}", source="s", body=body, code=f"H{k:03}", unit="Phòng Một", received_at=AS_OF, last_event_at=AS_OF,
        due_at=due, due_on=(due - timedelta(seconds=1) + timedelta(hours=7)).date(), event_count=1, time_class=kind, due_source=0,
        why_not=0, as_of=AS_OF, first_batch="b", last_batch="b", segment="x", place=k, digest="", holder_kind=0,
    )  # fmt: skip
    count_anew(body, ())


def page(role: str, unit: str = "b-so") -> str:
    client = Client()
    client.force_login(person(f"p-{role}-{unit}", role, unit))
    return see(client, "/viec-cua-toi/")


def test_the_most_pressing_first_with_what_is_left():
    dossier(1, MIDNIGHT - timedelta(days=3), TimeClass.PENDING_LATE)
    dossier(2, MIDNIGHT, TimeClass.PENDING_ON_TIME)
    dossier(3, MIDNIGHT + timedelta(days=3), TimeClass.PENDING_ON_TIME)
    dossier(4, MIDNIGHT + timedelta(days=8), TimeClass.PENDING_ON_TIME)
    dossier(5, MIDNIGHT, TimeClass.PENDING_LATE, "b-khac")
    told = page("division_head")
    assert "1 hồ sơ đã quá hạn, 1 đến hạn trong ngày, 1 đến hạn trong bảy ngày sau; tính đến 10:00 19/04/2024." in told
    assert told.index("H001") < told.index("H002") < told.index("H003")
    assert "hết hôm nay" in told
    assert "còn 1 ngày làm việc" in told
    assert "H004" not in told
    assert "H005" not in told


@pytest.mark.parametrize("role", ["division_head", "council_member", "business_admin"])
def test_who_has_nothing_to_do_is_told_so(role):
    assert "Không có việc nào đang chờ bạn." in page(role)


def test_long_lists_lead_on():
    for k in range(25):
        dossier(k, MIDNIGHT - timedelta(days=1), TimeClass.PENDING_LATE)
    assert "Xem cả 25 hồ sơ" in page("unit_head")
