"""The catalogue of procedures: what is published, and what in it cannot be judged by."""
