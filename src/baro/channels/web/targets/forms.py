"""What is asked for when a target is given, changed, reported."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.wording.targets import DIRECTIONS
from baro.rules.prescribed.amounts import amount_told, read_amount


class Amount(forms.CharField):
    """An amount as officials write it; its value is a decimal, None where it may stay empty."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(widget=widget, error_messages=NEEDED, max_length=24, **more)

    def clean(self, value: Any) -> Any:
        """Read the amount."""
        text = super().clean(value)
        if not text:
            return None
        amount = read_amount(text)
        if amount is None:
            raise forms.ValidationError(f"“{text}” không phải là một số; xin ghi dạng 1.234,5.")
        return amount

    def prepare_value(self, value: Any) -> Any:
        """Show an amount as it is written."""
        return amount_told(value) if isinstance(value, Decimal) else value


class TargetForm(forms.Form):
    """A target: whose, what, in which unit, over which period, how much."""

    name = forms.CharField(label="Tên chỉ tiêu", max_length=400, error_messages=NEEDED)
    unit = forms.CharField(label="Đơn vị tính", max_length=60, error_messages=NEEDED, help_text="Ví dụ: %, hồ sơ.")
    code = forms.CharField(label="Mã chỉ tiêu", max_length=40, required=False)
    body = BodyChoice(label="Đơn vị thực hiện")
    assigner = BodyChoice(label="Đơn vị giao, theo dõi")
    directive = forms.ChoiceField(label="Theo văn bản", required=False)
    first = Day(label="Kỳ từ ngày")
    last = Day(label="Kỳ đến hết ngày")
    plan = Amount(label="Kế hoạch", help_text="Số của cả kỳ, dạng 1.234,5.")
    baseline = Amount(label="Số kỳ trước", required=False)
    direction = forms.ChoiceField(
        label="Chiều", choices=[(one.value, capfirst(word)) for one, word in DIRECTIONS.items()]
    )
    source = forms.CharField(label="Số liệu lấy từ đâu", max_length=200, required=False)

    def __init__(self, documents: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["directive"].choices = [("", "Không theo văn bản nào trong sổ"), *documents]  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    """What was reached up to a day, and from where one knows it."""

    upto = Day(label="Lũy kế đến hết ngày")
    value = Amount(label="Thực hiện")
    source = forms.CharField(
        label="Nguồn", max_length=200, error_messages=NEEDED, help_text="Số, ký hiệu báo cáo, hoặc hệ thống có số liệu."
    )


class ReviseForm(forms.Form):
    """The plan anew, and the document that changes it."""

    plan = Amount(label="Kế hoạch mới")
    document = forms.CharField(label="Số, ký hiệu văn bản điều chỉnh", max_length=120, error_messages=NEEDED)
