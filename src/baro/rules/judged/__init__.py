"""Đối chiếu: is it right, late, skipped; by whose hands."""
