"""Role × field × page: what is personal stands on no page, table or answer for who may not see its class.

A world is filled with words that occur nowhere else, one for each field; then every page and address that can be read is
asked by every role. Who may see which word is told below by hand.
"""

import html
import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.urls import path, reverse

from baro.app import urls as addresses
from baro.desk import permission
from baro.desk.api_keys import issue_key
from baro.desk.by import by_program
from baro.desk.people import appoint, cover_absence, employ, register_person
from baro.records.models import Account, Dossier, ImportConflict, ImportSource, PetitionRow
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.doors import ROUTES
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.masking import VEIL, Hidden, hides, masked, plain
from baro.rules.prescribed.policy.roles import GRANTABLE, Role
from baro.rules.prescribed.policy.table import TABLE
from baro.rules.prescribed.posts import LeaveCover
from baro.rules.prescribed.staff import Employment, StaffCategory
from channels.test_every_route import _POSTED, is_account, nobody_there
from channels.web.imports.people import AT, person

pytestmark = pytest.mark.django_db
BY, SINCE = by_program("thu-nghiem"), Term(date(2026, 1, 1))
UNIT, OTHER = "b-so", "b-khac"
NAME, LEAVE, HOLDER, ACTOR, HANDLER = "Trần Thị Mạo", "77/QĐ-NP", "Hồ Thị Cầm", "Đỗ Văn Bước", "Ngô Thị Đơn"
LACKS = "Thiếu chữ ký của Bùi Thị Lá"
WEAK = "Thiếu số liệu của Vũ Thị Bìm"
COUNTS = {"dossiers": {"told": 1, "new": 1, "changed": 0, "same": 0, "vanished": 0, "returned": 0, "held": 1}}
STAFF = {str(role) for role in GRANTABLE} - {"api_client", "api_reader", "technical_admin"}
MAY_SEE = {
    NAME: STAFF,  # whoever works in the authority may know who serves where
    LEAVE: {  # who is away, over which days, by which paper
        "unit_head", "division_head", "personnel_discipline", "business_admin", "inspector", "inspection_lead",
    },
    HOLDER: {"intake", "unit_head", "division_head", "tthc_control", "inspector", "inspection_lead"},
    LACKS: {  # why a leg of a joint dossier was returned
        "intake", "clerk", "unit_head", "division_head", "tthc_control", "inspector", "inspection_lead",
    },
    WEAK: {  # why a task was sent back
        "intake", "clerk", "case_officer", "unit_head", "division_head", "tthc_control", "inspector", "inspection_lead",
    },
    HANDLER: set(),  # no page of petitions is there yet
    ACTOR: {"tthc_control", "unit_head", "division_head", "clerk", "api_client"},  # in a contradiction of a delivery
}  # fmt: skip


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.IMPORT_JOBS, settings.HOME = "by-hand", tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("dau", "", UNIT)
    person("cuoi", "", OTHER)


@pytest.fixture
def there() -> dict[str, str]:
    """Fill the world; give what stands in addresses."""
    mao, the = register_person("M1", NAME, BY, AT), register_person("T1", "Lý Văn Thế", BY, AT)
    employ(Employment(person=mao, category=StaffCategory.CIVIL_SERVANT, term=SINCE, decision="1/QĐ"), BY, AT)
    appoint(Post(mao, UNIT, "Chuyên viên", False, SINCE, "1/QĐ"), BY, AT)
    cover_absence(LeaveCover(absent=mao, cover=the, unit=UNIT, term=SINCE, decision=LEAVE), BY, AT)
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    Dossier.objects.whole().create(
        id="s:1", source="s", body=UNIT, code="1", holder_person=HOLDER, holder_kind=0, received_at=moment, as_of=moment,
        time_class=0, due_source=0, why_not=0, event_count=1, segment="l1", place=0, digest="0" * 32,
    )  # fmt: skip
    PetitionRow.objects.whole().create(
        id="p1", unit=UNIT, code="D1", kind="complaint", received_on=date(2026, 3, 2),
        received_counts_on=date(2026, 3, 2), handler=HANDLER,
    )  # fmt: skip
    ImportSource.objects.create(code="s", name="Một cửa", unit=UNIT, described_at=AT)
    a_contradiction("s:1", f"actor={ACTOR}")
    a_joint_dossier()
    a_task()
    return {"body_id": UNIT, "person_id": mao, "joint": "j1", "task": "t1"}


