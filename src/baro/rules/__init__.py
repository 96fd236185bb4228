"""The law of the house as pure functions: no clock, no file, no network, no framework."""
