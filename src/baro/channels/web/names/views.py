"""The names that a source writes: listed with their dossiers and proposals, said in bulk, changed for a reason."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.names.told import Targets, by_key, shown
from baro.channels.web.organisation.asking import read_day
from baro.channels.web.organisation.choices import body_lines
from baro.channels.web.organisation.named import holders_named
from baro.channels.wording import sentence
from baro.channels.wording.names_address import KINDS, PAGE, STATES, NamesAsked, found_in, names_asked, state_of
from baro.channels.wording.source_names import KINDS as KIND_WORDS
from baro.channels.wording.source_names import OUTCOMES
from baro.desk import permission
from baro.desk.name_matches import MATCH, Named, Saying, match_names, names_of, sources_to_match
from baro.desk.permission import Asker
from baro.records.queries.source_names import Said, said_of
from baro.rules.prescribed.name_matches import Outcome
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, local_time

_ACTS = {"ghep": Outcome.OURS, "khong": Outcome.NOT_OURS, "bo": Outcome.OPEN}
_SAID = 20


@require_safe
@asks
def names(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the names that the address asks for."""
    return _page(request, who, request.GET)


@require_POST
@asks
def match(request: HttpRequest, who: Asker) -> HttpResponse:
    """Record whom the chosen names mean, all or none."""
    told = request.POST
    asked = names_asked(told.dict(), sources_to_match(who))
    every = names_of(asked.source)
    since, reason = told.get("tu-ngay", "").strip(), told.get("ly-do", "")
    day = read_day(since) if since else None
    try:
        if since and day is None:
            return _page(
                request, who, told, wrong="Ngày chưa đúng; xin ghi dạng 25/04/2024, hoặc để trống.", status=422
            )
        said = _said(told, every, asked)
        count = match_names(asked.source.code, said, by_of(who, MATCH), now(), valid_from=day, reason=reason)
    except Refused as refusal:
        if refusal.code.startswith("access."):
            raise
        return _page(request, who, told, wrong=sentence(refusal), status=422)
    messages.success(request, f"Đã ghi {count} tên." if count else "Không có gì mới để ghi.")
    return redirect(reverse("source_names") + asked.changed())


def _said(told: QueryDict, every: list[Named], asked: NamesAsked) -> list[Saying]:
    """What the form says. Raises `Refused("name.…")`."""
    if "moi-de-nghi" in told:
        return [
            Saying(written=one.written, outcome=Outcome.OURS, target=one.proposal.target)
            for one in found_in(every, asked)
            if one.proposal
        ]
    known, chosen = by_key(every), told.getlist("chon")
    outcome = _ACTS.get(told.get("viec", ""), Outcome.OURS)
    if not chosen:
        raise Refused("name.nothing")
    if missing := [key for key in chosen if key not in known]:
        raise Refused("name.unknown", name=missing[0])
    targets = Targets(asked.source)
    found = [(known[key].written, told.get(f"la-{key}", "").strip()) for key in chosen]
    return [
        Saying(written=written, outcome=outcome, target=targets.meant(written, text) if outcome is Outcome.OURS else "")
        for written, text in found
    ]


def _page(request: HttpRequest, who: Asker, told: QueryDict, wrong: str = "", status: int = 200) -> HttpResponse:
    known = sources_to_match(who)
    if not known:
        return render(request, "names/none.html", {})
    asked = names_asked(told.dict(), known)
    every, targets = names_of(asked.source), Targets(asked.source)
    found = found_in(every, asked)
    part = found[asked.start : asked.start + PAGE]
    may = permission.allows(who, MATCH, Subject(id=asked.source.code, unit=asked.source.unit))
    shown_here: dict[str, Any] = {
        "asked": asked,
        "sources": known,
        "kinds": [(asked.changed(loai=w), KIND_WORDS[k], _count(every, k), w == asked.kind) for w, k in KINDS.items()],
        "states": _states(every, asked),
        "lines": [(line, told.get(f"la-{line.key}")) for line in (shown(one, targets) for one in part)],
        "chosen": told.getlist("chon"),
        "is_units": asked.kind == "don-vi",
        "count": len(found),
        "proposed": sum(one.proposal is not None for one in found),
        "may_match": may,
        "body_lines": body_lines() if may and asked.kind == "don-vi" else [],
        "person_lines": targets.person_lines if may and asked.kind == "nguoi" else [],
        "said": _told(said_of(asked.source.code)[:_SAID], targets),
        "since": told.get("tu-ngay", ""),
        "reason": told.get("ly-do", ""),
        "next": f"{asked.changed()}&tu={asked.start + PAGE}" if len(found) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
        "unsaid": sum(state_of(one) == "chua" for one in every if one.written.kind is KINDS[asked.kind]),
        "wrong": wrong,
    }
    return render(request, "names/list.html", shown_here, status=status)


def _count(every: list[Named], kind: str) -> int:
    return sum(one.written.kind == kind for one in every)


def _states(every: list[Named], asked: NamesAsked) -> list[tuple[str, str, int, bool]]:
    mine = [state_of(one) for one in every if one.written.kind is KINDS[asked.kind]]
    counts: Mapping[str, int] = {word: mine.count(word) if word else len(mine) for word in STATES}
    return [(asked.changed(xem=word), name, counts[word], word == asked.state) for word, name in STATES.items()]


def _told(said: Iterable[Said], targets: Targets) -> list[tuple[Any, str, str, str, str, date | None, str]]:
    """What was said, the last first: when, of which name, whom it means, by whom, why."""
    said = list(said)
    named = holders_named({one.by for one in said})
    return [
        (
            local_time(one.at, VIETNAM), one.match.written.name, one.match.written.unit,
            targets.line(one.match.written.kind, one.match.target) if one.match.target else OUTCOMES[one.match.outcome],
            named[one.by], one.match.valid_from, one.reason,
        )
        for one in said
    ]  # fmt: skip
