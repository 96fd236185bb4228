"""Digitisation by unit and month (số hóa): the share of results and components with a copy, and what is left to do."""
