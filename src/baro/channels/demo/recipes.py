"""Recipes: the courses a synthetic dossier may take, sound ones and ones with exactly one planted fault."""

from dataclasses import dataclass, field

from baro.channels.demo.world import Procedure

TAIL = ("submitted", "signed", "released", "digitised", "returned")


@dataclass(frozen=True, slots=True)
class Recipe:
    """A course of acts and what is planted in it.

    `late_at`: the act that is made to overrun so that the dossier ends late; `days`: fixed durations by position;
    `cost` and `kinds` are the truth about conformance; `signals` the red flags planted (R01 follows from lateness);
    `tweak` names what the planner changes in moments, people or attachments.
    """

    name: str
    procedure: Procedure
    acts: tuple[str, ...]
    weight: float
    cost: int = 0
    kinds: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    late_at: str = ""
    days: dict[int, tuple[int, int]] = field(default_factory=dict)
    tweak: str = ""
    planted: bool = True


def recipes_of(procedure: Procedure) -> tuple[Recipe, ...]:
    """Give every recipe of a procedure; weights are shares of its dossiers."""
    plain = _plain_courses(procedure)
    main = plain[0]
    return (
        *_sound(procedure, plain),
        *_late(procedure, main),
        *_conformance(procedure, main),
        *_attachments(procedure, main),
        *_supplements(procedure, main),
    )


def _plain_courses(procedure: Procedure) -> tuple[tuple[str, ...], ...]:
    head = ("received", "transferred", "assigned", "appraised")
    if "tax_sent" in procedure.limits:
        return (
            (*head, "tax_sent", "tax_answered", "mapped", *TAIL),
            (*head, "tax_sent", "mapped", "tax_answered", *TAIL),
        )
    if "mapped" in procedure.limits:
        return ((*head, "mapped", *TAIL),)
    return ((*head, *TAIL),)


def _loop(course: tuple[str, ...], times: int) -> tuple[str, ...]:
    k = course.index("appraised") + 1
    return course[:k] + ("asked", "supplied", "appraised") * times + course[k:]


def _sound(procedure: Procedure, plain: tuple[tuple[str, ...], ...]) -> list[Recipe]:
    sound = [Recipe("đúng quy trình", procedure, c, 0.70 / len(plain), planted=False) for c in plain]
    refused = (*plain[0][:4], "refused")
    sound.append(Recipe("từ chối đúng hạn", procedure, refused, 0.03, planted=False))
    if procedure.total >= 8:
        days = {1: (0, 0), 2: (0, 1), 3: (0, 1), 4: (0, 1), 5: (1, 12)}
        sound += [
            Recipe("bổ sung một lần", procedure, _loop(c, 1), 0.12 / len(plain), days=days, planted=False)
            for c in plain
        ]
    return sound


def _late(procedure: Procedure, main: tuple[str, ...]) -> list[Recipe]:
    late = [Recipe("quá hạn ở bước thẩm định", procedure, main, 0.05, late_at="appraised")]
    if "tax_answered" in main:
        late.append(Recipe("quá hạn do cơ quan thuế", procedure, main, 0.02, late_at="tax_answered", signals=("R20",)))
    if procedure.total >= 8:
        k = main.index("appraised")
        said = (*main[:k], "apologised", *main[k:])
        again = (*main[:k], "apologised", "apologised", *main[k:])
        late += [
            Recipe("quá hạn, đã xin lỗi đúng hạn", procedure, said, 0.02, late_at="appraised", days={3: (1, 2)}),
            Recipe(
                "quá hạn, hẹn lại hai lần", procedure, again, 0.005, late_at="appraised", signals=("R03",),
                days={3: (1, 1), 4: (1, 1)},
            ),
            Recipe(
                "quá hạn, xin lỗi muộn", procedure, said, 0.005, late_at="apologised", signals=("R02",),
                days={4: (0, 1)},
            ),
        ]  # fmt: skip
    return late


