"""Plan a synthetic year as columns: who did what when, and the truth about each dossier.

Days are indexes into a list of working days; moments are local minutes since 1970-01-01T00:00 plus seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from baro.channels.demo.recipes import Recipe, recipes_of
from baro.channels.demo.world import ACTS, PEOPLE_PER_BRANCH, PROCEDURES, ROLE_TAX, Procedure, seats_of

Ints = npt.NDArray[np.int64]

ACT_KEYS = tuple(ACTS)
CLASSES = ("early", "on_time", "late", "pending_on_time", "pending_late")
FORMER = -2  # the seat of the branch's former leader
TAX_SEAT = -3
CASES_PER_BRANCH = 2_250
_EVENT, _ACT, _SEAT = np.int32, np.int8, np.int8  # seconds since 1970 fit until 2038
_SHIFT = np.array([480, 810])  # starts of the morning and afternoon shifts (minute of the day)


@dataclass(frozen=True, slots=True)
class Plan:
    """Events and cases of a year. Event columns share one length, case columns another; `case` is an index."""

    case: Ints
    act: Ints
    second: Ints  # local seconds since 1970
    seat: Ints
    recorded: Ints  # local seconds
    due_shown: Ints  # local day number
    branch: Ints  # per case
    procedure: Ints
    applicant: Ints
    appointed: Ints  # local day number on the receipt slip
    recipe: Ints
    received_day: Ints
    ended: npt.NDArray[np.bool_]
    time_class: Ints  # index into CLASSES
    late_days: Ints
    overrun: npt.NDArray[np.bool_]  # a step over its limit
    recipes: tuple[Recipe, ...]


def plan_year(
    cases: int,
    seed: int,
    working_days: Ints,
    year_days: tuple[int, int],
    procedures: Sequence[Procedure] = PROCEDURES,
) -> Plan:
    """Plan `cases` dossiers received on the working days of a year [first, last] (day numbers)."""
    rng = np.random.default_rng(seed)
    recipes = tuple(r for p in procedures for r in recipes_of(p))
    weights = np.array([r.weight * r.procedure.share for r in recipes])
    chosen = np.sort(rng.choice(len(recipes), size=cases, p=weights / weights.sum()))
    first, last = np.searchsorted(working_days, [year_days[0], year_days[1] + 1])
    counts = np.bincount(chosen, minlength=len(recipes))
    parts = [
        _follow(r, k, int(n), rng, working_days, (int(first), int(last)), cases)
        for k, (r, n) in enumerate(zip(recipes, counts, strict=True))
        if n
    ]
    return _joined(parts, recipes)


@dataclass(slots=True)
class _Part:
    acts: Ints
    second: Ints  # n x L, as are all up to `seen`; small integers, for a year has millions of events
    seat: Ints
    recorded: Ints
    due_shown: Ints
    seen: npt.NDArray[np.bool_]  # happened up to the as-of day
    branch: Ints
    procedure: Ints
    applicant: Ints
    appointed: Ints
    recipe: Ints
    received_day: Ints
    ended: npt.NDArray[np.bool_]
    time_class: Ints
    late_days: Ints
    overrun: npt.NDArray[np.bool_]


def _follow(
    recipe: Recipe, number: int, n: int, rng: np.random.Generator, days: Ints, span: tuple[int, int], cases: int
) -> _Part:
    # Planted dossiers are received early enough in the year to be finished in it.
    latest = span[1] - 62 if recipe.planted else span[1]
    received = rng.integers(span[0], max(latest, span[0] + 1), size=n)
    lasting = _lasting(recipe, n, rng)
    day = received[:, None] + np.cumsum(lasting, axis=1)
    branch = rng.integers(0, max(2, cases // CASES_PER_BRANCH), size=n)
    acts = np.array([ACT_KEYS.index(a) for a in recipe.acts])
    second = _seconds(recipe, day, days, rng)
    last_seen = span[1] - 1
    due = _due(recipe, day, last_seen)
    end = _end_position(recipe)
    ended = day[:, end] <= last_seen
    waiting = ~ended & _waiting(recipe, day, last_seen)
    at = np.where(ended, day[:, end], last_seen)
    late = np.maximum(at - due, 0) * (ended | ~waiting)
    klass = np.where(ended, np.sign(at - due) + 1, np.where((due >= last_seen) | waiting, 3, 4))
    appointed = days[due]
    shown = _due_shown(recipe, day, days)
    if recipe.tweak == "wrong_due":
        appointed = days[due + 2]
        shown = shown + 0  # the slip alone is wrong
    return _Part(
        acts=acts.astype(_ACT),
        second=second.astype(_EVENT),
        seat=_seats(recipe, n, rng).astype(_SEAT),
        recorded=_recorded(recipe, second, rng).astype(_EVENT),
        due_shown=shown.astype(_EVENT),
        seen=day <= last_seen,
        branch=branch,
        procedure=np.full(n, PROCEDURES.index(recipe.procedure)),
        applicant=rng.integers(1, 40 * cases + 1000, size=n),
        appointed=appointed,
        recipe=np.full(n, number),
        received_day=days[received],
        ended=ended,
        time_class=klass,
        late_days=late,
        overrun=_overrun(recipe, lasting, day, last_seen),
    )


def _lasting(recipe: Recipe, n: int, rng: np.random.Generator) -> Ints:
    """Working days each act took, n x L; within each step's limit unless the recipe plants more."""
    length = len(recipe.acts)
    lasting = np.zeros((n, length), dtype=np.int64)
    for k, act in enumerate(recipe.acts):
        low, high = recipe.days.get(k, (0, recipe.procedure.limits.get(act, 0)))
        lasting[:, k] = rng.integers(low, high + 1, size=n)
    _answer_in_time(recipe, lasting)
    if recipe.tweak == "same_second":
        lasting[:] = 0
    if recipe.tweak == "same_day":  # the disturbed tail happens within one day
        lasting[:, recipe.acts.index("submitted") if "submitted" in recipe.acts else length :] = 0
        lasting[:, min(recipe.acts.index("signed"), recipe.acts.index("submitted")) :] = 0
    if recipe.late_at:
        k = recipe.acts.index(recipe.late_at)
        end = _end_position(recipe)
        others = lasting[:, : end + 1].sum(axis=1) - lasting[:, k]
        lasting[:, k] = recipe.procedure.total + rng.integers(3, 13, size=n) - others
    return lasting


