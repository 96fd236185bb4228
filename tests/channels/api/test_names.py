"""Names of a source listed and said by programs, as on the page: all or none, once for each key, nobody their own."""

import pytest

from baro.channels.api.v1 import names as pages
from baro.desk.api_keys import issue_key
from baro.desk.by import by_program
from baro.records.models import LedgerEntry, NameMatchRow
from channels.api.test_questions import Program, code
from channels.web.imports.people import AT
from desk.test_name_matches import seen, source

__all__ = ["source"]
pytestmark = pytest.mark.django_db


class Controller(Program):
    """The controller of the world of names, who already has an account."""

    def __init__(self, client) -> None:
        self.client, self.key = client, issue_key("goc", by_program("goc"), AT).key


@pytest.fixture
def control(source, client):
    return Controller(client)


def unit(name: str, target: str = "", **more) -> dict:
    return {"kind": "unit", "name": name, "target": target} | more


def matching(*names: dict, **more) -> dict:
    return {"source": "mot-cua", "names": list(names)} | more


def said() -> set[tuple[str, str, str]]:
    return set(NameMatchRow.objects.values_list("name", "outcome", "target"))


def test_names_are_listed_with_what_they_may_mean_and_the_proposals_are_said(control):
    told = control.get("source-names").json()
    proposed = {one["name"]: (one["outcome"], one["proposal"], one["likeness"]) for one in told["items"]}
    assert (told["source"], told["count"]) == ("mot-cua", 3)
    assert proposed["Phong Mot"] == ("open", "b-1", "folded")
    every = [unit(one["name"], one["proposal"]) for one in told["items"]]
    for _ in range(2):
        answer = control.post("source-names/match", matching(*every))
        assert (answer.status_code, answer.json()["recorded"]) == (200, 3)
    assert said() == {("Phong Mot", "ours", "b-1"), ("Phòng Hai", "ours", "b-2"), ("Cơ quan thuế", "ours", "b-thue")}
    assert LedgerEntry.objects.filter(stream="name_match/mot-cua").count() == 1
    assert seen("truong") == ["1", "2"]
    found = {one["name"]: one for one in control.get("source-names?xem=roi").json()["items"]}
    assert (found["Cơ quan thuế"]["is_outside"], found["Phong Mot"]["is_outside"]) == (True, False)


def test_officers_are_named_with_the_unit_beside_them_from_a_day_on(control):
    lan = {"kind": "performer", "name": "Nguyễn Thị Lan", "unit": "Phong Mot", "target": "p-lan"}
    (told,) = control.post("source-names/match", matching(lan, valid_from="2024-01-02")).json()["items"]
    assert (told["target"], told["valid_from"], told["unit"]) == ("p-lan", "2024-01-02", "Phong Mot")
    assert seen("lan") == ["1"]
    assert {one["unit"] for one in control.get("source-names?loai=nguoi&xem=roi").json()["items"]} == {"Phong Mot"}


def test_what_was_said_is_changed_for_a_reason_and_the_story_is_kept(control):
    control.post("source-names/match", matching(unit("Cơ quan thuế", outcome="not_ours")))
    other = matching(unit("Cơ quan thuế", "b-2"))
    assert code(control.post("source-names/match", other, "doi-lan-1")) == (422, "name.no_reason")
    control.post("source-names/match", other | {"reason": "ghép nhầm"}, "doi-lan-1")
    last, first = control.get("source-names/said?nguon=mot-cua").json()
    assert (last["target"], last["reason"], last["by"]) == ("b-2", "ghép nhầm", "p-goc")
    assert (first["outcome"], first["target"]) == ("not_ours", "")


@pytest.mark.parametrize(
    ("names", "status", "refusal"),
    [
        ([], 422, "name.nothing"),
        ([unit("Phong Mot", "b-1"), unit("Không viết", "b-1")], 422, "name.unknown"),
        ([unit("Phong Mot", "b-khong-co")], 422, "name.no_body"),
        ([{"kind": "performer", "name": "Nguyễn Thị Lan", "unit": "Phong Mot", "target": "p-goc"}], 422, "name.own"),
        ([{"kind": "performer", "name": "Nguyễn Thị Lan", "unit": "Phong Mot", "target": "p-ai"}], 422, "name.no_person"),
        ([unit("Phong Mot", "b-1", kind="chức danh")], 422, "api.malformed"),
    ],
)  # fmt: skip
def test_a_fault_is_told_and_nothing_is_recorded(control, names, status, refusal):
    assert code(control.post("source-names/match", matching(*names))) == (status, refusal)
    assert said() == set()


def test_page_after_page_tells_each_name_once(control, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    first = control.get("source-names?loai=don-vi").json()
    second = control.get(f"source-names{first['next']}").json()
    assert len({one["name"] for one in (*first["items"], *second["items"])}) == first["count"] == 3
    assert second["next"] == ""
    assert [one["name"] for one in control.get("source-names?tim=thue").json()["items"]] == ["Cơ quan thuế"]
    for wrong in ("loai=khac", "xem=khac", "tu=x", "la=1"):
        assert code(control.get(f"source-names?{wrong}")) == (422, "api.malformed")


def test_another_body_sees_no_names_and_matches_none(control, client):
    other = Program(client, "tthc_control", "b-khac")
    assert code(other.get("source-names?nguon=mot-cua")) == (404, "import.no_source")
    assert code(other.get("source-names/said?nguon=mot-cua")) == (404, "import.no_source")
    assert code(other.post("source-names/match", matching(unit("Phong Mot", "b-1")))) == (404, "import.no_source")
    assert code(Program(client, "intake").get("source-names")) == (403, "access.denied")
    assert said() == set()
