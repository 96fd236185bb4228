"""What a list of dossiers is asked for, in words."""

from collections.abc import Iterator

from baro.channels.web.organisation.named import body_named
from baro.channels.wording.dossier_address import NO_UNIT, STATES, Address
from baro.channels.wording.dossier_columns import COLUMNS
from baro.records.queries.dossier_lists import Asked
from baro.records.queries.organisation import bodies
from baro.rules.counted.reports.tables import DEVIATION_WORDS
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.prescribed.structures import Under
from baro.rules.prescribed.work_kinds import WorkKind


def told_of(there: Address) -> str:
    """Say which dossiers, in which columns."""
    what = "công việc nội bộ" if there.asked.work is WorkKind.INTERNAL else "hồ sơ"
    of = f"{what} {there.meant or STATES[there.state][0].lower()}" if there.meant or there.state else f"mọi {what}"
    return "; ".join((of, *_fields(there.asked), *(told for told, _ in others(there)), *_columns(there)))


def others(there: Address) -> Iterator[tuple[str, str]]:
    """What else is asked for and stands in no field: how it is called, and the address without it."""
    asked = there.asked
    if asked.holder is not None:
        kind, unit = asked.holder
        held = "người nộp hồ sơ" if kind == HolderKind.APPLICANT else unit or "không rõ"
        yield f"đang giữ: {held}", there.changed(giu="")
    if asked.body:
        yield body_named(asked.body), there.changed(co_quan="")
    if asked.under is not None:
        yield under_told(asked.under), there.changed(thuoc="", chi="", co_cau="")
    if asked.source:
        yield f"nguồn {asked.source}", there.changed(nguon="")


def under_told(under: Under) -> str:
    """Say of which body, with which units."""
    known = under.body in bodies().by_id
    name = body_named(under.body) if known else f"“{under.body}” (không có đơn vị nào như vậy)"
    of = "" if not known else " và các đơn vị trực thuộc" if under.below else ", không kể đơn vị trực thuộc"
    days = [f"tên theo ngày {under.on:%d/%m/%Y}"] if under.on else []
    days += [f"quy về cơ cấu ngày {under.later:%d/%m/%Y}"] if under.later else []
    return "; ".join([f"thuộc {name}{of}", *days])


def _fields(asked: Asked) -> Iterator[str]:
    """What stands in the fields of the page."""
    if asked.code:
        yield f"mã bắt đầu bằng {asked.code}"
    if asked.unit or asked.without_unit:
        yield f"đơn vị {asked.unit or NO_UNIT}"
    if asked.procedure:
        yield f"thủ tục {asked.procedure}"
    if asked.signal is not None:
        yield f"dấu hiệu R{asked.signal:02}"
    if asked.deviation is not None:
        yield f"sai lệch: {DEVIATION_WORDS[DeviationKind(asked.deviation)].lower()}"


def _columns(there: Address) -> Iterator[str]:
    if there.columns:
        yield "cột: " + ", ".join(column.title.lower() for column in COLUMNS if column.word in there.columns)
