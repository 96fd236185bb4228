"""A program opens a book for a unit by its approved process, as on the page, and dossiers come in at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from app.inputs import a_process
from baro.records.models import ImportSource, LedgerEntry
from channels.api.test_questions import Program, code
from channels.web.books.test_books import PROCEDURE, as_
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db(transaction=True)
BOOK = {"name": "Sổ của xã", "source": "so-xa", "work": "procedure", "unit": "b-so", "prefix": "000.17.27.H26"}


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def control(client):
    return Program(client, "tthc_control")


@pytest.fixture
def process(tmp_path) -> bytes:
    return a_process(tmp_path, Thủ_tục=PROCEDURE, Tổng_thời_hạn="5 ngày làm việc").read_bytes()


def bring(program: Program, process: bytes, key: str = "mo-so-lan-1", file_name: str = "quy-trinh.csv", **more):
    said = {word: told for word, told in (BOOK | more).items() if told is not None}
    signed = {"Authorization": f"Bearer {program.key}", "Idempotency-Key": key}
    file = {"file": SimpleUploadedFile(file_name, process)} if file_name else {}
    return program.client.post("/api/v1/books", said | file, headers=signed)


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__regex="^(import_source|dossier_book)/").count()


def test_a_book_is_opened_and_stands_on_the_page(control, process, client):
    made = bring(control, process)
    assert (made.status_code, made.json()) == (
        201,
        {"source": "so-xa", "name": "Sổ của xã", "body": "b-so", "prefix": "000.17.27.H26", "work": "procedure",
         "procedures": [PROCEDURE]},
    )  # fmt: skip
    assert control.get("books").json()["items"] == [made.json()]
    person("kiemsoat", "tthc_control", "b-so")
    assert "Sổ của xã" in see(as_("kiemsoat"), "/so-ho-so/")
    told = {
        "procedure": PROCEDURE, "channel": "Trực tiếp", "happened_at": "2024-04-01T08:00:00+07:00", "applicant": "Ông Thử",
    }  # fmt: skip
    received = Program(client, "intake").post("books/so-xa/dossiers", told, "nhan-lan-1")
    assert received.status_code == 201
    assert received.json()["dossier"]["code"].startswith("000.17.27.H26-")


def test_sent_again_it_is_one_book(control, process):
    first, again = bring(control, process), bring(control, process)
    assert (first.json(), recorded()) == (again.json(), 2)
    assert code(bring(control, process + b"\n", file_name="khac.csv")) == (409, "api.other_request")
    assert code(bring(control, process, "mo-so-lan-2")) == (422, "recording.source_taken")
    assert recorded() == 2


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"prefix": "chữ"}, "recording.prefix"),
        ({"source": "Sổ Đất"}, "import.source_code"),
        ({"work": "other"}, "api.malformed"),
        ({"name": " "}, "api.malformed"),
        ({"name": "x" * 256}, "api.malformed"),
        ({"source": "x" * 40}, "api.malformed"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(control, process, more, refusal):
    answer = bring(control, process, **more)
    assert code(answer) == (422, refusal)
    if refusal == "api.malformed":
        assert next(iter(more)) in answer.json()["sentence"]
    assert (recorded(), ImportSource.objects.count()) == (0, 0)


@pytest.mark.parametrize("left_out", ["name", "source", "unit", "prefix", "file"])
def test_what_is_missing_is_named(control, process, left_out):
    answer = (
        bring(control, process, file_name="") if left_out == "file" else bring(control, process, **{left_out: None})
    )
    assert code(answer) == (422, "api.malformed")
    assert left_out in answer.json()["sentence"]


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"", "quy-trinh.csv", "process.table.no_header"),
        (b"khong phai bang", "quy-trinh.csv", "process.table.no_header"),
        (b"x", "quy-trinh.docx", "process.unknown_format"),
    ],
)
def test_a_process_that_cannot_be_read_opens_nothing(control, tmp_path, content, name, refusal):
    assert code(bring(control, content, file_name=name)) == (422, refusal)
    assert (recorded(), list(tmp_path.glob("files/*"))) == (0, [])


def test_who_may_not_describe_a_source_opens_no_book_and_leaves_no_file(control, process, client, tmp_path):
    for role in ("intake", "division_head", "api_client"):
        assert code(bring(Program(client, role), process)) == (403, "access.denied")
    for unit in ("b-khac", "khong-co"):
        assert code(bring(control, process, unit=unit)) == (404, "access.not_found")
    assert (recorded(), list(tmp_path.glob("files/*"))) == (0, [])


def test_an_act_needs_its_key(control, process):
    assert code(bring(control, process, key="ngan")) == (400, "api.no_idempotency_key")
    assert recorded() == 0
