"""The synthetic authority in which the article happens: totals as the article gives them, all else plainly samples."""
