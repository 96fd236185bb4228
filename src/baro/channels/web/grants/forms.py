"""What is asked for when a role is given or ended."""

from typing import Any

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day, PersonChoice
from baro.channels.wording.access import ROLES
from baro.desk.access_acts import NewRole
from baro.records.queries.api_keys import account_named
from baro.rules.prescribed.folding import tidy
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.roles import GRANTABLE, Role
from baro.rules.prescribed.policy.standing import Grant

_REASON = "Nếu việc này cần người thứ hai, phần mềm lập đề nghị với lý do này thay vì ghi ngay."


class HolderChoice(PersonChoice):
    """A person, or a program's account by its name; the value is the id under which roles are granted."""

    def clean(self, value: Any) -> str:
        """Find who is meant."""
        text = str(value or "").strip()
        return account_named(text) if text and account_named(text) and not _is_person(text) else super().clean(value)


class GiveForm(forms.Form):
    """A role over a body over a term, by a decision."""

    person = HolderChoice(label="Giao cho", help_text="Gõ tên hoặc mã cán bộ; với hệ thống, gõ tên tài khoản.")
    role = forms.ChoiceField(label="Vai trò", choices=[(code, ROLES[code]) for code in ROLES if code in GRANTABLE])
    unit = BodyChoice(label="Tại đơn vị", help_text="Với vai trò giám sát, là đơn vị được giám sát.")
    valid_from = Day(label="Từ ngày")
    valid_to = Day(label="Đến hết ngày", required=False, help_text="Để trống nếu chưa có ngày kết thúc.")
    delegated_by = PersonChoice(
        label="Theo ủy quyền của", required=False, help_text="Chỉ ghi khi người khác ủy quyền lại vai trò của mình."
    )
    decision = forms.CharField(label="Quyết định (số, ngày)", max_length=120, error_messages=NEEDED)
    reason = forms.CharField(
        label="Lý do", max_length=1000, required=False, help_text=_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        """See that the term does not end before it begins."""
        said: dict[str, Any] = super().clean() or {}
        first, last = said.get("valid_from"), said.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", "Ngày cuối không được ở trước ngày đầu.")
        return said

    def new_role(self) -> NewRole:
        """The role that was told."""
        said = self.cleaned_data
        term = Term(said["valid_from"], said["valid_to"])
        grant = Grant(role=Role(said["role"]), unit=said["unit"], term=term, delegated_by=said["delegated_by"])
        return NewRole(person=said["person"], grant=grant, decision=tidy(said["decision"]))


class EndForm(forms.Form):
    """The last day of a role."""

    last = Day(label="Ngày cuối cùng giữ vai trò", help_text="Hôm nay hoặc về sau; vai trò còn hiệu lực hết ngày này.")
    reason = forms.CharField(
        label="Lý do", max_length=1000, required=False, help_text=_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )


def _is_person(text: str) -> bool:
    try:
        return bool(PersonChoice(required=False).clean(text))
    except forms.ValidationError:
        return False
