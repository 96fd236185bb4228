"""The commands of `baro` that need the records, a file each, loaded only when called.

A command's file has `main(words, out, err) -> exit code`; it reads its own words with `command_parser`.
"""

from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import TextIO

from baro.rules.prescribed.refusals import Refused

COMMANDS: dict[str, str] = {
    "access": "in bảng quyền: ai được làm gì, với việc nào",
    "api": "in mô tả API: địa chỉ, tham số, câu trả lời",
    "article": "đếm các số liệu của bài báo từ dữ liệu đang giữ",
    "catalogue": "danh mục thủ tục: đọc tệp của cổng quốc gia, nêu điểm cần hỏi lại, ghi vào danh mục",
    "english": "câu trên trang chưa có bản tiếng Anh, in ra để dịch",
    "demo": "dựng cơ quan mẫu bằng dữ liệu tổng hợp (không có thật)",
    "account": "lập, khóa, mở lại tài khoản; đặt mật khẩu",
    "database": "cơ sở dữ liệu PostgreSQL: vai trò, bảng, kiểm tra lớp bảo vệ",
    "api-key": "cấp hoặc thu hồi khóa cho hệ thống gửi, đọc dữ liệu qua API",
    "harmonise": "so nhật ký hoặc bảng bước của cùng một việc ở nhiều nơi, đề xuất bản chung",
    "import": "nhập tệp hồ sơ: kiểm tra, đối soát, nhận trọn tệp hoặc không dòng nào",
    "import-job": "việc nền của trang nhập dữ liệu",
    "ledger": "sổ cái bằng chứng: kiểm, chốt, chứng minh, đánh số, ký",
    "notices": "gửi thư tóm tắt thông báo trong ngày cho từng người",
    "organisation": "xem, tải ra, nhập danh mục tổ chức, nhân sự bằng bảng tính",
    "serve": "mở trang web của Ba Rõ",
    "webhook": "báo tin cho phần mềm khác: thêm, xem, thôi, gửi lại, chạy việc gửi",
    "witness": "người làm chứng: giữ điểm chốt mới nhất, từ chối sổ cái bị viết lại",
}  # name -> what it does, as `baro --help` tells it; the file is the name with "-" as "_"


def run_command(name: str, words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run one command by its name. Raises `Refused("home.not_prepared")` where its tables are not there."""
    file = name.replace("-", "_") + ("_" if iskeyword(name) else "")
    module = import_module(f"baro.app.commands.{file}")
    try:
        code: int = module.main(words, out, err)
    except Exception as broken:
        raise _told_plainly(broken) from None
    return code


def _told_plainly(broken: Exception) -> Exception:
    """A table that is missing because nobody made it is no fault of the program: say what to do."""
    if not type(broken).__module__.startswith("django.db"):
        return broken
    from baro.app.home import home
    from baro.app.migrating import is_migrated

    return broken if is_migrated() else Refused("home.not_prepared", place=str(home()))
