"""What stands in each numbered form of a dossier (`rules/prescribed/dossier_forms.py`), for a document or the printer.

The circular's own layouts were not read: the contents are those that domain sources name, in an order of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baro.rules.counted.told import Column, Measure, Minutes, Table
from baro.rules.prescribed.dossier_forms import Form, FormRow

_Section = tuple[str, tuple[str, ...], Table | None]
_BLANK = "………………"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold:
    """A step with its names: local moments; `who` did it or has the dossier since, "" if not told or not to be seen."""

    number: int
    activity: str
    occurred_at: datetime
    recorded_at: datetime
    unit: str
    who: str
    document: str = ""
    due_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierTold:
    """A dossier with its names, for a form: local moments; what may not be seen is ""."""

    agency: str
    code: str
    procedure: str
    applicant: str
    contact: str
    address: str
    papers: str
    channel: str
    received_at: datetime
    received_by: str
    due_on: date | None
    steps: tuple[StepTold, ...]
    synthetic: bool = False


def form_told(row: FormRow, dossier: DossierTold, step: StepTold | None, at: datetime) -> Minutes:
    """Write a form; `step` is the one that it tells of, None for the receipt and the control slip."""
    sections = {
        Form.RECEIPT: _receipt,
        Form.CONTROL: _control,
    }
    write = sections.get(row.form)
    told = write(dossier) if write else _notice(row.form, dossier, step)
    return Minutes(
        agency=dossier.agency,
        title=f"Mã hồ sơ: {dossier.code}",
        lead=f"Mẫu số {row.number}, {row.instrument}.",
        sections=told,
        as_of=at,
        synthetic=dossier.synthetic,
        kind=row.title.upper(),
        short="TNHS",
    )


def _receipt(dossier: DossierTold) -> tuple[_Section, ...]:
    return (
        ("1. Người nộp", _applicant(dossier), None),
        ("2. Nội dung yêu cầu giải quyết", (dossier.procedure,), None),
        ("3. Thành phần hồ sơ đã nộp", (), _papers(dossier.papers)),
        (
            "4. Thời gian",
            (
                f"Nhận hồ sơ lúc {_moment(dossier.received_at)}.",
                f"Hẹn trả kết quả: {_day(dossier.due_on)}.",
                f"Hình thức nộp: {dossier.channel or _BLANK}. Người tiếp nhận: {dossier.received_by or _BLANK}.",
            ),
            None,
        ),
    )


def _control(dossier: DossierTold) -> tuple[_Section, ...]:
    titles = ("Bước", "Nội dung", "Đơn vị", "Người giao, nhận", "Xảy ra lúc", "Ghi lúc", "Ghi chú")
    columns = tuple(Column(f"c{k}", title, Measure.TEXT) for k, title in enumerate(titles))
    rows = tuple(
        (str(s.number), s.activity, s.unit, s.who, _short(s.occurred_at), _short(s.recorded_at), _note(s))
        for s in dossier.steps
    )
    due = f"Hẹn trả kết quả: {_day(dossier.due_on)}."
    return (
        ("Hồ sơ", (f"Thủ tục: {dossier.procedure}.", due), None),
        ("Quá trình giải quyết", (), Table("steps", "Giao, nhận giữa các bước", columns, rows)),
    )


def _notice(form: Form, dossier: DossierTold, step: StepTold | None) -> tuple[_Section, ...]:
    asked = {
        Form.SUPPLEMENT: "Đề nghị bổ sung, hoàn thiện những nội dung sau",
        Form.REFUSAL: "Không tiếp nhận, không giải quyết hồ sơ với lý do",
        Form.APOLOGY: "Cơ quan xin lỗi vì chưa trả kết quả đúng hẹn. Lý do",
        Form.STOP: "Dừng giải quyết hồ sơ với lý do",
    }[form]
    reason = (step.reason if step else "") or _BLANK
    day = step.due_on if step else None
    more = (f"Hẹn trả kết quả vào ngày {day:%d/%m/%Y}.",) if day else ()
    return (
        ("1. Người nộp", _applicant(dossier), None),
        ("2. Hồ sơ", (f"Thủ tục: {dossier.procedure}.", f"Nhận lúc {_moment(dossier.received_at)}."), None),
        ("3. Nội dung", (f"{asked}: {reason}", *more), None),
    )


def _applicant(dossier: DossierTold) -> tuple[str, ...]:
    return (
        f"Tổ chức, cá nhân: {dossier.applicant or _BLANK}.",
        f"Địa chỉ: {dossier.address or _BLANK}. Liên hệ: {dossier.contact or _BLANK}.",
    )


def _papers(papers: str) -> Table:
    columns = (Column("no", "Số thứ tự", Measure.TEXT), Column("paper", "Tên giấy tờ, số bản", Measure.TEXT))
    return Table("papers", "Giấy tờ", columns, tuple((str(k), one) for k, one in enumerate(papers_of(papers), start=1)))


def papers_of(text: str) -> Sequence[str]:
    """Give the papers of a text that has one on each line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _note(step: StepTold) -> str:
    return "; ".join(part for part in (step.document, step.reason) if part)


def _moment(at: datetime) -> str:
    return f"{at:%H} giờ {at:%M} phút, ngày {at:%d/%m/%Y}"


def _day(on: date | None) -> str:
    return f"ngày {on:%d/%m/%Y}" if on else "chưa tính được"


def _short(at: datetime) -> str:
    return f"{at:%H:%M %d/%m/%Y}"
