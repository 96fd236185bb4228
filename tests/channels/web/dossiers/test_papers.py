"""Papers on the page of a dossier: brought, refused in words beside the field, downloaded as nothing but a file, hidden from who may not see."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from a_paper import SIGNER, a_pdf, a_picture, a_signed_pdf, changed_after_signing, root_pem
from app.deliveries import AT, bring
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.models import LedgerEntry, PaperRow
from channels.web.dossiers.test_pages import DONE, LATE, as_, rows
from channels.web.imports.people import person
from channels.web.organisation.office import see, text_of

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
PAGE, OTHER = f"/ho-so/mot-cua:{DONE}/", f"/ho-so/mot-cua:{LATE}/"


@pytest.fixture(autouse=True)
def _held(settings, tmp_path):
    settings.HOME = tmp_path
    settings.PAPER_READER = (
        "baro.channels.intake.papers.read_paper"  # in this process: a test of its own tries the other
    )
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("mot-cua", "intake", "b-so")
    person("kiem-soat", "tthc_control", "b-so")
    person("van-thu", "clerk", "b-so")
    person("may", "api_reader", "b-so")
    person("khac", "intake", "b-khac")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


def bring_paper(client, content=b"", name="giay.pdf", part="result", title="Giấy chứng nhận", page=PAGE):
    told = {"part": part, "title": title}
    return client.post(f"{page}giay-to/moi", told | ({"file": SimpleUploadedFile(name, content)} if name else {}))


def link(client, word: str, page: str = PAGE) -> str:
    found = re.search(rf'href="([^"]+/giay-to/[^"]+/{word})"', client.get(page).content.decode())
    return found[1] if found else ""


def test_a_signed_result_is_told_with_who_signed_and_comes_down_as_it_was():
    client, signed = as_("mot-cua"), a_signed_pdf()
    assert "Chưa ghi giấy tờ nào." in see(client, PAGE)
    assert bring_paper(client, signed, "Kết quả của ông A.pdf").status_code == 302
    told = see(client, PAGE)
    assert "Kết quả có bản điện tử ký số còn nguyên vẹn." in told
    assert SIGNER in told
    assert "chưa xét tin cậy vì cơ quan chưa khai báo chứng thư gốc nào" in told
    assert "giữ nguyên từng byte" in told
    answer = client.get(link(client, "tai-ve"))
    assert b"".join(answer.streaming_content) == signed
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_what_was_changed_after_signing_is_told_and_counts_as_no_signed_copy():
    client = as_("mot-cua")
    bring_paper(client, changed_after_signing(a_signed_pdf()))
    told = see(client, PAGE)
    assert "tệp bị sửa sau khi ký" in told
    assert "chưa có chữ ký số nguyên vẹn" in told


def test_trust_is_told_anew_once_the_authority_keeps_a_root(tmp_path):
    client = as_("mot-cua")
    bring_paper(client, a_signed_pdf())
    (tmp_path / "signature-roots").mkdir()
    (tmp_path / "signature-roots" / "goc.pem").write_bytes(root_pem())
    assert "chưa xét tin cậy" in see(client, PAGE)
    assert client.post(link(client, "kiem-tra"), {"x": ""}).status_code == 302
    assert "nối tới gốc mà cơ quan tin cậy, chưa xét thu hồi" in see(client, PAGE)


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "a.pdf", "Tệp rỗng"),
        (b"MZ", "a.pdf", "Chỉ nhận tệp PDF, JPEG hoặc PNG"),
        (a_picture("PNG"), "a.pdf", "Tên tệp ghi .pdf nhưng nội dung là .png"),
        (b"%PDF-1.7 x", "a.pdf", "Không mở được tệp"),
        (b"%PDF-" + b"0" * (20 << 20), "a.pdf", "Tệp lớn hơn 20 MB"),
        (b"", "", "Kết quả thì xin chọn tệp"),
    ],
    ids=["empty", "program", "other", "broken", "large", "none"],
)  # fmt: skip
def test_a_refused_file_is_told_beside_its_field_and_nothing_is_recorded(content, name, told):
    before = LedgerEntry.objects.count()
    answer = bring_paper(as_("mot-cua"), content, name)
    assert answer.status_code == 422
    assert told in text_of(answer)
    assert "Chưa ghi gì." in text_of(answer)
    assert LedgerEntry.objects.count() == before


def test_a_component_waits_for_its_copy_and_may_take_another_dossiers():
    client = as_("mot-cua")
    bring_paper(client, name="", part="component", title="Đơn đề nghị", page=OTHER)
    bring_paper(client, a_pdf(), part="component", title="Trích lục bản đồ")
    assert "1 trong 1 thành phần có bản điện tử" in see(client, PAGE)
    assert "chưa số hóa" in see(client, OTHER)
    form = link(client, "dung-lai", OTHER)
    assert "Không thấy bản điện tử nào của hồ sơ KHONG-CO" in see(client, f"{form}?ma=KHONG-CO")
    assert "Trích lục bản đồ" in see(client, f"{form}?ma={DONE}")
    assert (
        client.post(
            f"{form}?ma={DONE}", {"other": PaperRow.objects.whole().get(title="Trích lục bản đồ").pk}
        ).status_code
        == 302
    )
    assert "dùng lại từ thành phần hồ sơ của hồ sơ khác" in see(client, OTHER)
    assert not link(client, "tep", OTHER)


def test_a_component_named_without_a_file_gets_it_later():
    client = as_("mot-cua")
    bring_paper(client, name="", part="component", title="Đơn đề nghị")
    assert client.post(link(client, "tep"), {"x": ""}).status_code == 422
    assert client.post(link(client, "tep"), {"file": SimpleUploadedFile("anh.jpg", a_picture())}).status_code == 302
    assert "anh.jpg" in see(client, PAGE)


def test_a_copy_is_pushed_and_a_paper_withdrawn_with_a_reason():
    client = as_("mot-cua")
    bring_paper(client, a_pdf())
    future = client.post(link(client, "vao-kho"), {"store": "national", "on": "01/01/2199", "reference": "KQ-1"})
    assert "chưa đến" in text_of(future)
    client.post(link(client, "vao-kho"), {"store": "national", "on": "01/11/2024", "reference": "KQ-1"})
    assert "kho dữ liệu quốc gia, ngày 01/11/2024, mã KQ-1" in see(client, PAGE)
    assert client.post(link(client, "rut"), {"reason": ""}).status_code == 422
    client.post(link(client, "rut"), {"reason": "Quét nhầm hồ sơ"})
    assert "Quét nhầm hồ sơ" in see(client, PAGE)
    assert not link(client, "rut")


def test_who_reads_without_personal_fields_sees_that_there_is_a_copy_and_no_more():
    bring_paper(as_("mot-cua"), a_pdf(), "don-cua-ba-b.pdf", title="Giấy của bà B")
    program = as_("may")
    address = link(as_("kiem-soat"), "tai-ve")
    assert as_("kiem-soat").get(address).status_code == 200
    told = see(program, PAGE)
    assert "Kết quả có bản điện tử" in told
    assert "bà B" not in told
    assert "don-cua-ba-b" not in told
    assert not link(program, "tai-ve")
    assert program.get(address).status_code == 403


def test_a_clerk_who_digitises_sees_what_they_digitise():
    bring_paper(as_("mot-cua"), a_pdf(), title="Giấy của bà B")
    assert "Giấy của bà B" in see(as_("van-thu"), PAGE)
    assert as_("van-thu").get(link(as_("van-thu"), "tai-ve")).status_code == 200


def test_others_do_nothing_of_it():
    bring_paper(as_("mot-cua"), a_pdf())
    there = link(as_("mot-cua"), "rut")
    assert not link(as_("kiem-soat"), "rut")
    assert as_("kiem-soat").get(there).status_code == 403
    assert as_("khac").get(there).status_code == 404
    assert as_("khac").get(f"{PAGE}giay-to/moi").status_code == 404
    assert as_("khac").get(there.replace("/rut", "/tai-ve")).status_code == 404


def test_a_withdrawn_paper_and_one_that_is_not_there_open_no_form():
    client = as_("mot-cua")
    bring_paper(client, a_pdf())
    withdraw = link(client, "rut")
    client.post(withdraw, {"reason": "Nhầm"})
    assert client.get(withdraw).status_code == 404
    assert client.get(f"{PAGE}giay-to/x/tai-ve").status_code == 404


def test_in_english_what_the_software_says_is_said_and_what_people_wrote_stays():
    client = as_("mot-cua")
    bring_paper(client, a_signed_pdf(), title="Giấy chứng nhận")
    bring_paper(client, a_pdf(), part="component", title="Đơn đề nghị")
    client.post(link(client, "vao-kho"), {"store": "provincial", "on": "01/11/2024", "reference": "KQ-1"})
    client.post("/ngon-ngu", {"language": "en", "next": PAGE})
    told = see(client, PAGE).partition("Electronic papers and results")[2].partition("What it did")[0]
    assert (
        "1 of 1 components have an electronic copy. There is an electronic copy of the result whose digital signature is intact"
        in told
    )
    assert f"{SIGNER}, signed" in told
    assert "trust was not judged, because the authority keeps no root certificate." in told
    assert "data store of the province or city, on 01/11/2024, number KQ-1" in told
    assert "Giấy chứng nhận" in told
    assert not re.search("thành phần|chữ ký|chứng thư|kho dữ liệu|Rút|Dùng lại", told)
    control = as_("kiem-soat")
    control.post("/ngon-ngu", {"language": "en", "next": PAGE})
    board = see(control, "/so-hoa/?ky=2024-03")
    assert "Twelve months to month 3/2024" in board
    assert "results are not digitised yet" in board
    assert "Only PDF, JPEG and PNG" in text_of(bring_paper(client, b"MZ", "a.pdf"))