def _answer_in_time(recipe: Recipe, lasting: Ints) -> None:
    """What is done while the other agency is asked is part of the time it has to answer."""
    if "tax_answered" in recipe.acts:
        asked, answered = recipe.acts.index("tax_sent"), recipe.acts.index("tax_answered")
        meanwhile = lasting[:, asked + 1 : answered].sum(axis=1)
        lasting[:, answered] = np.maximum(lasting[:, answered] - meanwhile, 0)


def _end_position(recipe: Recipe) -> int:
    ends = [k for k, a in enumerate(recipe.acts) if a in ("released", "refused")]
    return ends[-1]


def _due(recipe: Recipe, day: Ints, last_seen: int) -> Ints:
    """The working-day index at which the clock runs out, counted from receipt or the last restart that was seen."""
    start = day[:, 0]
    for k, act in enumerate(recipe.acts):
        if act == "supplied":
            start = np.where(day[:, k] <= last_seen, day[:, k], start)
    return start + recipe.procedure.total


def _waiting(recipe: Recipe, day: Ints, last_seen: int) -> npt.NDArray[np.bool_]:
    waits = np.zeros(len(day), dtype=bool)
    for k, act in enumerate(recipe.acts):
        if act == "asked":
            waits |= (day[:, k] <= last_seen) & (day[:, k + 1] > last_seen)
    return waits


def _overrun(recipe: Recipe, lasting: Ints, day: Ints, last_seen: int) -> npt.NDArray[np.bool_]:
    over = np.zeros(len(lasting), dtype=bool)
    for k, act in enumerate(recipe.acts):
        limit = recipe.procedure.limits.get(act)
        if k and limit is not None:
            over |= (lasting[:, k] > limit) & (day[:, k] <= last_seen)
    return over


