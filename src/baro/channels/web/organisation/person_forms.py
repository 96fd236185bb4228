"""What is asked for when a person is registered, employed, appointed, lent a role, put in charge, covered."""

from typing import Any

from django import forms

from baro.channels.web.organisation.body_forms import NEEDED
from baro.channels.web.organisation.choices import BodyChoice, Day, PersonChoice
from baro.channels.wording.organisation import CATEGORIES
from baro.rules.prescribed.folding import tidy
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.staff import Employment, StaffCategory

Value = Employment | Post | Delegation | ActingHead | LeaveCover


class NewPersonForm(forms.Form):
    """A person by number and name."""

    code = forms.CharField(label="Mã cán bộ", max_length=40, help_text="Số hiệu do cơ quan cấp; mỗi người một mã.")
    name = forms.CharField(label="Họ tên", max_length=200)


class NameForm(forms.Form):
    """A person's name."""

    name = forms.CharField(label="Họ tên", max_length=200)


class HeldForm(forms.Form):
    """Something that holds over a term; each kind adds what it is about, before the days."""

    valid_from = Day(label="Từ ngày")
    valid_to = Day(label="Đến hết ngày", required=False, help_text="Để trống nếu chưa có ngày kết thúc.")
    decision = forms.CharField(label="Quyết định (số, ngày)", max_length=120, error_messages=NEEDED)

    def value(self, person: str) -> Value:
        """What was told of a person."""
        raise NotImplementedError

    @property
    def term(self) -> Term:
        """The days that were told."""
        return Term(self.cleaned_data["valid_from"], self.cleaned_data["valid_to"])

    def said(self, name: str) -> Any:
        """What was told in a field, tidied."""
        told = self.cleaned_data[name]
        return tidy(told) if isinstance(told, str) else told


class EmploymentForm(HeldForm):
    """A person's category of staff."""

    field_order = ("category",)
    category = forms.ChoiceField(label="Diện", choices=tuple(CATEGORIES.items()))

    def value(self, person: str) -> Employment:
        """The employment."""
        category = StaffCategory(self.said("category"))
        return Employment(person=person, category=category, term=self.term, decision=self.said("decision"))


class PostForm(HeldForm):
    """A post."""

    field_order = ("unit", "title", "is_head", "roles")
    unit = BodyChoice(label="Tại đơn vị")
    title = forms.CharField(label="Chức danh", max_length=200, error_messages=NEEDED)
    is_head = forms.BooleanField(label="Là người đứng đầu đơn vị", required=False)
    roles = forms.CharField(
        label="Vai trò khác trong quy trình", max_length=400, required=False, help_text="Cách nhau bằng dấu chấm phẩy."
    )

    def value(self, person: str) -> Post:
        """The post."""
        roles = tuple(part.strip() for part in self.said("roles").split(";") if part.strip())
        unit, title, is_head = (self.said(name) for name in ("unit", "title", "is_head"))
        return Post(person, unit, title, is_head, self.term, self.said("decision"), roles)


class DelegationForm(HeldForm):
    """A role lent."""

    field_order = ("unit", "role")
    unit = BodyChoice(label="Tại đơn vị")
    role = forms.CharField(label="Nội dung ủy quyền (chức danh mà bước đòi hỏi)", max_length=200, error_messages=NEEDED)

    def value(self, person: str) -> Delegation:
        """The delegation."""
        return Delegation(person, self.said("unit"), self.said("role"), self.term, self.said("decision"))


class ActingForm(HeldForm):
    """A person put in charge."""

    field_order = ("unit", "title")
    unit = BodyChoice(label="Phụ trách đơn vị")
    title = forms.CharField(label="Chức danh được giao", max_length=200, error_messages=NEEDED)

    def value(self, person: str) -> ActingHead:
        """The charge."""
        unit, title, decision = (self.said(name) for name in ("unit", "title", "decision"))
        return ActingHead(person=person, unit=unit, title=title, term=self.term, decision=decision)


class LeaveForm(HeldForm):
    """An absence, and who stands in."""

    field_order = ("unit", "cover")
    unit = BodyChoice(label="Tại đơn vị")
    cover = PersonChoice(label="Người thay", help_text="Người vắng mặt vẫn chịu trách nhiệm của người đứng đầu.")

    def value(self, person: str) -> LeaveCover:
        """The absence."""
        unit, cover, decision = (self.said(name) for name in ("unit", "cover", "decision"))
        return LeaveCover(absent=person, cover=cover, unit=unit, term=self.term, decision=decision)


class EndForm(forms.Form):
    """The last day of something."""

    last = Day(label="Ngày cuối cùng")
    decision = forms.CharField(label="Quyết định (số, ngày)", max_length=120, error_messages=NEEDED)


FORMS: dict[str, type[HeldForm]] = {
    "employment": EmploymentForm,
    "appointment": PostForm,
    "delegation": DelegationForm,
    "acting_head": ActingForm,
    "leave_cover": LeaveForm,
}
