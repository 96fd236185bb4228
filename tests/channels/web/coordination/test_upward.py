"""Proposals to the upper level on pages: made, passed on, answered, resolved or not; with whom each waits."""

from datetime import timedelta

import pytest

from baro.records.models import FollowedRow, UpwardRow
from baro.records.replay import differences
from channels.web.joint.a_joint_world import LAND, LEAD, as_, build, now
from channels.web.organisation.office import see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
PAGE, DAY = "/kien-nghi/", timedelta(days=1)
OTHER = "b-khac"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def written(ago: timedelta = timedelta()) -> str:
    return f"{now() - ago:%d/%m/%Y}"


def made(**other) -> str:
    """Record a proposal of the lead to the land body; gives its page."""
    said = {
        "unit": LEAD,
        "about": "Tháo gỡ vướng mắc",
        "document": "8/TTr",
        "signed_on": written(),
        "to": LAND,
        "until": "",
    }
    answer = as_("van").post(f"{PAGE}them", said | other)
    assert answer.status_code == 302, text_of(answer)
    return answer["Location"]


def tell(who: str, there: str, word: str, **said):
    return as_(who).post(f"{there}ghi/{word}", {"on": written(), "document": "9/CV"} | said)


def test_an_empty_page_says_what_will_stand_there():
    assert "Chưa có kiến nghị nào với cấp trên." in see(as_("khac"), PAGE)


def test_from_making_to_resolved_each_by_who_has_it():
    there = made()
    assert "đã gửi, chờ chuyển hoặc trả lời" in see(as_("khac"), there)
    assert tell("khac", there, "chuyen", body=OTHER).status_code == 404
    assert set(wrong_fields(tell("dat", there, "chuyen", body=LAND))) == {"body"}
    assert tell("dat", there, "chuyen", body=OTHER, until=written(-10 * DAY)).status_code == 302
    assert "đến Cơ quan b-khac" in see(as_("van"), there)
    assert "đã chuyển, chờ trả lời" in see(as_("van"), PAGE + "?dang-o=" + OTHER)
    assert tell("dat", there, "tra-loi").status_code == 404  # it lies no longer there
    assert tell("khac", there, "da-giai-quyet").status_code == 404
    assert tell("khac", there, "tra-loi").status_code == 302
    assert tell("khac", there, "da-giai-quyet").status_code == 404  # only who proposed says so
    assert tell("van", there, "chua-giai-quyet").status_code == 302
    assert "chờ tiếp" in see(as_("khac"), there)
    assert tell("van", there, "tra-loi", document="12/CV").status_code == 302  # by the document that came
    assert tell("van", there, "da-giai-quyet").status_code == 302
    assert "coi là đã giải quyết" in see(as_("khac"), there)
    assert "0 kiến nghị đang chờ" in see(as_("khac"), PAGE)
    assert "Tháo gỡ" in see(as_("khac"), PAGE + "?xem=tat-ca&tim=thao+go")
    assert tell("van", there, "chuyen", body=OTHER).status_code == 404
    assert [row for row in differences() if row.facts["table"] in ("followed", "upward_proposal")] == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"about": ""}, "about"), ({"document": ""}, "document"), ({"to": LEAD}, "to"), ({"to": "Không có"}, "to"),
        ({"signed_on": "31/12/2199"}, "signed_on"), ({"until": "01/01/2020"}, "until"),
    ],
)  # fmt: skip
def test_a_bad_proposal_says_where(said, wrong):
    told = {"unit": LEAD, "about": "Việc", "document": "8/TTr", "signed_on": written(), "to": LAND, "until": ""}
    assert wrong in wrong_fields(as_("van").post(f"{PAGE}them", told | said))
    assert not UpwardRow.objects.exists()


def test_nobody_proposes_for_another_body():
    said = {"unit": OTHER, "about": "Việc", "document": "8/TTr", "signed_on": written(), "to": LAND, "until": ""}
    assert as_("van").post(f"{PAGE}them", said).status_code in (403, 404)
    assert not UpwardRow.objects.exists()


def test_who_waits_how_long_is_counted_and_taken_away():
    there = made(until=written())
    made(about="Việc hai", to=OTHER)
    long_ago = (now() - 30 * DAY).date()
    UpwardRow.objects.filter(about="Tháo gỡ vướng mắc").update(signed_on=long_ago, counts_on=long_ago, until=long_ago)
    told = see(as_("khac"), PAGE)
    assert "2 kiến nghị đang chờ; 1 kiến nghị quá ngày hẹn trả lời" in told
    assert "Đang chờ ở cơ quan nào" in told
    late = see(as_("khac"), f"{PAGE}?xem=qua-han")
    assert "Tháo gỡ" in late
    assert "Việc hai" not in late
    assert "Không có kiến nghị nào như bạn tìm" in see(as_("khac"), f"{PAGE}?ky=1999")
    assert as_("khac").get(f"{PAGE}tai-ve?xem=tat-ca").getvalue()[:2] == b"PK"
    assert "đã quá" in see(as_("khac"), there)


def test_the_last_that_was_told_is_taken_back_by_who_told_it():
    there = made()
    tell("dat", there, "chuyen", body=OTHER)
    tell("khac", there, "tra-loi")
    assert as_("khac").get(f"{there}rut/1").status_code == 404
    assert as_("van").get(f"{there}rut/2").status_code == 404
    assert as_("khac").post(f"{there}rut/2", {"document": "13/CV"}).status_code == 302
    assert "đã chuyển, chờ trả lời" in see(as_("van"), there)
    assert as_("dat").post(f"{there}rut/1", {"document": "14/CV"}).status_code == 302
    assert "chờ chuyển hoặc trả lời" in see(as_("van"), there)
    assert FollowedRow.objects.count() == 4


def test_what_is_not_there_gives_no_page():
    for address in ("khong-co/", "x%00/", "khong-co/ghi/chuyen", "khong-co/rut/1"):
        assert as_("van").get(PAGE + address).status_code == 404
    there = made()
    assert as_("van").get(f"{there}ghi/gi-do").status_code == 404
