"""What the API gives of dossiers, figures and the catalogue: codes and numbers; no person is among them."""

from datetime import date, datetime

from ninja import Field, Schema


class DossierQuery(Schema):
    """The words of a list's address: the same as on the page, so that both tell of the same dossiers."""

    tinh_trang: str = Field(
        "",
        alias="tinh-trang",
        description="qua-han (chưa xong, đã quá hạn), con-han (chưa xong, còn hạn), xong-tre (xong quá hạn), xong-dung (xong trước và đúng hạn), chua-tinh (chưa tính được); trống là tất cả.",
    )
    loai: str = Field("", description="noi-bo là công việc nội bộ; trống là hồ sơ thủ tục hành chính.")
    ma: str = Field("", description="Mã hồ sơ bắt đầu bằng.")
    don_vi: str = Field(
        "", alias="don-vi", description="Đơn vị như nguồn ghi; “(không ghi)” là hồ sơ không ghi đơn vị."
    )
    co_quan: str = Field("", alias="co-quan", description="Mã cơ quan trong Ba Rõ.")
    thuoc: str = Field(
        "", description="Mã cơ quan, đơn vị trong Ba Rõ: hồ sơ của nó và của đơn vị trực thuộc, theo tên đã ghép."
    )
    chi: str = Field("", description="1: chỉ đơn vị ấy, không kể trực thuộc; đi cùng thuoc.")
    co_cau: str = Field(
        "", alias="co-cau", description="Ngày của tên, như 2024-12-31; thêm /2026-07-01 để quy về cơ cấu ngày sau."
    )
    thu_tuc: str = Field("", alias="thu-tuc", description="Mã thủ tục.")
    nguon: str = Field("", description="Mã hệ thống nguồn.")
    dau_hieu: str = Field("", alias="dau-hieu", description="Số của dấu hiệu: 5 là R05.")
    sai_lech: str = Field("", alias="sai-lech", description="Số của loại sai lệch quy trình.")
    giu: str = Field("", description="Nơi đang giữ: 0:đơn vị, 1:cơ quan khác, 2 là người nộp.")
    tuan: str = Field("", description="Tuần, như 2024-W17; đi cùng viec.")
    ky: str = Field("", description="Kỳ, như 2024-04, 2024-Q2, 2024; đi cùng viec.")
    luc: str = Field("", description="Thời điểm ISO 8601 có múi giờ; đi cùng viec.")
    viec: str = Field("", description="Số nào của tuần, kỳ, thời điểm: tiep-nhan, xong, xong-tre, ton, ton-qua-han…")
    cot: str = Field("", description="Cột mà trang hiện; ở đây mọi trường đều có, từ này không đổi gì.")
    sau: str = Field("", description="Trang sau bắt đầu sau hồ sơ này (lấy từ next).")
    sau_han: str = Field("", alias="sau-han", description="Ngày hẹn của hồ sơ ấy (lấy từ next).")


class Dossier(Schema):
    """A dossier of a list."""

    id: str = Field(description="Mã trong Ba Rõ.")
    code: str = Field(description="Mã hồ sơ.")
    source: str = Field(description="Mã hệ thống nguồn.")
    body: str = Field(description="Mã cơ quan trong Ba Rõ.")
    unit: str = Field(description="Đơn vị như nguồn ghi.")
    procedure: str = Field(description="Mã thủ tục.")
    received_at: datetime | None = Field(description="Lúc tiếp nhận.")
    due_on: date | None = Field(description="Ngày hẹn trả; không có nếu chưa tính được.")
    ended_at: datetime | None = Field(description="Lúc kết thúc.")
    time_class: str = Field(
        description="not_counted, early, on_time, late, pending_on_time, pending_late, not_computable (chưa tính được)."
    )
    late_days: int = Field(description="Số ngày quá hạn, theo đơn vị của hạn.")
    is_suspended: bool = Field(description="Đang tạm dừng thời hạn.")
    holder_kind: str = Field(description="Ai đang giữ: office, other_agency, applicant; rỗng nếu đã xong.")
    holder_unit: str = Field(description="Đơn vị đang giữ.")
    deviation_count: int = Field(description="Số chỗ khác quy trình đã phê duyệt.")
    signals: list[str] = Field(description="Dấu hiệu: câu hỏi cho đơn vị, không phải kết luận.")
    as_of: datetime = Field(description="Tính đến lúc này.")


class DossierPage(Schema):
    """A page of a list. `count` of all, before pages."""

    count: int = Field(description="Số hồ sơ của cả danh sách.")
    items: list[Dossier] = Field(description="Hồ sơ của trang này, theo ngày hẹn.")
    next: str = Field(description="Câu hỏi (?…) của trang sau; rỗng nếu hết.")


class Held(Schema):
    """Who held a dossier how long."""

    holder: str = Field(description="Nơi giữ.")
    kind: str = Field(description="office, other_agency, applicant (người nộp).")
    minutes: int = Field(description="Phút làm việc.")
    late_minutes: int = Field(description="Trong đó phút quá hạn.")


class DossierFull(Schema):
    """A dossier judged again from its events."""

    dossier: Dossier
    why: list[str] = Field(description="Vì sao ra ngày hẹn, từng câu.")
    split: list[Held] = Field(description="Ai đã giữ bao lâu; cộng lại là cả thời gian.")
    deviations: list[str] = Field(description="Khác quy trình ở đâu.")


