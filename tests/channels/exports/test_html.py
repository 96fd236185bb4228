"""The page tells the report, reaches for nothing outside itself, and acts on nothing that a log holds."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
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


def test_where_no_due_date_can_be_computed_no_one_is_said_to_be_in_time() -> None:
    plain = a_report()
    nothing = replace(plain.headline[0], value=None, numerator=0, denominator=0)
    page = html_page(a_report(headline=(nothing,), causes=replace(plain.causes, rows=(), total=None)))
    words = words_of(page)
    assert "Chưa tính được Đã giải quyết trước và đúng hạn" in words
    assert "Chưa tính được thời gian trễ vì không có hồ sơ nào tính được hạn" in words
    assert "Không có hồ sơ nào bị trễ" not in words


def test_a_huge_table_is_cut_and_says_where_the_rest_is() -> None:
    plain = a_report().tables[3]
    rows = tuple((f"Đơn vị {k}", f"Người {k}", k, 1.0, None) for k in range(5000))
    page = html_page(a_report(tables=(replace(plain, rows=rows),)))
    assert "Người 199<" in page
    assert "Người 200<" not in page
    assert "Nêu 200 trong số 5.000 dòng; bảng đầy đủ ở tệp tables.xlsx." in words_of(page)


def test_columns_without_content_are_not_shown() -> None:
    plain = a_report().tables[3]
    rows = tuple((*row[:4], None) for row in plain.rows)
    assert "Việc gần nhất" in words_of(html_page(a_report(tables=(plain,))))
    assert "Việc gần nhất" not in words_of(html_page(a_report(tables=(replace(plain, rows=rows),))))


def test_the_number_of_a_document_never_breaks(page: str) -> None:
    assert '<span class="nb">12/QĐ-UBND</span>' in page


def test_red_flags_that_no_dossier_raised_do_not_stand_among_those_raised(page: str) -> None:
    raised = page.split('<table class="signals" role="table">', 1)[1].split("</table>", 1)[0]
    assert "R05" in raised
    assert "R02" not in raised
    assert "Đã kiểm tra, không có hồ sơ nào (1 dấu hiệu)" in words_of(page)


def test_every_process_has_a_line_that_leads_to_its_map_and_the_busiest_is_open(page: str) -> None:
    assert re.search(r'<details class="process[^"]*" id="quy-trinh-1" open>', page)
    assert re.search(r'<details class="process[^"]*" id="quy-trinh-2">', page)
    assert '<a href="#quy-trinh-2">MT-26</a>' in page


def test_a_long_list_of_deviations_is_cut_because_the_course_marks_them_all() -> None:
    case = a_case(deviations=tuple(f"Thêm bước: B{k}, dòng {k}" for k in range(40)))
    page = html_page(a_report(cases=(case,)))
    assert "B11, dòng" in page
    assert "B12, dòng" not in page
    assert "Còn 28 chỗ lệch nữa" in words_of(page)


def test_a_procedure_is_told_by_its_name_where_the_report_tells_it() -> None:
    table = replace(a_report().tables[0], key="procedures")
    table = replace(table, rows=(("1.002255 Đăng ký biến động", *table.rows[0][1:]),))
    page = html_page(a_report(tables=(table,), cases=(a_case(procedure="1.002255"),)))
    assert '<span class="what">1.002255 Đăng ký biến động' in page


def test_units_whose_long_names_begin_alike_keep_their_own_rows_in_the_heat_map() -> None:
    plain = a_report().tables[2]
    same = (
        "Chi nhánh Văn phòng Đăng ký đất đai trên địa bàn các huyện phía tây và các thị xã giáp ranh của thành phố, số "
    )
    rows = tuple((same + str(k), date(2024, 1, 1), 100 + k, 0) for k in range(3))
    page = html_page(a_report(tables=(replace(plain, rows=rows),)))
    heat = page.split("Tỷ lệ quá hạn theo đơn vị và tháng", 1)[1].split("</figure>", 1)[0]
    heights = re.findall(r"translate\([\d.]+,([\d.]+)\)[^>]*>n = 10\d<", heat)
    assert len(heights) == len(set(heights)) == 3


def test_what_the_heat_map_leaves_out_is_said_and_only_then() -> None:
    plain = a_report().tables[2]
    rows = tuple((f"Chi nhánh {k}", date(2023 + m // 12, m % 12 + 1, 1), 100, k) for k in range(40) for m in range(14))
    cut = words_of(html_page(a_report(tables=(replace(plain, rows=rows),))))
    assert "Chỉ vẽ 30 đơn vị nhiều hồ sơ nhất và 12 tháng gần nhất" in cut
    assert "Chỉ vẽ" not in words_of(html_page(a_report()))


def test_a_page_without_an_agency_says_none() -> None:
    page = html_page(a_report(agency=""))
    assert "· ·" not in words_of(page)
    assert "năm 2024</title>" in page


def test_the_same_report_gives_the_same_page_every_time(page: str) -> None:
    assert html_page(a_report()) == page
