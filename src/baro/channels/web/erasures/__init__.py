"""Erasing personal values: asked for, approved by a second person, carried out; the ledger still holds."""
