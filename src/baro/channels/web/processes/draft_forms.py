"""What is asked for when a draft of a process is begun, written anew, sent round, spoken of, appraised."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.web.processes.forms import ApproveForm, VersionForm
from baro.channels.wording.process_drafts import OPINIONS
from baro.rules.observed.process_drafts import Opinion

ASKED = 6
_VERSION = ("version", "decision", "approved_on", "signer", "annex", "bases", "review_by")


def _words(label: str, *, required: bool) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=2000, required=required, widget=area, error_messages=NEEDED)


class StepsForm(VersionForm):
    """The steps as a file, or as rows pasted from a spreadsheet; no decision yet."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("name", *_VERSION):
            del self.fields[name]


class DraftForm(ApproveForm):
    """A draft: whose, what, why, with its steps where they are there already."""

    reason = _words("Vì sao cần quy trình này, hoặc cần sửa", required=True)
    field_order = ("unit", "kind", "code", "name", "reason", "file", "rows", "total")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in _VERSION:
            del self.fields[name]


class AskForm(forms.Form):
    """Whose opinion is asked for, by when."""

    by_day = Day(label="Trả lời trước hết ngày", required=False)
    document = forms.CharField(label="Số, ký hiệu văn bản lấy ý kiến (nếu có)", max_length=120, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for k in range(1, ASKED + 1):
            self.fields[f"body_{k}"] = BodyChoice(label=f"Đơn vị được xin ý kiến {k}", required=k == 1)

    def bodies(self) -> tuple[str, ...]:
        """The bodies asked, each once."""
        told = (self.cleaned_data[f"body_{k}"] for k in range(1, ASKED + 1))
        return tuple(dict.fromkeys(body for body in told if body))


class OpinionForm(forms.Form):
    """What somebody thinks of the steps, by which document, and what is to be changed."""

    opinion = forms.TypedChoiceField(
        label="Ý kiến", coerce=Opinion, widget=forms.RadioSelect, error_messages=NEEDED,
        choices=[(one.value, capfirst(word)) for one, word in OPINIONS.items()],
    )  # fmt: skip
    document = forms.CharField(label="Số, ký hiệu văn bản (nếu có)", max_length=120, required=False)
    words = _words("Cần sửa gì, vì sao không đồng ý", required=False)


class DropForm(forms.Form):
    """Why it is not gone on with."""

    words = _words("Lý do", required=True)
