"""What stands around every page: the base template, the rail, headers, the gate, and pages for what went wrong."""
