"""What is asked for when lateness is explained, something is concluded, something was done."""

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import Day
from baro.channels.wording.briefings import CAUSES
from baro.rules.observed.briefings import Cause

_LONGEST = 4000


class ExplainForm(forms.Form):
    """Why a dossier is late, and what is promised."""

    cause = forms.ChoiceField(
        label="Nguyên nhân", choices=[(cause.value, word.capitalize()) for cause, word in CAUSES.items()]
    )
    words = forms.CharField(
        label="Nêu rõ", required=False, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    promised_on = Day(label="Hẹn xong trước hoặc trong ngày", required=False, help_text="Để trống nếu chưa hẹn được.")

    def clean_cause(self) -> Cause:
        """Give the cause that was chosen."""
        return Cause(self.cleaned_data["cause"])


class ConcludeForm(forms.Form):
    """What is to be done, by whom, by when."""

    words = forms.CharField(
        label="Kết luận", max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3}), error_messages=NEEDED
    )
    lead = forms.CharField(label="Ai làm (đơn vị, người chủ trì)", max_length=300, error_messages=NEEDED)
    due_on = Day(label="Hạn thực hiện")


class DoneForm(forms.Form):
    """When it was done, and what came of it."""

    done_on = Day(label="Xong ngày")
    result = forms.CharField(
        label="Kết quả, sản phẩm", required=False, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


class FreezeForm(forms.Form):
    """Nothing but the decision."""
