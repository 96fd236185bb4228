"""Fields in which a day, a body or a person is written as officials write them, with suggestions while typing."""

from typing import Any

from django import forms

from baro.channels.web.organisation.asking import read_day
from baro.channels.wording.body_lines import bodies_called, body_line
from baro.channels.wording.organisation import ERASED_NAME
from baro.records.queries.organisation import bodies
from baro.records.queries.people import Person, people
from baro.rules.prescribed.folding import fold

MOST_SUGGESTED = 3_000
__all__ = ["BodyChoice", "Day", "PersonChoice", "body_line", "body_lines", "person_line", "person_lines"]
_EMPTY = {"required": "Xin ghi mục này."}


class Day(forms.CharField):
    """A day as dd/mm/yyyy; its value is a date, or None where it may stay empty."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "placeholder": "25/04/2024"})
        super().__init__(widget=widget, error_messages={"required": "Xin ghi ngày, dạng 25/04/2024."}, **more)

    def clean(self, value: Any) -> Any:
        """Read the day."""
        text = super().clean(value)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            raise forms.ValidationError(f"“{text}” không có trong lịch; xin ghi dạng 25/04/2024.")
        return day

    def prepare_value(self, value: Any) -> Any:
        """Show a date as it is written."""
        return f"{value:%d/%m/%Y}" if hasattr(value, "year") else value


class BodyChoice(forms.CharField):
    """A body by its line among the suggestions, its code, or a name that only one bears; its value is the id."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"list": "cac-don-vi", "autocomplete": "off"})
        super().__init__(widget=widget, error_messages=_EMPTY, **more)

    def clean(self, value: Any) -> str:
        """Find the body."""
        text = super().clean(value)
        return _only(text, bodies_called(text), "đơn vị") if text else ""

    def prepare_value(self, value: Any) -> Any:
        """Show a body by its line."""
        return body_line(bodies(), value) if value in bodies().by_id else value


class PersonChoice(forms.CharField):
    """A person by their line among the suggestions, their number, or a name that only one bears; its value is the id."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput(attrs={"list": "cac-can-bo", "autocomplete": "off"})
        super().__init__(widget=widget, error_messages=_EMPTY, **more)

    def clean(self, value: Any) -> str:
        """Find the person."""
        text = super().clean(value)
        wanted = fold(text)
        found = {p.id for p in people() if wanted in (fold(person_line(p)), fold(p.code), fold(p.name))}
        return _only(text, found, "người") if text else ""


def body_lines() -> list[str]:
    """The suggestions for a body, in Vietnamese order."""
    known = bodies()
    latest = dict.fromkeys(term.body for term in known.terms)
    return [body_line(known, body) for body in latest][:MOST_SUGGESTED]


def person_lines() -> list[str]:
    """The suggestions for a person, by given name."""
    return [person_line(person) for person in people()[:MOST_SUGGESTED]]


def person_line(person: Person) -> str:
    """A person in one line."""
    return f"{person.name or ERASED_NAME} · {person.code}"


def _only(text: str, found: set[str], what: str) -> str:
    if not found:
        raise forms.ValidationError(f"Chưa có {what} “{text}”; xin chọn trong danh sách gợi ý.")
    if len(found) > 1:
        raise forms.ValidationError(
            f"Có {len(found)} {what} ứng với “{text}”; xin chọn đúng dòng trong danh sách gợi ý."
        )
    return found.pop()
