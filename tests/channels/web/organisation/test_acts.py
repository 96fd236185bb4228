"""Every change by a form: what is refused stands beside its field and records nothing; what is accepted is an act."""

from datetime import date

import pytest

from baro.desk.people import appoint, employ
from baro.records.models import LedgerEntry
from baro.records.queries.organisation import bodies
from baro.records.queries.people import held_by, person, person_with_code
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.staff import Employment, StaffCategory
from channels.web.organisation.office import AT, BY, a_person, replayed_otherwise, see, sign_in, text_of, wrong_fields

COMMUNE = "hn.276.yen-trung"
BODY = {
    "name": "Phòng Cải cách", "kind": "division", "code": "", "level": "city", "parent": "Sở Nội vụ Hà Nội", "body": "b-1",
    "valid_from": "25/04/2024", "basis": "QĐ 1/2024",
}  # fmt: skip
POST = {"unit": "04927", "title": "Chủ tịch", "is_head": "on", "valid_from": "01/01/2024", "decision": "1/QĐ"}


def said(entry_type: str) -> int:
    wanted = f'"{entry_type}"'.encode()
    return sum(wanted in bytes(body) for body in LedgerEntry.objects.values_list("body", flat=True))


def test_a_body_is_recorded_once_however_often_it_is_sent(admin):
    for _ in range(2):
        answer = admin.post("/to-chuc/don-vi/moi", BODY)
    assert answer.status_code == 422
    term = bodies().term_on("b-1", date(2024, 4, 25))
    assert (term.name, term.parent, term.basis) == ("Phòng Cải cách", "hn.so-noi-vu", "QĐ 1/2024")


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        ({"name": " "}, "name", "Xin ghi tên"),
        ({"code": "4930", "level": "commune"}, "code", "thiếu chữ số"),
        ({"code": "mã"}, "code", "không đúng dạng"),
        ({"parent": "Sở Không Có"}, "parent", "Chưa có đơn vị"),
        ({"parent": "Xã Hạ Bằng"}, "parent", "Có 2 đơn vị"),
        ({"valid_from": "31/02/2024"}, "valid_from", "không có trong lịch"),
        ({"valid_from": ""}, "valid_from", "Xin ghi ngày"),
        ({"parent": "Xã Lam Sơn"}, "parent", "không có cơ quan cấp trên"),
        ({"basis": ""}, "basis", "Xin ghi mục này"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_recorded(admin, wrong, field, told):
    before = LedgerEntry.objects.count()
    assert told in wrong_fields(admin.post("/to-chuc/don-vi/moi", BODY | wrong))[field]
    assert LedgerEntry.objects.count() == before


def test_a_body_is_renamed_from_a_day_on_and_its_past_stays(admin):
    admin.post("/to-chuc/don-vi/moi", BODY)
    admin.post("/to-chuc/don-vi/b-1/thay-doi", BODY | {"name": "Phòng Chuyển đổi số", "valid_from": "01/01/2026"})
    page = see(admin, "/to-chuc/don-vi/b-1/")
    assert "từ 01/01/2026 Phòng Chuyển đổi số" in page
    assert "25/04/2024 – 31/12/2025 Phòng Cải cách" in page


def test_a_correction_needs_a_reason_and_deletes_nothing(admin):
    admin.post("/to-chuc/don-vi/moi", BODY)
    address = "/to-chuc/don-vi/b-1/dinh-chinh?ky=2024-04-25"
    right = BODY | {"name": "Phòng Cải cách hành chính", "valid_to": ""}
    assert "reason" in wrong_fields(admin.post(address, right))
    admin.post(address, right | {"reason": "Gõ thiếu", "valid_from": "01/01/2020"})
    assert [t.name for t in bodies().terms_of["b-1"]] == ["Phòng Cải cách hành chính"]
    assert bodies().terms_of["b-1"][0].term.valid_from == date(2024, 4, 25)
    assert (said("body.created"), said("body.corrected")) == (len(bodies().bodies), 1)


def test_a_person_is_registered_appointed_and_leaves_the_post(admin):
    admin.post("/to-chuc/nguoi/moi", {"code": "CB7", "name": "Lê Thị Hoa"})
    hoa = person_with_code("CB7").id
    assert admin.post(f"/to-chuc/nguoi/{hoa}/ghi/bo-nhiem", POST | {"unit": COMMUNE}).status_code == 302
    (post,) = held_by(hoa)
    page = see(admin, f"/to-chuc/nguoi/{hoa}/?ngay=25/04/2024")
    assert "Chủ tịch (người đứng đầu), Xã Yên Trung" in page
    end = f"/to-chuc/nguoi/{hoa}/ket-thuc/appointment/{post.id}"
    assert "sớm hơn" in wrong_fields(admin.post(end, {"last": "31/12/2023", "decision": "2/QĐ"}))["last"]
    admin.post(end, {"last": "31/12/2024", "decision": "2/QĐ"})
    assert held_by(hoa)[0].value.term == Term(date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("act", "more", "word"),
    [
        ("uy-quyen", {"role": "Ký chứng thực"}, "Ký chứng thực"),
        ("phu-trach", {"title": "Phụ trách"}, "Phụ trách"),
        ("vang-mat", {"cover": "CB2"}, "Vắng mặt; người thay: Trần Văn Hòa"),
        ("dien", {"category": "commune_official"}, "Cán bộ, công chức cấp xã"),
    ],
)
def test_each_act_of_personnel_has_its_form(admin, act, more, word):
    lan = a_person()
    a_person("CB2", "Trần Văn Hòa")
    appoint(Post(lan, COMMUNE, "Chủ tịch", True, Term(date(2024, 1, 1))), BY, AT)
    days = {"unit": "04927", "valid_from": "02/05/2024", "valid_to": "03/05/2024", "decision": "9/QĐ"}
    if act != "dien":  # 04927 was of one body only
        assert admin.get(f"/to-chuc/nguoi/{lan}/ghi/{act}").status_code == 200
    answer = admin.post(f"/to-chuc/nguoi/{lan}/ghi/{act}", days | more)
    assert answer.status_code == 302, text_of(answer)
    assert word in see(admin, f"/to-chuc/nguoi/{lan}/?ngay=02/05/2024")
    assert replayed_otherwise() == []


def test_a_second_head_is_refused_beside_the_tick(admin):
    appoint(Post(a_person(), COMMUNE, "Chủ tịch", True, Term(date(2024, 1, 1))), BY, AT)
    hoa = a_person("CB2", "Trần Văn Hòa")
    assert "đã có người đứng đầu" in text_of(admin.post(f"/to-chuc/nguoi/{hoa}/ghi/bo-nhiem", POST))
    assert held_by(hoa) == ()


def test_what_was_told_wrongly_of_a_person_is_corrected_with_a_reason(admin):
    lan = a_person()
    post = appoint(Post(lan, COMMUNE, "Chủ tich", True, Term(date(2024, 1, 1)), "1/QĐ"), BY, AT)
    address = f"/to-chuc/nguoi/{lan}/dinh-chinh/appointment/{post}"
    assert "reason" in wrong_fields(admin.post(address, POST))
    admin.post(address, POST | {"reason": "Gõ sai chức danh"})
    assert [h.value.title for h in held_by(lan)] == ["Chủ tịch"]
    assert (said("appointment.recorded"), said("appointment.corrected")) == (1, 1)
    assert replayed_otherwise() == []


def test_a_name_is_told_anew(admin):
    lan = a_person()
    admin.post(f"/to-chuc/nguoi/{lan}/ghi/doi-ten", {"name": "Nguyễn Thị Lan Anh"})
    assert person(lan).name == "Nguyễn Thị Lan Anh"


def test_law_nobody_read_is_a_warning_on_the_page(admin):
    lan = a_person()
    employ(Employment(person=lan, category=StaffCategory.COMMUNE_OFFICIAL, term=Term(date(2024, 1, 1))), BY, AT)
    assert "Chưa kiểm chứng. Diện cán bộ, công chức cấp xã có thể đã kết thúc" in see(admin, f"/to-chuc/nguoi/{lan}/")


def test_personnel_of_one_body_record_there_and_nowhere_else(client, admin):
    lan = a_person()
    sign_in(client, role="personnel_discipline", unit="hn.so-noi-vu", name="to-chuc")
    assert client.post("/to-chuc/nguoi/moi", {"code": "CB9", "name": "Mai"}).status_code == 302
    mai = person_with_code("CB9").id
    assert client.post(f"/to-chuc/nguoi/{mai}/ghi/bo-nhiem", POST).status_code in (403, 404)
    inside = POST | {"unit": "Sở Nội vụ Hà Nội", "title": "Giám đốc", "how": "alone"}
    assert client.post(f"/to-chuc/nguoi/{mai}/ghi/bo-nhiem", inside).status_code == 302
    assert held_by(lan) == ()
