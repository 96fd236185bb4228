"""The policy told on one page for officials: who may do what, how far, on what ground; written from the table alone."""

from collections.abc import Iterable

from baro.channels.wording.access import ROLES
from baro.channels.wording.rights import CLASSES, CONDITIONS, OPERATIONS, PLACES, UNGRANTED
from baro.rules.prescribed.policy.doors import COMMANDS, ROUTES
from baro.rules.prescribed.policy.operations import BY_NAME
from baro.rules.prescribed.policy.roles import APPROVING, OUTSIDE_SUPERVISORS, SECONDS, WIDE, Role
from baro.rules.prescribed.policy.rows import Row
from baro.rules.prescribed.policy.table import TABLE

_HEAD = """# Ai được làm gì, với việc nào

Trang này do lệnh `baro access` viết ra từ bảng quyền đang chạy trong phần mềm; đừng sửa tay. Điều gì không có trong bảng thì
không ai được làm. Mọi trang, API, bản xuất, số đếm và việc nền đều hỏi cùng một bảng này.

## Đọc bảng thế nào

- **Với việc nào**: vị trí của việc so với đơn vị ghi trong quyết định giao vai trò. «Kế thừa»: cả việc của đơn vị đã sáp nhập
  hoặc giải thể mà đơn vị mình nhận. «Được ủy quyền»: cả khi vai trò được người khác ủy quyền lại. «Trong nhóm được biết»:
  cả việc kín, với điều kiện là thành viên của nhóm.
- **Thấy đến lớp**: các ô thông tin từ lớp 0 đến lớp đó.
- **(2)**: phải có hai người. Người thứ nhất đề nghị; người thứ hai ở đơn vị khác, hoặc là trưởng đoàn kiểm tra, thanh tra,
  phê duyệt; rồi người thứ nhất mới thực hiện được, đúng như đã phê duyệt, một lần.
- Vai trò đã hết hạn hoặc chưa bắt đầu thì không cho quyền gì.

## Điều không vai trò nào vượt qua được

- Người bị tố cáo, thủ trưởng của họ, và cấp dưới của người đứng đầu bị tố cáo: không thấy vụ việc đó.
- Việc kín (tố cáo, kiểm tra đột xuất): ai không ở trong nhóm được biết thì coi như việc đó không có, kể cả trong số đếm.
- Không ai giao vai trò cho chính mình. Quản trị kỹ thuật và người kiểm tra sổ cái không kiêm vai trò khác.
- Quản trị kỹ thuật không thấy hồ sơ, đơn thư, vụ việc nào.
- Người giám sát từ bên ngoài ({outside}) đọc và hỏi, không ghi gì vào việc của cơ quan.
"""


def access_page() -> str:
    """Give the whole page as Markdown."""
    outside = _names(OUTSIDE_SUPERVISORS, first_small=True)
    parts = [_HEAD.format(outside=outside), _classes(), _lists(), "## Từng vai trò\n", *map(_role, Role), _doors()]
    return "\n".join(parts)


def _classes() -> str:
    lines = [f"| {number} | {words} |" for number, words in CLASSES.items()]
    return "\n".join(["## Lớp thông tin\n", "| Lớp | Gồm |", "|---|---|", *lines, ""])


def _lists() -> str:
    told = (
        ("Phải có lớp bảo vệ thứ hai khi đăng nhập", APPROVING),
        ("Có thể là người thứ hai phê duyệt", SECONDS),
        ("Giao vai trò này luôn cần hai người", WIDE),
    )
    lines = [f"- **{words}**: {_names(roles)}." for words, roles in told]
    by_two = "; ".join(OPERATIONS[name] for name, operation in BY_NAME.items() if operation.by_two)
    return "\n".join(["## Hai người, hai lớp\n", *lines, f"- **Việc cần hai người (2)**: {by_two}.", ""])


def _role(role: Role) -> str:
    rows = [f"| {_may(row)} | {_over(row)} | {int(row.sees)} | {row.ground} |" for row in TABLE if role in row.who]
    head = ["| Được làm | Với việc nào | Thấy đến lớp | Căn cứ, lý do |", "|---|---|---|---|"]
    return "\n".join([f"### {_name(role)}\n", *head, *rows, ""])


def _may(row: Row) -> str:
    names = [name for name in BY_NAME if name in row.may]  # in the order of the list of operations
    return "; ".join(OPERATIONS[name] + (" (2)" if BY_NAME[name].by_two else "") for name in names)


def _over(row: Row) -> str:
    places = [words for name, words in PLACES.items() if name in row.over]
    conditions = [words for name, words in CONDITIONS.items() if name in row.over]
    everywhere = len(places) == len(PLACES) or len(places) == len(PLACES) - 1
    told = "mọi nơi" if everywhere else ", ".join(places)
    return told + (f" (kể cả {', '.join(conditions)})" if conditions and not everywhere else "")


def _doors() -> str:
    pages = [f"| `{route}` | {OPERATIONS[operation]} |" for route, operation in ROUTES.items()]
    commands = [f"| `baro {name}` | {OPERATIONS[operation]} |" for name, operation in COMMANDS.items()]
    head = ["| Tên | Việc được hỏi quyền |", "|---|---|"]
    note = "Lệnh gõ tại máy chủ do người giữ máy chạy; sổ cái ghi tên của người đó trên máy.\n"
    return "\n".join(["## Trang và địa chỉ API\n", *head, *pages, "", "## Lệnh\n", note, *head, *commands, ""])


def _name(role: Role) -> str:
    return ROLES.get(role) or UNGRANTED[role]


def _names(roles: Iterable[Role], *, first_small: bool = False) -> str:
    named = [_name(role) for role in Role if role in set(roles)]
    return ", ".join(n[0].lower() + n[1:] if first_small or k else n for k, n in enumerate(named))
