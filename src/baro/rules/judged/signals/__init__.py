"""Red flags a dossier log can show: one file each, each a question to a unit, never a verdict."""
