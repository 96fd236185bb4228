"""When a dossier is due, paused, extended, late; who held it, and who carries the late time."""
