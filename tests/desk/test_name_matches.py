"""Names of a source are said to be bodies and people of ours: then heads of divisions and officers see what is theirs, and
nobody sees more than the policy lets them."""

from datetime import UTC, date, datetime

import pytest

from app.deliveries import AT, bring
from baro.desk import permission
from baro.desk.by import by_person, by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.name_matches import Saying, match_names, names_of
from baro.desk.notices import notices_for
from baro.desk.organisation import create_body
from baro.desk.people import appoint, register_person
from baro.desk.seeing import seen_of
from baro.records.models import Account, DossierReachRow, NameMatchRow
from baro.records.queries.dossier_counts import by_time_class, judged_as_of
from baro.records.queries.dossier_lists import Asked, count, dossiers
from baro.records.queries.imports import find_source
from baro.records.replay import rebuild
from baro.records.row_security.session import reading
from baro.rules.judged.notices import NoticeKind
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.name_matches import NameKind, Outcome, SourceName
from baro.rules.prescribed.name_proposals import Likeness
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db
KEEPER = by_program("goc")
STEPS = ("Tiếp nhận hồ sơ", "Thẩm định hồ sơ", "Phát hành kết quả")
LATER = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


def rows(*told: tuple[str, str, str], day: str = "04/03/2024") -> list[list[str]]:
    """Dossiers by code, unit and officer: received by the desk's, then worked on by the officer."""
    return [
        [f"H26.7-2403{day[:2]}-{code}", "1.1", step, f"{day} {9 + hour}:00:00", who, unit, "11/03/2024"]
        for code, unit, officer in told
        for hour, (step, who) in enumerate(zip(STEPS[:2], ("Một Cửa", officer), strict=True))
    ]


TOLD = (
    ("0001", "Phong Mot", "Nguyễn Thị Lan"),
    ("0002", "Phong Mot", "Trần Văn Minh"),
    ("0003", "Phòng Hai", "Nguyễn Thị Lan"),
    ("0004", "Cơ quan thuế", "Nguyễn Thị Lan"),
)


@pytest.fixture
def source(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    person("goc", "tthc_control", "b-so")
    for body, name, parent in (
        ("b-1", "Phòng Một", "b-so"),
        ("b-2", "Phòng Hai", "b-so"),
        ("b-thue", "Cơ quan Thuế", ""),
    ):
        term = BodyTerm(body=body, code="", name=name, level=Level.CITY, parent=parent)
        create_body(BodyKind.DIVISION, term, KEEPER, AT)
    person("truong", "division_head", "b-1")
    person("lan", "case_officer", "b-1")
    person("minh", "case_officer", "b-1")
    for one, name in (("lan", "Nguyễn Thị Lan"), ("minh", "Trần Văn Minh"), ("goc", "Phạm Gốc")):
        register_person(one.upper(), name, KEEPER, AT, person_id=f"p-{one}")
        appoint(Post(f"p-{one}", "b-1", "Chuyên viên", False, Term(date(2024, 1, 2), None), "1/QĐ"), KEEPER, AT)
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(*TOLD), KEEPER)
    return tmp_path


def unit(name: str) -> SourceName:
    return SourceName(source="mot-cua", kind=NameKind.UNIT, name=name)


def officer(name: str, of: str) -> SourceName:
    return SourceName(source="mot-cua", kind=NameKind.PERFORMER, name=name, unit=of)


def says(*told: tuple[SourceName, str], at=AT, **more) -> int:
    return match_names(
        "mot-cua", [Saying(written=w, outcome=Outcome.OURS, target=t) for w, t in told], KEEPER, at, **more
    )


def asker(name: str) -> permission.Asker:
    return permission.asker(Account.objects.get(username=name), at=LATER)


def seen(name: str) -> list[str]:
    """The last digits of the dossiers that somebody may read, each with what is seen of it."""
    who = asker(name)
    scope = permission.scope(who, "dossier.read")
    with reading():
        found = dossiers(scope, Asked(), None, 50)
        of = seen_of(who, found)
        assert count(scope, Asked()) == len(found) == sum(by_time_class(scope).values())
        assert (judged_as_of(scope) is not None) is bool(found)
    assert all(of[line.id].allowed and of[line.id].shows(FieldClass.P2) for line in found)
    return sorted(line.code[-1] for line in found)


def test_names_are_listed_with_their_dossiers_and_whom_they_may_mean(source):
    found = {(one.written.name, one.written.unit): one for one in names_of(find_source("mot-cua"))}
    assert {key: one.dossiers for key, one in found.items() if not key[1]} == {
        ("Phong Mot", ""): 2, ("Phòng Hai", ""): 1, ("Cơ quan thuế", ""): 1
    }  # fmt: skip
    assert found["Phong Mot", ""].proposal.target == "b-1"
    assert found["Phong Mot", ""].proposal.likeness is Likeness.FOLDED
    assert found["Phòng Hai", ""].proposal.likeness is Likeness.EXACT
    assert found["Nguyễn Thị Lan", "Phong Mot"].dossiers == 1
    assert found["Một Cửa", "Phong Mot"].dossiers == 2


