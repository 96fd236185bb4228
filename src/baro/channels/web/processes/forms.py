"""What is asked for when a process is approved, replaced, published, ended."""

from typing import Any

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.web.processes.step_rows import EDITED
from baro.channels.wording.register import KINDS
from baro.rules.prescribed.work_processes import RegisterKind

WITH_STEPS = "processes/steps_form.html"
"""What draws a form that has steps among its fields."""
_LINE, _TEXT = 400, 60_000


class VersionForm(forms.Form):
    """A version of a process as it was decided, with its steps as a file or as rows pasted from a spreadsheet."""

    name = forms.CharField(label="Tên quy trình", max_length=_LINE, error_messages=NEEDED)
    version = forms.CharField(label="Lần ban hành", max_length=20, initial="1", error_messages=NEEDED)
    decision = forms.CharField(
        label="Số, ký hiệu quyết định", max_length=120, error_messages=NEEDED, help_text="Ví dụ 12/QĐ-UBND."
    )
    approved_on = Day(label="Ngày phê duyệt")
    signer = forms.CharField(label="Người ký", max_length=200, required=False)
    annex = forms.CharField(
        label="Phụ lục",
        max_length=200,
        required=False,
        help_text="Quy trình nằm ở phụ lục nào, mục nào của quyết định.",
    )
    bases = forms.CharField(
        label="Căn cứ", max_length=1000, required=False, help_text="Số, ký hiệu văn bản, cách nhau bằng dấu chấm phẩy."
    )
    review_by = Day(
        label="Hạn rà soát", required=False, help_text="Ngày phải xem lại quy trình, nếu quyết định có nêu."
    )
    file = forms.FileField(
        label="Tệp bảng bước",
        required=False,
        help_text="Tệp XLSX, CSV hoặc BPMN; các bước dưới đây khi ấy không dùng đến.",
    )
    rows = forms.CharField(
        label="Các bước", required=False, max_length=_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "class": "code", "data-grid": "|".join(EDITED)}),
        help_text="Sửa từng ô, hoặc chép bảng từ Word, Excel, cả dòng tiêu đề: Bước, Nội dung công việc, Trách nhiệm thực hiện, Thời gian thực hiện, Bước tiếp theo.",
    )  # fmt: skip
    total = forms.CharField(
        label="Tổng thời gian", max_length=60, required=False, help_text="Khi không gửi tệp; ví dụ 5 ngày làm việc."
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a table told twice; rows that stand as the form began are not told."""
        said = super().clean() or self.cleaned_data
        if (
            said.get("file")
            and (rows := _lines(said.get("rows")))
            and rows != _lines(self.get_initial_for_field(self.fields["rows"], "rows"))
        ):
            self.add_error("rows", "Đã chọn tệp thì không sửa bảng; xin giữ một trong hai.")
        return said


def _lines(rows: str | None) -> list[str]:
    return [line.rstrip() for line in (rows or "").splitlines() if line.strip()]


class ApproveForm(VersionForm):
    """A process that is new to the register."""

    unit = BodyChoice(label="Cơ quan ban hành")
    kind = forms.TypedChoiceField(
        label="Loại quy trình", coerce=RegisterKind, error_messages=NEEDED,
        choices=[(kind.value, name) for kind, name in KINDS.items() if kind is not RegisterKind.LINKED],
    )  # fmt: skip
    code = forms.CharField(label="Mã hiệu", max_length=60, error_messages=NEEDED, help_text="Ví dụ QT-05.")
    field_order = ("unit", "kind", "code", "name", "version", "decision", "approved_on")


class PublishForm(forms.Form):
    """Where and when a process was made public."""

    on = Day(label="Ngày công bố")
    channel = forms.CharField(
        label="Nơi công bố", max_length=200, error_messages=NEEDED, help_text="Cổng thông tin nào, hoặc niêm yết ở đâu."
    )
    proof = forms.CharField(
        label="Bằng chứng", max_length=400, required=False, help_text="Địa chỉ trang, hoặc số biên bản niêm yết."
    )


class RetireForm(forms.Form):
    """The end of a process that nothing replaces."""

    last = Day(label="Ngày áp dụng cuối cùng")
    decision = forms.CharField(label="Quyết định bãi bỏ", max_length=120, error_messages=NEEDED)


class AcknowledgeForm(forms.Form):
    """Nothing is asked: who sends it says that they know the version."""
