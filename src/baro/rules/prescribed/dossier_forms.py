"""The numbered forms of handling a dossier (mẫu phiếu), by the days on which each list of them is in force.

Titles only: what stands in a form is written by `rules/counted/dossier_form.py`; the layouts of the circulars were not read.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Form(StrEnum):
    """What a form is for, whatever its number."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form in one list: its number there, its title, the instrument, from which day; `verified`: the text was read."""

    form: Form
    number: str
    title: str
    instrument: str
    valid_from: date
    verified: bool


_OLD, _OLD_FROM = "TT 01/2018/TT-VPCP Điều 9", date(2019, 1, 6)
_NEW, _NEW_FROM = "TT 03/2025/TT-VPCP", date(2025, 9, 15)
FORMS = (
    FormRow(Form.RECEIPT, "01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", _OLD, _OLD_FROM, True),
    FormRow(Form.SUPPLEMENT, "02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", _OLD, _OLD_FROM, True),
    FormRow(Form.REFUSAL, "03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", _OLD, _OLD_FROM, True),
    FormRow(Form.APOLOGY, "04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", _OLD, _OLD_FROM, True),
    FormRow(Form.CONTROL, "05", "Phiếu kiểm soát quá trình giải quyết hồ sơ", _OLD, _OLD_FROM, True),
    FormRow(Form.BOOK, "06", "Sổ theo dõi hồ sơ", _OLD, _OLD_FROM, True),
    FormRow(Form.RECEIPT, "01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", _NEW, _NEW_FROM, False),
    FormRow(Form.SUPPLEMENT, "02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", _NEW, _NEW_FROM, False),
    FormRow(Form.REFUSAL, "03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", _NEW, _NEW_FROM, False),
    FormRow(
        Form.APOLOGY, "04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ", _NEW, _NEW_FROM, False
    ),
    FormRow(Form.STOP, "05", "Thông báo dừng giải quyết hồ sơ", _NEW, _NEW_FROM, False),
    FormRow(Form.CONTROL, "06", "Phiếu kiểm soát quá trình giải quyết hồ sơ", _NEW, _NEW_FROM, False),
    FormRow(Form.BOOK, "07", "Sổ theo dõi hồ sơ", _NEW, _NEW_FROM, False),
)


def form_on(form: Form, on: date, rows: tuple[FormRow, ...] = FORMS) -> FormRow | None:
    """Give a form as the list in force on a day has it; None where that list has no such form, or no list was in force."""
    begun = {row.valid_from for row in rows if row.valid_from <= on}
    latest = max(begun, default=None)
    return next((row for row in rows if row.form is form and row.valid_from == latest), None)
