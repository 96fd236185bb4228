"""What somebody may have counted: the dossiers of the bodies whose figures they may read, whether they may open one or not.

A body that delivers dossiers of its own is counted whole. One whose dossiers lie among those that another delivers (a division
of the department that runs the software) has those of the units that are its own by name counted, and nothing else of the
deliverer.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.dossier_counts import judged_as_of
from baro.records.queries.structures import structure
from baro.records.row_security.session import reading
from baro.rules.prescribed.name_order import sort_key
from baro.rules.prescribed.policy.scopes import Scope, dossiers_counted_in, figures_beside
from baro.rules.prescribed.structures import Structure, Under
from baro.rules.prescribed.work_kinds import WorkKind

READ = "figure.read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`figures`: a scope of the months that are counted already; `dossiers`: one of the rows, for counting them alone; `under`:
    the body whose units alone may be told of what lies in both, or are asked for (None: all of it); `as_of`: the latest moment
    that the dossiers tell of."""

    figures: Scope
    dossiers: Scope
    under: Under | None
    as_of: datetime


def counted_by(who: Asker, work: WorkKind = WorkKind.PROCEDURE, under: Under | None = None) -> Counted | None:
    """Say what somebody may have counted of what is asked for (`under`). None for whoever may read no figure, or where
    there are no dossiers. Where nothing of theirs is delivered whole, another body than their own parts is not told of:
    their first part is told instead."""
    figures = permission.scope(who, READ)
    is_of_part = under is not None and under.body in figures.inside
    as_of = None if is_of_part else _as_of(figures, work)
    if as_of is None and figures.inside:
        told = structure()
        under = _of_part(under if is_of_part else None, told, figures.inside, who.on)
        figures = figures_beside(figures, _delivering(told, under, figures.inside, who.on))
        as_of = _as_of(figures, work)
    if as_of is None:
        return None
    return Counted(figures=figures, dossiers=dossiers_counted_in(figures), under=under, as_of=as_of)


def _of_part(asked: Under | None, told: Structure, inside: frozenset[str], on: date) -> Under:
    """What is asked for, or the uppermost of some bodies on a day (of several, the first by name); of these bodies alone."""
    if asked is not None:
        return replace(asked, within=inside)
    tree = told.bodies.on(on)
    tops = [body for body in inside if inside.isdisjoint(set(tree.lineage(body)) - {body})]
    return Under(body=min(tops, key=lambda body: (_name(told, body, on), body)), within=inside)


def _name(told: Structure, body: str, on: date) -> str:
    term = told.bodies.term_on(body, on)
    return sort_key(term.name if term else body)


def _delivering(told: Structure, under: Under, inside: frozenset[str], on: date) -> frozenset[str]:
    """The bodies that deliver dossiers of parts which stand below them: one elsewhere that writes a part's name tells nothing."""
    tree = told.bodies.on(on)
    above = frozenset().union(*(tree.deliverers(body) for body in inside))
    return above & frozenset(told.units_of(under).some)


def _as_of(figures: Scope, work: WorkKind) -> datetime | None:
    if figures.is_empty:
        return None
    with reading():
        return judged_as_of(dossiers_counted_in(figures), work)
