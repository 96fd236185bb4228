"""Books of dossiers kept here by units without other software: receiving, each step, the forms."""
