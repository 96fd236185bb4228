"""Dossiers: the list by due date, and one dossier in full."""
