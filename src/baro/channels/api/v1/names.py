"""Names that sources write: listed with whom they mean or may mean, said in bulk by the same act as on the page."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.asking import now
from baro.channels.api.v1 import name_shapes as given
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written
from baro.channels.wording.names_address import KINDS, PAGE, STATES, NamesAsked, found_in, names_asked
from baro.desk.by import By, unit_of
from baro.desk.name_matches import MATCH, Named, Saying, match_names, names_of, sources_to_match
from baro.desk.permission import Asker
from baro.records.queries.imports import Source
from baro.records.queries.source_names import Said, said_of
from baro.rules.prescribed.name_matches import NameKind, NameMatch, Outcome, SourceName
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Tên trong dữ liệu nguồn"])
_SAID = 200
_PLACE = "tu"


@router.get(
    "",
    response={200: given.NamePage, **PROBLEMS},
    summary="Tên mà một nguồn ghi",
    description="Như trang Tên trong dữ liệu, cùng những từ trong địa chỉ; 100 tên mỗi trang.",
)
def source_names(request: HttpRequest, asked: Query[given.NameQuery]) -> dict[str, Any]:
    """Give a page of the names that the address asks for."""
    there = _asked(request, words_of(request))
    found = found_in(names_of(there.source), there)
    behind = there.start + PAGE
    return {
        "source": there.source.code,
        "count": len(found),
        "items": [_told(one) for one in found[there.start : behind]],
        "next": f"{there.changed()}&{_PLACE}={behind}" if len(found) > behind else "",
    }


@router.get(
    "/said",
    response={200: list[given.NameSaid], **PROBLEMS},
    summary="Đã ghép tên nào, ai ghi, vì sao",
    description="Mới nhất trước; 200 lần gần nhất của một nguồn.",
)
def names_said(
    request: HttpRequest, source: str = Query(..., alias="nguon", description="Mã hệ thống nguồn.")
) -> list[dict[str, Any]]:
    """Give what was said of the names of a source."""
    found = _source(request.auth, source)  # type: ignore[attr-defined]
    return [_said(one) for one in said_of(found.code)[:_SAID]]


@router.post(
    "/match",
    response={200: given.NamesMatched, 400: Problem, **PROBLEMS},
    summary="Ghi tên là của đơn vị, người nào",
    description="Ghi trọn hoặc không tên nào. Không ai tự nói một tên là của chính mình; đổi tên đã ghép thì ghi lý do.",
)
def match_source_names(request: HttpRequest, asked: given.MatchNames, idempotency_key: str = KEY) -> dict[str, Any]:
    """Record whom names mean."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    if not asked.names:
        raise Refused("name.nothing")
    source = _source(who, asked.source)
    told = {
        SourceName(source=source.code, kind=NameKind(one.kind), name=one.name, unit=one.unit): one
        for one in asked.names
    }
    said = [Saying(written=name, outcome=Outcome(one.outcome), target=one.target) for name, one in told.items()]

    def act(by: By) -> str:
        return str(match_names(source.code, said, by, now(), valid_from=asked.valid_from, reason=asked.reason))

    count = written(request, idempotency_key, asked, unit_of(who, MATCH), act)
    items = [_told(one) for one in names_of(source) if one.written in told]
    return {"recorded": int(count), "items": items}


def _asked(request: HttpRequest, told: dict[str, str]) -> NamesAsked:
    """Read an address as its page does, but refuse what the page leaves out."""
    there = names_asked(told, sources_to_match(request.auth))  # type: ignore[attr-defined]
    understood = {"nguon", "tim"} | {
        word for word, choices in (("loai", KINDS), ("xem", STATES)) if told.get(word, "") in choices
    }
    require_understood(told, understood | ({_PLACE} if there.start else set()))
    return there


def _source(who: Asker, code: str) -> Source:
    """A source that the asker may see. Raises `Refused("import.no_source")`."""
    found = next((one for one in sources_to_match(who) if one.code == code), None)
    if found is None:
        raise Refused("import.no_source", source=code.replace("\0", ""))
    return found


def _told(one: Named) -> dict[str, Any]:
    match = one.match
    is_unit = one.written.kind is NameKind.UNIT
    return _name(one.written) | {
        "dossiers": one.dossiers,
        "outcome": match.outcome if match else Outcome.OPEN,
        "target": match.target if match else "",
        "valid_from": match.valid_from if match else None,
        "is_outside": is_unit and match is not None and _is_outside(match),
        "proposal": one.proposal.target if one.proposal else "",
        "likeness": one.proposal.likeness.name.lower() if one.proposal else "",
    }


def _is_outside(match: NameMatch) -> bool:
    return bool(match.target) and not match.inside


def _said(one: Said) -> dict[str, Any]:
    told = {name: getattr(one.match, name) for name in ("outcome", "target", "valid_from")}
    return _name(one.match.written) | told | {"by": one.by, "at": one.at, "reason": one.reason}


def _name(written: SourceName) -> dict[str, Any]:
    return {"kind": written.kind, "name": written.name, "unit": written.unit}
