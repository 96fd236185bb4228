"""Coordination rules on pages: what they oblige to, asked for and done by who has a part in it, breaches counted and listed."""

import re
from datetime import timedelta

import pytest

from baro.records.models import CoordinationRuleRow, FollowedRow, ObligationRow
from baro.records.replay import differences
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build, now
from channels.web.organisation.office import see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
PAGE, DAY = "/phoi-hop/", timedelta(days=1)
RULE = f"{PAGE}quy-che/q1/"
NEW = {
    "task": "Trả lời phiếu chuyển", "debtor": LAND, "creditor": LEAD, "rhythm": "asked", "limit": "5 ngày làm việc",
    "article": "Điều 5", "valid_from": "02/01/2020",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def obliged(**other) -> str:
    """Record an obligation; gives its page."""
    answer = as_("soat").post(f"{RULE}nghia-vu", NEW | other)
    assert answer.status_code == 302, text_of(answer)
    return f"{PAGE}nghia-vu/{ObligationRow.objects.latest('id').id}/"


def written(ago: timedelta = timedelta()) -> str:
    return f"{now() - ago:%d/%m/%Y}"


def tell(who: str, there: str, word: str, ago: timedelta = timedelta(), document: str = "7/CV"):
    return as_(who).post(f"{there}ghi/{word}", {"on": written(ago), "document": document})


def made_old(number: int, days: int) -> None:
    """As if told so many days ago: what pages record counts from today."""
    on = (now() - days * DAY).date()
    FollowedRow.objects.filter(number=number).update(told_on=on, counts_on=on)


def test_empty_pages_say_what_will_stand_there():
    CoordinationRuleRow.objects.all().delete()
    for address in (PAGE, f"{PAGE}lan"):
        assert as_("khac").get(address).status_code == 200
    assert "Chưa có quy chế phối hợp nào." in see(as_("khac"), PAGE)
    assert "Chưa có lần nào phải thực hiện" in see(as_("khac"), f"{PAGE}lan")


def test_a_rule_names_partners_outside_and_what_they_owe():
    soat = as_("soat")
    said = {
        "name": "Quy chế ba", "number": "3/QC", "signed_on": "02/01/2024", "valid_from": "02/01/2024", "unit": LEAD,
        "outside": "Kho bạc mẫu\n\n  Hiệp hội   mẫu ",
    }  # fmt: skip
    assert set(wrong_fields(soat.post("/lien-thong/quy-che/them", said | {"outside": ""}))) == {"party_1"}
    made = soat.post("/lien-thong/quy-che/them", said)
    there = made["Location"]
    assert "Kho bạc mẫu" in see(soat, there)
    assert CoordinationRuleRow.objects.get(number="3/QC").outside == ["Kho bạc mẫu", "Hiệp hội mẫu"]
    owes = NEW | {"debtor": "Kho bạc mẫu", "creditor": "", "rhythm": "quarter", "valid_from": "02/01/2024"}
    assert soat.post(f"{there}nghia-vu", owes).status_code == 302
    told = see(as_("khac"), PAGE + "?tim=hiep+hoi")
    assert "Quy chế ba" in told
    assert "Quy chế một" not in told
    assert "không đúng hạn" in told  # nobody told of any quarter since
    assert [row for row in differences() if row.facts["table"] in ("obligation", "coordination_rule")] == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"task": ""}, "task"), ({"creditor": LAND}, "creditor"), ({"limit": "8 giờ làm việc"}, "limit"),
        ({"limit": "lâu"}, "limit"), ({"valid_from": "01/01/2020"}, "valid_from"), ({"debtor": "b-khac"}, "debtor"),
    ],
)  # fmt: skip
def test_a_bad_obligation_says_where(said, wrong):
    assert wrong in wrong_fields(as_("soat").post(f"{RULE}nghia-vu", NEW | said))
    assert not ObligationRow.objects.exists()


