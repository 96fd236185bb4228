"""The organisation in a spreadsheet and back: every bad cell located, all or nothing, and a second time nothing."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from baro.channels.exports.books import write_book
from baro.channels.wording.organisation_sheets import COLUMNS, SHEETS
from baro.desk.people import appoint, register_person
from baro.desk.register_rows import ACTING, BODIES, COVERS, DELEGATIONS, PEOPLE, POSTS, SUCCESSIONS
from baro.records.erasure import erase
from baro.records.models import LedgerEntry
from baro.records.queries.organisation import bodies
from baro.records.queries.people import person_with_code, service
from baro.rules.prescribed.offices import Post
from channels.web.organisation.office import AT, BY, a_person, replayed_otherwise, sign_in, text_of

UNIT = {"kind": "Phòng, ban", "name": "Phòng Cải cách", "level": "Thành phố", "parent": "Sở Nội vụ Hà Nội", "valid_from": "01/01/2026", "basis": "QĐ 1"}  # fmt: skip
LINE = {"predecessor": "hn.vpdkdd.ung-hoa", "kind": "chuyển giao nhiệm vụ", "successor": "hn.vpdkdd", "effective_on": "01/02/2026", "function": "Lưu trữ"}  # fmt: skip
MAN = {"code": "CB5", "name": "Lê Văn Tám"}
POST = {"person": "CB5", "unit": "Phòng Cải cách", "title": "Trưởng phòng", "is_head": "có", "valid_from": "01/02/2026"}
GOOD = {BODIES: [UNIT], SUCCESSIONS: [LINE], PEOPLE: [MAN], POSTS: [POST]}
WOMAN = {"code": "CB6", "name": "Trần Thị Bốn"}
GIVEN = {
    "person": "CB6",
    "unit": "Phòng Cải cách",
    "role": "Ký chứng thực",
    "valid_from": "01/03/2026",
    "decision": "2/QĐ",
}
IN_CHARGE = {"person": "CB6", "unit": "Phòng Cải cách", "title": "Phụ trách phòng", "valid_from": "01/03/2026"}
AWAY = {"absent": "CB5", "cover": "CB6", "unit": "Phòng Cải cách", "valid_from": "01/04/2026", "valid_to": "10/04/2026"}
SERVICE = GOOD | {PEOPLE: [MAN, WOMAN], DELEGATIONS: [GIVEN], ACTING: [IN_CHARGE], COVERS: [AWAY]}


def workbook(tables, name="to-chuc.xlsx") -> SimpleUploadedFile:
    out = io.BytesIO()
    sheets = {
        SHEETS[t]: [list(COLUMNS[t].values()), *([row.get(key, "") for key in COLUMNS[t]] for row in rows)]
        for t, rows in tables.items()
    }
    write_book(out, sheets, {})
    return SimpleUploadedFile(name, out.getvalue())


def check(client, file):
    return client.post("/to-chuc/bang-tinh/kiem-tra", {"file": file})


def receive(client, file):
    answer = check(client, file)
    assert answer.status_code == 200, text_of(answer)
    return client.post("/to-chuc/bang-tinh/nhan", {"name": "to-chuc.xlsx", "rows": answer.context["rows"]})


def test_a_workbook_is_tried_then_taken_over_whole_and_only_once(admin):
    before = LedgerEntry.objects.count()
    page = text_of(check(admin, workbook(GOOD)))
    assert "4 dòng đều đúng; nhập tệp sẽ ghi 4 thay đổi. Chưa ghi gì" in page
    assert LedgerEntry.objects.count() == before
    assert receive(admin, workbook(GOOD)).status_code == 302
    assert LedgerEntry.objects.count() == before + 4
    (unit,) = (t for t in bodies().terms if t.name == "Phòng Cải cách")
    assert (unit.parent, unit.verified) == ("hn.so-noi-vu", False)
    assert [c.person for c in service().heads(unit.body, unit.term.valid_from.replace(month=3))] == [person_with_code("CB5").id]  # fmt: skip
    assert "đã được ghi từ trước; không có gì mới" in text_of(check(admin, workbook(GOOD)))
    assert replayed_otherwise() == []


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        (BODIES, {"level": "Cấp tỉnh"}, "Đơn vị 2 Cấp Cấp tỉnh “Cấp tỉnh” không có trong các giá trị"),
        (BODIES, {"name": ""}, "Đơn vị 2 Tên (trống) ô trống"),
        (BODIES, {"valid_from": "31/02/2026"}, "Đơn vị 2 Từ ngày 31/02/2026"),
        (BODIES, {"parent": "Xã Hạ Bằng", "valid_from": ""}, "Đơn vị 2 Cấp trên Xã Hạ Bằng"),
        (BODIES, {"parent": "Sở Vắng"}, "Đơn vị 2 Cấp trên Sở Vắng chưa có đơn vị “Sở Vắng”"),
        (BODIES, {"code": "9"}, "Đơn vị 2 Mã 9"),
        (BODIES, {"verified": "chắc"}, "Đơn vị 2 Đã kiểm chứng chắc"),
        (SUCCESSIONS, {"successor": "hn.276.lam-son"}, "Kế thừa 2 Đơn vị kế thừa hn.276.lam-son"),
        (SUCCESSIONS, {"function": ""}, "Kế thừa 2 Nhiệm vụ (trống)"),
        (SUCCESSIONS, {"effective_on": ""}, "Kế thừa 2 Từ ngày (trống)"),
        (PEOPLE, {"name": ""}, "Cán bộ 2 Họ tên (trống)"),
        (POSTS, {"person": "CB9"}, "Chức vụ 2 Mã cán bộ CB9 chưa có cán bộ mã “CB9”"),
        (POSTS, {"unit": "hn.276"}, "Chức vụ 2 Đơn vị hn.276 Vào ngày 01/02/2026 không có đơn vị"),
        (POSTS, {"valid_to": "01/01/2026"}, "Chức vụ 2 Đến ngày 01/01/2026"),
    ],
)
def test_every_bad_cell_is_located_and_nothing_is_recorded(admin, table, change, told):
    before = LedgerEntry.objects.count()
    answer = check(admin, workbook(GOOD | {table: [GOOD[table][0] | change]}))
    assert answer.status_code == 422
    assert told in text_of(answer)
    assert LedgerEntry.objects.count() == before


def test_all_bad_cells_of_a_file_are_told_at_once(admin):
    wrong = {BODIES: [UNIT | {"level": "?"}, UNIT | {"name": "", "code": "mã"}], PEOPLE: [MAN, MAN]}
    page = text_of(check(admin, workbook(wrong)))
    assert "3 ô cần sửa trong 4 dòng; chưa có dòng nào được ghi" in page
    assert "Cán bộ 3 Mã cán bộ CB5 trùng với dòng 2" in page


def test_what_is_exported_comes_back_without_a_change(admin):
    lan = register_person("=1+1", "-Lan", BY, AT)
    appoint(Post(lan, "hn.so-noi-vu", "Giám đốc", True), BY, AT)
    whole = admin.get("/to-chuc/bang-tinh/tai-ve").content
    answer = check(admin, SimpleUploadedFile("x.xlsx", whole))
    assert "Chức vụ 2 Từ ngày (trống)" in text_of(answer)  # a post without a first day must be given one
    for table in (BODIES, SUCCESSIONS, PEOPLE):
        text = admin.get(f"/to-chuc/bang-tinh/tai-ve?bang={table}").content
        assert "không có gì mới" in text_of(check(admin, SimpleUploadedFile("x.csv", text)))


def test_delegations_acting_heads_and_leave_cover_come_in_and_go_out(admin):
    receive(admin, workbook(SERVICE))
    told = service()
    assert [(d.role, d.decision) for d in told.delegations] == [("Ký chứng thực", "2/QĐ")]
    assert [a.title for a in told.acting] == ["Phụ trách phòng"]
    assert [(c.absent, c.cover) for c in told.covers] == [(person_with_code("CB5").id, person_with_code("CB6").id)]
    whole = admin.get("/to-chuc/bang-tinh/tai-ve").content
    assert "không có gì mới" in text_of(check(admin, SimpleUploadedFile("x.xlsx", whole)))
    for table in (DELEGATIONS, ACTING, COVERS):
        text = admin.get(f"/to-chuc/bang-tinh/tai-ve?bang={table}").content
        assert len(text.decode().splitlines()) == 2
        assert "không có gì mới" in text_of(check(admin, SimpleUploadedFile("x.csv", text)))
    assert replayed_otherwise() == []


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        (DELEGATIONS, {"role": ""}, "Ủy quyền 2 Nội dung ủy quyền (trống)"),
        (DELEGATIONS, {"person": "CB9"}, "Ủy quyền 2 Mã cán bộ CB9 chưa có cán bộ"),
        (ACTING, {"valid_from": "30/02/2026"}, "Giao phụ trách 2 Từ ngày 30/02/2026"),
        (ACTING, {"unit": "hn.276"}, "Giao phụ trách 2 Đơn vị hn.276"),
        (COVERS, {"cover": "CB5"}, "Vắng mặt 2 Mã người thay CB5 Người thay phải là một người khác"),
        (COVERS, {"unit": "hn.vpdkdd"}, "Vắng mặt 2 Mã người vắng mặt CB5 Người vắng mặt không giữ chức vụ"),
        (COVERS, {"valid_to": "01/01/2026"}, "Vắng mặt 2 Đến ngày 01/01/2026"),
    ],
)
def test_a_bad_cell_of_what_stands_in_is_located_and_nothing_is_recorded(admin, table, change, told):
    before = LedgerEntry.objects.count()
    answer = check(admin, workbook(SERVICE | {table: [SERVICE[table][0] | change]}))
    assert (answer.status_code, LedgerEntry.objects.count()) == (422, before)
    assert told in text_of(answer)


def test_a_delegation_that_ends_or_changes_is_told_so(admin):
    receive(admin, workbook(SERVICE))
    later = {"valid_to": "31/12/2026"}
    changed = SERVICE | {DELEGATIONS: [GIVEN | later], ACTING: [IN_CHARGE | {"decision": "9/QĐ"}]}
    page = text_of(check(admin, workbook(changed)))
    assert "ghi ngày kết thúc ủy quyền 1" in page
    assert "đính chính giao phụ trách 1" in page


def test_several_bodies_merge_into_one_by_a_sheet_in_one_act(admin):
    merged = [
        {
            "predecessor": one,
            "kind": "sáp nhập",
            "successor": "hn.hoa-lac",
            "effective_on": "01/01/2027",
            "basis": "NQ 9",
        }
        for one in ("hn.ha-bang", "hn.tay-phuong", "hn.thach-that")
    ]
    before = LedgerEntry.objects.count()
    page = text_of(check(admin, workbook({SUCCESSIONS: merged})))
    assert "việc kế thừa 3" in page
    assert "ghi ngày kết thúc đơn vị 3" in page
    receive(admin, workbook({SUCCESSIONS: merged}))
    assert LedgerEntry.objects.count() == before + 6
    on = date(2027, 1, 1)
    assert {bodies().mapped(m["predecessor"], on).heirs for m in merged} == {("hn.hoa-lac",)}
    assert {bodies().last_day(m["predecessor"]) for m in merged} == {date(2026, 12, 31)}


def test_a_body_with_others_below_it_does_not_merge_by_a_sheet(admin):
    line = {"predecessor": "hn.vpdkdd", "kind": "sáp nhập", "successor": "hn.so-noi-vu", "effective_on": "01/01/2027"}
    answer = check(admin, workbook({SUCCESSIONS: [line]}))
    assert answer.status_code == 422
    assert "Kế thừa 2 Đơn vị cũ hn.vpdkdd" in text_of(answer)


def test_codes_keep_their_zeros_and_no_cell_runs_as_a_formula(admin):
    register_person("=1+1", "-Lan", BY, AT)
    text = admin.get("/to-chuc/bang-tinh/tai-ve?bang=people").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1] == ["'=1+1", "'-Lan"]
    assert ",04927,Xã Yên Trung," in admin.get("/to-chuc/bang-tinh/tai-ve?bang=bodies").content.decode()


def test_a_difference_is_a_correction_and_an_end_is_an_end(admin):
    receive(admin, workbook(GOOD))
    page = text_of(check(admin, workbook({BODIES: [UNIT | {"basis": "QĐ 1/2026"}], POSTS: [POST | {"valid_to": "31/12/2026"}]})))  # fmt: skip
    assert "đính chính đơn vị 1" in page
    assert "ghi ngày kết thúc chức vụ 1" in page


def test_a_stale_spreadsheet_brings_no_erased_name_back(admin):
    lan = a_person()
    erase(f"person/{lan}", ground="yeu-cau", actor="p-1", second="p-2", at=AT)
    page = text_of(check(admin, workbook({PEOPLE: [{"code": "CB1", "name": "Nguyễn Thị Lan"}]})))
    assert "đã được xoá theo yêu cầu" in page


@pytest.mark.parametrize("rows", ["", "[]x", '[["bodies"]]', '[["khac","a",1,{}]]', '[["bodies","a",1,{"name":[1]}]]'])
def test_rows_that_somebody_meddled_with_are_refused(admin, rows):
    before = LedgerEntry.objects.count()
    answer = admin.post("/to-chuc/bang-tinh/nhan", {"rows": rows})
    assert answer.status_code == 422
    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize(
    "file", [("a.xlsx", b"no zip"), ("a.csv", b"\xff\x00"), ("a.csv", b"x,y\n1,2\n"), ("a.pdf", b"%PDF")]
)
def test_a_file_nobody_can_read_is_refused_with_a_sentence(admin, file):
    answer = check(admin, SimpleUploadedFile(*file))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_who_keeps_one_body_takes_over_there_and_nowhere_else(client, admin):
    sign_in(client, unit="hn.so-noi-vu", name="so")
    assert check(client, workbook({BODIES: [UNIT]})).status_code == 200
    other = check(client, workbook({BODIES: [UNIT | {"parent": "hn.vpdkdd"}]}))
    assert other.status_code in (403, 404)
