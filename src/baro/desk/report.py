"""From a judged log to the supervision report and its summary: every figure is counted below, here it is put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from baro.desk.case_files import case_files
from baro.desk.findings import FIRST_SIGNAL
from baro.desk.judged import JudgedLog
from baro.rules.counted.indicators.registry import HEADLINE, OTHERS
from baro.rules.counted.reports.case_told import case_told
from baro.rules.counted.reports.causes import causes_table
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.reports.doubts import doubt_tables
from baro.rules.counted.reports.maps import process_maps
from baro.rules.counted.reports.sections import Grounds, sections_of
from baro.rules.counted.reports.signals_told import Rises, signal_lines
from baro.rules.counted.reports.summary import LogSize, Value, summary_of
from baro.rules.counted.reports.tables import (
    heat_table,
    month_table,
    person_table,
    procedure_table,
    step_table,
    unit_table,
)
from baro.rules.counted.told import SignalTold, Source, SupervisionReport
from baro.rules.judged.signals.registry import SIGNALS, missing
from baro.rules.observed.kinds import Kind
from baro.rules.observed.quality import Doubt, QualityFinding, QualityReport
from baro.rules.prescribed.in_force import contested
from baro.rules.prescribed.law.packs import pack_on

TITLE = "Báo cáo kết quả giám sát giải quyết hồ sơ"
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the inputs told: doubts, assumptions in words, sources, whether the log calls itself synthetic."""

    quality: QualityReport
    assumptions: tuple[str, ...]
    sources: tuple[Source, ...]
    synthetic: bool


def report_of(judged: JudgedLog, reading: Reading) -> tuple[SupervisionReport, dict[str, Value]]:
    """Make the report and its summary."""
    counted = judged.counted
    quality = with_unknown_steps(reading.quality, judged, reading.sources)
    signals = _signals(judged)
    headline = tuple(i.over(counted.cases) for i in HEADLINE)
    others = tuple(i.over(counted.cases) for i in OTHERS)
    grounds = Grounds(counted, judged.period, (*headline, *others), signals, quality.counts)
    sections = sections_of(grounds)
    size = LogSize(judged.source.case_count, judged.source.event_count, len(np.unique(judged.trace)))
    recorded = {"recorded_due", "recorded_ended"} <= judged.source.present
    summary = summary_of(
        size, counted, judged.period, (*headline, *others), signals, quality.counts, reading.sources, recorded
    )
    report = SupervisionReport(
        title=TITLE,
        agency=_agency(counted),
        lead=sections.lead,
        as_of=counted.as_of,
        period=judged.period,
        synthetic=reading.synthetic,
        sources=reading.sources,
        rules=_rules(judged),
        assumptions=(*reading.assumptions, *_assumptions(judged)),
        headline=headline,
        figures=others,
        tables=(
            unit_table(counted), procedure_table(counted), month_table(counted), step_table(counted),
            person_table(counted), heat_table(counted),
        ),
        causes=causes_table(counted),
        maps=process_maps(counted, [r.automaton for r in judged.court.ready]),
        signals=signals,
        cases=tuple(case_told(file) for file in case_files(judged)),
        quality=doubt_tables(quality),
        results=sections.results,
        shortcomings=sections.shortcomings,
        cause_sentences=sections.causes,
        proposals=sections.proposals,
    )  # fmt: skip
    return report, summary


def with_unknown_steps(quality: QualityReport, judged: JudgedLog, sources: Sequence[Source]) -> QualityReport:
    """Add the steps of the log that no process knows, once each, counted by events."""
    known = {t.label for p in judged.court.processes for t in p.net.transitions}
    times = judged.counted.tallies.step_count.sum(axis=0)
    names = judged.counted.names.activities
    unknown = [(a, int(times[k])) for k, a in enumerate(names) if a not in known and times[k]]
    if not unknown:
        return quality
    file = next((s.name for s in sources if s.role == "nhật ký"), "")
    told = tuple(
        QualityFinding(Doubt.UNKNOWN_STEP, file, "", 0, "", a, f"Không quy trình nào có bước này; xuất hiện {n} lần.")
        for a, n in unknown
    )
    counts = dict(quality.counts) | {Doubt.UNKNOWN_STEP: sum(n for _, n in unknown)}
    return QualityReport(counts, (*quality.findings, *told))


