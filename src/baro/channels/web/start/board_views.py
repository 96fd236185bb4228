"""The board for whoever may read figures: what the address asks for, and what the page shows of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest

from baro.channels.web.dossiers.list_views import READ
from baro.channels.web.dossiers.told import shown
from baro.channels.web.frame.works import works
from baro.channels.web.organisation.told import competent_told
from baro.channels.web.start.board_told import told
from baro.channels.wording.board_address import STRUCTURES, board_asked
from baro.channels.wording.body_lines import body_line, told_bodies
from baro.channels.wording.dossier_address import unit_word
from baro.channels.wording.periods import moment_told
from baro.desk import permission
from baro.desk.board import Board, board
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of
from baro.records.queries.dossier_lists import dossiers
from baro.records.queries.organisation import bodies
from baro.records.queries.people import service
from baro.records.queries.standing import asked_at
from baro.rules.prescribed.zones import VIETNAM, local_time

_OLDEST, _HEADS = 10, 3


def board_shown(request: HttpRequest, who: Asker) -> dict[str, Any]:
    """Give what the page shows of the board; nothing for whoever may read no figure, or where there are no dossiers."""
    asked = board_asked(request.GET.dict())
    found = board(who, asked.period, asked.until, asked.base, by=asked.by)
    if found is None:
        return {}
    opens = not permission.scope(who, READ).is_empty
    base = found.base
    there = replace(asked, base=base)
    return {
        **told(found, there, opens=opens, is_all=request.GET.get("tat-ca") == "1"),
        "asked": asked,
        "works": works(permission.scope(who, READ), base.work, lambda word: there.changed(loai=word)),
        "unit": unit_word(base.unit) if base.unit or base.without_unit else "",
        "structures": [(one.value, name, one is asked.by) for one, name in STRUCTURES.items()],
        "under": body_line(bodies(), base.under.body) if base.under else "",
        "body_lines": told_bodies(),
        "at": moment_told(found.at),
        "at_day": found.day,
        "as_of": local_time(found.as_of, VIETNAM),
        "all_units": there.changed(tat_ca="1"),
        "heads": _heads(of, found.day) if len(of := _answering(found)) <= _HEADS else [],
        "oldest": _oldest(who, found) if opens else [],
    }


def _answering(found: Board) -> tuple[str, ...]:
    """The bodies whose heads answer for what the board tells: those that deliver, or the part of one that alone is told."""
    under = found.base.under
    return (under.body,) if under and under.within is not None else found.bodies


def _oldest(who: Asker, found: Board) -> list[Any]:
    """The dossiers that are past due the longest, as a list shows them."""
    late = asked_at(found.at, found.base)["pending_late"]
    lines = dossiers(permission.scope(who, READ), late, None, _OLDEST)
    seen = seen_of(who, lines)
    return [shown(line, seen[line.id]) for line in lines]


def _heads(of: tuple[str, ...], on: date) -> list[tuple[str, str, str]]:
    """Who answered for each body on a day: the body, its name, the people with their titles."""
    known, serving = bodies(), service()
    found = []
    for body in of:
        term = known.term_on(body, on)
        people = competent_told(known, serving.heads(body, on))
        words = "; ".join(f"{one['name']}, {one['told'].title}" for one in people)
        if term is not None:
            found.append((body, term.name, words))
    return found
