"""Quy định: what should happen - law, calendars, approved processes, offices."""
