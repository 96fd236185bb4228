"""Wires the rooms together; nothing imports it."""
