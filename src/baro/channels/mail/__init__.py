"""Tells people of their notices by electronic mail: a digest a day, with counts and addresses, and no personal data."""
