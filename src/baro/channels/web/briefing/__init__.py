"""The weekly briefing: what each unit received, ended, left late, and who holds what is late."""
