"""Rows that began before 1/7/2025; those without an end are still in force."""

from datetime import date

from baro.rules.prescribed.law.counting import COUNTING_ROWS
from baro.rules.prescribed.law.instruments import Instrument, days, months, working_days

_TWO_TIERS = date(2025, 6, 30)  # last day of three tiers of local government and of decree 61
_BEFORE_2026_07 = date(2026, 6, 30)

_ND61 = Instrument("Nghị định 61/2018/NĐ-CP", date(2018, 6, 21), _TWO_TIERS)
_ND63 = Instrument("Nghị định 63/2010/NĐ-CP", date(2010, 10, 14))
_TT01 = Instrument("Thông tư 01/2018/TT-VPCP", date(2019, 1, 6), date(2025, 9, 14))
_ND20 = Instrument("Nghị định 20/2008/NĐ-CP", date(2008, 3, 14))
_KN = Instrument("Luật Khiếu nại 2011", date(2012, 7, 1))
_KN_CHANGED = Instrument("Luật Khiếu nại 2011", date(2012, 7, 1), _BEFORE_2026_07)
_TC = Instrument("Luật Tố cáo 2018", date(2019, 1, 1))
_ND31 = Instrument("Nghị định 31/2019/NĐ-CP", date(2019, 5, 28), _BEFORE_2026_07)
_TCD = Instrument("Luật Tiếp công dân 2013", date(2014, 7, 1))
_TCD_COMMUNE = Instrument("Luật Tiếp công dân 2013", date(2014, 7, 1), _BEFORE_2026_07)
_TCD_DISTRICT = Instrument("Luật Tiếp công dân 2013", date(2014, 7, 1), _TWO_TIERS)
_VC = Instrument("Luật Viên chức 2010, sửa đổi năm 2019", date(2020, 7, 1), _BEFORE_2026_07)
_CC = Instrument(
    "Luật Cán bộ, công chức 2008, sửa đổi năm 2019",
    date(2020, 7, 1),
    _TWO_TIERS,
    verified=False,
    note="chưa đọc văn bản; số theo Luật Viên chức",
)

_DOSSIERS = (
    _ND61.row("tthc.supplement.max_requests", 1, "15.3", "hướng dẫn bổ sung một lần, đầy đủ"),
    _ND63.row("tthc.supplement.max_requests_serious", 2, "20.4", "không quá hai lần cho một vụ việc"),
    _ND61.row(
        "tthc.supplement.request", working_days(3), "19.4", "yêu cầu bổ sung sau thẩm định, tính từ ngày tiếp nhận"
    ),
    _ND61.row("tthc.supplement.effect", "restart", "19.4", "nhận đủ hồ sơ thì thời hạn tính lại từ đầu"),
    _ND61.row("tthc.clock.start", "receipt", "17.1", "tính từ khi tiếp nhận hồ sơ đầy đủ"),
    _ND61.row("tthc.codes_per_dossier", 1, "17.3", "mỗi hồ sơ một mã"),
    _ND61.row("tthc.same_day", working_days(0), "17.4", "thủ tục trả kết quả ngay"),
    _ND61.row("tthc.transfer", working_days(0), "18.2", "chuyển hồ sơ ngay trong ngày làm việc"),
    _ND61.row("tthc.transfer.cutoff_minute", 15 * 60, "18.2", "nhận sau 15 giờ thì chuyển đầu ngày làm việc tiếp theo"),
    _ND61.row("tthc.refusal", "within_limit", "19.8", "từ chối giải quyết trong thời hạn giải quyết"),
    _ND61.row("tthc.apology.lead", days(1), "19.9", "xin lỗi bằng văn bản chậm nhất 01 ngày trước khi hết hạn"),
    _ND61.row("tthc.reappointment.max", 1, "19.9", "hẹn lại ngày trả kết quả không quá một lần"),
)

_FORMS = (
    _TT01.row("tthc.form.receipt", "01", "9"),
    _TT01.row("tthc.form.supplement", "02", "9"),
    _TT01.row("tthc.form.refusal", "03", "9"),
    _TT01.row("tthc.form.apology", "04", "9"),
    _TT01.row("tthc.form.control_slip", "05", "9"),
    _TT01.row("tthc.form.register", "06", "9"),
)

