"""A view is called by one name among its owner's, which says something; so many and no more are kept."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from baro.rules.observed.saved_views import LONGEST_NAME, MOST, SavedView, check_deleted, check_renamed, check_saved
from baro.rules.prescribed.refusals import Refused

AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
LATE = SavedView(id="k.1", owner="p", name="Quá hạn", address="?tinh-trang=qua-han", saved_at=AT)
GONE = replace(LATE, id="k.2", name="Đã bỏ", deleted_at=AT)
FULL = [replace(LATE, id=f"k.{n}", name=f"Số {n}") for n in range(MOST)]


def refused(check, *told) -> str:
    try:
        check(*told)
    except Refused as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize(
    ("known", "name", "code"),
    [
        ((), "Quá hạn", ""), ((), "", "view.no_name"), ((), "x" * LONGEST_NAME, ""),
        ((), "x" * (LONGEST_NAME + 1), "view.name_long"), ((LATE,), "quá HẠN", "view.name_taken"),
        ((LATE, GONE), "Đã bỏ", ""), (FULL, "Thêm", "view.too_many"), ([*FULL[1:], GONE], "Thêm", ""),
    ],
)  # fmt: skip
def test_what_may_be_saved(known, name, code):
    assert refused(check_saved, known, name) == code


@pytest.mark.parametrize(
    ("view", "known", "name", "code"),
    [
        (LATE, (LATE, GONE), "QUÁ HẠN", ""), (LATE, FULL, "Khác", ""), (LATE, (LATE,), "", "view.no_name"),
        (LATE, (LATE, replace(LATE, id="k.3", name="Khác")), "khác", "view.name_taken"),
        (GONE, (LATE, GONE), "Khác", "view.deleted_already"),
    ],
)  # fmt: skip
def test_what_a_view_may_be_called(view, known, name, code):
    assert refused(check_renamed, view, known, name) == code


def test_a_view_is_deleted_once():
    assert (refused(check_deleted, LATE), refused(check_deleted, GONE)) == ("", "view.deleted_already")
