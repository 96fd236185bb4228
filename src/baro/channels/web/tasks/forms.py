"""What is asked for when a task is given, something is told of it, a directive is entered, a unit takes note."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day, PersonChoice
from baro.channels.wording.tasks import QUALITIES, SOURCES
from baro.records.queries.organisation import bodies
from baro.rules.observed.directives import LONGEST_NUMBER
from baro.rules.observed.tasks import NEEDS_DAY, NEEDS_WORDS, Quality, TaskKind

COORDINATING, ADDRESSED = 4, 8
_LONGEST = 2000
_DAYS = {
    TaskKind.SUBMITTED: "Ngày nộp kết quả",
    TaskKind.RETURNED: "Ngày trả lại để làm lại",
    TaskKind.APPROVED: "Ngày nghiệm thu",
}
_REASONS = {
    TaskKind.RETURNED: "Chưa đạt ở đâu, cần làm lại gì",
    TaskKind.NOTED: "Đang ở khâu nào, vướng mắc gì, cần ai giải quyết",
    TaskKind.DECLINED: "Lý do trả lại, đề nghị giao cho ai",
}


def _text(label: str, *, required: bool = True, rows: int = 3, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=_LONGEST, widget=area, required=required, error_messages=NEEDED, **more
    )


def _sources() -> forms.ChoiceField:
    return forms.ChoiceField(label="Nguồn", choices=[(one.value, capfirst(word)) for one, word in SOURCES.items()])


class AssignForm(forms.Form):
    """A task: what, its product, by when, who leads, who helps, from which document."""

    content = _text("Nội dung nhiệm vụ")
    product = forms.CharField(
        label="Sản phẩm", max_length=400, required=False, help_text="Kết quả phải nộp: báo cáo, văn bản, danh mục…"
    )
    assigner = BodyChoice(label="Đơn vị giao, theo dõi")
    lead = BodyChoice(label="Đơn vị chủ trì")
    leader = forms.CharField(label="Lãnh đạo chỉ đạo", max_length=200, required=False)
    directive = forms.ChoiceField(label="Theo văn bản", required=False)
    source = _sources()
    assigned_on = Day(label="Ngày giao")
    due_on = Day(label="Hạn hoàn thành", required=False, help_text="Để trống nếu văn bản không nêu thời hạn.")
    arose_on = Day(
        label="Vụ việc tồn đọng từ ngày",
        required=False,
        help_text="Ngày vụ việc phát sinh; để trống nếu là nhiệm vụ mới.",
    )

    def __init__(self, documents: Sequence[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["directive"].choices = [("", "Không theo văn bản nào trong sổ"), *documents]  # type: ignore[attr-defined]
        for k in range(1, COORDINATING + 1):
            self.fields[f"helper_{k}"] = BodyChoice(label=f"Đơn vị phối hợp {k}", required=False)

    def helpers(self) -> tuple[str, ...]:
        """The bodies that help, each once."""
        told = (self.cleaned_data[f"helper_{k}"] for k in range(1, COORDINATING + 1))
        return tuple(dict.fromkeys(body for body in told if body))


class TellForm(forms.Form):
    """When it happened, and what the kind needs: a person, a day, a document, a rating, a reason."""

    def __init__(self, kind: TaskKind, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["on"] = Day(label=_DAYS.get(kind, "Ngày"))
        if kind is TaskKind.HANDED:
            self.fields["holder"] = PersonChoice(label="Người thực hiện")
        if kind in NEEDS_DAY:
            self.fields["due_on"] = Day(label="Hạn mới")
        if kind in (TaskKind.SUBMITTED, TaskKind.EXTENDED):
            self.fields["document"] = forms.CharField(
                label="Số, ký hiệu văn bản, sản phẩm (nếu có)", max_length=LONGEST_NUMBER, required=False
            )
        if kind is TaskKind.APPROVED:
            self.fields["quality"] = forms.TypedChoiceField(
                label="Chất lượng", choices=[(one.value, capfirst(word)) for one, word in QUALITIES.items()],
                coerce=Quality, widget=forms.RadioSelect, error_messages=NEEDED,
            )  # fmt: skip
        needed = kind in NEEDS_WORDS
        self.fields["words"] = _text(_REASONS.get(kind, "Lý do" if needed else "Ghi chú (nếu có)"), required=needed)


class ReasonForm(forms.Form):
    """Why."""

    reason = _text("Lý do")


class DirectiveForm(forms.Form):
    """A document that gives work: what it is, what it implements, who must take note."""

    number = forms.CharField(label="Số, ký hiệu", max_length=LONGEST_NUMBER, error_messages=NEEDED)
    signed_on = Day(label="Ngày ký")
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=300, error_messages=NEEDED)
    subject = _text("Trích yếu", rows=2, help_text="Không ghi văn bản mật vào sổ này.")
    source = _sources()
    implements = forms.ChoiceField(label="Triển khai văn bản", required=False)
    body = BodyChoice(label="Đơn vị vào sổ, theo dõi")
    acknowledge_by = Day(label="Hạn các đơn vị phải nắm", required=False)

    def __init__(self, documents: Sequence[tuple[str, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["implements"].choices = [("", "Không triển khai văn bản nào trong sổ"), *documents]  # type: ignore[attr-defined]
        for k in range(1, ADDRESSED + 1):
            self.fields[f"unit_{k}"] = BodyChoice(label=f"Nơi nhận {k}", required=False)
        self.fields["below"] = BodyChoice(
            label="Nơi nhận là mọi đơn vị trực thuộc của", required=False,
            help_text="Ví dụ mọi xã của huyện: các đơn vị trực thuộc vào ngày ký, thêm vào những nơi nhận nêu trên.",
        )  # fmt: skip

    def clean_below(self) -> str:
        """Refuse a body that has none below it."""
        above = str(self.cleaned_data["below"] or "")
        if above and self.cleaned_data.get("signed_on") and not self._below(above):
            raise forms.ValidationError("Đơn vị này không có đơn vị trực thuộc nào vào ngày ký.")
        return above

    def units(self) -> tuple[str, ...]:
        """The bodies addressed, each once."""
        told = [self.cleaned_data[f"unit_{k}"] for k in range(1, ADDRESSED + 1)]
        above = self.cleaned_data["below"]
        return tuple(dict.fromkeys([*(body for body in told if body), *(self._below(above) if above else ())]))

    def _below(self, above: str) -> tuple[str, ...]:
        return bodies().on(self.cleaned_data["signed_on"]).children(above)


class AcknowledgeForm(forms.Form):
    """When the unit took note."""

    on = Day(label="Ngày nắm văn bản")
