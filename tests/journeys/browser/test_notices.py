"""Told without searching: a head opens the notices, says what is known and until when; the number falls; it comes back."""

import subprocess
import sys

HEAD = "mau-thu-truong"
# the night passes: what was to come back tomorrow is to come back today
_NIGHT = """
from datetime import timedelta
from baro.app.started import start_records
start_records()
from baro.records.models import NoticeKnownRow
from baro.records.row_security.session import system
with system():
    for row in NoticeKnownRow.objects.whole():
        NoticeKnownRow.objects.whole().filter(pk=row.pk).update(next_on=row.next_on - timedelta(days=1))
"""


def test_a_notice_is_known_until_its_day(somebody, house):
    head = somebody(HEAD)
    head.open("/")
    before = waiting(head)
    assert before > 0
    head.page.locator(".rail-stops a", has_text="Thông báo").click()
    head.reads(f"{before} thông báo chờ bạn", "hồ sơ đến hạn trong 3 ngày làm việc tới")
    head.page.locator("section.notice a", has_text="Đã biết").first.click()
    head.reads("Ghi là đã biết không làm việc này xong")
    head.press("Ghi là đã biết")
    head.reads("Chưa ghi gì")
    head.fill("Lý do, hoặc việc sẽ làm", "Đã giao thêm người, xong trong tuần.")
    head.fill("Nhắc lại vào ngày", tomorrow(head))
    head.press("Ghi là đã biết")
    head.reads("Đã ghi là đã biết.", "Đã giao thêm người, xong trong tuần.")
    assert waiting(head) == before - 1
    subprocess.run([sys.executable, "-c", _NIGHT], env=house.environment, check=True)
    head.open("/thong-bao/")
    head.reads("Trở lại vì đến ngày nhắc lại.", "Đã giao thêm người, xong trong tuần.")
    assert waiting(head) == before


def test_a_notice_opens_the_list_it_counts(somebody):
    head = somebody(HEAD)
    head.open("/thong-bao/")
    link = head.page.locator("section.notice h2 a").first
    count = link.inner_text().split()[0]
    head.open(link.get_attribute("href"))
    head.reads(f"{count} hồ sơ")


def test_where_letters_go_is_told_on_ones_own_account(somebody):
    head = somebody(HEAD)
    head.open("/tai-khoan/")
    head.page.locator("a", has_text="địa chỉ nhận thông báo").click()
    head.fill("Địa chỉ thư công vụ", "mẫu@sai")
    head.press("Ghi nhận")
    head.reads("Địa chỉ thư phải có dạng")
    head.fill("Địa chỉ thư công vụ", "thu.truong@mau.example.gov.vn")
    head.press("Ghi nhận")
    head.reads("Đã ghi địa chỉ.", "thu.truong@mau.example.gov.vn")
    head.open("/thong-bao/")
    head.reads("mỗi ngày một thư tóm tắt gửi đến thu.truong@mau.example.gov.vn")


def waiting(person) -> int:
    """The number beside the name in the rail."""
    found = person.page.locator(".rail-stops .rail-count")
    return int(found.first.inner_text().split()[0]) if found.count() else 0


def tomorrow(person) -> str:
    return person.page.evaluate(
        "() => new Date(Date.now() + 864e5).toLocaleDateString('en-GB', {timeZone: 'Asia/Ho_Chi_Minh'})"
    )
