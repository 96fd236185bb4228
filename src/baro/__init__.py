"""Ba Rõ: supervise discipline and responsibility in public duty."""

__version__ = "0.1.0"
