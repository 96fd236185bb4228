"""What is asked for when somebody says that they know of a notice."""

from datetime import datetime
from typing import Any

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import Day
from baro.desk.notice_acts import Seen
from baro.rules.judged.notices import Notice

_LONGEST = 2000


class KnowForm(forms.Form):
    """Why it is so or what will be done, and when to be told again. What was seen when the page was opened goes along."""

    reason = forms.CharField(
        label="Lý do, hoặc việc sẽ làm",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=NEEDED,
    )
    next_on = Day(
        label="Nhắc lại vào ngày", required=False, help_text="Để trống thì chỉ nhắc lại khi có thêm việc mới."
    )
    count = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    until = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def clean(self) -> dict[str, Any]:
        """Give what was seen; None where the form does not tell it."""
        said = self.cleaned_data
        seen = _seen(said.pop("count", None), said.pop("until", ""))
        return {**said, "seen": seen}


def seen_now(notice: Notice) -> dict[str, object]:
    """What the form carries of a notice as it is shown."""
    return {"count": notice.count, "until": notice.until.isoformat()}


def _seen(count: int | None, until: str) -> Seen | None:
    try:
        at = datetime.fromisoformat(until)
    except ValueError:
        return None
    return Seen(count, at) if count is not None and at.tzinfo else None
