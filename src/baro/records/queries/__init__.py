"""What is read from the records, a file per concept: the only way in for channels and desk."""
