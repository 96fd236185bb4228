"""Reads what agencies hand over: event logs, approved processes, lists of offices; says what does not fit, and where."""
