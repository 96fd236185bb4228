"""A program delivers: the same request twice is one delivery, and it may do no more than its unit's clerk."""

import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from app.bad_files import TIME, as_csv, good_rows
from baro.app.import_jobs import do_phase
from baro.desk.api_keys import issue_key, revoke_key
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.loading.row_tree import RowProof, is_proved
from baro.records.loading.segments import job_folder, staging_folder
from baro.records.models import Dossier, ImportBatch
from channels.web.imports.people import AT, person

KEEPER = by_program("goc")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _source(settings, tmp_path):
    settings.IMPORT_JOBS = "by-hand"
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)


@pytest.fixture
def program(client):
    """A client of the API with a key of a program's account."""
    person("may-chu", "api_client")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {issue_key('may-chu', KEEPER, AT).key}"
    return client


def rows() -> list[list[str]]:
    return good_rows(random.Random(7))


def deliver(client, told=None, key="phieu-gui-1", **more):
    file = SimpleUploadedFile("nhat-ky.csv", as_csv(told or rows()).encode())
    return client.post("/api/v1/imports", {"source": "mot-cua", "file": file, **more}, headers={"Idempotency-Key": key})


def receive(client, ticket, **asked):
    answer = client.post(f"/api/v1/imports/{ticket}/receive", asked, content_type="application/json")
    do_phase(ticket, "receive", AT)
    return answer


def test_a_file_is_checked_then_received_and_a_row_of_it_proved(program):
    ticket = deliver(program).json()["id"]
    do_phase(ticket, "check", AT)
    told = program.get(f"/api/v1/imports/{ticket}").json()
    assert (told["progress"]["state"], told["faults"], told["agrees"]) == ("done", 0, True)
    assert told["statement"]["dossiers"]["new"] == 12
    assert Dossier.objects.whole().count() == 0
    assert receive(program, ticket).status_code == 202
    batch = program.get(f"/api/v1/imports/{ticket}").json()["batch"]
    proof = program.get(f"/api/v1/batches/{batch}/rows/5/proof").json()
    shown = RowProof(
        proof["index"], proof["size"], bytes.fromhex(proof["salt"]), tuple(map(bytes.fromhex, proof["path"]))
    )
    assert is_proved(proof["row"].encode(), shown, bytes.fromhex(ImportBatch.objects.get().row_root))


def test_the_same_request_sent_twice_is_one_delivery(program):
    first, again = deliver(program), deliver(program)
    assert first.json()["id"] == again.json()["id"]
    ticket = first.json()["id"]
    do_phase(ticket, "check", AT)
    for _ in range(2):
        receive(program, ticket)
    deliver(program)
    assert ImportBatch.objects.count() == 1


def test_a_key_of_idempotency_is_not_used_for_two_files(program):
    deliver(program)
    other = deliver(program, rows()[:-1])
    assert (other.status_code, other.json()["code"]) == (409, "api.other_request")


def test_without_a_key_of_idempotency_nothing_is_taken(program):
    assert deliver(program, key="").json()["code"] == "api.no_idempotency_key"


def test_cells_that_cannot_be_read_are_told_and_nothing_comes_in(program):
    told = rows()
    told[4][TIME] = "31/02/2024"
    ticket = deliver(program, told).json()["id"]
    do_phase(ticket, "check", AT)
    (finding,) = program.get(f"/api/v1/imports/{ticket}/findings").json()
    assert (finding["row"], finding["column"], finding["value"]) == (6, "Thời điểm", "31/02/2024")
    receive(program, ticket)
    assert program.get(f"/api/v1/imports/{ticket}").json()["progress"]["state"] == "refused"
    assert Dossier.objects.whole().count() == 0
    receive(program, ticket, leave_out_faults=True)
    assert Dossier.objects.whole().count() == 12


def test_nobody_asks_without_a_key_or_with_one_revoked(client):
    person("may-chu", "api_client")
    issued = issue_key("may-chu", KEEPER, AT)
    assert client.get("/api/v1/batches").status_code == 401
    headers = {"Authorization": f"Bearer {issued.key}"}
    assert client.get("/api/v1/batches", headers=headers).status_code == 200
    revoke_key(issued.id, KEEPER, AT)
    assert client.get("/api/v1/batches", headers=headers).status_code == 401


def test_a_program_of_another_unit_neither_delivers_nor_sees(program, client):
    ticket = deliver(program).json()["id"]
    person("may-khac", "api_client", "b-huyen")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {issue_key('may-khac', KEEPER, AT).key}"
    assert client.get(f"/api/v1/imports/{ticket}").status_code == 404
    assert deliver(client).status_code in (403, 404)


def test_a_delivery_is_dropped_once_and_nothing_of_it_stays(program):
    ticket = deliver(program).json()["id"]
    here, signed = f"/api/v1/imports/{ticket}", {"Idempotency-Key": "bo-tep-1"}
    do_phase(ticket, "check", AT)
    assert program.post(f"{here}/drop").json()["code"] == "api.no_idempotency_key"
    for _ in range(2):
        assert program.post(f"{here}/drop", headers=signed).json() == {"id": ticket}
    assert (program.get(here).status_code, job_folder(ticket).exists(), staging_folder(ticket).exists()) == (
        404,
        False,
        False,
    )


def test_what_was_received_is_not_dropped(program):
    ticket = deliver(program).json()["id"]
    do_phase(ticket, "check", AT)
    receive(program, ticket)
    answer = program.post(f"/api/v1/imports/{ticket}/drop", headers={"Idempotency-Key": "bo-tep-1"})
    assert (answer.status_code, answer.json()["code"]) == (409, "import.received_already")
    assert program.get(f"/api/v1/imports/{ticket}").json()["batch"]


def test_nobody_drops_what_another_brought(program, client):
    ticket = deliver(program).json()["id"]
    person("may-hai", "api_client")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {issue_key('may-hai', KEEPER, AT).key}"
    answer = client.post(f"/api/v1/imports/{ticket}/drop", headers={"Idempotency-Key": "bo-tep-1"})
    assert (answer.status_code, answer.json()["code"]) == (404, "import.no_ticket")
    assert job_folder(ticket).exists()
