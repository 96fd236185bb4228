"""What is asked for when a body is recorded, changes, is corrected, or ends."""

from typing import Any

from django import forms

from baro.channels.web.organisation.choices import BodyChoice, Day
from baro.channels.wording.organisation import KINDS, LEVELS
from baro.rules.prescribed.bodies import BodyTerm, Level
from baro.rules.prescribed.folding import tidy
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.successions import Succession, SuccessionKind

NEEDED = {"required": "Xin ghi mục này."}
HEIRS = 6
MERGED = 8


class TermForm(forms.Form):
    """What a body is over a term."""

    name = forms.CharField(label="Tên", max_length=255, error_messages={"required": "Xin ghi tên cơ quan, đơn vị."})
    code = forms.CharField(
        label="Mã", max_length=35, required=False, help_text="Giữ nguyên số 0 ở đầu; để trống nếu chưa biết."
    )
    level = forms.ChoiceField(label="Cấp", choices=tuple(LEVELS.items()))
    parent = BodyChoice(
        label="Cấp trên trực tiếp",
        required=False,
        help_text="Gõ tên rồi chọn trong gợi ý; để trống nếu là cấp cao nhất.",
    )
    valid_from = Day(label="Từ ngày")
    basis = forms.CharField(label="Căn cứ (số, ngày văn bản)", max_length=255, error_messages=NEEDED)
    verified = forms.BooleanField(label="Mã và tên đã đối chiếu với văn bản", required=False)
    external = forms.BooleanField(label="Ngoài cơ quan (ví dụ cơ quan thuế)", required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def term(self, body: str) -> BodyTerm:
        """The term that was told."""
        said: dict[str, Any] = self.cleaned_data
        return BodyTerm(
            body=body, code=tidy(said["code"]), name=" ".join(tidy(said["name"]).split()), level=Level(said["level"]),
            parent=said["parent"], term=Term(said["valid_from"], said.get("valid_to")), external=said["external"],
            basis=tidy(said["basis"]), verified=said["verified"], note=tidy(said["note"]),
        )  # fmt: skip


class NewBodyForm(TermForm):
    """A new body: also what kind it is, and the id it will bear, so that sending twice makes one."""

    field_order = ("name", "kind")
    kind = forms.ChoiceField(label="Loại", choices=tuple(KINDS.items()), initial="division")
    body = forms.CharField(widget=forms.HiddenInput, max_length=40)


class CorrectionForm(TermForm):
    """A term told anew, with the reason; its first day says which term it is, and cannot change."""

    field_order = ("reason", "name", "code", "level", "parent", "valid_from", "valid_to")
    reason = forms.CharField(
        label="Lý do đính chính", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), error_messages=NEEDED
    )
    valid_to = Day(label="Đến hết ngày", required=False, help_text="Để trống nếu chưa có ngày kết thúc.")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["valid_from"].required = False
        self.fields["valid_from"].disabled = True
        self.fields["valid_from"].help_text = "Ngày bắt đầu xác định thời kỳ được đính chính."


class ClosingForm(forms.Form):
    """A body goes whole, or a part of it, to others from a day on, or ends."""

    kind = forms.ChoiceField(widget=forms.HiddenInput, choices=[(k.value, k.value) for k in SuccessionKind])
    effective_on = Day(
        label="Từ ngày", help_text="Ngày đầu tiên theo cơ cấu mới; đơn vị cũ hoạt động đến hết ngày trước đó."
    )
    function = forms.CharField(label="Nhiệm vụ được chuyển giao", max_length=255, error_messages=NEEDED)
    successor = BodyChoice(label="Đơn vị kế thừa")
    whole = forms.BooleanField(label="Không còn phần nào ở lại: đơn vị cũ kết thúc", required=False)
    basis = forms.CharField(label="Căn cứ (số, ngày văn bản)", max_length=255, error_messages=NEEDED)
    verified = forms.BooleanField(label="Đã đối chiếu văn bản", required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, kind: SuccessionKind, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].initial = kind.value
        if kind != SuccessionKind.TRANSFER_FUNCTION:
            del self.fields["function"]
        if kind != SuccessionKind.SPLIT_PART:
            del self.fields["whole"]
        if kind == SuccessionKind.DISSOLVE:
            del self.fields["successor"]
        if kind in (SuccessionKind.SPLIT_PART, SuccessionKind.TRANSFER_FUNCTION):
            places = list(self.fields)
            at = places.index("successor") + 1
            more_heirs = [f"successor_{n}" for n in range(2, HEIRS + 1)]
            for n, name in enumerate(more_heirs, start=2):
                self.fields[name] = BodyChoice(label=f"Đơn vị kế thừa thứ {n}", required=False)
            self.order_fields([*places[:at], *more_heirs, *places[at:]])
        if kind == SuccessionKind.MERGE:
            for n in range(2, MERGED + 1):
                self.fields[f"merged_{n}"] = BodyChoice(
                    label=f"Đơn vị thứ {n} cùng nhập", required=False,
                    help_text="Để trống nếu chỉ đơn vị này nhập vào; nhiều hơn nữa thì dùng bảng tính." if n == 2 else "",
                )  # fmt: skip

    def lines(self, body: str) -> tuple[Succession, ...]:
        """The successions that were told: one for each heir, or one without any for a dissolution; the same of each body
        that merges with this one."""
        said = self.cleaned_data
        merged = (said.get(f"merged_{n}", "") for n in range(2, MERGED + 1))
        return tuple(line for one in dict.fromkeys((body, *merged)) if one for line in self._of(one))

    def _of(self, body: str) -> tuple[Succession, ...]:
        said = self.cleaned_data
        named = [said.get("successor", ""), *(said.get(f"successor_{n}", "") for n in range(2, HEIRS + 1))]
        heirs = list(dict.fromkeys(heir for heir in named if heir)) or [""]
        return tuple(
            Succession(
                predecessor=body, successor=heir, kind=SuccessionKind(said["kind"]), effective_on=said["effective_on"],
                basis=tidy(said["basis"]), verified=said["verified"], function=tidy(said.get("function", "")),
                note=tidy(said["note"]),
            )
            for heir in heirs
        )  # fmt: skip
