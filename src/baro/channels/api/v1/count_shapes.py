"""What the API gives of counts of a period: joint dossiers."""

from ninja import Field, Schema


class JointCountsQuery(Schema):
    """The words of the address of the counts: the same as on the page."""

    ky: str = Field("", description="Kỳ, như 2024-04, 2024-Q2, 2024; mặc định tháng này.")


class AgencyJointCounts(Schema):
    """An agency's part of the joint dossiers of a period."""

    agency: str = Field(description="Mã cơ quan.")
    dossiers: int = Field(description="Hồ sơ đến cơ quan ấy trong kỳ, mỗi hồ sơ một lần.")
    results: int = Field(description="Kết quả cơ quan ấy trả trong kỳ.")
    held: int = Field(description="Phút làm việc đã giữ những hồ sơ tiếp nhận trong kỳ.")
    late: int = Field(description="Phút trễ của cả hồ sơ tính cho cơ quan này.")


class JointCounts(Schema):
    """The three ways of counting side by side: none is the sum of another."""

    period: str = Field(description="Kỳ, như 2024-04.")
    submissions: int = Field(description="Lần nộp: mỗi hồ sơ cơ quan chủ trì tiếp nhận trong kỳ đếm một lần.")
    dossiers: int = Field(description="Hồ sơ ở các cơ quan: một lần nộp đếm một lần ở mỗi cơ quan.")
    results: int = Field(description="Kết quả của các cơ quan.")
    agencies: list[AgencyJointCounts] = Field(description="Từng cơ quan, theo mã.")
