"""What bodies owe each other and ask of each other: coordination rules with what was kept, late, missing."""
