"""The titles under which a step table and its heading are found, and written (the first of each)."""

from baro.channels.intake.tables import title_of

HEADING: dict[str, tuple[str, ...]] = {
    "code": ("Mã hiệu", "Mã quy trình", "Ký hiệu", "Ký hiệu quy trình", "Process code"),
    "name": ("Tên quy trình", "Tên", "Process name"),
    "procedures": ("Thủ tục", "Mã thủ tục", "Tên thủ tục", "Thủ tục hành chính", "Procedures"),
    "version": ("Phiên bản", "Lần ban hành", "Version"),
    "decision_no": ("Số quyết định", "Quyết định số", "Quyết định", "Decision no"),
    "signed_on": ("Ngày ký", "Ngày quyết định", "Ngày ban hành", "Ngày", "Signed on"),
    "signer": ("Người ký", "Signer"),
    "published_on": ("Ngày công bố", "Công bố", "Published on"),
    "valid_from": ("Hiệu lực từ", "Hiệu lực từ ngày", "Có hiệu lực từ", "Ngày hiệu lực", "Valid from"),
    "valid_to": ("Hiệu lực đến", "Hiệu lực đến ngày", "Hết hiệu lực", "Valid to"),
    "total_limit": (
        "Tổng thời gian", "Tổng thời hạn", "Tổng thời gian giải quyết", "Thời gian giải quyết", "Thời hạn giải quyết",
        "Total limit",
    ),
}  # fmt: skip
COLUMNS: dict[str, tuple[str, ...]] = {
    "no": ("Bước", "STT", "TT", "Số TT", "Số bước", "Bước số", "Step", "No"),
    "activity": (
        "Nội dung công việc", "Tên bước", "Nội dung", "Công việc", "Trình tự", "Trình tự thực hiện", "Nội dung thực hiện",
        "Activity", "Step name",
    ),
    "role": (
        "Trách nhiệm thực hiện", "Trách nhiệm", "Chức danh", "Người thực hiện", "Bộ phận thực hiện", "Đơn vị thực hiện",
        "Trách nhiệm/Chức danh", "Role", "Responsible",
    ),
    "limit": ("Thời gian thực hiện", "Thời hạn", "Thời gian", "Thời hạn thực hiện", "Time limit", "Limit"),
    "outputs": ("Kết quả", "Sản phẩm", "Kết quả/Sản phẩm", "Kết quả, sản phẩm", "Outputs"),
    "forms": ("Biểu mẫu", "Mẫu biểu", "Forms"),
    "papers": ("Biểu mẫu, kết quả", "Biểu mẫu/Kết quả", "Biểu mẫu, kết quả, sản phẩm", "Kết quả, biểu mẫu"),
    "coordinating_unit": ("Cơ quan phối hợp", "Phối hợp", "Đơn vị phối hợp", "Coordinating unit"),
    "approver_role": ("Người kiểm soát/ký", "Người kiểm soát", "Người duyệt", "Người phê duyệt", "Approver"),
    "following": ("Bước tiếp theo", "Tiếp theo", "Chuyển bước", "Next step", "Next"),
    "waits": ("Chờ các bước", "Chờ đủ các bước", "Chờ đủ", "Wait for"),
    "kind": ("Loại sự kiện", "Sự kiện", "Event kind", "Kind"),
}  # fmt: skip

HEADING_OF = {title_of(title): key for key, titles in HEADING.items() for title in titles}
COLUMN_OF = {title_of(title): key for key, titles in COLUMNS.items() for title in titles}
JUNCTION = "(chuyển tiếp)"  # a row that is no step: only splits or joins
JUNCTIONS = frozenset({"(chuyen tiep)", "(re nhanh)", "(hop nhanh)"})
END_WORD = "Kết thúc"
END_WORDS = frozenset({"ket thuc", "ket thuc quy trinh", "het", "end"})
ITEM_MARK = "; "
