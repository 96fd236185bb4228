"""Targets of bodies: plan, what was reached, what came of it; the year's theme and programme above them."""
