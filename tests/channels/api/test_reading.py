"""A program reads what the pages show: the same dossiers by the same words, the same figures, the catalogue; no person."""

import pytest

from app.deliveries import AT, bring
from baro.desk.api_keys import issue_key
from baro.desk.by import by_program
from baro.desk.catalogue import publish_procedures
from baro.desk.import_sources import Description, describe_source
from baro.rules.prescribed.procedures import Procedure
from channels.web.dossiers.test_pages import DONE, LATE, OPEN, many, rows
from channels.web.imports.people import person

KEEPER = by_program("goc")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)


@pytest.fixture
def held(tmp_path):
    bring(tmp_path, "mot", rows(), KEEPER)


def asking(client, role: str = "api_reader", unit: str = "b-so"):
    """Ask with a key of a program of a role."""
    person(f"may-{role}", role, unit)
    key = issue_key(f"may-{role}", KEEPER, AT).key

    def ask(address: str):
        return client.get(f"/api/v1/{address}", headers={"Authorization": f"Bearer {key}"})

    return ask


def test_a_list_is_that_of_the_page_in_codes_and_numbers(client, held):
    told = asking(client)("dossiers?tinh-trang=xong-tre").json()
    assert (told["count"], told["next"]) == (1, "")
    (one,) = told["items"]
    assert (one["code"], one["time_class"], one["due_on"], one["unit"]) == (LATE, "late", "2024-03-11", "Phòng Một")
    assert one["received_at"].startswith("2024-03-04T02:00:00")
    assert "Lan" not in str(told)


def test_the_columns_that_a_page_shows_change_nothing_for_a_program(client, held):
    ask = asking(client)
    assert ask("dossiers?tinh-trang=xong-tre&cot=hen-tra.nguon").json() == ask("dossiers?tinh-trang=xong-tre").json()
    assert ask("dossiers?cot=khong-co").status_code == 422


def test_page_after_page_gives_each_dossier_once(client):
    many(230)
    ask, found, address = asking(client), [], "dossiers"
    while address:
        told = ask(address).json()
        found += [one["id"] for one in told["items"]]
        address = f"dossiers{told['next']}" if told["next"] else ""
    assert told["count"] == len(found) == len(set(found)) == 230


@pytest.mark.parametrize(
    ("words", "field"),
    [("tinh-trang=abc", "tinh-trang"), ("trang-thai=xong", "trang-thai"), ("ky=2024-13&viec=xong", "ky"), ("dau-hieu=x", "dau-hieu"),
     ("ky=2024-04", "ky")],
)  # fmt: skip
def test_a_word_that_means_nothing_is_refused_not_ignored(client, held, words, field):
    answer = asking(client)(f"dossiers?{words}")
    assert (answer.status_code, answer.json()["code"]) == (422, "api.malformed")
    assert field in answer.json()["sentence"]


def test_a_dossier_tells_why_and_who_held_it_without_names(client, held):
    told = asking(client)(f"dossiers/mot-cua:{LATE}").json()
    assert told["dossier"]["code"] == LATE
    assert told["why"]
    assert sum(part["minutes"] for part in told["split"]) > 0
    assert "Lan" not in str(told)


def test_dossiers_of_another_body_and_those_that_are_not_are_alike(client, held):
    other, ask = asking(client, unit="b-khac"), asking(client, role="tthc_control")
    assert other("dossiers").json()["count"] == 0
    assert other(f"dossiers/mot-cua:{LATE}").status_code == 404
    assert ask("dossiers/mot-cua:khong-co").status_code == 404


def test_figures_are_those_of_the_board(client, held):
    told = asking(client)("figures?ky=2024-03").json()
    assert told["counts"] == {
        "received": 3, "ended": 2, "in_time": 1, "late": 1, "by_pause": 0, "without_result": 0, "with_result": 2,
        "digitised": 0, "reopened": 0, "signed": 0, "pushed": 0, "components": 0, "components_copied": 0, "components_reused": 0,
    }  # fmt: skip
    share = told["shares"][0]
    assert (share["key"], share["value"], share["numerator"], share["denominator"]) == ("on_time_rate", None, 1, 2)
    assert [unit["unit"] for unit in told["units"]] == ["Phòng Một"]
    assert asking(client, role="tthc_control")("figures?den=31/02/2024").json()["code"] == "api.malformed"


def test_the_catalogue_comes_with_its_faults(client):
    publish_procedures([Procedure(code="1.1", name="Cấp giấy")], AT.date(), KEEPER, AT)
    (one,) = asking(client)("procedures").json()
    assert (one["code"], one["version"], [fault["lint"] for fault in one["faults"]]) == (
        "1.1",
        1,
        ["no_limit", "no_basis"],
    )


def test_a_program_that_delivers_reads_no_dossier(client, held):
    ask = asking(client, role="api_client")
    assert {
        ask(address).status_code for address in ("dossiers", "figures", f"dossiers/mot-cua:{OPEN}", "procedures")
    } == {403}
    assert DONE not in ask("dossiers").content.decode()