class Share(Schema):
    """An indicator with what it is made of."""

    key: str = Field(description="Tên cố định của chỉ số.")
    label: str = Field(description="Chỉ số.")
    value: float | None = Field(description="Từ 0 đến 1; không có nếu dưới 5 hồ sơ.")
    numerator: int = Field(description="Tử số.")
    denominator: int = Field(description="Mẫu số.")
    definition: str = Field(description="Cách tính.")
    version: str = Field(description="Bản của cách tính.")


class Counts(Schema):
    """Counts of a unit in a span."""

    received: int = Field(description="Tiếp nhận.")
    ended: int = Field(description="Xong, kể cả từ chối, rút, dừng.")
    in_time: int = Field(description="Xong trước và đúng hạn.")
    late: int = Field(description="Xong quá hạn.")
    by_pause: int = Field(description="Đúng hạn nhờ tạm dừng, bổ sung.")
    without_result: int = Field(description="Kết thúc không có kết quả.")
    with_result: int = Field(description="Kết thúc có kết quả.")
    digitised: int = Field(description="Trong đó kết quả đã số hóa: nguồn ghi, hoặc có bản giữ tại đây.")
    reopened: int = Field(description="Từng mở lại.")
    signed: int = Field(description="Có bản kết quả ký số giữ tại đây, chữ ký còn nguyên vẹn.")
    pushed: int = Field(description="Có bản kết quả đã đưa vào kho dữ liệu.")
    components: int = Field(description="Thành phần đã ghi của hồ sơ tiếp nhận.")
    components_copied: int = Field(description="Trong đó thành phần có bản điện tử.")
    components_reused: int = Field(description="Trong đó thành phần dùng lại bản đã có.")


class Standing(Schema):
    """How dossiers stand at the moment."""

    pending: int = Field(description="Chưa xong.")
    pending_late: int = Field(description="Chưa xong, đã quá hạn.")
    due_today: int = Field(description="Đến hạn trong phần còn lại của ngày.")
    due_soon: int = Field(description="Đến hạn trong bảy ngày tới.")


class UnitFigures(Schema):
    """A unit's part of the figures."""

    body: str = Field(description="Mã cơ quan trong Ba Rõ.")
    unit: str = Field(description="Đơn vị như nguồn ghi.")
    period: Counts
    standing: Standing


class Figures(Schema):
    """The board's figures."""

    as_of: datetime = Field(description="Dữ liệu biết được đến lúc này.")
    at: datetime = Field(description="Nhìn từ lúc này.")
    period: str = Field(description="Kỳ, như 2024-04.")
    shares: list[Share] = Field(description="Tỷ lệ đúng hạn và các số phải đọc cùng.")
    counts: Counts
    standing: Standing
    units: list[UnitFigures] = Field(description="Từng đơn vị.")


class FiguresQuery(Schema):
    """The words of the board's address."""

    ky: str = Field("", description="Kỳ, như 2024-04, 2024-Q2, 2024; mặc định tháng mới nhất.")
    den: str = Field("", description="Nhìn từ cuối ngày này, dd/mm/yyyy; mặc định thời điểm mới nhất.")
    don_vi: str = Field("", alias="don-vi", description="Đơn vị như nguồn ghi.")
    co_quan: str = Field("", alias="co-quan", description="Mã cơ quan trong Ba Rõ.")


class Terms(Schema):
    """What is published for a way of applying."""

    channel: str = Field(description="Cách nộp: counter (trực tiếp), post (bưu chính), online (trực tuyến).")
    written: str = Field(description="Thời hạn như đã công bố.")
    value: int | None = Field(description="Số của thời hạn; không có nếu không đọc được.")
    unit: str = Field(description="Đơn vị của thời hạn: working_day, calendar_day, month, hour…")
    fee: str = Field(description="Phí, lệ phí.")


class Fault(Schema):
    """Something to be asked about a published procedure."""

    lint: str = Field(description="Loại điểm cần hỏi lại.")
    shown: str = Field(description="Thể hiện ở chữ nào.")


class Procedure(Schema):
    """A published procedure in force."""

    code: str = Field(description="Mã thủ tục.")
    version: int = Field(description="Bản thứ mấy.")
    name: str = Field(description="Tên thủ tục.")
    decision: str = Field(description="Quyết định công bố.")
    field: str = Field(description="Lĩnh vực.")
    levels: list[str] = Field(description="Cấp thực hiện.")
    valid_from: date = Field(description="Áp dụng từ ngày.")
    channels: list[Terms] = Field(description="Cách nộp, thời hạn, phí.")
    bases: list[str] = Field(description="Số văn bản làm căn cứ.")
    faults: list[Fault] = Field(description="Điểm cần hỏi lại.")


class Publication(Schema):
    """A file of the national portal, by what it holds."""

    valid_from: date = Field(description="Áp dụng từ ngày.")
    leave_out_faults: bool = Field(description="Bỏ các dòng không đọc được.")
    sha256: str = Field(description="Mã băm SHA-256 của tệp.")


class Published(Schema):
    """What taking over a file recorded."""

    new: int = Field(description="Số thủ tục mới.")
    changed: int = Field(description="Số thủ tục đổi.")
    same: int = Field(description="Số thủ tục như cũ.")
    unnamed: int = Field(description="Số thủ tục đang giữ mà tệp không nêu: giữ nguyên.")
    left_out: int = Field(description="Số dòng hỏng bị bỏ qua.")
