"""What is asked for when a joint dossier is opened, a leg is told of, something is told anew."""

from datetime import datetime
from typing import Any

from django import forms

from baro.channels.web.joint.told import here
from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.wording.joint import OUTCOMES
from baro.channels.wording.periods import read_day
from baro.rules.observed.joint import JointKind, Outcome
from baro.rules.prescribed.zones import VIETNAM_TIME

_LONGEST = 2000
_WRITTEN = "xin ghi dạng 25/04/2024 09:30."


class Moment(forms.CharField):
    """A moment as dd/mm/yyyy hh:mm by Vietnam's clock; its value is an aware datetime."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off", "placeholder": "25/04/2024 09:30"})
        super().__init__(widget=widget, error_messages={"required": f"Chưa ghi thời điểm; {_WRITTEN}"}, **more)

    def clean(self, value: Any) -> datetime:
        """Read the moment."""
        text = super().clean(value)
        written_day, _, clock = text.partition(" ")
        day = read_day(written_day)
        try:
            at = datetime.strptime(clock.strip(), "%H:%M").time()  # noqa: DTZ007 a clock without a day has no zone
        except ValueError:
            at = None
        if day is None or at is None:
            raise forms.ValidationError(f"“{text}” không phải là một thời điểm; {_WRITTEN}")
        return datetime.combine(day, at, VIETNAM_TIME)

    def prepare_value(self, value: Any) -> Any:
        """Show a moment as it is written."""
        return f"{here(value):%d/%m/%Y %H:%M}" if isinstance(value, datetime) else value


def document_field(*, needed: bool) -> forms.CharField:
    """The number of a document."""
    return forms.CharField(
        label="Số, ký hiệu văn bản" if needed else "Số, ký hiệu văn bản (nếu có)", max_length=120, required=needed,
        error_messages=NEEDED,
    )  # fmt: skip


def outcome_field(*, whole: bool) -> forms.ChoiceField:
    """What came of it."""
    meant = [one for one in Outcome if whole or one is not Outcome.WITHDRAWN]
    return forms.ChoiceField(label="Kết quả", choices=[(one.value, OUTCOMES[one].capitalize()) for one in meant])


class OpenForm(forms.Form):
    """Which procedure, the code of the dossier, when it was received."""

    process = forms.ChoiceField(label="Thủ tục liên thông")
    code = forms.CharField(
        label="Mã hồ sơ", max_length=60, error_messages=NEEDED,
        help_text="Mã trên giấy tiếp nhận. Một lần nộp chỉ mở một lần, dù có mấy cơ quan cùng giải quyết.",
    )  # fmt: skip
    received_at = Moment(label="Tiếp nhận đủ hồ sơ lúc")

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["process"].choices = choices  # type: ignore[attr-defined]


class TellForm(forms.Form):
    """When it happened, by which document, with what outcome or reason: as the kind needs."""

    def __init__(self, kind: JointKind, *args: Any, is_for_another: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["happened_at"] = Moment(label="Xảy ra lúc")
        self.fields["document"] = document_field(needed=is_for_another or kind is JointKind.SENT)
        if kind in (JointKind.ANSWERED, JointKind.ENDED):
            self.fields["outcome"] = outcome_field(whole=kind is JointKind.ENDED)
        if kind is JointKind.RETURNED:
            self.fields["words"] = forms.CharField(
                label="Lý do, cần bổ sung gì", max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
                error_messages=NEEDED,
            )  # fmt: skip


class CorrectForm(forms.Form):
    """The right moment and document, why, and whether it did not happen at all."""

    happened_at = Moment(label="Đúng ra xảy ra lúc")
    document = document_field(needed=False)
    reason = forms.CharField(
        label="Lý do đính chính", max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3}), error_messages=NEEDED
    )
    is_void = forms.BooleanField(label="Việc này không xảy ra, đã ghi nhầm", required=False)
