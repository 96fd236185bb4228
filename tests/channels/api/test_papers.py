"""Papers of a dossier by programs: named, sent, used again, pushed, withdrawn as on the page; looked through first; a copy only for
who may see of whom it tells."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from a_paper import SIGNER, a_pdf, a_signed_pdf
from app.deliveries import AT, bring
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.models import LedgerEntry
from channels.api.test_questions import Program, code
from channels.web.dossiers.test_pages import DONE, LATE, rows

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
ID, OTHER = f"mot-cua:{DONE}", f"mot-cua:{LATE}"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    settings.PAPER_READER = "baro.channels.intake.papers.read_paper"
    (tmp_path / "keys").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)


@pytest.fixture
def counter(client):
    return Program(client, "intake")


def sent(
    program: Program, address: str, told: dict, content: bytes = b"", key: str = "gui-lan-1", name: str = "kq.pdf"
):
    """Send a form, with a file if there is one."""
    signed = {"Authorization": f"Bearer {program.key}", "Idempotency-Key": key}
    file = {"file": SimpleUploadedFile(name, content)} if content else {}
    return program.client.post(f"/api/v1/{address}", told | file, headers=signed)


def named(program: Program, content: bytes = b"", key: str = "gui-lan-1", **more):
    told = {"dossier": ID, "part": "result", "title": "Giấy chứng nhận"} | more
    return sent(program, "papers", told, content, key)


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="paper/").count()


def test_a_signed_result_is_sent_pushed_and_comes_down_as_it_was(counter):
    signed = a_signed_pdf()
    made, again = named(counter, signed), named(counter, signed)
    paper = made.json()
    assert (made.status_code, paper["has_copy"], paper["integrity"], paper["is_cleaned"]) == (
        201,
        True,
        "intact",
        False,
    )
    assert SIGNER in paper["signatures"][0]["signer"]
    assert made.json() == again.json()
    assert recorded() == 2  # named, attached
    assert code(named(counter, signed, title="Khác")) == (409, "api.other_request")
    answer = counter.get(f"papers/{paper['id']}/copy")
    assert b"".join(answer.streaming_content) == signed
    assert answer["Content-Disposition"].startswith("attachment;")
    told = {"store": "national", "on": "2024-04-10", "reference": "KHO-1"}
    pushed = counter.post(f"papers/{paper['id']}/push", told, "day-lan-1").json()
    assert (pushed["store"], pushed["pushed_on"], pushed["reference"]) == ("national", "2024-04-10", "KHO-1")
    (line,) = counter.get(f"papers?ho-so={ID}").json()
    assert line == pushed


def test_a_component_is_named_its_copy_sent_later_used_again_and_withdrawn(counter):
    paper = named(counter, part="component", title="Đơn").json()
    assert (paper["has_copy"], paper["file_name"]) == (False, "")
    here = f"papers/{paper['id']}"
    held = sent(counter, f"{here}/copy", {}, a_pdf(), "tep-lan-1").json()
    assert (held["has_copy"], held["size"] > 0) == (True, True)
    assert code(sent(counter, f"{here}/copy", {}, a_pdf(), "tep-lan-2")) == (422, "paper.has_file")
    other = named(counter, key="gui-lan-2", dossier=OTHER, part="component", title="Đơn").json()["id"]
    assert (
        counter.post(f"papers/{other}/reuse", {"other": paper["id"]}, "dung-lai-1").json()["reused_from"] == paper["id"]
    )
    gone = counter.post(f"{here}/withdraw", {"reason": "Ghi nhầm hồ sơ."}, "rut-lan-1").json()
    assert gone["withdrawn_at"] is not None
    assert code(counter.post(f"{here}/withdraw", {"reason": "Lần nữa."}, "rut-lan-2")) == (422, "paper.withdrawn")


@pytest.mark.parametrize(
    ("content", "name", "more", "status", "refusal"),
    [
        (b"MZ", "kq.pdf", {}, 422, "paper.unknown_kind"),
        (b"%PDF-1.7 hong", "kq.pdf", {}, 422, "paper.unreadable"),
        (b"", "", {"title": " "}, 422, "paper.no_title"),
        (b"", "", {"part": "giay"}, 422, "api.malformed"),
        (b"", "", {"dossier": "mot-cua:khong-co"}, 404, "access.not_found"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(counter, content, name, more, status, refusal):
    told = {"dossier": ID, "part": "component", "title": "Đơn"} | more
    assert code(sent(counter, "papers", told, content, name=name)) == (status, refusal)
    assert recorded() == 0


def test_who_may_not_see_persons_reads_what_is_there_and_takes_no_copy(counter, client):
    paper = named(counter, a_pdf()).json()["id"]
    reader, other = Program(client, "api_reader"), Program(client, "intake", "b-khac")
    (seen,) = reader.get(f"papers?ho-so={ID}").json()
    assert (seen["title"], seen["file_name"], seen["signatures"], seen["has_copy"]) == (None, None, None, True)
    assert code(reader.get(f"papers/{paper}/copy")) == (403, "access.denied")
    assert code(named(reader)) == (403, "access.denied")
    assert (
        code(other.get(f"papers?ho-so={ID}")) == code(other.get("papers?ho-so=khong-co")) == (404, "access.not_found")
    )
    assert code(other.get(f"papers/{paper}/copy")) == (404, "access.not_found")
    assert code(counter.get("papers/khong-co/copy")) == (404, "access.not_found")
