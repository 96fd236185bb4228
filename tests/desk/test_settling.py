"""Contradictions of an import: ours is kept or theirs adopted, one or many; nothing held is rewritten, and nobody makes a
figure better alone."""

from datetime import UTC, datetime, timedelta

import pytest

from app.bad_files import CASE, DUE, STEP, TIME
from app.deliveries import AT, bring, check
from baro.app.importing import prescription_for
from baro.app.leftovers import sweep
from baro.desk.by import by_person, by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.desk.permission import asker_of
from baro.desk.settling import adopt_theirs, keep_ours, propose_theirs, weigh
from baro.desk.two_persons import approve
from baro.records.loading.segments import open_segment, segment_folder
from baro.records.models import Dossier, ImportAdoption, ImportConflict, LedgerEntry, ProposalRow, RoleGrant
from baro.records.queries.access import standing_of
from baro.records.replay import differences
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)
KEEPER = by_program("goc")
CODE = "H26.7-240304-0001"


def rows(
    last: str = "08/03/2024 09:00:00", steps: tuple[str, ...] = ("Tiếp nhận hồ sơ", "Thẩm định hồ sơ", "Trả kết quả")
):
    """One dossier, promised for 11/03/2024, and another beside it that never changes."""
    days = ("04/03/2024 08:00:00", "05/03/2024 10:00:00", last)
    mine = [[CODE, "1.1", step, at, "An", "Phòng 1", "11/03/2024"] for step, at in zip(steps, days, strict=False)]
    other = [
        ["H26.7-240304-0002", "1.1", step, "04/03/2024 08:00:00", "An", "Phòng 1", "11/03/2024"] for step in steps[:1]
    ]
    return mine + other  # fmt: skip


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    person("goc", "tthc_control", "b-so")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)


def by(name: str, role: str = "tthc_control", unit: str = "b-so"):
    """Somebody with a role, as who acts."""
    if not RoleGrant.objects.filter(pk=f"g-{name}").exists():
        person(name, role, unit)
    return by_person(asker_of(standing_of(f"p-{name}"), at=LATER), unit=unit)


def contradicted(folder, first, second) -> list[str]:
    """Two deliveries that tell otherwise; the ids of what contradicts."""
    bring(folder, "mot", first, KEEPER)
    bring(folder, "hai", second, KEEPER)
    return list(ImportConflict.objects.order_by("id").values_list("id", flat=True))


def with_another(told):
    """The same, and a dossier more: a file that was not received before."""
    return [*told, ["H26.7-240304-0003", *told[0][1:]]]


def later(rows):
    return rows("15/03/2024 09:00:00")


def held() -> Dossier:
    return Dossier.objects.whole().get(code=CODE)


def times() -> list[str]:
    """The moments of the steps held."""
    row = held()
    (run, ((own, _),)) = next(iter(open_segment(row.segment).runs_of([row.place])))
    return [f"{e.at:%d %H}" for e in run.case(own).events]


def adopt(ids, who, reason="Bên gửi đã đính chính"):
    return adopt_theirs(ids, reason, prescription_for, who, LATER)


