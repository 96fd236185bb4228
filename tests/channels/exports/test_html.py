"""The page tells the report, reaches for nothing outside itself, and acts on nothing that a log holds."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from baro.channels.exports.html.page import html_page
from baro.rules.counted.told import Figure, Measure, SupervisionReport
from channels.exports.a_report import a_case, a_report
from channels.exports.hostile import MARKUP, UNPRINTABLE


@pytest.fixture(scope="module")
def page() -> str:
    return html_page(a_report())


class _Seen(HTMLParser):
    """Collects tags, attributes, ids, links and visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(k, v or "") for k, v in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def seen(page: str) -> _Seen:
    parser = _Seen()
    parser.feed(page)
    return parser


def words_of(page: str) -> str:
    return " ".join(" ".join(seen(page).text).split())


def test_the_answer_comes_first_and_every_part_is_told(page: str) -> None:
    words = words_of(page)
    order = [
        "1.214 hồ sơ quá hạn, 45,2 % thời gian trễ", "96,2 %", "30.576 / 31.790 hồ sơ", "Thời gian trễ nằm ở đâu",
        "Tỷ lệ quá hạn theo đơn vị và tháng", "Quy trình đã phê duyệt", "Dấu hiệu cần hỏi", "Hồ sơ nên xem", "Số liệu",
        "Nguồn dữ liệu", "9f86d081884c7d65",
    ]  # fmt: skip
    body = words[words.index("Kỳ 01/01/2024") :]
    places = [body.index(w) for w in order]
    assert places == sorted(places)


def test_each_headline_figure_stands_beside_its_definition_and_version(page: str) -> None:
    words = words_of(page)
    for figure in a_report().headline:
        assert f"{figure.definition} Phiên bản {figure.version}" in words


def test_the_page_asks_the_network_for_nothing(page: str) -> None:
    assert "://" not in page
    assert not [v for k, v in seen(page).attributes if k in ("src", "action", "srcset", "data")]
    assert all(v.startswith("#") for k, v in seen(page).attributes if k == "href")
    assert not re.search(r"url\((?!data:font/woff2|#)", page)
    assert "@import" not in page


def test_only_the_style_and_script_of_the_page_itself_may_run(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    for tag in ("style", "script"):
        content = page.split(f"<{tag}>", 1)[1].split(f"</{tag}>", 1)[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1]


def test_nothing_needs_inline_styles_or_handlers_that_the_policy_forbids(page: str) -> None:
    assert not [k for k, _ in seen(page).attributes if k == "style" or k.startswith("on")]


def test_identifiers_are_unique_and_every_link_leads_somewhere(page: str) -> None:
    ids = [v for k, v in seen(page).attributes if k == "id"]
    assert len(ids) == len(set(ids))
    links = {v[1:] for k, v in seen(page).attributes if k == "href"}
    assert links <= set(ids)
    assert "ho-so-1" in links  # the example of signal R05 opens its case
    assert set(re.findall(r"url\(#([^)]*)\)", page)) <= set(ids)


def test_an_invented_log_is_called_invented_on_top(page: str) -> None:
    assert "Dữ liệu tổng hợp (không có thật)" in page
    assert "Dữ liệu tổng hợp (không có thật)" not in html_page(a_report(synthetic=False))


def test_signals_are_questions_never_verdicts(page: str) -> None:
    words = words_of(page)
    assert "không phải kết luận vi phạm" in words
    assert "Đơn vị giải trình:" in words
    assert "R11 Bước do người không có thẩm quyền thực hiện – nhật ký không có bảng chức danh" in words


def test_markup_in_a_log_is_shown_not_obeyed() -> None:
    page = html_page(_hostile(MARKUP))
    assert page.count("<script") == 1
    assert "<img" not in page
    assert page.count("</style>") == 1
    assert "&lt;script&gt;alert(1)" in page


def test_characters_that_no_document_can_hold_do_not_stop_the_page() -> None:
    page = html_page(_hostile(UNPRINTABLE))
    assert "\x00" not in page
    assert page.encode("utf-8")


def _hostile(words: str) -> SupervisionReport:
    """The report with the words wherever a log or a file could bring them in."""
    plain = a_report()
    rows = tuple((words, *row[1:]) for row in plain.causes.rows)
    table = replace(plain.tables[0], rows=tuple((words, *row[1:]) for row in plain.tables[0].rows))
    heat = replace(plain.tables[2], rows=tuple((words, *row[1:]) for row in plain.tables[2].rows))
    case = a_case()
    case = replace(
        case, code=words, procedure=words, unit=words, why=(words,), deviations=(words,), questions=(("R05", words),),
        split=tuple(replace(p, holder=words) for p in case.split),
        course=tuple(replace(e, activity=words, actor=words, unit=words, mark=words) for e in case.course),
    )  # fmt: skip
    told = plain.maps[0]
    nodes = tuple(replace(n, activity=words, role=words) for n in told.nodes)
    return a_report(
        agency=words, title=words, lead=words, causes=replace(plain.causes, rows=rows), cases=(case,),
        tables=(table, plain.tables[1], heat), maps=(replace(told, process=words, decision=words, nodes=nodes),),
        sources=tuple(replace(s, name=words) for s in plain.sources), rules=(words,), assumptions=(words,),
        signals=tuple(replace(s, examples=(words,), why_not=words) for s in plain.signals), results=(words,),
    )  # fmt: skip


def test_a_period_without_any_dossier_still_makes_a_page() -> None:
    plain = a_report()
    nothing = Figure("on_time_rate", "Đã giải quyết trước và đúng hạn", None, Measure.SHARE, 0, 0, "Định nghĩa.", "1")
    empty = [replace(t, rows=(), total=None) for t in plain.tables]
    page = html_page(
        a_report(headline=(nothing,), figures=(), tables=tuple(empty), causes=replace(plain.causes, rows=(), total=None),
                 maps=(), signals=(), cases=(), quality=(), results=(), shortcomings=(), cause_sentences=(), proposals=())
    )  # fmt: skip
    words = words_of(page)
    assert "Không có hồ sơ nào bị trễ trong kỳ." in words
    assert "Chưa có dòng nào trong kỳ này." in words
    assert "0 / 0 hồ sơ" in words


def test_a_case_is_found_without_typing_diacritics(page: str) -> None:
    (first, *_) = [v for k, v in seen(page).attributes if k == "data-words"]
    assert "ung hoa" in first
    assert "dang ky bien dong" in first
    assert "nguyen huu phuoc" in first


def test_the_same_report_gives_the_same_page_every_time(page: str) -> None:
    assert html_page(a_report()) == page
