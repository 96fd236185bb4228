"""Which exact phrases name a kind of dossier event. Anything else is plain work: no part of a label is ever matched.

Phrases follow NĐ 61/2018 (arts. 17-20) and the forms of TT 01/2018/TT-VPCP; the mapping file or the approved process may
name others.
"""

from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.folding import fold_words

PHRASES: dict[Kind, tuple[str, ...]] = {
    Kind.SUBMITTED: (
        "Nộp hồ sơ",
        "Nộp hồ sơ trực tuyến",
        "Công dân nộp hồ sơ",
        "Submitted",
        "Application submitted",
    ),
    Kind.RECEIVED: (
        "Tiếp nhận",
        "Tiếp nhận hồ sơ",
        "Tiếp nhận hồ sơ trực tuyến",
        "Tiếp nhận hồ sơ và hẹn trả kết quả",
        "Tiếp nhận, hẹn trả kết quả",
        "Tiếp nhận và hẹn trả",
        "Received",
        "Application received",
    ),
    Kind.TRANSFERRED: (
        "Chuyển hồ sơ",
        "Chuyển xử lý",
        "Chuyển hồ sơ xử lý",
        "Chuyển hồ sơ về phòng chuyên môn",
        "Chuyển phòng chuyên môn",
        "Transferred",
    ),
    Kind.ASSIGNED: ("Phân công", "Phân công xử lý", "Phân công thụ lý", "Phân công thụ lý hồ sơ", "Assigned"),
    Kind.SUPPLEMENT_REQUESTED: (
        "Yêu cầu bổ sung",
        "Yêu cầu bổ sung hồ sơ",
        "Yêu cầu bổ sung, hoàn thiện hồ sơ",
        "Yêu cầu bổ sung và hoàn thiện hồ sơ",
        "Thông báo bổ sung hồ sơ",
        "Phiếu yêu cầu bổ sung",
        "Supplement requested",
    ),
    Kind.SUPPLEMENT_RECEIVED: (
        "Nộp bổ sung",
        "Nhận bổ sung",
        "Nộp bổ sung hồ sơ",
        "Nộp hồ sơ bổ sung",
        "Nhận bổ sung hồ sơ",
        "Nhận hồ sơ bổ sung",
        "Tiếp nhận bổ sung",
        "Tiếp nhận hồ sơ bổ sung",
        "Đã bổ sung",
        "Đã bổ sung hồ sơ",
        "Supplement received",
    ),
    Kind.CONSULTED: (
        "Lấy ý kiến",
        "Gửi lấy ý kiến",
        "Lấy ý kiến cơ quan phối hợp",
        "Lấy ý kiến cơ quan liên quan",
        "Gửi lấy ý kiến cơ quan phối hợp",
        "Consulted",
    ),
    Kind.ANSWERED: (
        "Nhận ý kiến",
        "Nhận ý kiến trả lời",
        "Có ý kiến trả lời",
        "Nhận ý kiến cơ quan phối hợp",
        "Nhận ý kiến cơ quan liên quan",
        "Nhận kết quả lấy ý kiến",
        "Answered",
    ),
    Kind.PAYMENT_REQUESTED: (
        "Thông báo thuế",
        "Thông báo nghĩa vụ tài chính",
        "Thông báo thuế/nghĩa vụ tài chính",
        "Thông báo nộp nghĩa vụ tài chính",
        "Gửi thông báo thuế",
        "Gửi thông báo nghĩa vụ tài chính",
        "Yêu cầu nộp phí, lệ phí",
        "Payment requested",
    ),
    Kind.PAID: (
        "Đã nộp tiền",
        "Nộp tiền",
        "Hoàn thành nghĩa vụ tài chính",
        "Đã hoàn thành nghĩa vụ tài chính",
        "Xác nhận hoàn thành nghĩa vụ tài chính",
        "Nộp nghĩa vụ tài chính",
        "Đã nộp thuế",
        "Payment received",
    ),
    Kind.PAUSED: ("Tạm dừng", "Tạm dừng xử lý", "Tạm dừng hồ sơ", "Tạm dừng giải quyết", "Paused", "Suspended"),
    Kind.RESUMED: ("Tiếp tục", "Tiếp tục xử lý", "Tiếp tục giải quyết", "Tiếp tục xử lý hồ sơ", "Resumed"),
    Kind.EXTENDED: ("Gia hạn", "Gia hạn giải quyết", "Gia hạn xử lý", "Gia hạn hồ sơ", "Extended"),
    Kind.APOLOGISED: (
        "Xin lỗi và hẹn lại",
        "Xin lỗi và hẹn lại ngày trả kết quả",
        "Xin lỗi, hẹn lại ngày trả kết quả",
        "Phiếu xin lỗi và hẹn lại",
        "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
        "Gửi phiếu xin lỗi và hẹn lại ngày trả kết quả",
        "Apology sent",
    ),
    Kind.REFUSED: (
        "Từ chối",
        "Từ chối hồ sơ",
        "Từ chối tiếp nhận",
        "Từ chối giải quyết",
        "Từ chối giải quyết hồ sơ",
        "Từ chối tiếp nhận giải quyết hồ sơ",
        "Không đủ điều kiện giải quyết",
        "Refused",
    ),
    Kind.WITHDRAWN: ("Rút hồ sơ", "Công dân rút hồ sơ", "Trả hồ sơ theo đề nghị rút", "Withdrawn"),
    Kind.STOPPED: ("Dừng xử lý", "Dừng giải quyết", "Dừng xử lý hồ sơ", "Dừng giải quyết hồ sơ", "Stopped"),
    Kind.APPROVED: ("Ký duyệt", "Phê duyệt", "Phê duyệt kết quả", "Ký duyệt kết quả", "Lãnh đạo ký duyệt", "Approved"),
    Kind.RELEASED: (
        "Có kết quả",
        "Phát hành",
        "Phát hành kết quả",
        "Đã có kết quả",
        "Ban hành kết quả",
        "Vào sổ, phát hành",
        "Chuyển kết quả về Bộ phận một cửa",
        "Released",
        "Result released",
    ),
    Kind.RETURNED: (
        "Trả kết quả",
        "Đã trả kết quả",
        "Trả kết quả cho công dân",
        "Trả kết quả cho tổ chức, cá nhân",
        "Trả kết quả cho người nộp",
        "Result returned",
    ),
    Kind.REOPENED: ("Mở lại", "Mở lại hồ sơ", "Reopened"),
    Kind.DIGITISED: ("Số hóa", "Số hóa hồ sơ", "Số hóa kết quả", "Số hóa thành phần hồ sơ", "Digitised"),
}

_BY_FOLDED = {fold_words(phrase): kind for kind, phrases in PHRASES.items() for phrase in phrases}


def kind_of(label: str) -> Kind:
    """Give the kind that this exact phrase names; `Kind.WORKED` for every other label."""
    return _BY_FOLDED.get(fold_words(label), Kind.WORKED)
