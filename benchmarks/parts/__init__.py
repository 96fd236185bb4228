"""The parts of the measuring: each file has `measure(rounds) -> page.Part`; `run.py` finds them by their names."""
