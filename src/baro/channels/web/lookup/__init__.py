"""Where a citizen looks up a dossier, without an account."""