def a_task() -> None:
    from baro.records.models import TaskEventRow, TaskRow

    of, day = {"task": "t1", "body": UNIT, "recorded_at": AT, "recorded_by": "p-dau"}, date(2026, 1, 5)
    TaskRow.objects.whole().create(
        id="t1.0", assigner=UNIT, lead=UNIT, coordinating=[], source="council", content="Báo cáo", assigned_on=day, **of
    )
    for number, kind in enumerate(("submitted", "returned"), 1):
        TaskEventRow.objects.whole().create(
            id=f"t1.{number}.0", event=number, kind=kind, happened_on=day, teller=UNIT, voids=0, is_believed=True,
            words=WEAK if kind == "returned" else "", **of,
        )  # fmt: skip


def a_joint_dossier() -> None:
    from baro.records.models import JointDossierRow, JointEventRow, JointProcessRow

    day, legs = date(2026, 1, 5), [["1", UNIT, "Thẩm định", 5, "working_day", "", "", ""]]
    of = {"joint": "j1", "body": UNIT, "recorded_at": AT}
    JointProcessRow.objects.create(
        id="lt:1", process="lt", version=1, lead=UNIT, limit_value=9, limit_unit="working_day", legs=legs,
        decision="3/QĐ", signed_on=day, valid_from=day,
    )  # fmt: skip
    JointDossierRow.objects.whole().create(
        id="j1.0", code="H1", process="lt", version=1, lead=UNIT, received_at=AT, opened_by="p-dau", **of
    )
    for number, kind in enumerate(("sent", "returned"), 1):
        JointEventRow.objects.whole().create(
            id=f"j1.{number}.0", event=number, leg="1", kind=kind, occurred_at=AT, teller=UNIT, recorded_by="p-dau",
            words=LACKS if kind == "returned" else "", corrects=0, is_void=False, **of,
        )  # fmt: skip


def a_contradiction(dossier: str, told: str) -> None:
    from baro.records.models import ImportBatch

    batch = ImportBatch.objects.create(
        id="l1", entry="e", source_id="s", unit=UNIT, number=1, file_name="t.csv", file_sha256="0" * 64, row_root="0" * 64,
        mapping_sha256="0" * 64, segment_sha256="0" * 64,
        row_count=1, counts=COUNTS, as_of=AT, actor="p-goc", received_at=AT,
    )  # fmt: skip
    ImportConflict.objects.create(
        id="c1",
        batch_id=batch.id,
        dossier=dossier,
        kind="altered_event",
        field="Tiếp nhận",
        ours=told,
        theirs="",
        row=2,
    )


def pages(there: dict[str, str]) -> list[str]:
    """Every address that can be read: with what is there in its place, else with something that is not."""
    routes = [route for route in ROUTES if route not in _POSTED and not is_account(route) and route != "api:receive"]
    return [reverse(route, kwargs=nobody_there(route) | _parts(route, there)) for route in sorted(routes)]


def _parts(route: str, there: dict[str, str]) -> dict[str, str]:
    wanted = nobody_there(route)
    return {name: value for name, value in there.items() if name in wanted}


def comes(role: str) -> Client:
    """Somebody with a role over the unit, by session and by key."""
    account = person("lan", role, UNIT)
    client = Client(HTTP_AUTHORIZATION=f"Bearer {issue_key('lan', BY, AT).key}")
    client.force_login(account)
    return client


