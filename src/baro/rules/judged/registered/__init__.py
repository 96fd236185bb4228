"""Whether the processes that bodies approved can be followed: what is missing in them, what contradicts, who has none."""
