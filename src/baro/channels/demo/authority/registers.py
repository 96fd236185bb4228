"""The registers of the demo authority, as values. Where the article is silent (which branch, which form, complaint or
denunciation), the values stay untold. All names are samples."""

from datetime import date, timedelta
from itertools import accumulate

from baro.rules.observed.petitions import Petition, PetitionKind
from baro.rules.prescribed.discipline import Decision, Form, Measure, MeasureState, MeasureTaken
from baro.rules.prescribed.inspections import Inspection, InspectionKind, Run
from baro.rules.prescribed.places.city import BRANCHES, COMMITTEE, LAND_OFFICE, RESOURCES
from baro.rules.prescribed.places.thach_that import DISTRICT_COMMITTEE
from baro.rules.prescribed.staff import StaffCategory
from baro.rules.prescribed.work_processes import Approval, RegisterKind

_DISTRICT, _COMMUNES, _DEPARTMENT, _LINKED = 45, 183, 26, 4
_RUNS, _DISCIPLINED, _REPRIMANDED, _LESSONS = 56, 19, 4, 6
_PETITIONS, _CONCLUDED = 213, 168
_UNEVEN = (5, 9, 7, 12, 6, 8, 10, 4, 11, 8, 7, 9, 6, 10, 8, 5, 9, 7, 13, 6, 8, 9, 6)
_FIRST = date(2021, 1, 11)
BRANCH_INSPECTION = "demo-thanh-tra-chi-nhanh"
INSPECTED = tuple(i for i, name in BRANCHES if name != "Thạch Thất")  # Thanh Trì, Ứng Hòa


def processes(communes: tuple[str, ...]) -> tuple[Approval, ...]:
    """All approved processes: the communes in the order given, unevenly."""
    made = [
        *_of(DISTRICT_COMMITTEE, "demo-qt-huyen", _DISTRICT),
        *_of(RESOURCES, "demo-qt-so", _DEPARTMENT, published=True),
    ]
    counts = _UNEVEN[: len(communes) - 1]
    shares = (*counts, _COMMUNES - sum(counts))
    for unit, begins, count in zip(communes, accumulate(shares, initial=0), shares, strict=False):
        made += _of(unit, "demo-qt-xa", count, begins=begins, work="Quy trình nội bộ cấp xã mẫu")
    return (*made, *_linked())


def inspections(communes: tuple[str, ...]) -> tuple[Inspection, ...]:
    """The runs of the district from 2021 to 2023, and the department's inspection of two branches in 2023."""
    step = timedelta(days=19)
    district = tuple(_check(k, communes[k % len(communes)], _FIRST + step * k) for k in range(_RUNS))
    runs = tuple(
        Run(id=f"{BRANCH_INSPECTION}-{k}", object=unit, visited_on=date(2023, 5, 15) + timedelta(days=k))
        for k, unit in enumerate(INSPECTED, 1)
    )
    branches = Inspection(
        id=BRANCH_INSPECTION, kind=InspectionKind.STATE_INSPECTION, unit=RESOURCES, decision="Mẫu/QĐ-TTr", is_planned=True,
        runs=runs,
    )  # fmt: skip
    return (*district, branches)


def decisions() -> tuple[Decision, ...]:
    """The 19 of the communes, of a form that the article does not tell, and the 4 reprimands."""
    step = timedelta(days=52)
    district = tuple(
        Decision(
            id=f"demo-kl-xa-{k:02d}", unit=DISTRICT_COMMITTEE, person="", person_unit="",
            category=StaffCategory.COMMUNE_OFFICIAL, form=Form.UNTOLD, decided_on=date(2021, 3, 1) + step * k,
            decision=f"Mẫu {k}/QĐ-KL",
        )
        for k in range(1, _DISCIPLINED + 1)
    )  # fmt: skip
    branches = tuple(
        Decision(
            id=f"demo-kl-vc-{k}", unit=LAND_OFFICE, person="", person_unit="", category=StaffCategory.PUBLIC_EMPLOYEE,
            form=Form.REPRIMAND, decided_on=date(2023, 9, 1), decision=f"Mẫu {k}/QĐ-KT", origin=BRANCH_INSPECTION,
        )
        for k in range(1, _REPRIMANDED + 1)
    )  # fmt: skip
    return (*district, *branches)


def measures() -> tuple[MeasureTaken, ...]:
    """One collective review, carried out, and six reviews that the article says were proposed."""
    told = {"unit": LAND_OFFICE, "origin": BRANCH_INSPECTION, "taken_on": date(2023, 9, 1)}
    collective = MeasureTaken(
        id="demo-kd-tap-the", kind=Measure.COLLECTIVE_REVIEW, state=MeasureState.DONE, object=INSPECTED[1], **told
    )
    lessons = (
        MeasureTaken(id=f"demo-kd-rkn-{k}", kind=Measure.LESSON_REVIEW, state=MeasureState.PROPOSED, **told)
        for k in range(1, _LESSONS + 1)
    )
    return (collective, *lessons)


def petitions() -> tuple[Petition, ...]:
    """The matters received by the department; how many are complaints, how many denunciations is not told."""
    return tuple(
        Petition(
            id=f"demo-vv-{k:03d}", unit=RESOURCES, code=f"Mẫu-{k:03d}", kind=PetitionKind.UNTOLD,
            received_on=date(2023, 1, 3) + timedelta(days=k),
        )
        for k in range(1, _PETITIONS + 1)
    )  # fmt: skip


def conclusions() -> tuple[tuple[str, date], ...]:
    """The matters concluded, with the day."""
    return tuple((p.id, p.received_on + timedelta(days=40)) for p in petitions()[:_CONCLUDED])


def _of(
    unit: str, prefix: str, count: int, *, begins: int = 0, published: bool = False, work: str = "Quy trình nội bộ mẫu"
) -> list[Approval]:
    approved = date(2023, 6, 1)
    return [
        Approval(
            id=f"{prefix}-{k:03d}", unit=unit, kind=RegisterKind.INTERNAL, code=f"QT-MẪU-{k:03d}",
            name=f"{work} {k - begins}", decision="Mẫu/QĐ-UBND", approved_on=approved,
            published_on=approved + timedelta(days=14) if published else None,
        )
        for k in range(begins + 1, begins + count + 1)
    ]  # fmt: skip


def _linked() -> list[Approval]:
    return [
        Approval(
            id=f"demo-lien-thong-{k}", unit=COMMITTEE, kind=RegisterKind.LINKED, code=f"LT-MẪU-{k}",
            name=f"Thủ tục liên thông mẫu {k}", decision="Mẫu/QĐ-UBND", approved_on=date(2023, 6, 1),
        )
        for k in range(1, _LINKED + 1)
    ]  # fmt: skip


def _check(k: int, unit: str, on: date) -> Inspection:
    name = f"demo-kt-{k + 1:02d}"
    kind = InspectionKind.STATE_INSPECTION if k % 7 == 0 else InspectionKind.CHECK
    return Inspection(
        id=name, kind=kind, unit=DISTRICT_COMMITTEE, decision=f"Mẫu {k + 1}/QĐ-KT", is_planned=k % 4 != 3,
        runs=(Run(id=f"{name}-1", object=unit, visited_on=on),),
    )  # fmt: skip
