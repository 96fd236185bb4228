"""What is asked for when a book is opened, a dossier received, a step told."""

from collections.abc import Sequence
from datetime import datetime, time

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day, PersonChoice
from baro.channels.wording.work_words import NAMES, REQUESTERS
from baro.desk.recorded_process import Choice
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM_TIME

CHANNELS = ("Trực tiếp", "Trực tuyến", "Bưu chính công ích")
_LINE, _TEXT = 255, 4000


class OpenForm(forms.Form):
    """A book: what it is called, whose it is, how its codes begin, by which approved process its dossiers are judged."""

    name = forms.CharField(
        label="Tên sổ", max_length=_LINE, error_messages=NEEDED, help_text="Ví dụ: Sổ hồ sơ đất đai."
    )
    source = forms.RegexField(
        r"^[a-z0-9][a-z0-9-]{0,38}$", label="Mã sổ", max_length=39, help_text="Chữ thường không dấu, số, gạch nối; ví dụ so-dat-dai.",
        error_messages=NEEDED | {"invalid": "Chỉ dùng chữ thường không dấu, số và gạch nối."},
    )  # fmt: skip
    work = forms.TypedChoiceField(
        label="Loại việc", coerce=WorkKind, initial=WorkKind.PROCEDURE.value, error_messages=NEEDED,
        choices=[(kind.value, name) for kind, name in NAMES.items()],
        help_text="Công việc nội bộ (ngoài thủ tục hành chính) tính hạn và đối chiếu như hồ sơ, đếm riêng.",
    )  # fmt: skip
    unit = BodyChoice(label="Đơn vị giữ sổ")
    prefix = forms.CharField(
        label="Phần đầu mã hồ sơ", max_length=35, error_messages=NEEDED,
        help_text="Mã định danh của đơn vị, in trước ngày trong mã số hồ sơ (TT 01/2018 Điều 19). Ví dụ 000.17.27.H26.",
    )  # fmt: skip
    process = forms.FileField(
        label="Quy trình đã phê duyệt", error_messages=NEEDED,
        help_text="Bảng bước dạng XLSX, CSV, hoặc BPMN. Hạn và bước chờ tiếp theo lấy từ đây.",
    )  # fmt: skip


class _Happened(forms.Form):
    """When it happened: a day and a time of day, in Vietnam."""

    day = Day(label="Ngày")
    hour = forms.TimeField(
        label="Giờ", input_formats=["%H:%M"], widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "14:30"}),
        error_messages={"required": "Xin ghi giờ, dạng 14:30.", "invalid": "Xin ghi giờ, dạng 14:30."},
    )  # fmt: skip

    def happened_at(self) -> datetime:
        """Give the moment."""
        hour: time = self.cleaned_data["hour"]
        return datetime.combine(self.cleaned_data["day"], hour, VIETNAM_TIME)


class ReceiveForm(_Happened):
    """A dossier that comes in."""

    procedure = forms.ChoiceField(label="Thủ tục", error_messages=NEEDED)
    channel = forms.ChoiceField(label="Hình thức nộp", choices=[(one, one) for one in CHANNELS])
    applicant = forms.CharField(label="Tổ chức, cá nhân nộp", max_length=_LINE, error_messages=NEEDED)
    contact = forms.CharField(label="Điện thoại, thư điện tử", max_length=_LINE, required=False)
    address = forms.CharField(label="Địa chỉ", max_length=_LINE, required=False)
    papers = forms.CharField(
        label="Giấy tờ đã nộp", max_length=_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng một loại, kèm số bản, bản chính hay bản sao.",
    )  # fmt: skip
    field_order = ("procedure", "channel", "day", "hour", "applicant", "contact", "address", "papers")

    def __init__(self, procedures: Sequence[tuple[str, str]], *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        if procedures:
            self.fields["procedure"].choices = procedures  # type: ignore[attr-defined]
        else:
            self.fields["procedure"] = forms.CharField(label="Thủ tục", max_length=_LINE, error_messages=NEEDED)
            self.order_fields(self.field_order)


class RunForm(_Happened):
    """Internal work that somebody asks for."""

    procedure = forms.CharField(label="Quy trình", max_length=_LINE, error_messages=NEEDED)
    requester = forms.ChoiceField(label="Bên yêu cầu là", choices=list(REQUESTERS.items()), error_messages=NEEDED)
    applicant = forms.CharField(label="Tên bên yêu cầu", max_length=_LINE, error_messages=NEEDED)
    papers = forms.CharField(
        label="Nội dung, tài liệu kèm theo", max_length=_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    field_order = ("procedure", "requester", "applicant", "day", "hour", "papers")

    def __init__(self, processes: Sequence[tuple[str, str]], *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        if processes:
            self.fields["procedure"] = forms.ChoiceField(label="Quy trình", choices=processes, error_messages=NEEDED)
            self.order_fields(self.field_order)


class StepForm(_Happened):
    """A step told of a dossier."""

    activity = forms.ChoiceField(label="Việc đã làm", error_messages=NEEDED)
    unit = BodyChoice(label="Đơn vị", required=False, help_text="Để trống nếu là đơn vị giữ sổ.")
    handler = PersonChoice(label="Giao cho", required=False, help_text="Người giữ hồ sơ từ lúc này, nếu có giao.")
    document = forms.CharField(label="Số văn bản, số phiếu", max_length=120, required=False)
    due_on = Day(label="Ngày hẹn mới", required=False, help_text="Chỉ khi gia hạn hoặc xin lỗi và hẹn lại.")
    reason = forms.CharField(
        label="Lý do, nội dung", max_length=_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Cần khi yêu cầu bổ sung, tạm dừng, gia hạn, xin lỗi, từ chối, dừng, rút, mở lại, hoặc làm khác quy trình.",
    )  # fmt: skip
    field_order = ("activity", "day", "hour", "unit", "handler", "document", "due_on", "reason")

    def __init__(self, choices: Sequence[Choice], *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["activity"].choices = _grouped(choices)  # type: ignore[attr-defined]


class BackForm(forms.Form):
    """Why a step was told by mistake."""

    reason = forms.CharField(
        label="Vì sao ghi nhầm", max_length=_TEXT, error_messages=NEEDED, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Lý do hiện bên cạnh bước bị gạch trên trang hồ sơ.",
    )  # fmt: skip


def _grouped(choices: Sequence[Choice]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in choices:
        name = (
            "Quy trình đang chờ"
            if one.is_expected
            else "Bước khác của quy trình (cần lý do)"
            if one.departs
            else "Việc chung của mọi hồ sơ"
        )
        groups.setdefault(name, []).append((one.activity, one.activity))
    return list(groups.items())
