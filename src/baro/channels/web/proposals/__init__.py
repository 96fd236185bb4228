"""What takes two persons: proposals to read, approve, refuse, withdraw and carry out."""
