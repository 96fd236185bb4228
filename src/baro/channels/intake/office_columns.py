"""The sheets and column titles of the offices workbook: the first title is written, the others are understood too."""

SHEETS: dict[str, tuple[str, ...]] = {
    "units": ("Đơn vị", "don vi", "co quan don vi", "phong ban", "units"),
    "people": ("Cán bộ", "can bo", "nhan su", "con nguoi", "people"),
    "posts": ("Chức vụ", "chuc vu", "chuc danh", "bo nhiem", "posts"),
    "delegations": ("Ủy quyền", "uy quyen", "delegations"),
}
TERM = {
    "valid_from": ("Từ ngày", "tu ngay", "hieu luc tu", "valid from"),
    "valid_to": ("Đến ngày", "den ngay", "hieu luc den", "valid to"),
}
_PERSON = ("Mã cán bộ", "ma can bo", "ma nguoi", "person")
_UNIT = ("Mã đơn vị", "ma don vi", "don vi", "unit")
_DECISION = ("Quyết định", "quyet dinh", "so quyet dinh", "can cu", "decision")
COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "units": {
        "code": ("Mã", "ma", "ma don vi", "code"),
        "name": ("Tên đơn vị", "ten don vi", "ten", "name"),
        "level": ("Cấp", "cap", "cap hanh chinh", "level"),
        "parent": ("Đơn vị cấp trên", "don vi cap tren", "cap tren", "truc thuoc", "parent"),
        "external": ("Ngoài cơ quan", "ngoai co quan", "co quan ngoai", "external"),
        **TERM,
    },
    "people": {
        "code": ("Mã", "ma", "ma can bo", "ma nguoi", "code"),
        "name": ("Họ tên", "ho ten", "ho va ten", "ten", "name"),
    },
    "posts": {
        "person": _PERSON,
        "unit": _UNIT,
        "title": ("Chức danh", "chuc danh", "chuc vu", "title"),
        "is_head": ("Là người đứng đầu", "la nguoi dung dau", "nguoi dung dau", "dung dau", "head"),
        "roles": ("Vai trò khác", "vai tro khac", "vai tro", "kiem nhiem", "roles"),
        **TERM,
        "decision": _DECISION,
    },
    "delegations": {
        "person": _PERSON,
        "role": ("Chức danh", "chuc danh", "noi dung uy quyen", "vai tro", "role"),
        "unit": _UNIT,
        **TERM,
        "decision": _DECISION,
    },
}
