"""A name that a source writes is proposed for the only one that it is like: letters, then marks, then abbreviations."""

import pytest

from baro.rules.prescribed.name_proposals import Likeness, Proposal, Proposals

NAMED = (
    ("vp", "Chi nhánh Văn phòng Đăng ký đất đai huyện Thạch Thất"), ("so", "Sở Tài nguyên và Môi trường"),
    ("p1", "Phòng Kế hoạch"), ("p2", "Phòng Kế Hoạch"), ("ub", "Ủy ban nhân dân xã Hòa Bình"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Phòng Kế Hoạch", Proposal("p2", Likeness.EXACT)),
        ("PHÒNG KẾ HOẠCH", None),  # like two of them
        ("Uỷ ban nhân dân xã Hoà Bình", Proposal("ub", Likeness.FOLDED)),
        ("UBND xã Hòa Bình", Proposal("ub", Likeness.ABBREVIATED)),
        ("CN VPĐKĐĐ H. Thạch Thất", Proposal("vp", Likeness.ABBREVIATED)),
        ("Sở TN&MT", Proposal("so", Likeness.ABBREVIATED)),
        ("Sở TNMT", Proposal("so", Likeness.ABBREVIATED)),
        ("Công ty khác", None),
        ("", None),
    ],
)
def test_a_name_is_proposed_for_the_only_one_it_is_like(name, found):
    assert Proposals(NAMED).of(name) == found


def test_those_near_are_asked_before_the_others():
    near = Proposals([("near", "Phòng Một")]).before(Proposals([("far", "Phòng Một"), ("other", "Phòng Hai")]))
    assert (near.of("Phòng Một").target, near.of("Phòng Hai").target) == ("near", "other")
