"""Ba Rõ: the time on the server of the pages of dossiers (ours_pages.py HOME TIMES): each is asked for so often through the
whole of Django (gate, policy, queries, template), without a network. `p50_…` and `p95_…` in seconds; then the list of all
dossiers of one year comes down as a file."""

import os
import re
import sys
import time
from pathlib import Path

from measure import finish, part, put

HOME, TIMES = Path(sys.argv[1]), int(sys.argv[2])
os.environ["BARO_HOME"] = str(HOME)

from baro.app.started import start_records  # noqa: E402 the home is read when the settings are

start_records()

from a_reader import signed_in  # noqa: E402

WARM = 3
PAGES = {
    "start": "/", "list": "/ho-so/", "late": "/ho-so/?tinh-trang=qua-han", "unit": "/ho-so/?don-vi=Chi nhánh số 07",
    "code": "/ho-so/?ma=H26.7-2305", "flag": "/ho-so/?dau-hieu=5", "work": "/viec-cua-toi/", "briefing": "/giao-ban/",
    "year": "/?ky=2024", "gone": "/?ky=2024-Q2&den=15/05/2024", "board_unit": "/?don-vi=Chi nhánh số 07",
    "old_week": "/giao-ban/?tuan=2023-W10",
}  # fmt: skip
DEEP = 200

client = signed_in()


def page(address: str) -> str:
    """Ask for a page; anything but a page ends the measuring."""
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code} {answer.headers.get('Location', '')}")
    return answer.content.decode()


def timed(name: str, address: str) -> None:
    """Ask for a page often, and keep the middle and the slowest but one in twenty."""
    for _ in range(WARM):
        page(address)
    spent = []
    for _ in range(TIMES):
        start = time.perf_counter()
        page(address)
        spent.append(time.perf_counter() - start)
    spent.sort()
    put(f"p50_{name}", spent[len(spent) // 2])
    put(f"p95_{name}", spent[min(len(spent) - 1, int(len(spent) * 0.95))])


def deep() -> str:
    """The address of the two hundredth page of the list, come to as a reader does."""
    address = "/ho-so/"
    for _ in range(DEEP - 1):
        found = re.search(r'href="([^"]+)" rel="next"', page(address))
        if found is None:
            sys.exit("the list is too short")
        address = "/ho-so/" + found[1].replace("&amp;", "&")
    return address


for name, address in PAGES.items():
    timed(name, address)
timed("deep", deep())
lines = 0
with part("export"):
    for piece in client.get("/ho-so/tai-ve?tinh-trang=xong-dung").streaming_content:
        lines += piece.count(b"\n")
        if lines > 450_000:
            break
finish(lines=lines)
