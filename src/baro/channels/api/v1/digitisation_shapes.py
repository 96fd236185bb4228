"""What the API gives of digitisation by unit and month."""

from datetime import datetime

from ninja import Field, Schema


class DigitisationQuery(Schema):
    """The words of the address of the figures: the same as on the page."""

    ky: str = Field("", description="Tháng cuối của mười hai tháng, như 2024-06; mặc định tháng mới nhất.")
    co_quan: str = Field("", alias="co-quan", description="Mã cơ quan; trống là mọi cơ quan khóa được xem số liệu.")


class DigitisationCounts(Schema):
    """Counts of a unit in a month, or in all months. A share is told from five on."""

    with_result: int = Field(description="Hồ sơ có kết quả.")
    digitised: int = Field(description="Trong đó kết quả đã số hóa: nguồn ghi, hoặc có bản giữ tại đây.")
    signed: int = Field(description="Có bản kết quả ký số giữ tại đây, chữ ký còn nguyên vẹn.")
    pushed: int = Field(description="Có bản kết quả đã đưa vào kho dữ liệu.")
    components: int = Field(description="Thành phần đã ghi của hồ sơ tiếp nhận.")
    components_copied: int = Field(description="Trong đó thành phần có bản điện tử.")
    components_reused: int = Field(description="Trong đó thành phần dùng lại bản đã có.")
    backlog: int = Field(description="Kết quả chưa số hóa.")
    share: float | None = Field(description="Tỷ lệ kết quả đã số hóa, từ 0 đến 1; không có nếu dưới 5.")
    component_share: float | None = Field(description="Tỷ lệ thành phần đã số hóa, như trên.")
    reuse_share: float | None = Field(description="Tỷ lệ thành phần dùng lại, như trên.")


class DigitisationMonth(Schema):
    """A month."""

    month: str = Field(description="Tháng, như 2024-06.")
    counts: DigitisationCounts
    left: int = Field(
        description="Còn nợ đến hết tháng, cả của các tháng trước, như đang có lúc này: số hóa sau thì không còn nợ."
    )


class UnitDigitisation(Schema):
    """A unit, or all of them together."""

    body: str = Field(description="Mã cơ quan trong Ba Rõ; rỗng là cộng các đơn vị.")
    unit: str = Field(description="Đơn vị như nguồn ghi; rỗng nếu nguồn không ghi.")
    before: int = Field(description="Còn nợ của các tháng trước tháng đầu.")
    left: int = Field(description="Còn nợ đến hết tháng cuối.")
    in_all: DigitisationCounts
    months: list[DigitisationMonth] = Field(description="Mười hai tháng, cũ trước.")


class DigitisationFigures(Schema):
    """Twelve months of digitisation."""

    as_of: datetime = Field(description="Dữ liệu biết được đến lúc này.")
    definition: str = Field(description="Cách tính tỷ lệ kết quả đã số hóa.")
    version: str = Field(description="Bản của cách tính.")
    bodies: list[str] = Field(description="Mã các cơ quan có số liệu mà khóa được xem.")
    together: UnitDigitisation
    units: list[UnitDigitisation] = Field(description="Từng đơn vị, theo mã cơ quan, tên đơn vị; không xếp hạng.")
