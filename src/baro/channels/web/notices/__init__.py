"""What somebody is told without having searched for it, and what they said they know of."""
