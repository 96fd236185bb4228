"""Keeps and finds facts: for now the columnar store of event logs."""
