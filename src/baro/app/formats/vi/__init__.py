"""The formats of the language `vi`."""
