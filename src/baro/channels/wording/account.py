"""Sentences about accounts and signing in."""

SENTENCES = {
    "account.bad_address": "Địa chỉ thư phải có dạng ten@coquan.gov.vn, không dấu, không khoảng trắng.",
    "account.no_name": "Tên đăng nhập còn trống.",
    "account.name_taken": "Tên đăng nhập {name} đã có người dùng. Hãy chọn tên khác.",
    "account.none": "Không có tài khoản nào tên {name}.",
    "account.no_person": "Không có ai mang số hiệu {code} trong danh sách cán bộ.",
    "account.not_same": "Hai lần nhập mật khẩu chưa giống nhau.",
    "account.weak": "Mật khẩu chưa đủ mạnh. {reasons}",
}