def _signals(judged: JudgedLog) -> tuple[SignalTold, ...]:
    has = judged.court.present
    shown = {Kind(k) for k in judged.counted.names.kinds.tolist()} | judged.court.foreseen
    lacking = {s.code: missing(s, has, shown) for s in SIGNALS}
    rises = {s.code: _rises(judged, FIRST_SIGNAL + k) for k, s in enumerate(SIGNALS)}
    return signal_lines(SIGNALS, rises, lacking)


def _rises(judged: JudgedLog, kind: int) -> Rises:
    case = judged.findings.case[judged.findings.kind == kind]
    distinct = np.unique(case)
    return Rises(len(distinct), len(case), tuple(judged.ids[int(k)] for k in distinct[:_EXAMPLES]))


def _agency(counted: Counted) -> str:
    if counted.offices is None:
        return ""
    tops = [u.name for u in counted.offices.units if not u.parent and not u.external]
    return tops[0] if len(tops) == 1 else ""


def _rules(judged: JudgedLog) -> tuple[str, ...]:
    setting = judged.court.setting
    packs = {pack.name: pack for day in judged.period if (pack := pack_on(day))}
    lines = [
        (
            f"Lịch xử lý “{setting.processing.calendar.name}”, lịch tiếp nhận “{setting.receiving.calendar.name}”, "
            f"múi giờ {setting.processing.calendar.zone}."
        )
    ]
    lines += [_pack_words(name, pack.rows) for name, pack in packs.items()]
    lines.append(
        "Chi phí đối chiếu: mỗi bước bỏ hoặc thêm tính 1; mức phù hợp bằng 1 trừ chi phí chia cho (số bước đã làm + số "
        "bước ít nhất của quy trình)."
    )
    lines.append(
        "Thời gian trễ tính trước hết cho bước quá hạn của chính nó, phần còn lại cho nơi giữ hồ sơ sau khi hết hạn; "
        "không tính cho người nộp (docs/rules/late-charge.md)."
    )
    return tuple(lines)


def _pack_words(name: str, rows: Sequence[object]) -> str:
    doubtful = sum(not getattr(row, "verified", True) for row in rows)
    note = f", trong đó {doubtful} dòng chưa kiểm chứng" if doubtful else ""
    return f"Bộ quy định {name}: {len(rows)} dòng có điều khoản{note}."


def _assumptions(judged: JudgedLog) -> list[str]:
    lines, names = [], judged.counted.names
    kinds = set(names.kinds.tolist())
    present = judged.source.present
    if Kind.RECEIVED not in kinds and "recorded_received" not in present:
        lines.append("Nhật ký không có bước tiếp nhận: sự kiện đầu tiên của hồ sơ được coi là tiếp nhận.")
    closing = {Kind.RELEASED, Kind.REFUSED, Kind.WITHDRAWN, Kind.STOPPED}
    if not kinds & closing:
        end = "ngày kết thúc mà nguồn ghi" if "recorded_ended" in present else "sự kiện cuối cùng"
        lines.append(f"Nhật ký không có bước kết thúc: {end} được coi là lúc xong.")
    if judged.court.prescription.offices is None:
        lines.append(
            "Không có danh sách đơn vị, chức danh: thẩm quyền chưa được kiểm tra, tổ chức lấy theo tên trong nhật ký."
        )
    lines += [
        f"Quy trình {a.code} phiên bản {a.version} và {b.code} phiên bản {b.version} cùng dùng cho một thủ tục, cùng ngày "
        f"hiệu lực; hồ sơ được đối chiếu với {b.code} phiên bản {b.version}."
        for a, b in contested(judged.court.processes)
    ]
    if not judged.court.processes:
        lines.append("Không có quy trình nào: các bước chưa được đối chiếu.")
    return lines
