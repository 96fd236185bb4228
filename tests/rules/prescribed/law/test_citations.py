"""How an article is named to a reader."""

from datetime import date

import pytest

from baro.rules.prescribed.law.citations import UNKNOWN_ARTICLE, cite
from baro.rules.prescribed.law.rows import LimitRow


@pytest.mark.parametrize(
    ("article", "cited"),
    [
        ("28", "Điều 28 Luật X"),
        ("11a", "Điều 11a Luật X"),
        ("19.9", "khoản 9 Điều 19 Luật X"),
        ("15.2d", "điểm d khoản 2 Điều 15 Luật X"),
        ("5.1đ", "điểm đ khoản 1 Điều 5 Luật X"),
        ("mẫu 04", "mẫu 04 Luật X"),
        ("Điều 111, 112", "Điều 111, 112 Luật X"),
        (UNKNOWN_ARTICLE, "Luật X (chưa rõ điều khoản)"),
    ],
)
def test_an_article_is_named_as_officials_write_it(article: str, cited: str) -> None:
    assert cite(LimitRow("k", 1, "Luật X", article, date(2020, 1, 1))) == cited
