"""The tables as they came to be, step by step."""