def _seconds(recipe: Recipe, day: Ints, days: Ints, rng: np.random.Generator) -> Ints:
    """Moments within working hours, rising within a day because later acts take later slots of it."""
    n, length = day.shape
    slot = (np.arange(length) + rng.random((n, length))) * (480 / (length + 1))
    work_seconds = (slot * 60).astype(np.int64)
    if recipe.tweak == "same_second":
        work_seconds[:] = work_seconds[:, :1]
    afternoon = work_seconds >= 240 * 60
    clock = np.where(afternoon, work_seconds - 240 * 60 + 810 * 60, work_seconds + 480 * 60)
    return days[day] * 86_400 + clock


def _seats(recipe: Recipe, n: int, rng: np.random.Generator) -> Ints:
    """Who did each act: one person per role and dossier, except where a wrong one is planted."""
    chosen: dict[str, Ints] = {}
    seats = np.zeros((n, len(recipe.acts)), dtype=np.int64)
    for k, act in enumerate(recipe.acts):
        role = ACTS[act].role
        if role == ROLE_TAX:
            seats[:, k] = TAX_SEAT
            continue
        held = seats_of(role)
        seats[:, k] = chosen.setdefault(role, rng.integers(held.start, held.stop, size=n))
    if recipe.tweak in ("wrong_role", "no_post"):
        k = recipe.acts.index("signed")
        seats[:, k] = FORMER if recipe.tweak == "no_post" else seats[:, recipe.acts.index("submitted")]
    return seats


def _recorded(recipe: Recipe, second: Ints, rng: np.random.Generator) -> Ints:
    recorded = second + rng.integers(0, 600, size=second.shape)
    if recipe.tweak == "late_record":
        recorded[:, recipe.acts.index("released")] += 5 * 86_400
    return recorded


def _due_shown(recipe: Recipe, day: Ints, days: Ints) -> Ints:
    """The due date that the source shows after each act."""
    due = days[np.repeat(day[:, :1], day.shape[1], axis=1) + recipe.procedure.total]
    for k, act in enumerate(recipe.acts):
        if act == "supplied":
            due[:, k:] = days[day[:, k : k + 1] + recipe.procedure.total]
        if act == "apologised":
            due[:, k:] = days[np.searchsorted(days, due[:, k : k + 1]) + 15]
    if recipe.tweak == "moved_due":
        k = recipe.acts.index("submitted")
        due[:, k:] = days[np.searchsorted(days, due[:, k : k + 1]) + 3]
    return due


def _joined(parts: list[_Part], recipes: tuple[Recipe, ...]) -> Plan:
    """Number the dossiers by moment of receipt and lay their events end to end."""

    def per_case(name: str) -> Ints:
        return np.concatenate([getattr(p, name) for p in parts])

    received = np.concatenate([p.second[:, 0] for p in parts])
    order = np.argsort(received, kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    starts = np.cumsum([0, *(len(p.branch) for p in parts)])
    ranks = [rank[a:b].astype(_EVENT) for a, b in pairwise(starts)]
    case = np.concatenate([np.repeat(r, p.acts.size) for r, p in zip(ranks, parts, strict=True)])
    kept = np.argsort(case, kind="stable")
    kept = kept[np.concatenate([p.seen.ravel() for p in parts])[kept]]
    acts = np.concatenate([np.tile(p.acts, len(p.branch)) for p in parts])
    events = {"case": case[kept], "act": acts[kept]}
    for name in ("second", "seat", "recorded", "due_shown"):  # one column at a time: only one lies there twice
        events[name] = np.concatenate([getattr(p, name).ravel() for p in parts])[kept]
    names = ("branch", "procedure", "applicant", "appointed", "recipe", "received_day", "ended", "time_class")
    return Plan(
        **events,
        **{k: per_case(k)[order] for k in (*names, "late_days", "overrun")},
        recipes=recipes,
    )


__all__ = ["ACT_KEYS", "CLASSES", "FORMER", "PEOPLE_PER_BRANCH", "TAX_SEAT", "Plan", "plan_year"]
