"""Contradictions of an import are settled by a person: ours is kept, or theirs adopted, one by one or many at once.

Adopting never rewrites: the dossiers touched are laid, as the source tells them, into a segment of their own, and they alone
are judged anew. As with late entry, nobody lets a telling count alone that improves a figure: then each contradiction of
that dossier is proposed (`propose_theirs`), a second person approves, and the first carries it out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from baro.desk.by import By, Program, act_of
from baro.desk.dossier_states import JudgedDossiers, judge_dossiers
from baro.desk.import_sources import source_for
from baro.desk.log_source import LogInMemory
from baro.desk.permission import day_of
from baro.desk.prescription import PrescriptionOf
from baro.desk.reconciliation import digests_of, held_dossiers
from baro.desk.theirs import adopted, codes_of
from baro.desk.two_persons import Proposed, carried_out_act, propose, settled
from baro.records.ids import Ids
from baro.records.ids_made import new_id
from baro.records.ledger.bodies import moment
from baro.records.ledger.key_files import key_file, keys_folder
from baro.records.loading.differences import write_differences, write_settled
from baro.records.loading.dossier_file import write_dossiers
from baro.records.loading.hands import write_hands
from baro.records.loading.holding import RECEIVING, held
from baro.records.loading.known import places_in
from baro.records.loading.segments import clear, move_back, move_in, open_segment, seal, staging_folder
from baro.records.queries.dossiers import known_dossiers
from baro.records.queries.imports import (
    OpenConflict,
    Source,
    chosen_conflicts,
    is_received,
    latest_as_of,
    left_behind,
)
from baro.records.queries.proposals import Waiting, waiting_by_subject
from baro.records.queries.recorded import is_book
from baro.records.recording import record_all
from baro.records.writing import write_store
from baro.rules.judged.improvement import Effect, effects
from baro.rules.observed.acts import Act, Value
from baro.rules.observed.log import EventLog, milliseconds
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

MOST = 1_000  # at once, so that a page answers within a breath
OPERATION = "import.settle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What adopting theirs would do: the dossiers as they then are, judged, the effect on each, and what still needs a
    second person."""

    source: Source
    chosen: tuple[OpenConflict, ...]
    log: EventLog
    judged: JudgedDossiers
    effects: tuple[Effect, ...]
    as_of: datetime
    waiting: Mapping[str, Waiting]

    @property
    def improved(self) -> tuple[OpenConflict, ...]:
        """The contradictions of dossiers that would show a better figure."""
        better = {effect.code for effect in self.effects if effect.improves}
        return tuple(c for c in self.chosen if c.code in better)

    @property
    def unapproved(self) -> tuple[OpenConflict, ...]:
        """Those of them that no second person approved yet."""
        return tuple(c for c in self.improved if c.id not in self.waiting or not self.waiting[c.id].second)

    @property
    def ready(self) -> tuple[OpenConflict, ...]:
        """Those that can be adopted now: of dossiers of which nothing waits for a second person."""
        waits = {c.code for c in self.unapproved}
        return tuple(c for c in self.chosen if c.code not in waits)


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirsSettled:
    """Which contradictions were taken over, and how many proposals to take others over are new."""

    ready: tuple[str, ...]
    proposed: int


Approved = Callable[[Weighed, By, datetime], tuple[list[str], list[Act]]]
"""Gives the second persons of what improves a figure, and the acts that close their proposals."""


def keep_ours(ids: Sequence[str], reason: str, by: By, at: datetime) -> int:
    """Record that a person has looked at contradictions and why what we hold stands; return how many. Raises
    `Refused("access.…" | "import.none_chosen" | "import.no_conflict" | "import.no_reason" | "import.too_many_at_once")`;
    one of a source of which they may not know is not there."""
    chosen = _chosen(ids)
    sources = {code: source_for(code, OPERATION, by, at) for code in sorted({c.source for c in chosen})}
    _require_reason(reason)
    acts = [
        act_of(
            replace(by, unit=sources[one.source].unit), "import.conflict_settled", f"import_source/{one.source}", at,
            {"conflict": one.id}, {"reason": reason.strip()},
        )
        for one in chosen
    ]  # fmt: skip
    record_all(acts, at=at)
    return len(acts)


def weigh(ids: Sequence[str], prescription_of: PrescriptionOf, by: By, at: datetime) -> Weighed:
    """Find out what adopting theirs would do; nothing is recorded.

    Raises `Refused("access.…" | "import.none_chosen" | "import.no_conflict" | "import.too_many_at_once" |
    "import.one_source" | "import.adopt_…")`.
    """
    chosen = _chosen(ids)
    codes = {c.source for c in chosen}
    source = source_for(min(codes), OPERATION, by, at)
    if len(codes) > 1:
        raise Refused("import.one_source")
    ours = _held(source, codes_of(chosen))
    theirs = adopted(ours, chosen)
    as_of = latest_as_of(source.code)
    prescription = prescription_of(source)
    before, after = (judge_dossiers(LogInMemory(log), prescription, milliseconds(as_of)) for log in (ours, theirs))
    return Weighed(
        source=source, chosen=chosen, log=theirs, judged=after, as_of=as_of,
        effects=effects(list(theirs.cases.ids), before.states, after.states),
        waiting=waiting_by_subject(OPERATION, [c.id for c in chosen], day_of(at)),
    )  # fmt: skip


