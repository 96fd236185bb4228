"""Words for papers of a dossier and their copies: parts, signatures, stores, and what is refused."""

from baro.rules.observed.papers import Integrity, Part, Signature, Store, Trust
from baro.rules.prescribed.zones import VIETNAM, local_time

SENTENCES: dict[str, str] = {
    "paper.no_title": "Chưa ghi tên giấy tờ.",
    "paper.long_title": "Tên giấy tờ dài quá {most} ký tự; xin ghi gọn.",
    "paper.too_many": "Hồ sơ này đã có {most} giấy tờ; không ghi thêm được.",
    "paper.withdrawn": "Giấy tờ này đã được rút; hãy ghi giấy tờ mới.",
    "paper.has_file": "Giấy tờ này đã có bản điện tử. Nếu bản ấy sai, hãy rút, nêu lý do, rồi ghi lại.",
    "paper.no_file": "Giấy tờ này chưa có bản điện tử.",
    "paper.reuse_component": "Chỉ thành phần hồ sơ mới dùng lại bản đã có; kết quả thì đính tệp.",
    "paper.reuse_nothing": "Không thấy bản điện tử ấy trong các hồ sơ bạn được mở.",
    "paper.reuse_same": "Đây là giấy tờ của chính hồ sơ này; dùng lại là lấy từ hồ sơ khác.",
    "paper.pushed_already": "Bản này đã ghi là đưa vào kho dữ liệu.",
    "paper.pushed_in_future": "Ngày đưa vào kho chưa đến.",
    "paper.no_reference": "Chưa ghi mã của bản trong kho; kho cấp mã này khi nhận.",
    "paper.long_reference": "Mã trong kho dài quá {most} ký tự.",
    "paper.no_reason": "Chưa ghi lý do rút.",
    "paper.empty": "Tệp rỗng, không có gì bên trong. Xin quét hoặc xuất lại rồi chọn tệp mới.",
    "paper.too_large": "Tệp lớn hơn {most} MB. Xin quét ở 200–300 điểm mỗi inch, màu xám, hoặc tách thành nhiều tệp.",
    "paper.unknown_kind": "Chỉ nhận tệp PDF, JPEG hoặc PNG. Văn bản Word, Excel thì xin xuất ra PDF.",
    "paper.other_kind": "Tên tệp ghi {told} nhưng nội dung là {found}. Xin kiểm tra có chọn nhầm tệp không, rồi đặt lại tên đúng.",
    "paper.unreadable": "Không mở được tệp: tệp hỏng hoặc thiếu. Xin quét hoặc xuất lại.",
    "paper.encrypted": "Tệp đặt mật khẩu hoặc khóa quyền. Xin lưu lại bản không khóa; bản khóa thì sau này không ai mở được.",
    "paper.scripted": "Tệp PDF có lệnh tự chạy hoặc biểu mẫu động. Xin in ra PDF thường (Print to PDF) rồi chọn tệp mới; tệp đã ký thì xin bản ký khác.",
    "paper.carries_files": "Tệp PDF có tệp khác hoặc phim, âm thanh đính bên trong. Xin tách ra và nộp từng tệp.",
    "paper.too_big_inside": "Nội dung tệp bung ra quá lớn, nên không được mở. Xin quét lại với độ phân giải thấp hơn.",
    "paper.too_heavy": "Đọc tệp tốn quá nhiều bộ nhớ hoặc thời gian, nên đã dừng; chưa có gì được ghi. Xin quét hoặc xuất lại.",
    "paper.too_many_pixels": "Ảnh lớn hơn {most} triệu điểm. Xin quét lại với độ phân giải thấp hơn.",
    "paper.too_many_pages": "Tệp có hơn {most} trang. Xin tách thành nhiều tệp.",
    "paper.bad_root": "Tệp {file} trong thư mục chứng thư gốc không phải chứng thư. Xin báo người quản trị máy chủ.",
}
PARTS = {Part.COMPONENT: "thành phần hồ sơ", Part.RESULT: "kết quả giải quyết"}
STORES = {Store.NATIONAL: "kho dữ liệu quốc gia", Store.PROVINCIAL: "kho dữ liệu của tỉnh, thành phố"}
INTEGRITIES = {
    Integrity.NONE: "không có chữ ký số",
    Integrity.INTACT: "chữ ký số còn nguyên vẹn",
    Integrity.CHANGED: "tệp bị sửa sau khi ký",
    Integrity.BROKEN: "chữ ký số không khớp nội dung",
    Integrity.UNREADABLE: "có chữ ký số nhưng không đọc được",
}
_TRUST = {
    Trust.NO_ROOTS: "chưa xét tin cậy vì cơ quan chưa khai báo chứng thư gốc nào",
    Trust.TRUSTED: "chứng thư nối tới gốc mà cơ quan tin cậy, chưa xét thu hồi",
    Trust.NOT_TRUSTED: "chứng thư không nối tới gốc nào mà cơ quan tin cậy",
}


def signature_told(signature: Signature) -> str:
    """Say one signature: who by the certificate's subject, when, what it says of the content, whether it is trusted."""
    at = f"{local_time(signature.signed_at, VIETNAM):%H:%M %d/%m/%Y}" if signature.signed_at else "không ghi giờ"
    who = signature.signer or "không rõ người ký"
    return f"{who}, ký {at}: {INTEGRITIES[signature.integrity]}; {_TRUST[signature.trust]}."
