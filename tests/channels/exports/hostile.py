"""Texts that a log may hold and that no output may act upon."""

FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("https://x.vn")')
MARKUP = "<script>alert(1)</script>&\"'</style><img src=x onerror=alert(1)>"
UNPRINTABLE = "Ứng\x00 Hòa\x1b\ud800"