def propose_theirs(chosen: Sequence[OpenConflict], unit: str, by: By, at: datetime) -> int:
    """Propose to adopt theirs, where a second person must approve; return how many proposals are new. Raises
    `Refused("access.…")`."""
    if isinstance(by.asker, Program):
        raise Refused("access.second_needed")
    known = waiting_by_subject(OPERATION, [c.id for c in chosen], day_of(at))
    fresh = [c for c in chosen if c.id not in known or known[c.id].first != by.asker.person]
    for one in fresh:
        propose(adopting(one, unit), by.asker, at)
    return len(fresh)


def adopting(one: OpenConflict, unit: str) -> Proposed:
    """Say which telling is to be adopted, to be proposed first."""
    what = {"conflict": one.id, "choice": "theirs"}
    return Proposed(operation=OPERATION, subject=Subject(id=one.id, unit=unit), what=what)


def adopt_theirs(ids: Sequence[str], reason: str, prescription_of: PrescriptionOf, by: By, at: datetime) -> Weighed:
    """Record that the source's telling is taken over, and why: one act, all or none; the dossiers touched are judged anew.

    Raises as `weigh`, and `Refused("import.no_reason" | "access.second_needed" | "access.…")`.
    """
    return _adopt(ids, reason, prescription_of, by, at, _approved)


def settle_theirs(
    ids: Sequence[str], reason: str, prescription_of: PrescriptionOf, by: By, at: datetime
) -> TheirsSettled:
    """Take theirs over where one person may, and propose it where a second person must approve. Raises as `weigh`, and
    `Refused("import.no_reason" | "access.…")`."""
    found = weigh(ids, prescription_of, by, at)
    _require_reason(reason)
    proposed = propose_theirs(found.unapproved, found.source.unit, by, at)
    ready = tuple(one.id for one in found.ready)
    if ready:
        adopt_theirs(ready, reason, prescription_of, by, at)
    return TheirsSettled(ready=ready, proposed=proposed)


def adopt_taken_back(ids: Sequence[str], reason: str, prescription_of: PrescriptionOf, by: By, at: datetime) -> Weighed:
    """Take over what the program of a book kept here tells of dossiers of which persons took a step back: those acts had their
    second person already. Raises as `weigh`, and `Refused("access.denied")` for any other source or by a person."""
    if not isinstance(by.asker, Program) or not all(is_book(one.source) for one in _chosen(ids)):
        raise Refused("access.denied")
    return _adopt(ids, reason, prescription_of, by, at, lambda found, by, at: ([], []))


def _adopt(
    ids: Sequence[str], reason: str, prescription_of: PrescriptionOf, by: By, at: datetime, approved: Approved
) -> Weighed:
    _require_reason(reason)
    with held(RECEIVING):
        found = weigh(ids, prescription_of, by, at)
        seconds, closing = approved(found, by, at)
        name = new_id(at)
        _stage(found, name)
        folder = move_in(name, name)
        try:
            act = _act(found, name, seal(folder), seconds, reason, by, at)
            record_all([act, *closing], at=at)
        except Exception:
            if not is_received(name):
                move_back(name, name)
            raise
        finally:
            clear(name)
    return found


def _chosen(ids: Sequence[str]) -> tuple[OpenConflict, ...]:
    if not ids:
        raise Refused("import.none_chosen")
    if len(ids) > MOST:
        raise Refused("import.too_many_at_once", count=len(ids), most=MOST)
    return chosen_conflicts(ids)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("import.no_reason")


def _held(source: Source, codes: list[str]) -> EventLog:
    """The dossiers as they are held, in the order of their codes."""
    known = known_dossiers(source.code, codes)
    order = places_in(known.codes, Ids.of_texts(codes))
    return held_dossiers(known, np.asarray(order, np.int64), open_segment)


def _approved(found: Weighed, by: By, at: datetime) -> tuple[list[str], list[Act]]:
    """The second persons of what improves a figure, and the acts that close their proposals. Raises
    `Refused("access.…")`."""
    seconds: dict[str, None] = {}
    closing: list[Act] = []
    for one in found.improved:
        if isinstance(by.asker, Program) or one.id not in found.waiting:
            raise Refused("access.second_needed")
        proposal = found.waiting[one.id].id
        seconds[settled(proposal, adopting(one, found.source.unit), by.asker, at)] = None
        closing.append(carried_out_act(proposal, by.asker, at))
    return list(seconds), closing


def _stage(found: Weighed, name: str) -> None:
    """Write the dossiers, their states, and what is settled, where a segment is made."""
    folder, log, judged = staging_folder(name), found.log, found.judged
    write_store(folder, log)
    digests = digests_of(LogInMemory(log), key_file(keys_folder() / "import-digests.key"))
    write_dossiers(
        folder, Ids.of_texts(log.cases.ids), judged.states, judged.names, judged.processes, digests,
        log.cases.procedure, log.cases.channel,
    )  # fmt: skip
    write_hands(folder, (log,))
    write_differences(folder, (), (), ())
    write_settled(folder, [c.id for c in found.chosen], left_behind(found.chosen))


def _act(
    found: Weighed, name: str, segment_sha256: str, seconds: Sequence[str], reason: str, by: By, at: datetime
) -> Act:
    data: dict[str, Value] = {
        "adoption": name,
        "source": found.source.code,
        "segment_sha256": segment_sha256,
        "conflicts": len(found.chosen),
        "dossiers": len(found.effects),
        "improved": sum(effect.improves for effect in found.effects),
        "seconds": list(seconds),
        "as_of": moment(found.as_of),
    }
    acting = replace(by, unit=found.source.unit, second=seconds[0] if seconds else "")
    stream = f"import_source/{found.source.code}"
    return act_of(acting, "import.theirs_adopted", stream, at, data, {"reason": reason.strip()})
