"""What takes two persons, by the pages: one proposes, another agrees or refuses, the first carries it out."""

import pytest

KEEPER, SECOND = "mau-nghiep-vu", "mau-truong-doan"
BODY = "Sở Nội vụ Hà Nội"


@pytest.fixture
def keeper(somebody):
    """Who keeps the list of bodies and people, and proposes."""
    return somebody(KEEPER)


def somebody_new(keeper, code: str, name: str) -> None:
    """Register somebody; their page is open then."""
    keeper.open("/to-chuc/nguoi/moi")
    keeper.fill("Mã cán bộ", code)
    keeper.fill("Họ tên", name)
    keeper.press("Ghi nhận")


def propose_erasure(keeper, name: str) -> str:
    """Propose that the name of the person whose page is open goes; gives where the proposal is."""
    keeper.unfold("Ghi việc mới")
    keeper.press("Đề nghị hủy dữ liệu cá nhân")
    keeper.press("Gửi đề nghị")
    keeper.reads("Xin chọn ít nhất một loại dữ liệu.")
    keeper.field("Họ tên").check()
    keeper.fill("Lý do, số văn bản yêu cầu", "Ghi nhầm người, CV 5/SNV")
    keeper.press("Gửi đề nghị")
    keeper.reads("Chưa có gì bị hủy")
    assert name in keeper.hears() or "Họ tên" in keeper.hears()
    return keeper.page.url


def test_personal_values_go_only_after_another_agreed(keeper, somebody):
    somebody_new(keeper, "THU-HUY-1", "Nguyễn Thị Thử Hủy")
    page = keeper.page.url
    proposal = propose_erasure(keeper, "Nguyễn Thị Thử Hủy")
    assert not keeper.button("Thực hiện").count()
    second = somebody(SECOND)
    second.open("/de-nghi/")
    second.reads("chờ bạn phê duyệt")
    second.open(proposal)
    second.reads("Ghi nhầm người, CV 5/SNV")
    second.press("Phê duyệt")
    keeper.open(proposal)
    keeper.press("Thực hiện đúng như trên")
    keeper.reads("vẫn khớp mã băm")
    keeper.open(page)
    assert "Thử Hủy" not in keeper.hears()


def test_a_proposal_is_refused_with_a_reason_and_another_withdrawn(keeper, somebody):
    somebody_new(keeper, "THU-HUY-2", "Trần Văn Thử Giữ")
    page = keeper.page.url
    proposal = propose_erasure(keeper, "Trần Văn Thử Giữ")
    second = somebody(SECOND)
    second.open(proposal)
    second.press("Từ chối")
    second.reads("Xin ghi lý do")
    second.fill("Hoặc từ chối", "Chưa có văn bản yêu cầu")
    second.press("Từ chối")
    keeper.open(proposal)
    keeper.reads("Chưa có văn bản yêu cầu")
    keeper.open(page)
    keeper.reads("Trần Văn Thử Giữ")
    again = propose_erasure(keeper, "Trần Văn Thử Giữ")
    keeper.press("Rút đề nghị")
    second.open(again)
    assert not second.button("Phê duyệt").count()