def test_what_makes_a_dossier_late_is_adopted_by_one_person(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    assert (held().time_class, times()[-1]) == (TimeClass.EARLY, "08 02")
    found = adopt(ids, by("lan"))
    assert [(e.code, e.before, e.after, e.improves) for e in found.effects] == [
        (CODE, TimeClass.EARLY, TimeClass.LATE, False)
    ]
    assert (held().time_class, times()[-1]) == (TimeClass.LATE, "15 02")
    assert (ImportConflict.objects.get().outcome, held().conflict_count) == ("adopted", 0)
    told = ImportAdoption.objects.get()
    assert (told.conflicts, told.dossiers, told.improved, told.actor, told.second) == (1, 1, 0, "p-lan", "")


def test_what_was_held_stays_where_it_was_and_only_the_touched_are_judged_anew(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    before = {d.code: (d.segment, d.digest, d.as_of) for d in Dossier.objects.whole().all()}
    sealed = {f.name: f.read_bytes() for f in segment_folder(held().segment).iterdir()}
    segment = held().segment
    adopt(ids, by("lan"))
    assert {f.name: f.read_bytes() for f in segment_folder(segment).iterdir()} == sealed
    after = {d.code: (d.segment, d.digest, d.as_of) for d in Dossier.objects.whole().all()}
    assert {code for code in before if before[code] != after[code]} == {CODE}
    assert [d for d in differences() if d.facts["table"] not in {"role_grant", "account"}] == []


def test_the_ledger_tells_the_adoption_and_the_reason_stays_aside(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    adopt(ids, by("lan"), "Bên gửi báo nhầm ngày")
    body = bytes(LedgerEntry.objects.order_by("-place").values_list("body", flat=True)[0])
    assert b"import.theirs_adopted" in body
    assert "nhầm ngày".encode() not in body


def test_what_makes_a_figure_better_takes_a_second_person(tmp_path):
    ids = contradicted(tmp_path, later(rows), rows())
    lan = by("lan")
    assert held().time_class == TimeClass.LATE
    with pytest.raises(Refused, match=r"access\.second_needed"):
        adopt(ids, lan)
    with pytest.raises(Refused, match=r"access\.second_needed"):
        adopt(ids, KEEPER)
    found = weigh(ids, prescription_for, lan, LATER)
    assert [c.id for c in found.unapproved] == ids
    assert propose_theirs(found.unapproved, "b-so", lan, LATER) == 1
    assert propose_theirs(found.unapproved, "b-so", lan, LATER) == 0
    with pytest.raises(Refused, match=r"access\.second_needed"):
        adopt(ids, lan)
    approve(ProposalRow.objects.get().id, by("chi", "inspection_lead").asker, LATER)
    adopt(ids, lan)
    told = ImportAdoption.objects.get()
    assert (held().time_class, told.improved, told.second) == (TimeClass.EARLY, 1, "p-chi")
    assert ProposalRow.objects.get().outcome == "carried_out"


def test_whoever_approved_one_telling_approved_no_other(tmp_path):
    ids = contradicted(tmp_path, later(rows), rows())
    lan = by("lan")
    propose_theirs(weigh(ids, prescription_for, lan, LATER).unapproved, "b-so", lan, LATER)
    approve(ProposalRow.objects.get().id, by("chi", "inspection_lead").asker, LATER)
    bring(tmp_path, "ba", rows("07/03/2024 09:00:00"), KEEPER)
    other = ImportConflict.objects.exclude(pk__in=ids).get()
    with pytest.raises(Refused, match=r"access\.second_needed"):
        adopt([other.id], lan)


def test_a_step_that_the_source_tells_no_more_goes_and_a_cell_changes(tmp_path):
    second = [row for row in rows() if row[STEP] != "Thẩm định hồ sơ"]
    second = [[*row[:DUE], "08/03/2024"] if row[CASE] == CODE else row for row in second]
    ids = contradicted(tmp_path, rows(), second)
    assert {c.kind for c in ImportConflict.objects.all()} == {"gone_event", "altered_cell"}
    found = weigh(ids, prescription_for, by("lan"), LATER)
    propose_theirs(found.unapproved, "b-so", by("lan"), LATER)
    for proposal in ProposalRow.objects.all():
        approve(proposal.id, by("chi", "inspection_lead").asker, LATER)
    adopt(ids, by("lan"))
    assert (held().event_count, len(times())) == (2, 2)
    assert f"{held().due_on:%d/%m}" == "08/03"


def test_a_source_that_tells_again_what_was_adopted_contradicts_nothing(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    adopt(ids, by("lan"))
    checked = check(tmp_path, "ba", with_another(later(rows)), KEEPER)
    assert (checked.statement.conflicts.total, checked.statement.dossiers.same) == (0, 2)


def test_a_source_that_goes_back_contradicts_anew_and_what_was_adopted_can_be_again(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    adopt(ids, by("lan"))
    bring(tmp_path, "ba", with_another(rows()), KEEPER)
    (back,) = ImportConflict.objects.filter(settled_at=None)
    with pytest.raises(Refused, match=r"access\.second_needed"):
        adopt([back.id], by("lan"))
    propose_theirs(weigh([back.id], prescription_for, by("lan"), LATER).unapproved, "b-so", by("lan"), LATER)
    approve(ProposalRow.objects.get().id, by("chi", "inspection_lead").asker, LATER)
    adopt([back.id], by("lan"))
    assert times()[-1] == "08 02"
    bring(tmp_path, "bon", with_another(later(rows)), KEEPER)
    assert list(ImportConflict.objects.filter(settled_at=None).values_list("id", flat=True)) == ids


def test_what_compares_with_a_step_that_became_another_is_settled_with_it(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    bring(tmp_path, "ba", rows("18/03/2024 09:00:00"), KEEPER)
    adopt(ids, by("lan"))
    assert sorted(ImportConflict.objects.values_list("outcome", flat=True)) == ["adopted", "superseded"]
    assert held().conflict_count == 0


def test_two_tellings_of_one_step_are_not_adopted_together(tmp_path):
    contradicted(tmp_path, rows(), later(rows))
    bring(tmp_path, "ba", rows("18/03/2024 09:00:00"), KEEPER)
    ids = list(ImportConflict.objects.values_list("id", flat=True))
    with pytest.raises(Refused, match=r"import\.adopt_(twice|moved)"):
        adopt(ids, by("lan"))
    assert ImportAdoption.objects.count() == 0


def test_a_delivery_checked_before_an_adoption_is_checked_again(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    check(tmp_path, "ba", rows("18/03/2024 09:00:00"), KEEPER)
    adopt(ids, by("lan"))
    with pytest.raises(Refused, match=r"import\.stale"):
        receive("ba", KEEPER, LATER)


def test_many_are_kept_in_one_act_and_a_reason_is_asked_for(tmp_path):
    told = [
        [*row[:TIME], row[TIME].replace("04/03", "01/03").replace("05/03", "02/03"), *row[TIME + 1 :]] for row in rows()
    ]
    ids = contradicted(tmp_path, rows(), told)
    assert len(ids) == 3
    for settle in (lambda: keep_ours(ids, " ", by("lan"), LATER), lambda: adopt(ids, by("lan"), " ")):
        with pytest.raises(Refused, match=r"import\.no_reason"):
            settle()
    assert keep_ours(ids, "Đã xem bản giấy", by("lan"), LATER) == 3
    assert set(ImportConflict.objects.values_list("outcome", flat=True)) == {"kept"}
    with pytest.raises(Refused, match=r"import\.no_conflict"):
        keep_ours(ids[:1], "lại", by("lan"), LATER)


def test_another_body_can_neither_weigh_nor_adopt(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    minh = by("minh", unit="b-huyen")
    for act in (lambda: weigh(ids, prescription_for, minh, LATER), lambda: adopt(ids, minh)):
        with pytest.raises(Refused, match=r"import\.no_source"):
            act()


def test_a_sweep_leaves_what_was_adopted(tmp_path):
    ids = contradicted(tmp_path, rows(), later(rows))
    adopt(ids, by("lan"))
    sweep(datetime(2100, 1, 1, tzinfo=UTC))
    assert segment_folder(held().segment).exists()
    assert times()[-1] == "15 02"
