"""What is asked for when a campaign of review is laid down, and when processes were looked at."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.wording.register import KINDS
from baro.channels.wording.reviews import FOUND
from baro.rules.observed.reviews import Found
from baro.rules.prescribed.work_processes import RegisterKind

_KINDS = [(kind.value, KINDS[kind]) for kind in RegisterKind]


class CampaignForm(forms.Form):
    """A campaign: its document, who leads it, by when, over whose processes of which kinds."""

    name = forms.CharField(label="Tên đợt rà soát", max_length=400, error_messages=NEEDED)
    document = forms.CharField(label="Số, ký hiệu văn bản", max_length=120, error_messages=NEEDED)
    unit = BodyChoice(label="Đơn vị chủ trì")
    begins_on = Day(label="Bắt đầu từ ngày")
    due_on = Day(label="Xong trước hết ngày")
    top = BodyChoice(
        label="Rà soát quy trình của đơn vị", help_text="Gồm cả các đơn vị cấp dưới của đơn vị này.",
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label="Loại quy trình", choices=_KINDS, widget=forms.CheckboxSelectMultiple, error_messages=NEEDED
    )

    def chosen_kinds(self) -> tuple[RegisterKind, ...]:
        """The kinds that were chosen."""
        return tuple(RegisterKind(kind) for kind in self.cleaned_data["kinds"])


class ReviewForm(forms.Form):
    """What was found of the processes chosen, and why."""

    found = forms.ChoiceField(label="Kết quả", choices=[(one.value, capfirst(word)) for one, word in FOUND.items()])
    words = forms.CharField(
        label="Lý do, cần sửa gì", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bắt buộc khi không giữ nguyên.",
    )  # fmt: skip

    def clean_found(self) -> Any:
        """Give what was found."""
        return Found(self.cleaned_data["found"])
