"""What is asked for when personal values are to be erased."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.wording.proposals import FIELDS, GROUNDS
from baro.rules.prescribed.erasure_grounds import GROUNDS as ROWS


class ErasureForm(forms.Form):
    """Which fields, on which ground, why; `kept` are the fields of which values are kept, each with how many."""

    fields_wanted = forms.MultipleChoiceField(
        label="Dữ liệu cần hủy",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Xin chọn ít nhất một loại dữ liệu."},
    )
    ground = forms.ChoiceField(label="Căn cứ", choices=[(row.code, capfirst(GROUNDS[row.code])) for row in ROWS])
    reason = forms.CharField(
        label="Lý do, số văn bản yêu cầu",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=NEEDED,
    )

    def __init__(self, *args: Any, kept: Mapping[str, int], **more: Any) -> None:
        super().__init__(*args, **more)
        chosen = [(name, f"{capfirst(FIELDS.get(name, name))} ({count} lần ghi)") for name, count in kept.items()]
        self.fields["fields_wanted"].choices = chosen  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Give the chosen fields under the name by which the desk knows them."""
        said: dict[str, Any] = super().clean() or {}
        return {**said, "fields": said.get("fields_wanted", [])}