def _conformance(procedure: Procedure, main: tuple[str, ...]) -> list[Recipe]:
    made = []
    for k in range(3, len(main) - 1):
        if main[k] in ("appraised", "mapped", "submitted"):
            made.append(
                Recipe(f"bỏ bước {k + 1}", procedure, main[:k] + main[k + 1 :], 0.004, cost=1, kinds=("SKIPPED",))
            )
    for k in range(3, len(main)):
        made.append(
            Recipe(f"thêm bước trước bước {k + 1}", procedure, (*main[:k], "stray", *main[k:]), 0.002, 1, ("INSERTED",))
        )
    for act in ("submitted", "signed"):
        k = main.index(act)
        made.append(Recipe(f"lặp {act}", procedure, (*main[: k + 1], *main[k:]), 0.004, 1, ("REPEATED",)))
    k = main.index("submitted")
    swapped = (*main[:k], main[k + 1], main[k], *main[k + 2 :])
    made.append(Recipe("ký duyệt trước trình ký", procedure, swapped, 0.005, 2, ("OUT_OF_ORDER",), tweak="same_day"))
    made.append(Recipe("ký sai chức danh", procedure, main, 0.004, 0, ("WRONG_ROLE",), ("R11",), tweak="wrong_role"))
    made.append(
        Recipe("ký khi đã thôi chức vụ", procedure, main, 0.004, 0, ("NO_COMPETENCE",), ("R11",), tweak="no_post")
    )
    k = main.index("released")
    reopened = (*main[: k + 1], "reopened", *main[k:])
    made.append(
        Recipe("mở lại hồ sơ", procedure, reopened, 0.004, 2, ("INSERTED", "REPEATED"), ("R13",), tweak="same_day")
    )
    early = (*main[:k], "digitised", "returned", "released")
    made.append(
        Recipe("trả trước khi có kết quả", procedure, early, 0.003, 2, ("OUT_OF_ORDER",), ("R09",), tweak="same_day")
    )
    bare = tuple(a for a in main if a != "digitised")
    made.append(Recipe("không số hóa kết quả", procedure, bare, 0.01, 1, ("SKIPPED",), ("R16",)))
    return made


def _attachments(procedure: Procedure, main: tuple[str, ...]) -> list[Recipe]:
    refused = (*main[:4], "refused")
    made = [
        Recipe("không có tệp kết quả", procedure, main, 0.004, signals=("R15",), tweak="no_file"),
        Recipe("ghi nhận lùi ngày", procedure, main, 0.004, signals=("R10",), tweak="late_record"),
        Recipe("đổi ngày hẹn", procedure, main, 0.004, signals=("R23",), tweak="moved_due"),
        Recipe("hẹn sai ngày", procedure, main, 0.004, signals=("R24",), tweak="wrong_due"),
        Recipe("từ chối không lý do", procedure, refused, 0.003, signals=("R17",), tweak="no_reason"),
        Recipe("chuyển chậm", procedure, main, 0.004, signals=("R18",), days={1: (1, 1)}, tweak="slow_transfer"),
        Recipe("ghi dồn một lúc", procedure, main, 0.002, signals=("R26",), tweak="same_second"),
    ]
    return made if procedure.total > 1 else [r for r in made if r.tweak != "slow_transfer"]


def _supplements(procedure: Procedure, main: tuple[str, ...]) -> list[Recipe]:
    if procedure.total < 8:
        return []
    twice = {1: (0, 0), 2: (0, 0), 3: (0, 1), 4: (0, 1), 5: (1, 6), 6: (0, 1), 7: (0, 0), 8: (1, 6)}
    once = {1: (0, 0), 2: (0, 1), 3: (0, 1), 4: (0, 1), 5: (1, 9)}
    late = {1: (0, 0), 2: (1, 1), 3: (2, 2), 4: (2, 2), 5: (1, 9)}
    return [
        Recipe(
            "bổ sung hai lần", procedure, _loop(main, 2), 0.006, signals=("R04",), days=twice, tweak="second_request"
        ),
        Recipe("yêu cầu bổ sung muộn", procedure, _loop(main, 1), 0.006, signals=("R05",), days=late),
        Recipe("bổ sung không nộp gì", procedure, _loop(main, 1), 0.004, signals=("R08",), days=once, tweak="no_paper"),
        Recipe("bổ sung không phiếu", procedure, _loop(main, 1), 0.004, signals=("R07",), days=once, tweak="no_slip"),
    ]
