"""What waits for somebody: dossiers by the time that is left, questions, conclusions, promises."""
