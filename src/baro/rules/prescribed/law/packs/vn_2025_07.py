"""Rows that began with two tiers of local government, 1/7/2025: decree 118 (one-stop), decree 172 (discipline).

The text of decree 118 was not read: the numbers of decree 61 stand as defaults, unverified.
"""

from datetime import date

from baro.rules.prescribed.law.citations import UNKNOWN_ARTICLE
from baro.rules.prescribed.law.instruments import Instrument, days, months, working_days

_SINCE = date(2025, 7, 1)

_ND61 = Instrument(
    "Nghị định 61/2018/NĐ-CP",
    _SINCE,
    verified=False,
    note="mặc định theo quy định cũ, chưa đọc Nghị định 118/2025/NĐ-CP",
)
_ND118 = Instrument("Nghị định 118/2025/NĐ-CP", _SINCE, verified=False, note="theo báo chí, chưa đọc toàn văn")
_TT03 = Instrument(
    "Thông tư 03/2025/TT-VPCP", date(2025, 9, 15), verified=False, note="theo danh mục trên mạng, chưa đọc mẫu"
)
_ND172 = Instrument("Nghị định 172/2025/NĐ-CP", _SINCE, verified=False, note="mặc định, chưa đọc văn bản")

_DOSSIERS = (
    _ND61.row("tthc.supplement.max_requests", 1, "15.3"),
    _ND61.row("tthc.supplement.request", working_days(3), "19.4"),
    _ND61.row("tthc.supplement.effect", "restart", "19.4"),
    _ND118.row(
        "tthc.clock.start", "receipt_by_competent_agency", "17.3", "tính từ khi cơ quan có thẩm quyền nhận đủ hồ sơ"
    ),
    _ND61.row("tthc.codes_per_dossier", 1, "17.3"),
    _ND61.row("tthc.same_day", working_days(0), "17.4"),
    _ND61.row("tthc.transfer", working_days(0), "18.2"),
    _ND118.row(
        "tthc.transfer.cutoff_minute", 15 * 60, "18.2", "nhận sau 15 giờ thì chuyển đầu ngày làm việc tiếp theo"
    ),
    _ND61.row("tthc.refusal", "within_limit", "19.8"),
    _ND61.row("tthc.apology.lead", days(1), "19.9"),
    _ND61.row("tthc.reappointment.max", 1, "19.9"),
)

_FORMS = (
    _TT03.row("tthc.form.receipt", "01", "mẫu 01"),
    _TT03.row("tthc.form.supplement", "02", "mẫu 02"),
    _TT03.row("tthc.form.refusal", "03", "mẫu 03"),
    _TT03.row("tthc.form.apology", "04", "mẫu 04"),
    _TT03.row("tthc.form.stop", "05", "mẫu 05"),
    _TT03.row("tthc.form.control_slip", "06", "mẫu 06"),
    _TT03.row("tthc.form.register", "07", "mẫu 07"),
)

_DISCIPLINE = (
    _ND172.row("discipline.civil_servant.limitation.reprimand", months(60), UNKNOWN_ARTICLE),
    _ND172.row("discipline.civil_servant.limitation.heavier", months(120), UNKNOWN_ARTICLE),
    _ND172.row("discipline.civil_servant.handling", days(90), UNKNOWN_ARTICLE),
    _ND172.row("discipline.civil_servant.handling.complex", days(150), UNKNOWN_ARTICLE),
)

ROWS = (*_DOSSIERS, *_FORMS, *_DISCIPLINE)
