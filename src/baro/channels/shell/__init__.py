"""The `baro` command: arguments, progress, exit codes."""
