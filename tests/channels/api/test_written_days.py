"""A day or moment that a program writes lies where a form of the pages would take it: no shape that is written takes another."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import pytest
from ninja import Schema
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from baro.channels.api.urls import v1


def written() -> set[type[Schema]]:
    """The shapes that requests are made of, those within others too."""
    found: set[type[Schema]] = set()
    waiting = list(shapes_in(list(bodies())))
    while waiting:
        shape = waiting.pop()
        if shape not in found:
            found.add(shape)
            waiting += shapes_in([field.annotation for field in shape.model_fields.values()])
    return found


def bodies() -> Iterator[Any]:
    """What each operation that writes takes in its body or form."""
    for router in (v1.default_router, *(router for _, router in v1._routers)):
        for view in router.path_operations.values():
            for operation in view.operations:
                for model in operation.models:
                    if model.__ninja_param_source__ in ("body", "form"):
                        yield from (field.annotation for field in model.model_fields.values())


def shapes_in(types: list[Any]) -> list[type[Schema]]:
    found = []
    for one in types:
        if isinstance(one, type) and issubclass(one, Schema):
            found.append(one)
        found += shapes_in([arg for arg in get_args(one) if not isinstance(arg, str)])
    return found


def takes(field: FieldInfo, value: object) -> bool:
    try:
        TypeAdapter(field.rebuild_annotation()).validate_python(value)
    except ValidationError:
        return False
    return True


def is_of(kind: type, annotation: Any) -> bool:
    return annotation is kind or any(is_of(kind, arg) for arg in get_args(annotation))


def days() -> list[tuple[str, FieldInfo]]:
    return [
        (f"{shape.__name__}.{name}", field)
        for shape in written()
        for name, field in shape.model_fields.items()
        if is_of(date, field.annotation)
    ]


def test_days_that_programs_write_are_found():
    assert {"SetTarget.first", "Assign.due_on", "TellUpward.on"} <= {name for name, _ in days()}


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2201, 1, 1), date(9999, 12, 31)])
def test_no_shape_takes_a_day_that_nobody_means(day):
    assert [name for name, field in days() if takes(field, day)] == []


def test_each_takes_a_day_of_ours():
    assert [name for name, field in days() if not takes(field, date(2026, 11, 30))] == []


def test_the_look_finds_a_shape_that_takes_any_day():
    class Planted(Schema):
        on: date
        at: datetime

    assert takes(Planted.model_fields["on"], date(1, 1, 1))
    assert is_of(date, Planted.model_fields["on"].annotation)
    assert not is_of(date, Planted.model_fields["at"].annotation)