def read(answer: HttpResponse) -> str:
    """Everything that an answer says, however it is packed."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return " ".join(book.read(name).decode() for name in book.namelist())
    if answer.streaming:
        return content.decode()
    if "json" in answer["Content-Type"]:
        return json.dumps(json.loads(answer.content), ensure_ascii=False)
    return html.unescape(answer.content.decode())


def seen_by(client: Client, there: dict[str, str]) -> dict[str, list[str]]:
    """Which of the words stand on which pages."""
    found: dict[str, list[str]] = {}
    for address in [*pages(there), "/planted"]:
        answer = client.get(address)
        told = read(answer) if answer.status_code == 200 else ""
        for word in MAY_SEE:
            if word in told:
                found.setdefault(word, []).append(address)
    return found


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_no_page_shows_a_role_what_is_above_its_class(there, role):
    found = seen_by(comes(role), there)
    too_much = {word: places for word, places in found.items() if role not in MAY_SEE[word]}
    assert too_much == {}


@pytest.mark.parametrize("word", [word for word, roles in MAY_SEE.items() if roles])
def test_each_word_is_seen_by_each_role_that_may(there, word):
    blind = []
    for role in sorted(MAY_SEE[word] - {"api_client"}):
        Account.objects.filter(username="lan").delete()
        Authenticator.objects.all().delete()
        from baro.records.models import ApiKey, RoleGrant

        RoleGrant.objects.filter(person="p-lan").delete()
        ApiKey.objects.all().delete()
        if word not in seen_by(comes(role), there):
            blind.append(role)
    assert blind == []


def planted(request):
    """A page whose author forgot to mask: the holders of the dossiers in reach, raw."""
    rows = Dossier.objects.within(permission.scope(request.asker, "dossier.read"))
    return HttpResponse(", ".join(row.holder_person for row in rows))


def masks(request):
    """The same page as it should be."""
    who = request.asker
    rows = Dossier.objects.within(permission.scope(who, "dossier.read"))
    from baro.records.scoped import subject_of

    told = [
        masked(permission.decide(who, "dossier.read", subject_of(r)), "dossier", {"holder_person": r.holder_person})
        for r in rows
    ]
    return HttpResponse(", ".join(str(one["holder_person"]) for one in told))


@pytest.fixture(params=[planted, masks], ids=["unmasked", "masked"])
def page_at(request, monkeypatch):
    from django.urls import clear_url_caches

    monkeypatch.setattr(
        addresses, "urlpatterns", [*addresses.urlpatterns, path("planted", request.param, name="planted")]
    )
    clear_url_caches()
    yield request.param
    monkeypatch.undo()
    clear_url_caches()


def test_a_planted_field_without_a_mask_is_caught(there, page_at, monkeypatch):
    client = comes("clerk")  # reads dossiers, but no personal fields of them
    pages_before = seen_by(client, there)
    monkeypatch.setitem(ROUTES, "planted", "dossier.read")
    found = seen_by(client, there)
    assert HOLDER not in pages_before
    assert (HOLDER in found) is (page_at is planted)


@pytest.mark.parametrize("sees", list(FieldClass))
@pytest.mark.parametrize(
    ("table", "name", "needed"),
    [
        ("dossier", "procedure", 0), ("dossier", "code", 1), ("dossier", "holder_person", 2), ("petition", "handler", 2),
        ("discipline", "person", 3), ("petition", "compartment", 4), ("leave_cover", "cover", 2), ("person", "name", 1),
        ("told_event", "actor", 2), ("person", "forgotten_field", 4),
    ],
)  # fmt: skip
def test_a_field_is_seen_from_its_class_on(table, name, needed, sees):
    decision = Decision(allowed=True, sees=sees)
    told = masked(decision, table, {name: "x"})[name]
    assert (told == "x") is (sees >= needed)
    assert hides(decision, table, name) is (sees < needed)
    if sees < needed:
        assert (str(told), bool(told), told) == (VEIL, False, Hidden(FieldClass(needed)))
    assert masked(Decision(allowed=False, sees=FieldClass.P4), table, {name: "x"})[name] != "x"


def test_a_program_is_told_which_fields_are_hidden():
    seen = masked(Decision(allowed=True, sees=FieldClass.P1), "dossier", {"code": "1", "holder_person": "x"})
    assert plain(seen) == {"code": "1", "holder_person": None, "hidden": ["holder_person"]}
    assert plain({"code": "1"}) == {"code": "1"}


def test_who_is_read_to_from_the_rows_of_a_delivery_may_see_personal_fields():
    """Findings, proofs and statements repeat cells of the file as they are: no row of the policy opens them to P1."""
    rows = [row for row in TABLE if row.may & {"import.read", "import.try"}]
    assert rows
    assert [row for row in rows if row.sees < FieldClass.P2] == []


def test_a_word_is_found_in_a_workbook_and_in_json_as_well(there):
    client = comes("business_admin")
    assert NAME in read(client.get("/to-chuc/bang-tinh/tai-ve"))
    assert NAME in read(HttpResponse(json.dumps({"name": NAME}), content_type="application/json"))


def test_every_role_is_told_about():
    assert set().union(*MAY_SEE.values()) <= {str(role) for role in GRANTABLE}
    assert Role.CLERK in STAFF
