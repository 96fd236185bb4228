"""What is asked for when an obligation is recorded or ended, something is told of it, or taken back."""

from typing import Any

from django import forms

from baro.channels.web.joint.rule_forms import Limit
from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.web.organisation.named import namer
from baro.channels.wording.coordination import RHYTHMS
from baro.rules.observed.followed import LONGEST_DOCUMENT
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm


def document_field(label: str = "Số, ký hiệu văn bản") -> forms.CharField:
    """The number of a document."""
    return forms.CharField(label=label, max_length=LONGEST_DOCUMENT, error_messages=NEEDED)


class ObligationForm(forms.Form):
    """An obligation of a rule: who owes what to whom, when, by which article."""

    task = forms.CharField(label="Việc phải làm", max_length=400, error_messages=NEEDED)
    debtor = forms.ChoiceField(label="Bên có nghĩa vụ", error_messages=NEEDED)
    creditor = forms.ChoiceField(label="Bên được hưởng", required=False)
    rhythm = forms.TypedChoiceField(
        label="Khi nào", coerce=Rhythm, choices=[(one.value, word) for one, word in RHYTHMS.items()],
        error_messages=NEEDED,
    )  # fmt: skip
    limit = Limit(
        label="Thời hạn", error_messages=NEEDED,
        help_text="Ví dụ: 5 ngày làm việc. Tính từ ngày sau ngày yêu cầu, hoặc sau ngày cuối kỳ.",
    )  # fmt: skip
    article = forms.CharField(
        label="Điều, khoản của quy chế", max_length=120, required=False, help_text="Ví dụ: Điều 5 khoản 2."
    )
    valid_from = Day(label="Áp dụng từ ngày")

    def __init__(self, rule: CoordinationRule, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.rule = rule
        named = namer()
        partners = [(one, named(one)) for one in rule.partners]
        self.fields["debtor"].choices = partners  # type: ignore[attr-defined]
        self.fields["creditor"].choices = [("", "Các bên còn lại"), *partners]  # type: ignore[attr-defined]

    def obligation(self) -> Obligation:
        """The obligation that was written."""
        return Obligation(id="", rule=self.rule.id, **self.cleaned_data)


class ObligationEndForm(forms.Form):
    """The last day of an obligation."""

    last = Day(label="Ngày áp dụng cuối cùng")


class ToldForm(forms.Form):
    """Something told of a matter: its day, its document."""

    on = Day(label="Ngày của văn bản")
    document = document_field()


class UntilForm(ToldForm):
    """The same, with the day by which an answer is asked for, if the document names one."""

    until = Day(
        label="Hẹn trả lời", required=False, help_text="Ngày mà văn bản nêu, nếu có; Ba Rõ không đặt ra hạn nào."
    )


class RoutedForm(UntilForm):
    """To which body a proposal is passed on."""

    body = BodyChoice(label="Chuyển đến cơ quan")
    field_order = ("body", "on", "document", "until")


class UpwardForm(forms.Form):
    """A proposal to the upper level: who makes it, about what, by which document, to whom."""

    unit = BodyChoice(label="Nơi kiến nghị")
    about = forms.CharField(
        label="Kiến nghị về việc", max_length=400, error_messages=NEEDED,
        help_text="Như trích yếu của văn bản; không ghi tên người.",
    )  # fmt: skip
    document = document_field()
    signed_on = Day(label="Ngày ký")
    to = BodyChoice(label="Gửi cơ quan")
    until = Day(
        label="Hẹn trả lời", required=False, help_text="Ngày mà văn bản nêu, nếu có; Ba Rõ không đặt ra hạn nào."
    )


class BackForm(forms.Form):
    """What shows that something was told by mistake."""

    document = document_field("Số, ký hiệu văn bản nêu việc ghi nhầm")


class SimplificationForm(forms.Form):
    """What is proposed to be cut of a procedure."""

    unit = BodyChoice(label="Cơ quan đề xuất")
    procedure = forms.CharField(
        label="Mã thủ tục", max_length=120, error_messages=NEEDED,
        help_text="Như trong danh mục và trong dữ liệu hồ sơ, ví dụ 1.012783; hiệu quả đo trên hồ sơ có mã này.",
    )  # fmt: skip
    name = forms.CharField(
        label="Tên thủ tục", max_length=400, required=False, help_text="Để trống thì lấy theo danh mục."
    )
    what = forms.CharField(
        label="Cắt giảm việc gì", max_length=1000, error_messages=NEEDED, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ví dụ: bỏ bản sao chứng thực căn cước; không ghi tên người.",
    )  # fmt: skip
    papers = forms.IntegerField(label="Số giấy tờ được cắt", min_value=0, max_value=999, required=False)
    steps = forms.IntegerField(label="Số bước được cắt", min_value=0, max_value=999, required=False)
    days = forms.IntegerField(label="Số ngày của thời hạn được cắt", min_value=0, max_value=3650, required=False)
    cost = forms.IntegerField(
        label="Chi phí người nộp được giảm mỗi hồ sơ, đồng", min_value=0, max_value=10**12, required=False
    )
    reason = forms.CharField(label="Lý do", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    document = document_field("Số, ký hiệu văn bản đề xuất")
    signed_on = Day(label="Ngày ký")

    def clean(self) -> dict[str, Any]:
        """A number left empty cuts nothing."""
        said = super().clean() or self.cleaned_data
        return said | {name: said.get(name) or 0 for name in ("papers", "steps", "days", "cost")}


class DecidedForm(ToldForm):
    """A decision, and the day from which it is in force."""

    until = Day(label="Áp dụng từ ngày")
