"""Liên thông: where a joint dossier is, which leg is late, and whose lateness the lateness of the whole is."""
