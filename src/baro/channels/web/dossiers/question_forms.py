"""What is asked for when a unit is asked, explains, and is heard."""

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import Day
from baro.channels.wording.signals import VERDICTS
from baro.rules.observed.signal_questions import Verdict

_LONGEST = 4000


def _text(label: str, **more: object) -> forms.CharField:
    return forms.CharField(label=label, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 5}), **more)  # type: ignore[arg-type]


class AskForm(forms.Form):
    """What is asked, and until when."""

    words = _text("Hỏi thêm điều gì", required=False, help_text="Để trống thì chỉ gửi câu hỏi của quy tắc ở trên.")
    reply_by = Day(label="Cần trả lời trước hoặc trong ngày")


class AnswerForm(forms.Form):
    """The unit's explanation."""

    answer = _text(
        "Giải trình của đơn vị", error_messages=NEEDED, help_text="Nêu việc đã xảy ra, căn cứ, số văn bản nếu có."
    )


class VerdictForm(forms.Form):
    """What remains of a red flag."""

    verdict = forms.ChoiceField(
        label="Kết luận",
        widget=forms.RadioSelect,
        choices=[(verdict.value, word.capitalize()) for verdict, word in VERDICTS.items()],
        error_messages={"required": "Xin chọn một kết luận."},
    )
    reason = _text("Lý do", error_messages=NEEDED)

    def clean_verdict(self) -> Verdict:
        """Give the verdict that was chosen."""
        return Verdict(self.cleaned_data["verdict"])
