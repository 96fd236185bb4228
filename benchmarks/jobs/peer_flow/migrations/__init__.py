"""Where viewflow finds the process object."""
