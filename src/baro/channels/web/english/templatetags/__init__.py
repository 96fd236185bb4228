"""What a template read in English calls."""
