"""How a row of law is named on screen: "khoản 9 Điều 19 Nghị định 61/2018/NĐ-CP"."""

import re

from baro.rules.prescribed.law.rows import LimitRow

_ARTICLE = re.compile(r"(?P<article>\d+[a-zđ]?)(?:\.(?P<clause>\d+)(?P<point>[a-zđ])?)?")
UNVERIFIED = "chưa kiểm chứng"
UNKNOWN_ARTICLE = "chưa rõ điều khoản"


def cite(row: LimitRow) -> str:
    """Name the article and the instrument; "19.9" is clause 9 of article 19, "15.2d" its point d."""
    match = _ARTICLE.fullmatch(row.article)
    if row.article == UNKNOWN_ARTICLE:
        return f"{row.instrument} ({UNKNOWN_ARTICLE})"
    if match is None:
        return f"{row.article} {row.instrument}".strip()
    point = f"điểm {match['point']} " if match["point"] else ""
    clause = f"khoản {match['clause']} " if match["clause"] else ""
    return f"{point}{clause}Điều {match['article']} {row.instrument}"