def test_a_head_of_a_division_sees_the_dossiers_of_its_unit_and_no_others(source):
    assert (seen("goc"), seen("truong")) == (["1", "2", "3", "4"], [])
    assert says((unit("Phong Mot"), "b-1"), (unit("Phòng Hai"), "b-2")) == 2
    assert (seen("goc"), seen("truong")) == (["1", "2", "3", "4"], ["1", "2"])


def test_a_body_that_does_not_stand_below_the_deliverer_sees_nothing_by_a_name(source):
    person("thue", "unit_head", "b-thue")
    says((unit("Cơ quan thuế"), "b-thue"))
    assert seen("thue") == []


def test_an_officer_sees_what_went_through_their_hands_also_after_it_went_on(source):
    says((officer("Nguyễn Thị Lan", "Phong Mot"), "p-lan"), (officer("Trần Văn Minh", "Phong Mot"), "p-minh"))
    assert (seen("lan"), seen("minh")) == (["1"], ["2"])  # not what bears the same name in another unit
    on = [["H26.7-240304-0001", "1.1", STEPS[2], "05/03/2024 09:00:00", "Trần Văn Minh", "Phong Mot", "11/03/2024"]]
    bring(source, "hai", rows(*TOLD) + on, KEEPER)
    assert (seen("lan"), seen("minh")) == (["1"], ["1", "2"])


def test_what_is_delivered_later_is_theirs_at_once(source):
    says((unit("Phong Mot"), "b-1"), (officer("Nguyễn Thị Lan", "Phong Mot"), "p-lan"))
    bring(source, "hai", rows(("0005", "Phong Mot", "Nguyễn Thị Lan"), day="05/03/2024"), KEEPER)
    assert (seen("truong"), seen("lan")) == (["1", "2", "5"], ["1", "5"])


def test_a_name_may_mean_another_from_a_day_on(source):
    bring(source, "hai", rows(("0005", "Phong Mot", "Nguyễn Thị Lan"), day="05/03/2024"), KEEPER)
    says((unit("Phong Mot"), "b-1"))
    says((unit("Phong Mot"), "b-2"), valid_from=date(2024, 3, 5), reason="chuyển việc")
    assert seen("truong") == ["1", "2"]


def test_what_was_said_is_changed_only_for_a_reason_and_taken_back(source):
    says((unit("Phong Mot"), "b-1"))
    assert says((unit("Phong Mot"), "b-1")) == 0
    with pytest.raises(Refused) as refusal:
        says((unit("Phong Mot"), "b-2"))
    assert refusal.value.code == "name.no_reason"
    match_names("mot-cua", [Saying(written=unit("Phong Mot"), outcome=Outcome.OPEN)], KEEPER, AT, reason="nhầm")
    assert (seen("truong"), DossierReachRow.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ((unit("Phong Mot"), "không có"), "name.no_body"),
        ((officer("Nguyễn Thị Lan", "Phong Mot"), "không có"), "name.no_person"),
        ((officer("Nguyễn Thị Lan", "Phong Mot"), "p-goc"), "name.own"),
        ((unit("Không viết"), "b-1"), "name.unknown"),
    ],
)
def test_what_cannot_be_said_is_refused(source, told, code):
    by = by_person(asker("goc"), unit="b-so")
    with pytest.raises(Refused) as refusal:
        match_names("mot-cua", [Saying(written=told[0], outcome=Outcome.OURS, target=told[1])], by, AT)
    assert refusal.value.code == code


def test_who_may_not_match_names_is_refused(source):
    by = by_person(asker("truong"), unit="b-1")
    with pytest.raises(Refused) as refusal:
        match_names("mot-cua", [Saying(written=unit("Phong Mot"), outcome=Outcome.OURS, target="b-1")], by, AT)
    assert refusal.value.code in ("access.denied", "access.not_found")


def test_the_ledger_alone_gives_the_same_rows_again(source):
    says((unit("Phong Mot"), "b-1"), (officer("Nguyễn Thị Lan", "Phong Mot"), "p-lan"))
    bring(source, "hai", rows(("0005", "Phong Mot", "Nguyễn Thị Lan"), day="05/03/2024"), KEEPER)
    before = [sorted(map(repr, table.objects.values())) for table in (NameMatchRow, DossierReachRow)]
    assert all(before)
    rebuild()
    assert [sorted(map(repr, table.objects.values())) for table in (NameMatchRow, DossierReachRow)] == before


def test_notices_tell_each_of_what_is_theirs(source):
    says((unit("Phong Mot"), "b-1"), (unit("Phòng Hai"), "b-2"), (officer("Trần Văn Minh", "Phong Mot"), "p-minh"))
    fresh = rows(("0005", "Phong Mot", "Trần Văn Minh"), ("0006", "Phòng Hai", "Trần Văn Minh"), day="05/03/2024")
    ended = [["H26.7-240304-0001", "1.1", STEPS[2], "20/03/2024 09:00:00", "Một Cửa", "Phong Mot", "11/03/2024"]]
    bring(source, "hai", rows(*TOLD) + fresh + ended, KEEPER)

    def late(name: str) -> list[int]:
        return [one.count for one in notices_for(asker(name)) if one.kind is NoticeKind.DOSSIERS_LATE]

    assert {name: late(name) for name in ("goc", "truong", "minh", "lan")} == {
        "goc": [2], "truong": [1], "minh": [1], "lan": []
    }  # fmt: skip
