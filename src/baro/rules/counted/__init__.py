"""Tổng hợp: how many, how often, for whom."""
