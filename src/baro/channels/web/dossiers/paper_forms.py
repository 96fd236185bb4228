"""What is asked for when a paper is named, a file attached, a copy used again or pushed, a paper withdrawn."""

from typing import Any

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import Day
from baro.channels.wording.papers import PARTS, STORES
from baro.rules.observed.papers import LONGEST_REFERENCE, LONGEST_TITLE, MOST_BYTES, Part, Store

_ACCEPTED = ".pdf,.jpg,.jpeg,.png"
_FILE_HELP = (
    f"PDF, JPEG hoặc PNG, không quá {MOST_BYTES // 1024 // 1024} MB. Tệp đã ký số giữ nguyên từng byte; tệp chưa ký thì bỏ tên người "
    "lập, thiết bị, vị trí ghi kèm trong tệp."
)


def _file(*, needed: bool, help_text: str = _FILE_HELP) -> forms.FileField:
    return forms.FileField(
        label="Tệp" if needed else "Tệp (nếu đã có)", required=needed, help_text=help_text, allow_empty_file=True, max_length=None,
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}), error_messages={"required": "Xin chọn tệp.", "missing": "Xin chọn tệp."},
    )  # fmt: skip


class NewPaperForm(forms.Form):
    """Which part, how the paper is called, its file if there is one: a result is told by its file."""

    part = forms.ChoiceField(label="Là", choices=[(part.value, PARTS[part].capitalize()) for part in Part])
    title = forms.CharField(
        label="Tên giấy tờ", max_length=LONGEST_TITLE, error_messages=NEEDED,
        help_text="Như thành phần hồ sơ trong danh mục thủ tục; tên loại giấy tờ, không ghi tên người.",
    )  # fmt: skip
    file = _file(needed=False)

    def clean(self) -> dict[str, Any]:
        """A result without a file would say nothing."""
        said = super().clean() or self.cleaned_data
        if said.get("part") == Part.RESULT and not said.get("file") and "file" not in self.errors:
            self.add_error("file", "Kết quả thì xin chọn tệp; chưa có tệp thì chưa cần ghi.")
        return said

    def clean_part(self) -> Part:
        """Give the part that was chosen."""
        return Part(self.cleaned_data["part"])


class FileForm(forms.Form):
    """A file for a paper that was named."""

    file = _file(needed=True)


class ReuseForm(forms.Form):
    """One of the copies of another dossier."""

    other = forms.ChoiceField(
        label="Bản dùng lại", widget=forms.RadioSelect, error_messages={"required": "Xin chọn một bản."}
    )

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["other"].choices = choices  # type: ignore[attr-defined]


class PushForm(forms.Form):
    """Which store, when, under which number."""

    store = forms.ChoiceField(label="Kho", choices=[(store.value, STORES[store].capitalize()) for store in Store])
    on = Day(label="Đưa vào ngày")
    reference = forms.CharField(
        label="Mã của bản trong kho",
        max_length=LONGEST_REFERENCE,
        error_messages=NEEDED,
        help_text="Kho cấp mã này khi nhận.",
    )

    def clean_store(self) -> Store:
        """Give the store that was chosen."""
        return Store(self.cleaned_data["store"])


class WithdrawForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label="Lý do rút", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), error_messages=NEEDED
    )