_DISCIPLINE = (
    _VC.row("discipline.public_employee.limitation.reprimand", months(24), "53", "02 năm đối với khiển trách"),
    _VC.row("discipline.public_employee.limitation.heavier", months(60), "53", "05 năm đối với hình thức nặng hơn"),
    _VC.row("discipline.public_employee.handling", days(90), "53"),
    _VC.row("discipline.public_employee.handling.complex", days(150), "53"),
    _CC.row("discipline.civil_servant.limitation.reprimand", months(24), "80"),
    _CC.row("discipline.civil_servant.limitation.heavier", months(60), "80"),
    _CC.row("discipline.civil_servant.handling", days(90), "80"),
    _CC.row("discipline.civil_servant.handling.complex", days(150), "80"),
)

_COMPLAINTS = (
    _KN.row("complaint.limitation", days(90), "9", "từ khi nhận hoặc biết được quyết định, hành vi"),
    _KN_CHANGED.row("complaint.acceptance.first", days(10), "27"),
    _KN_CHANGED.row("complaint.acceptance.second", days(10), "36"),
    _KN.row("complaint.resolution.first", days(30), "28", "từ ngày thụ lý"),
    _KN.row("complaint.resolution.first.complex", days(45), "28", "từ ngày thụ lý"),
    _KN.row("complaint.resolution.first.remote", days(45), "28", "vùng sâu, vùng xa"),
    _KN.row("complaint.resolution.first.remote_complex", days(60), "28", "vùng sâu, vùng xa"),
    _KN.row("complaint.resolution.second", days(45), "37", "từ ngày thụ lý"),
    _KN.row("complaint.resolution.second.complex", days(60), "37", "từ ngày thụ lý"),
    _KN.row("complaint.resolution.second.remote", days(60), "37", "vùng sâu, vùng xa"),
    _KN.row("complaint.resolution.second.remote_complex", days(70), "37", "vùng sâu, vùng xa"),
    _KN.row("complaint.decision_sent.first", working_days(3), "32"),
    _KN.row("complaint.decision_sent.second", days(7), "41"),
    _KN.row("complaint.second_complaint", days(30), "33"),
    _KN.row("complaint.second_complaint.remote", days(45), "33", "vùng sâu, vùng xa"),
    _KN.row("complaint.effective", days(30), "44"),
    _KN.row("complaint.effective.remote", days(45), "44", "vùng sâu, vùng xa"),
)

_DENUNCIATIONS = (
    _TC.row("denunciation.intake", working_days(7), "24.1"),
    _TC.row("denunciation.intake.many_places", working_days(10), "24.1", "xác minh ở nhiều nơi hoặc ủy quyền xác minh"),
    _TC.row("denunciation.transfer", working_days(5), "24.2"),
    _TC.row("denunciation.acceptance_notice", working_days(5), "29"),
    _TC.row("denunciation.resolution", days(30), "30", "từ ngày thụ lý"),
    _TC.row("denunciation.extension", days(30), "30", "mỗi lần gia hạn"),
    _TC.row("denunciation.extensions.complex", 1, "30"),
    _TC.row("denunciation.extensions.very_complex", 2, "30"),
    _ND31.row("denunciation.complex.criteria", 1, "3", "số tiêu chí tối thiểu"),
    _ND31.row("denunciation.very_complex.criteria", 2, "3", "số tiêu chí tối thiểu"),
    _TC.row("denunciation.act_on_conclusion", working_days(7), "36"),
    _TC.row("denunciation.further", days(20), "37"),
    _TC.row("denunciation.publish", working_days(7), "40", "không tiết lộ người tố cáo"),
)

_RECEPTION = (
    _TCD.row("reception.result_notice", working_days(10), "28.1"),
    _TCD.row("reception.days_a_month.agency_head", 1, "18.2"),
    _TCD.row("reception.days_a_month.province_chair", 1, "12.5"),
    _TCD_DISTRICT.row("reception.days_a_month.district_chair", 2, "13.5"),
    _TCD_COMMUNE.row("reception.days_a_week.commune_chair", 1, "15.2d"),
    _ND20.row("petition.transfer", working_days(5), "9", "chuyển phản ánh, kiến nghị không thuộc thẩm quyền"),
)

ROWS = (*COUNTING_ROWS, *_DOSSIERS, *_FORMS, *_DISCIPLINE, *_COMPLAINTS, *_DENUNCIATIONS, *_RECEPTION)
