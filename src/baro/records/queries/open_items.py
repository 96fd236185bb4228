"""What lies open in a body: each kind of matter says how it is found, in a line of `READERS`.

A hand-over leaves nothing out, so what is no secret is listed whoever asks, but to those whom a matter accuses. What is kept
in a compartment is listed to its members alone: nobody else finds a number, a gap or a name of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import Model, Q, QuerySet

from baro.records.models.briefings import BriefingConclusionRow
from baro.records.models.discipline import MeasureRow
from baro.records.models.dossier_tables import TABLES
from baro.records.models.followed import ObligationRow
from baro.records.models.inspections import InspectionRow
from baro.records.models.joint import JointDossierRow
from baro.records.models.people import ActingHeadRow, AppointmentRow, DelegationRow, LeaveCoverRow
from baro.records.models.petitions import PetitionRow
from baro.records.models.processes import ProcessRow
from baro.records.models.proposals import ProposalRow
from baro.records.models.signals import SignalQuestionRow
from baro.records.models.targets import TargetRow
from baro.records.models.tasks import TaskRow
from baro.records.queries.followed import all_followed, upward_proposals
from baro.records.queries.organisation import bodies
from baro.records.queries.proposals import under_way
from baro.records.row_security.session import system
from baro.records.scoped import subject_of, unbarred
from baro.rules.judged.upward import upward_on
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.discipline import MeasureState
from baro.rules.prescribed.handovers import ItemKind, OpenItem
from baro.rules.prescribed.policy.operations import SEALED, matter_of
from baro.rules.prescribed.policy.scopes import Scope

Eyes = Callable[[str], Scope | None]
"""What the asker may see: the scope of an operation; None for the keeper of the machine, who sees no sealed matter."""
_DENUNCIATION = "denunciation"
_CALENDAR = calendar_named("vn")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose items are asked for, by whom, from which day on they must still hold, and whether also those that are no
    secret."""

    body: str
    eyes: Eyes
    since: date
    openly: bool


def open_items(body: str, eyes: Eyes, since: date, *, openly: bool) -> tuple[OpenItem, ...]:
    """Everything open in a body that the asker may know of: what has a term counts if it holds on a day or later.
    `openly` false: the sealed matters alone, so only kinds that have any are read."""
    asked = _Asked(body, eyes, since, openly)
    with system():
        return tuple(item for kind, reader in READERS.items() if openly or kind.works for item in reader(kind, asked))


def _dossiers(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Dossiers delivered by the body, or whose unit, as the source system wrote it, is a code or name that the body bore."""
    terms = bodies().terms_of.get(asked.body, ())
    written = {asked.body, *(t.code for t in terms if t.code), *(t.name for t in terms)}
    mine = Q(body=asked.body) | Q(unit__in=sorted(written))
    for tables in TABLES.values():
        rows = tables.rows.objects.whole().filter(mine, ended_at=None).order_by("id")
        for pk, code in rows.values_list("id", "code"):
            yield OpenItem(kind=kind, id=pk, unit=asked.body, code=code)


def _joint(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Joint dossiers that the body leads."""
    rows = JointDossierRow.objects.whole().filter(body=asked.body, lead=asked.body, closed_at=None).order_by("code")
    for pk, code in rows.values_list("joint", "code"):
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=code)


def _legs(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Joint dossiers that others lead and of which a leg is the body's."""
    rows = JointDossierRow.objects.whole().filter(body=asked.body, closed_at=None).exclude(lead=asked.body)
    for pk, code in rows.order_by("code").values_list("joint", "code"):
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=code)


def _questions(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Questions about red flags that the body has to answer, or whose answer waits for a verdict."""
    rows = SignalQuestionRow.objects.whole().filter(body=asked.body, verdict="").order_by("reply_by", "id")
    for pk, signal, dossier, reply_by in rows.values_list("id", "signal", "dossier", "reply_by"):
        code = f"R{signal:02}, hồ sơ {dossier.partition(':')[2]}, trả lời trước {reply_by:%d/%m/%Y}"
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=code)


def _conclusions(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Conclusions of briefings not carried out, by their day; their words are the briefing's."""
    rows = BriefingConclusionRow.objects.whole().filter(body=asked.body, done_on=None).order_by("due_on", "id")
    for pk, monday, due_on in rows.values_list("id", "monday", "due_on"):
        code = f"giao ban tuần từ {monday:%d/%m/%Y}, hạn {due_on:%d/%m/%Y}"
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=code)


def _upward(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Proposals to the upper level that the body made, or that wait with it."""
    told = all_followed("upward")
    for one in upward_proposals():
        now = upward_on(one, told.get(one.id, ()), asked.since, _CALENDAR)
        if now.is_open and asked.body in (one.unit, now.holder):
            yield OpenItem(kind=kind, id=one.id, unit=asked.body, code=f"{one.document}: {one.about[:80]}")


def _obligations(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Obligations of coordination rules that bind the body, or that others have towards it."""
    mine = Q(debtor=asked.body) | Q(creditor=asked.body)
    rows = ObligationRow.objects.filter(mine, Q(last_on=None) | Q(last_on__gte=asked.since)).order_by(
        "valid_from", "id"
    )
    for pk, task in rows.values_list("id", "task"):
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=task[:80])


