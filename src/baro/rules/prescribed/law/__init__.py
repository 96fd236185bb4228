"""Time limits and grounds fixed by instruments: dated rows, each with its article and whether it was verified."""
