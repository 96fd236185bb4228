from datetime import date

import pytest

from baro.rules.prescribed.dossier_forms import FORMS, Form, form_on


@pytest.mark.parametrize(
    ("form", "on", "number"),
    [
        (Form.APOLOGY, date(2024, 4, 25), "04"),
        (Form.CONTROL, date(2024, 4, 25), "05"),
        (Form.BOOK, date(2024, 4, 25), "06"),
        (Form.CONTROL, date(2025, 9, 14), "05"),
        (Form.STOP, date(2025, 9, 15), "05"),
        (Form.CONTROL, date(2025, 9, 15), "06"),
        (Form.BOOK, date(2026, 11, 28), "07"),
    ],
)
def test_the_number_is_that_of_the_list_in_force_on_the_day(form, on, number):
    assert form_on(form, on).number == number


def test_before_2025_there_was_no_notice_of_a_stop_and_before_2019_no_list():
    assert form_on(Form.STOP, date(2024, 4, 25)) is None
    assert all(form_on(form, date(2019, 1, 5)) is None for form in Form)


def test_what_was_not_read_says_so():
    assert {row.instrument for row in FORMS if not row.verified} == {"TT 03/2025/TT-VPCP"}
