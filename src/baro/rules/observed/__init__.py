"""Thực tế: what a fact is, and what makes an incoming fact doubtful."""