def test_asked_by_who_is_owed_and_done_by_who_owes():
    there = obliged()
    assert tell("dat", there, "yeu-cau").status_code == 404  # who owes does not ask itself
    assert tell("khac", there, "yeu-cau").status_code == 404
    assert tell("van", there, "yeu-cau").status_code == 302
    assert "chưa đến hạn" in see(as_("dat"), there)
    done = f"{there}ghi/thuc-hien"
    assert as_("dat").post(f"{done}?lan=9", {"on": written(), "document": "8/CV"}).status_code == 404
    assert set(wrong_fields(as_("dat").post(f"{done}?lan=1", {"on": written(DAY), "document": "8/CV"}))) == {"on"}
    assert set(wrong_fields(as_("dat").post(f"{done}?lan=1", {"on": written(-DAY), "document": "8/CV"}))) == {"on"}
    assert set(wrong_fields(as_("dat").post(f"{done}?lan=1", {"on": written(), "document": ""}))) == {"document"}
    assert as_("dat").post(f"{done}?lan=1", {"on": written(), "document": "8/CV"}).status_code == 302
    assert "đúng hạn" in see(as_("khac"), there)
    assert as_("dat").post(f"{done}?lan=1", {"on": written(), "document": "9/CV"}).status_code == 404
    assert [row for row in differences() if row.facts["table"] in ("followed", "obligation")] == []


def test_breaches_are_counted_and_every_figure_opens_its_list():
    there = obliged()
    other = obliged(debtor=TAX, task="Thông báo thuế")
    for _, page in ((60, there), (50, there), (5, other)):
        tell("van", page, "yeu-cau")
    made_old(1, 60)
    made_old(2, 50)
    as_("dat").post(f"{there}ghi/thuc-hien?lan=2", {"on": written(), "document": "8/CV"})
    told = see(as_("khac"), PAGE)
    assert "3 lần có nghĩa vụ, 3 lần không đúng hạn: 2 chưa thực hiện, 1 muộn" in told
    links = re.findall(r'href="(/phoi-hop/lan\?[^"]+)"', as_("khac").get(PAGE).content.decode())
    assert links
    for link in links:
        assert as_("khac").get(link.replace("&amp;", "&")).status_code == 200
    late = see(as_("khac"), f"{PAGE}lan?tinh-trang=late")
    assert "1 lần như bạn tìm" in late
    assert "2 lần như bạn tìm" in see(as_("khac"), f"{PAGE}lan?tinh-trang=missing")
    assert "1 lần như bạn tìm" in see(as_("khac"), f"{PAGE}lan?tim=thong+bao+THUE")
    assert "0 lần như bạn tìm" in see(as_("khac"), f"{PAGE}lan?ky=1999")
    assert "1 lần như bạn tìm" in see(as_("khac"), f"{PAGE}lan?ben={TAX}")
    assert as_("khac").get(f"{PAGE}lan/tai-ve?tinh-trang=khong-dung-han").getvalue()[:2] == b"PK"


def test_what_was_told_by_mistake_is_taken_back_by_who_keeps_the_rule_and_stays_readable():
    there = obliged()
    tell("van", there, "yeu-cau")
    assert as_("chu").get(f"{there}rut/1").status_code == 403
    assert as_("soat").post(f"{there}rut/7", {"document": "9/CV"}).status_code == 404
    assert as_("soat").post(f"{there}rut/1", {"document": "9/CV"}).status_code == 302
    told = see(as_("van"), there)
    assert "đã rút" in told
    assert "Chưa có lần nào." in told
    assert "đã được rút" in text_of(as_("soat").post(f"{there}rut/1", {"document": "9/CV"}))
    assert as_("soat").post(f"{there}het-ap-dung", {"last": written(DAY)}).status_code == 302
    assert tell("van", there, "yeu-cau").status_code == 422
    assert set(wrong_fields(as_("soat").post(f"{there}het-ap-dung", {"last": written()}))) == {"last"}


def test_addresses_that_mean_nothing_give_no_page():
    for address in ("quy-che/khong-co/", "nghia-vu/khong-co/", "nghia-vu/x%00/", "quy-che/x%00/"):
        assert as_("soat").get(PAGE + address).status_code == 404
