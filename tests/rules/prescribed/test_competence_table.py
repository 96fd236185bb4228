"""Who was head of X on day D, and who was competent for step S on day D, as tables: each row is a question and its answer."""

from datetime import date

import pytest

from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.posts import ActingHead, LeaveCover

COMMUNE, ABOVE, BESIDE = "hn.276.yen-trung", "hn.276.ubnd", "hn.276.dai-dong"


def days(first, last=None):
    """A term of 2024 by "dd/mm"."""
    return Term(_day(first), _day(last) if last else None)


def _day(text):
    day, month = map(int, text.split("/"))
    return date(2024, month, day)


SERVICE = Service(
    bodies=HANOI,
    posts=(
        Post("lan", COMMUNE, "Chủ tịch", True, days("1/1", "31/5"), "1/QĐ", ("Ký kết quả",)),
        Post("duc", COMMUNE, "Công chức địa chính", False, days("1/1")),
        Post("mai", COMMUNE, "Chủ tịch", True, days("1/7"), "3/QĐ"),
        Post("hai", ABOVE, "Chủ tịch", True, days("1/1")),
        Post("tam", BESIDE, "Chủ tịch", True, days("1/1")),
    ),
    acting=(ActingHead(person="hoa", unit=COMMUNE, title="Phụ trách", term=days("1/6", "30/6"), decision="2/QĐ"),),
    covers=(LeaveCover(absent="lan", cover="hoa", unit=COMMUNE, term=days("10/5", "12/5")),),
    delegations=(Delegation("duc", COMMUNE, "Ký chứng thực", days("1/3", "31/3"), "9/GUQ"),),
)


@pytest.mark.parametrize(
    ("on", "named"),
    [
        ("1/1", "lan by post"),
        ("9/5", "lan by post"),
        ("10/5", "lan by post (absent), hoa by cover"),
        ("12/5", "lan by post (absent), hoa by cover"),
        ("13/5", "lan by post"),
        ("31/5", "lan by post"),
        ("1/6", "hoa by acting"),
        ("30/6", "hoa by acting"),
        ("1/7", "mai by post"),
    ],
)
def test_who_was_head(on, named):
    told = SERVICE.heads(COMMUNE, _day(on))
    assert ", ".join(f"{c.person} by {c.capacity}{' (absent)' if c.is_absent else ''}" for c in told) == named


@pytest.mark.parametrize("on", [date(2023, 12, 31), date(2025, 7, 1)])
def test_nobody_headed_it_before_the_first_post_or_after_the_body(on):
    assert SERVICE.heads(COMMUNE, on) == ()


@pytest.mark.parametrize(
    ("step", "on", "competent"),
    [
        ("Chủ tịch", "1/2", {"lan", "hai"}),
        ("Chủ tịch", "11/5", {"lan", "hoa", "hai"}),
        ("Chủ tịch", "15/6", {"hai"}),
        ("Phụ trách", "15/6", {"hoa"}),
        ("Người đứng đầu", "15/6", {"hoa"}),
        ("Chủ tịch", "1/7", {"mai", "hai"}),
        ("Ký kết quả", "11/5", {"lan", "hoa"}),
        ("Ký kết quả", "15/6", set()),
        ("Ký chứng thực", "28/2", set()),
        ("Ký chứng thực", "1/3", {"duc"}),
        ("Ký chứng thực", "31/3", {"duc"}),
        ("Ký chứng thực", "1/4", set()),
        ("KÝ CHUNG THUC", "1/3", {"duc"}),
        ("Công chức địa chính/Ký chứng thực", "1/4", {"duc"}),
        ("Văn thư", "1/2", set()),
    ],
)
def test_who_was_competent_for_a_step(step, on, competent):
    assert {c.person for c in SERVICE.competent(COMMUNE, step, _day(on))} == competent