def _tasks(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Tasks that the body leads or gave; in their own words only to those who may read them."""
    scope = asked.eyes("task.read")
    seen = (
        {}
        if scope is None
        else dict(TaskRow.objects.within(scope).filter(closed_at=None).values_list("task", "content"))
    )
    mine = Q(lead=asked.body) | Q(assigner=asked.body)
    rows = TaskRow.objects.whole().filter(mine, body=asked.body, closed_at=None).order_by("assigned_on", "task")
    for task, assigned_on in rows.values_list("task", "assigned_on"):
        words = (f"giao ngày {assigned_on:%d/%m/%Y}", seen.get(task, "")[:80])
        yield OpenItem(kind=kind, id=task, unit=asked.body, code=": ".join(filter(None, words)))


def _targets(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    rows = TargetRow.objects.filter(body=asked.body, withdrawn_at=None, last_on__gte=asked.since).order_by("id")
    for pk, name in rows.values_list("id", "name"):
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=name[:80])


def _petitions(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    rows = PetitionRow.objects.whole().filter(concluded_on=None).exclude(kind=_DENUNCIATION)
    yield from _listed(kind, asked, PetitionRow, rows, "code")


def _denunciations(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    rows = PetitionRow.objects.whole().filter(concluded_on=None, kind=_DENUNCIATION).exclude(compartment="")
    yield from _listed(kind, asked, PetitionRow, rows, "code")


def _inspections(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """No act tells yet that an inspection was concluded, so all are thought to be open."""
    yield from _listed(kind, asked, InspectionRow, InspectionRow.objects.whole(), "decision")


def _measures(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Measures proposed; on which day and towards whom is told only to those who may read of discipline."""
    scope = asked.eyes("discipline.read")
    seen = set() if scope is None else set(MeasureRow.objects.within(scope).values_list("id", flat=True))
    rows = MeasureRow.objects.whole().filter(unit=asked.body, state=MeasureState.PROPOSED.value).order_by("id")
    for pk, taken_on, person in rows.values_list("id", "taken_on", "person"):
        code, whose = (f"đề nghị ngày {taken_on:%d/%m/%Y}", person) if pk in seen else ("", "")
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=code, person=whose)


def _proposals(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    """Proposals under way; one about a sealed matter goes with that matter."""
    rows = ProposalRow.objects.filter(under_way(asked.since), unit=asked.body, compartment="").order_by("id")
    for pk, operation, proposer in rows.values_list("id", "operation", "proposed_by"):
        if matter_of(operation) not in SEALED:
            yield OpenItem(kind=kind, id=pk, unit=asked.body, code=operation, person=proposer)


def _processes(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
    rows = ProcessRow.objects.filter(Q(last_on=None) | Q(last_on__gte=asked.since), unit=asked.body)
    for pk, code, name in rows.order_by("code", "id").values_list("id", "code", "name"):
        yield OpenItem(kind=kind, id=pk, unit=asked.body, code=f"{code} {name}".strip())


def _held(table: type[Model], person: str, said: str = "") -> Callable[[ItemKind, _Asked], Iterable[OpenItem]]:
    """What holds over a term in the body: whose (column `person`), and as what (column `said`)."""

    def reader(kind: ItemKind, asked: _Asked) -> Iterable[OpenItem]:
        held = Q(valid_to=None) | Q(valid_to__gte=asked.since)
        rows = table.objects.filter(held, unit=asked.body)  # type: ignore[attr-defined]
        for row in rows.order_by("id"):
            code = str(getattr(row, said)) if said else ""
            yield OpenItem(kind=kind, id=str(row.pk), unit=asked.body, code=code, person=str(getattr(row, person)))

    return reader


def _listed(
    kind: ItemKind, asked: _Asked, model: type[Model], rows: "QuerySet[Model]", code: str
) -> Iterable[OpenItem]:
    """Rows of a table with compartments: the sealed ones only as far as the asker sees them."""
    scope = asked.eyes(f"{kind.value}.read")
    mine = rows.filter(unit=asked.body).order_by("id")
    openly = mine.filter(compartment="") if asked.openly else mine.none()
    for row in openly if scope is None else unbarred(openly, scope):
        yield OpenItem(kind=kind, id=str(row.pk), unit=asked.body, code=getattr(row, code))
    if scope is None or not scope.compartments:
        return
    seen = model.objects.within(scope).values("pk")  # type: ignore[attr-defined]
    for row in mine.exclude(compartment="").filter(pk__in=seen):
        subject = subject_of(row)
        yield OpenItem(kind=kind, id=str(row.pk), unit=asked.body, code=getattr(row, code), sealed=subject)


READERS: Mapping[ItemKind, Callable[[ItemKind, _Asked], Iterable[OpenItem]]] = MappingProxyType(
    {
        ItemKind.CASE: _dossiers,
        ItemKind.JOINT: _joint,
        ItemKind.LEG: _legs,
        ItemKind.QUESTION: _questions,
        ItemKind.CONCLUSION: _conclusions,
        ItemKind.UPWARD: _upward,
        ItemKind.OBLIGATION: _obligations,
        ItemKind.TASK: _tasks,
        ItemKind.TARGET: _targets,
        ItemKind.PETITION: _petitions,
        ItemKind.DENUNCIATION: _denunciations,
        ItemKind.INSPECTION: _inspections,
        ItemKind.DISCIPLINE: _measures,
        ItemKind.PROPOSAL: _proposals,
        ItemKind.PROCESS: _processes,
        ItemKind.APPOINTMENT: _held(AppointmentRow, "person", "title"),
        ItemKind.DELEGATION: _held(DelegationRow, "person", "role"),
        ItemKind.ACTING_HEAD: _held(ActingHeadRow, "person", "title"),
        ItemKind.LEAVE_COVER: _held(LeaveCoverRow, "absent"),
    }
)
