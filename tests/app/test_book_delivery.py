"""Dossiers written down here are judged as those that a system delivers, and go on when a delivery was cut off."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from app.inputs import a_process
from baro.app.book_delivery import deliver_book
from baro.app.import_sources import described
from baro.app.importing import prescription_for
from baro.desk import permission
from baro.desk.by import by_person, by_program
from baro.desk.import_sources import describe_source
from baro.desk.recorded_process import BOOK_MAPPING, choices, process_of
from baro.desk.recording import READ, Received, Told, open_book, receive_dossier, record_step
from baro.records.loading.recorded import last_sequence, recorded_since
from baro.records.models import Dossier
from baro.records.queries.access import standing_of
from baro.records.queries.imports import find_source
from baro.records.queries.recorded import steps
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db(transaction=True)
KEEPER = by_program("goc")
AT = datetime(2026, 11, 30, 2, tzinfo=UTC)  # a Monday, nine o'clock in Vietnam
PREFIX = "000.17.27.H26"


@pytest.fixture(autouse=True)
def _book(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    person("truong", "unit_head", "b-so")
    process = a_process(tmp_path, Thủ_tục="Cấp đổi giấy chứng nhận", Tổng_thời_hạn="5 ngày làm việc")
    describe_source(
        described("so-xa", name="Sổ của xã", unit="b-so", mapping=BOOK_MAPPING, process=[process]), KEEPER, AT
    )
    open_book("so-xa", PREFIX, KEEPER, AT)


def receive(at: datetime = AT) -> str:
    told = Received(
        source="so-xa", procedure="Cấp đổi giấy chứng nhận", activity="Tiếp nhận hồ sơ", happened_at=at,
        applicant="Nguyễn Văn Thử", papers="Đơn; giấy chứng nhận (bản chính)",
    )  # fmt: skip
    return receive_dossier(told, KEEPER, at)


def asker(at: datetime):
    return permission.asker_of(standing_of("p-truong"), at=at)


def step(dossier: str, activity: str, at: datetime, happened: datetime | None = None, reason: str = "") -> None:
    who = asker(at)
    known = steps(permission.scope(who, READ), dossier)
    process = process_of(prescription_for(find_source("so-xa")), "Cấp đổi giấy chứng nhận", AT.date())
    choice = next(one for one in choices(process, known) if one.activity == activity)
    record_step(dossier, choice, Told(happened_at=happened or at, reason=reason), who, by_person(who), at)


def row(dossier: str) -> Dossier:
    return Dossier.objects.whole().get(pk=dossier)


def test_a_dossier_is_numbered_by_its_day_and_judged_at_once():
    first, second = receive(), receive()
    assert [first, second] == [f"so-xa:{PREFIX}-261130-0001", f"so-xa:{PREFIX}-261130-0002"]
    assert receive(AT + timedelta(days=1)) == f"so-xa:{PREFIX}-261201-0001"
    assert deliver_book("so-xa", AT + timedelta(days=1))
    assert row(first).time_class == TimeClass.PENDING_ON_TIME
    assert row(first).due_at == datetime(2026, 12, 7, 17, tzinfo=UTC)  # the end of Monday
    assert row(first).unit == "Cơ quan b-so"
    assert row(first).deviation_count == 0


def test_books_whose_codes_begin_alike_share_one_run_of_numbers(tmp_path):
    process = a_process(tmp_path, Thủ_tục="Cấp đổi giấy chứng nhận")
    describe_source(
        described("so-hai", name="Sổ hai", unit="b-so", mapping=BOOK_MAPPING, process=[process]), KEEPER, AT
    )
    open_book("so-hai", PREFIX, KEEPER, AT)
    told = Received(source="so-hai", procedure="Cấp đổi giấy chứng nhận", activity="Tiếp nhận hồ sơ", happened_at=AT)
    assert receive().endswith("-0001")
    assert receive_dossier(told, KEEPER, AT) == f"so-hai:{PREFIX}-261130-0002"
    assert receive().endswith("-0003")


def test_the_next_number_is_read_from_the_index_alone():
    with CaptureQueriesContext(connection) as asked:
        last_sequence(f"{PREFIX}-261130")
    query = next(one["sql"] for one in asked.captured_queries if "recorded_receipt" in one["sql"])
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by the number of rows")
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query}")
        assert "COVERING INDEX recorded_receipt_run" in str(cursor.fetchall())


def test_nobody_takes_a_number_of_a_run_while_another_does():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer")
    open_lock = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
    with transaction.atomic():
        receive()
        with closing(connection.copy()) as other, other.cursor() as cursor:
            cursor.execute(open_lock, [f"dossier_codes/{PREFIX}"])
            assert cursor.fetchone() == (False,)


def test_steps_follow_and_only_what_is_new_is_delivered():
    first, second = receive(), receive()
    deliver_book("so-xa", AT)
    later = AT + timedelta(hours=4)
    step(first, "Thẩm định", later)
    assert [one.dossier for one, _ in recorded_since("so-xa", 2)] == [first]
    deliver_book("so-xa", later)
    assert (row(first).event_count, row(second).event_count) == (2, 1)
    assert row(first).conflict_count == 0
    assert deliver_book("so-xa", later) == ""  # nothing new


def test_what_was_recorded_when_the_delivery_was_cut_off_goes_with_the_next():
    first = receive()
    step(first, "Thẩm định", AT + timedelta(hours=1))
    second = receive(AT + timedelta(hours=2))
    deliver_book("so-xa", AT + timedelta(hours=2))
    assert (row(first).event_count, row(second).event_count) == (2, 1)


def test_a_result_told_late_is_late_and_a_receipt_told_late_is_not_younger():
    first = receive(AT)
    done = AT + timedelta(days=10)
    step(first, "Có kết quả", done, happened=AT + timedelta(days=2), reason="không thẩm định")
    deliver_book("so-xa", done)
    assert row(first).time_class == TimeClass.LATE
    assert row(first).received_at == AT


def test_departing_needs_a_reason_and_shows_as_a_deviation():
    first = receive()
    with pytest.raises(Refused) as refused:
        step(first, "Có kết quả", AT + timedelta(hours=1))
    assert refused.value.code == "recording.reason"
    step(first, "Có kết quả", AT + timedelta(hours=1), reason="không cần thẩm định")
    deliver_book("so-xa", AT + timedelta(hours=1))
    assert row(first).deviation_count == 1
    assert row(first).ended_kind == Kind.RELEASED


def test_a_source_that_delivers_is_no_book_and_a_book_is_opened_once():
    with pytest.raises(Refused) as refused:
        open_book("so-xa", PREFIX, KEEPER, AT)
    assert refused.value.code == "recording.book_open"
    receive()
    deliver_book("so-xa", AT)
    with pytest.raises(Refused) as refused:
        open_book("so-la", PREFIX, KEEPER, AT)
    assert refused.value.code == "import.no_source"
