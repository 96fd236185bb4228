"""The public look-up: a code and the day on the receipt open the state and the days of one dossier, and nothing else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from baro.desk.import_sources import Description, describe_source
from baro.records.models import Dossier
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.kinds import Kind
from channels.web.imports.people import AT
from desk.an_organisation import BY

pytestmark = pytest.mark.django_db
RECEIVED = datetime(2024, 4, 1, 17, 30, tzinfo=UTC)  # half past midnight of the second, in Vietnam
PAGE = "/tra-cuu/"


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    cache.clear()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), BY, AT)


def held(code: str = "H26-1", **told) -> None:
    made = {
        "id": f"mot-cua:{code}", "source": "mot-cua", "body": "b-so", "code": code, "unit": "Chi nhánh số 1",
        "received_at": RECEIVED, "due_at": RECEIVED + timedelta(days=9), "due_on": date(2024, 4, 10),
        "time_class": TimeClass.PENDING_ON_TIME, "holder_kind": 0, "holder_unit": "Phòng kín", "holder_person": "Trần Văn Giữ",
        "last_event_at": RECEIVED, "event_count": 1, "due_source": 0, "why_not": 0, "as_of": RECEIVED, "first_batch": "b",
        "last_batch": "b", "segment": "x", "place": 0, "digest": "",
    }  # fmt: skip
    Dossier.objects.whole().bulk_create([Dossier(**made | told)])


def asked(code: str, on: str) -> tuple[int, str]:
    answer = Client().post(PAGE, {"ma": code, "ngay": on})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("code", ["H26-1", " h26-1 "])
def test_a_receipt_opens_state_and_days_and_no_person(code):
    held()
    status, page = asked(code, "02/04/2024")
    assert status == 200
    for told in ("H26-1", "Chi nhánh số 1", "02/04/2024", "10/04/2024", "đang giải quyết"):
        assert told in page
    assert "Trần Văn Giữ" not in page
    assert "Phòng kín" not in page


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"time_class": TimeClass.PENDING_LATE}, "đã quá ngày hẹn"),
        ({"is_suspended": True}, "đang chờ bổ sung hoặc tạm dừng"),
        ({"ended_at": RECEIVED, "ended_kind": Kind.RELEASED, "time_class": TimeClass.EARLY}, "đã có kết quả"),
        ({"ended_at": RECEIVED, "ended_kind": Kind.REFUSED, "time_class": TimeClass.EARLY}, "không có kết quả"),
        ({"due_on": None, "due_at": None, "time_class": TimeClass.NOT_COMPUTABLE}, "chưa tính được"),
    ],
)
def test_each_state_has_its_words(told, word):
    held(**told)
    assert word in asked("H26-1", "02/04/2024")[1]


def test_a_wrong_day_and_a_wrong_code_are_told_alike():
    held()
    wrong_day, wrong_code = asked("H26-1", "01/04/2024"), asked("H26-9", "02/04/2024")
    assert wrong_day[0] == wrong_code[0] == 404
    assert "Không có hồ sơ nào mang mã này và được tiếp nhận ngày này" in wrong_day[1]
    assert "Không có hồ sơ nào mang mã này và được tiếp nhận ngày này" in wrong_code[1]
    assert "10/04/2024" not in wrong_day[1]


@pytest.mark.parametrize(
    ("code", "on"), [("", "02/04/2024"), ("H26-1", "31/02/2024"), ("H26\0-1", ""), ("x" * 9000, "y")]
)
def test_what_cannot_be_read_is_asked_for_again(code, on):
    held()
    status, page = asked(code, on)
    assert status == 400
    assert "Chưa có mã hồ sơ" in page or "không có trong lịch" in page


def test_ten_tries_for_a_code_are_enough():
    held()
    assert [asked("H26-1", "01/04/2024")[0] for _ in range(11)] == [404] * 10 + [429]
    status, page = asked("h26-1", "02/04/2024")
    assert status == 429
    assert "quá nhiều lần" in page


def test_an_answer_is_kept_by_no_cache():
    held()
    assert "no-store" in Client().post(PAGE, {"ma": "H26-1", "ngay": "02/04/2024"}).headers["Cache-Control"]
