"""What is asked for when a coordination rule or a joint process is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.wording import sentence
from baro.rules.prescribed.durations import Duration, describe, parse_duration
from baro.rules.prescribed.joint import CoordinationRule, JointLeg, JointProcess
from baro.rules.prescribed.refusals import Refused

PARTIES, USUAL, LONGEST_NAME = 5, 5, 200


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that are drawn together, as a form is."""

    legend: str
    visible_fields: Sequence[forms.BoundField]


class Limit(forms.CharField):
    """A time limit as it is written; its value is a duration."""

    def clean(self, value: Any) -> Duration | None:
        """Read the limit."""
        text = super().clean(value)
        try:
            return parse_duration(text) if text else None
        except Refused as refusal:
            raise forms.ValidationError(sentence(refusal)) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a limit as it is written."""
        return describe(value) if isinstance(value, Duration) else value


def _line(label: str, most: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, error_messages=NEEDED, **more)


class RuleForm(forms.Form):
    """A coordination rule: who keeps it, its document, its parties."""

    name = _line("Tên quy chế", 400)
    number = _line("Số, ký hiệu văn bản", 120)
    signed_on = Day(label="Ngày ký")
    valid_from = Day(label="Áp dụng từ ngày")
    unit = BodyChoice(label="Cơ quan chủ trì")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for k in range(1, PARTIES + 1):
            self.fields[f"party_{k}"] = BodyChoice(label=f"Cơ quan phối hợp {k}", required=False)
        self.fields["outside"] = _line(
            "Các bên ngoài danh mục đơn vị", 1000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
            help_text="Mỗi dòng một bên, ví dụ một tổ chức không có trong danh mục.",
        )  # fmt: skip

    def clean_outside(self) -> tuple[str, ...]:
        """Read the names, one a line."""
        names = [" ".join(line.split()) for line in self.cleaned_data["outside"].splitlines()]
        if any(len(name) > LONGEST_NAME for name in names):
            raise forms.ValidationError(f"Tên một bên dài quá {LONGEST_NAME} ký tự; mỗi dòng chỉ ghi một bên.")
        return tuple(dict.fromkeys(name for name in names if name))

    def rule(self) -> CoordinationRule:
        """The rule that was written."""
        said = self.cleaned_data
        parties = [said[f"party_{k}"] for k in range(1, PARTIES + 1)]
        kept = tuple(dict.fromkeys(one for one in (said["unit"], *parties) if one))
        told = {name: said[name] for name in ("name", "number", "signed_on", "valid_from", "unit")}
        return CoordinationRule(id="", parties=kept, outside=said["outside"], **told)


class RuleEndForm(forms.Form):
    """The last day of a coordination rule, and the document that ends it."""

    last = Day(label="Hết hiệu lực sau ngày")
    number = _line("Số, ký hiệu văn bản chấm dứt, thay thế", 120)


class ProcessForm(forms.Form):
    """A version of a joint process: its document, the whole, and its legs; a leg without an agency is left out."""

    decision = _line("Số, ký hiệu quyết định phê duyệt", 120)
    signed_on = Day(label="Ngày ký")
    valid_from = Day(label="Áp dụng từ ngày")
    rule = forms.ChoiceField(label="Theo quy chế phối hợp", required=False)
    lead = BodyChoice(label="Cơ quan chủ trì, tiếp nhận hồ sơ")
    limit = Limit(label="Thời hạn của cả hồ sơ", help_text="Ví dụ: 15 ngày làm việc.", error_messages=NEEDED)

    def __init__(self, rules: list[tuple[str, str]], legs: int, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.legs = legs
        self.fields["rule"].choices = [("", "Không nêu"), *rules]  # type: ignore[attr-defined]
        for k in range(1, legs + 1):
            self.fields |= _leg_fields(k)

    def clean(self) -> dict[str, Any]:
        """See that each leg that is told is told whole."""
        said = super().clean() or self.cleaned_data
        for k in range(1, self.legs + 1):
            if not said.get(f"agency_{k}") and not (said.get(f"task_{k}") or said.get(f"limit_{k}")):
                continue
            for name, word in (("agency", "cơ quan"), ("task", "việc phải làm"), ("limit", "thời hạn")):
                if not said.get(f"{name}_{k}") and f"{name}_{k}" not in self.errors:
                    self.add_error(f"{name}_{k}", f"Chặng {k} chưa ghi {word}.")
        return said

    def parts(self) -> list[Part]:
        """The fields of the whole, and those of each leg."""
        of_legs = [[self[name] for name in _leg_fields(k)] for k in range(1, self.legs + 1)]
        in_legs = {field.name for fields in of_legs for field in fields}
        whole = Part("Cả thủ tục", [field for field in self.visible_fields() if field.name not in in_legs])
        return [whole, *(Part(f"Chặng {k}", fields) for k, fields in enumerate(of_legs, 1))]

    def process(self, process: str = "") -> JointProcess:
        """The version that was written."""
        said = self.cleaned_data
        told = {name: said[name] for name in ("decision", "signed_on", "valid_from", "rule", "lead", "limit")}
        legs = tuple(self._leg(k) for k in range(1, self.legs + 1) if said[f"agency_{k}"])
        return JointProcess(process=process, version=1, legs=legs, **told)

    def _leg(self, k: int) -> JointLeg:
        said = self.cleaned_data
        return JointLeg(
            key=str(k), agency=said[f"agency_{k}"], task=said[f"task_{k}"], limit=said[f"limit_{k}"],
            papers_in=said[f"papers_in_{k}"], papers_out=said[f"papers_out_{k}"], after=said[f"after_{k}"],
        )  # fmt: skip


class NewProcessForm(ProcessForm):
    """The first version, with the name and code under which the procedure is entered into the register."""

    name = _line("Tên thủ tục liên thông", 400)
    code = _line("Mã", 60, required=False)
    field_order = ("name", "code")


def _leg_fields(k: int) -> dict[str, forms.Field]:
    before = [("", "Từ khi tiếp nhận"), *((str(n), f"Khi chặng {n} đã trả lời") for n in range(1, k))]
    return {
        f"agency_{k}": BodyChoice(label="Cơ quan", required=False),
        f"task_{k}": _line("Việc phải làm", 400, required=False),
        f"limit_{k}": Limit(label="Thời hạn", required=False),
        f"after_{k}": forms.ChoiceField(
            label="Được gửi", choices=before, required=False, initial=str(k - 1) if k > 1 else ""
        ),
        f"papers_in_{k}": _line("Giấy tờ gửi đi", 400, required=False),
        f"papers_out_{k}": _line("Giấy tờ trả về", 400, required=False),
    }


def written(told: JointProcess) -> dict[str, Any]:
    """A version as the form has it, to be changed into the next."""
    said: dict[str, Any] = {"lead": told.lead, "rule": told.rule, "limit": told.limit}
    for k, leg in enumerate(told.legs, 1):
        for name in ("agency", "task", "limit", "after", "papers_in", "papers_out"):
            said[f"{name}_{k}"] = getattr(leg, name)
    return said
