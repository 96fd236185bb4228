"""What contradicts and waits for a person: ours is kept or theirs adopted, one or many at once; what makes a figure better
waits for a second person."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.asking import asks, now
from baro.channels.web.imports.asking import by, seen_of, visible_sources
from baro.channels.wording.import_differences import field_words, value_words
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.settling import MOST, OPERATION, Weighed, keep_ours, settle_theirs, weigh
from baro.desk.two_persons import approve
from baro.records.queries.imports import (
    OpenConflict,
    chosen_conflicts,
    open_conflict_counts,
    open_conflict_ids,
    open_conflicts,
)
from baro.records.queries.proposals import Waiting, waiting_by_subject
from baro.rules.counted.reports.case_told import STATES
from baro.rules.judged.improvement import Effect
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.refusals import Refused

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """A contradiction in words, and how far a proposal about it is: "", "proposed" or "approved"."""

    id: str
    code: str
    step: str
    ours: str
    theirs: str
    row: int
    state: str
    is_mine: bool


@require_safe
@asks
def conflicts(request: HttpRequest, who: Asker) -> HttpResponse:
    """List what contradicts and waits for a person, of one source or of all that the asker sees."""
    visible = visible_sources(who)
    known = {source.code: source.name for source in visible}
    sees = {source.code: seen_of(who, source) for source in visible}
    chosen = request.GET.get("nguon", "")
    codes = [chosen] if chosen in known else sorted(known)
    found = [c for code in codes for c in open_conflicts(code, most=_SHOWN)][:_SHOWN]
    counts = {code: n for code, n in open_conflict_counts().items() if code in known}
    waiting = waiting_by_subject(OPERATION, [c.id for c in found], who.on)
    told = {
        "conflicts": [_shown(c, waiting.get(c.id), who, sees[c.source]) for c in found],
        "count": sum(n for code, n in counts.items() if code in codes),
        "sources": [(code, known[code], n) for code, n in sorted(counts.items())],
        "chosen": codes[0] if len(codes) == 1 else "",
        "may_settle": permission.allows(who, OPERATION),
        "may_approve": any(not w.second and w.first != who.person for w in waiting.values())
        and permission.allows(who, "proposal.approve"),
    }
    return render(request, "imports/conflicts.html", told)


@require_POST
@asks
def settle(request: HttpRequest, who: Asker) -> HttpResponse:
    """Keep ours, or show what adopting theirs would do and record it when confirmed."""
    ids, reason, acting = _ids(request), request.POST.get("reason", ""), by(who)
    if request.POST.get("choice") != "theirs":
        count = keep_ours(ids, reason, acting, now())
        messages.success(request, f"Đã ghi: giữ dữ liệu đang có ở {count} chỗ.")
        return redirect("import_conflicts")
    prescription_of = import_string(settings.PRESCRIPTION_OF)
    if "confirm" not in request.POST:
        return _previewed(request, weigh(ids, prescription_of, acting, now()), reason)
    settled = settle_theirs(ids, reason, prescription_of, acting, now())
    told = [f"Đã theo tệp ở {len(settled.ready)} chỗ."] if settled.ready else []
    told += [f"Đã đề nghị người thứ hai duyệt {settled.proposed} chỗ làm số liệu tốt lên."] if settled.proposed else []
    messages.success(request, " ".join(told) or "Chưa ghi gì: các chỗ này đang chờ người thứ hai duyệt.")
    return redirect("import_conflicts")


@require_POST
@asks
def approve_theirs(request: HttpRequest, who: Asker) -> HttpResponse:
    """Approve, as the second person, that theirs is adopted where somebody proposed it."""
    seen = {source.code for source in visible_sources(who)}
    chosen = [c for c in chosen_conflicts(_ids(request)) if c.source in seen]
    waiting = waiting_by_subject(OPERATION, [c.id for c in chosen], who.on)
    mine = [w for w in waiting.values() if not w.second and w.first != who.person]
    if not mine:
        raise Refused("import.no_conflict", conflict="")
    for one in mine:
        approve(one.id, who, now())
    messages.success(request, f"Đã duyệt {len(mine)} đề nghị theo tệp; người đề nghị ghi sau đó.")
    return redirect("import_conflicts")


def _ids(request: HttpRequest) -> list[str]:
    """The contradictions chosen; all that wait of a source, where the form says so."""
    source = request.POST.get("all", "")
    return list(open_conflict_ids(source, MOST)) if source else sorted(set(request.POST.getlist("conflict")))


def _previewed(request: HttpRequest, found: Weighed, reason: str) -> HttpResponse:
    told: dict[str, Any] = {
        "found": found,
        "effects": [_effect(e) for e in found.effects[:_SHOWN]],
        "shown": _SHOWN,
        "better": sum(e.improves for e in found.effects),
        "waits": len(found.unapproved),
        "reason": reason,
        "ids": [c.id for c in found.chosen],
    }
    return render(request, "imports/adopting.html", told)


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "code": effect.code,
        "before": STATES[effect.before],
        "after": STATES[effect.after],
        "figures": (effect.late_days, effect.deviations, effect.questions),
        "improves": effect.improves,
    }


def _shown(c: OpenConflict, waiting: Waiting | None, who: Asker, seen: Decision) -> ShownConflict:
    state = "" if waiting is None else "approved" if waiting.second else "proposed"
    is_mine = waiting is not None and waiting.first == who.person
    ours, theirs = (value_words(c.field, told, seen) for told in (c.ours, c.theirs))
    return ShownConflict(c.id, c.code, field_words(c.field), ours, theirs, c.row, state, is_mine)
