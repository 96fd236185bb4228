"""One dossier in full, judged again by the readable rules from its held events: what its page tells."""

from dataclasses import dataclass, replace

import numpy as np

from baro.desk import permission
from baro.desk.case_files import case_files
from baro.desk.judged import judge_log
from baro.desk.log_source import LogInMemory
from baro.desk.permission import Asker
from baro.desk.prescription import Prescription, PrescriptionOf, Scope
from baro.desk.reconciliation import held_dossiers
from baro.desk.seeing import seen_of
from baro.records.ids import Ids
from baro.records.loading.known import places_in
from baro.records.loading.segments import open_segment
from baro.records.queries.dossier_lists import Line, dossier
from baro.records.queries.dossiers import known_dossiers
from baro.records.queries.imports import find_source
from baro.rules.counted.reports.case_told import CaseFile, case_told
from baro.rules.counted.reports.maps import process_maps
from baro.rules.counted.told import CaseTold, ProcessMap
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.judged.signals.signal import Signal
from baro.rules.observed.log import milliseconds
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import hides
from baro.rules.prescribed.refusals import Refused

_READ = "dossier.read"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFile:
    """A dossier as the list has it, told in full as of the same moment; `seen`: up to which class; `raised`: the red flags,
    each with its question to the unit, "" where only all dossiers together could say how much; `map`: its way through the
    approved process, None if none was in force."""

    line: Line
    told: CaseTold
    seen: Decision
    raised: tuple[tuple[Signal, str], ...]
    map: ProcessMap | None


def dossier_file(dossier_id: str, who: Asker, prescription_of: PrescriptionOf) -> DossierFile:
    """Open a dossier. Raises `Refused("access.not_found")` also for one that the asker may not see, or what its approved
    processes refuse."""
    line = dossier(permission.scope(who, _READ), dossier_id)
    source = find_source(line.source) if line else None
    if line is None or source is None:
        raise Refused("access.not_found")
    seen = seen_of(who, [line])[line.id]
    file, map_ = _judged(line, prescription_of(source))
    told = case_told(file if _shows_persons(seen) else _without_persons(file))
    asked = dict(told.questions)
    flags = tuple(
        (signal, asked.get(signal.code, "")) for signal in SIGNALS if line.signals >> int(signal.code[1:]) & 1
    )
    return DossierFile(line=line, told=told, seen=seen, raised=flags, map=map_)


def _judged(line: Line, prescription: Prescription) -> tuple[CaseFile, ProcessMap | None]:
    known = known_dossiers(line.source, [line.code])
    places = np.asarray(places_in(known.codes, Ids.of_texts([line.code])), np.int64)
    log = held_dossiers(known, places, open_segment)
    scope = Scope(as_of=milliseconds(line.as_of), cases=(line.code,))
    judged = judge_log(LogInMemory(log), prescription, scope)
    maps = process_maps(judged.counted, [ready.automaton for ready in judged.court.ready], 1)
    return case_files(judged)[0], maps[0] if maps else None


def _shows_persons(seen: Decision) -> bool:
    return not hides(seen, "told_event", "actor")


def _without_persons(file: CaseFile) -> CaseFile:
    """The same without the names of who did what: by units alone."""
    events = tuple(replace(event, actor="") for event in file.case.events)
    held = tuple(replace(segment, person="") for segment in file.split.segments)
    split = replace(file.split, segments=held, tail=replace(file.split.tail, person=""))
    return replace(file, case=replace(file.case, events=events), split=split)
