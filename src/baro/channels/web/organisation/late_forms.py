"""What is asked besides when somebody tells late of what a person holds: record it alone, or ask a second person first."""

from datetime import date

from django import forms

ALONE, SECOND = "alone", "second"
_WHY = "Chỉ cần khi đề nghị người thứ hai; họ đọc lý do này để quyết định."


def ask_how(form: forms.Form, first: date, today: date) -> None:
    """Let a form that was sent ask how; it is read anew."""
    choices = (
        (SECOND, f"Đề nghị người thứ hai xác nhận, để tính từ {first:%d/%m/%Y}"),
        (ALONE, f"Ghi ngay một mình, chỉ tính từ {today:%d/%m/%Y}"),
    )
    form.fields["how"] = forms.ChoiceField(
        label=f"Ngày {first:%d/%m/%Y} đã qua quá lâu để ghi một mình mà vẫn được tính",
        choices=choices,
        widget=forms.RadioSelect,
        help_text="Ghi muộn không được làm số liệu tốt lên khi chưa có người thứ hai xác nhận.",
        error_messages={"required": "Xin chọn một cách ghi."},
    )
    form.fields["late_reason"] = forms.CharField(
        label="Lý do ghi muộn",
        max_length=1000,
        required=False,
        help_text=_WHY,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    form.full_clean()


def counted_from(today: date) -> str:
    """Say from when it counts that somebody recorded late alone."""
    return f" Ghi muộn một mình nên chỉ tính từ {today:%d/%m/%Y}."
